"""
What is kept where, the log and what signs it, and how long things stay.
"""

from dataclasses import dataclass, field
from pathlib import Path

from service.settings.places import is_database
from service.settings.reading import MEBIBYTE, must, must_if_said


def _is_origin(text: str) -> bool:
    return bool(text) and not any(each.isspace() or each == "+" for each in text)


@dataclass(frozen=True)
class StorageSettings:
    """
    Where the registry is, with its keys, its law and its log.
    """

    database_url: str = field(
        default="",
        repr=False,
        metadata=must_if_said(is_database, "must be sqlite:///FILE or postgresql://HOST/NAME"),
    )
    """`OBSTAT_DATABASE_URL`: SQLAlchemy address; empty: SQLite in the var folder."""
    var_folder: Path = Path("var")
    """`OBSTAT_VAR_FOLDER`: where files that the service makes are kept."""
    signing_key_file: Path | None = None
    """`OBSTAT_SIGNING_KEY_FILE`: Ed25519 key of the ledger; made when missing."""
    sealing_key_file: Path | None = None
    """`OBSTAT_SEALING_KEY_FILE`: key that seals previews; made when missing."""
    jurisdictions_file: Path | None = None
    """`OBSTAT_JURISDICTIONS_FILE`: an edited table of jurisdictions; none: as shipped."""
    retention_file: Path | None = None
    """`OBSTAT_RETENTION_FILE`: edited rules of retention; none: as shipped."""
    ledger_origin: str = field(
        default="obstat.localhost", metadata=must(_is_origin, "must have neither space nor plus")
    )
    """`OBSTAT_LEDGER_ORIGIN`: public name of this deployment in signed heads."""
    timestamp_url: str = ""
    """`OBSTAT_TIMESTAMP_URL`: time authority (RFC 3161) that stamps heads; empty: none."""
    sequencer_interval_seconds: float = 0.5
    """`OBSTAT_SEQUENCER_INTERVAL_SECONDS`: pause between two heads of the ledger."""
    held_idle_seconds: float = 900
    """`OBSTAT_HELD_IDLE_SECONDS`: what nobody asks for so long leaves the memory."""
    sketches_max_bytes: int = 1024 * MEBIBYTE
    """`OBSTAT_SKETCHES_MAX_BYTES`: held of an organisation's photos to find parts again."""

    @property
    def storage_url(self) -> str:
        """
        Give the address of the database, the default one filled in.
        """
        return self.database_url or f"sqlite:///{self.var_folder / 'obstat.sqlite3'}"

    @property
    def signing_key_path(self) -> Path:
        """
        Give where the ledger's key is kept.
        """
        return self.signing_key_file or self.var_folder / "keys" / "ledger-signing.key"

    @property
    def sealing_key_path(self) -> Path:
        """
        Give where the sealing key is kept.
        """
        return self.sealing_key_file or self.var_folder / "keys" / "sealing.key"

    @property
    def mail_key_path(self) -> Path:
        """
        Give where the key that signs the names of letters is kept.
        """
        return self.var_folder / "keys" / "mail.key"

    @property
    def mail_folder(self) -> Path:
        """
        Give where letters go while there is no mail server.
        """
        return self.var_folder / "mail"
