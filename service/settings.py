"""
Hold every knob of a deployment, read once from a mapping.

Each field is the environment variable named in its docstring.  A name with our
prefix that is not a field stops the start: a misspelt limit is no limit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from service.errors import InvalidInput, SettingsRefused
from service.ledger.canonical import MAX_INTEGER
from service.places import THIS_MACHINE, are_places, is_contact, is_database, is_web, places
from service.usecases.numbers import whole

PREFIX = "OBSTAT_"
_OF_THE_TEST_BENCH = "OBSTAT_TESTS_"
_MEBIBYTE = 1024 * 1024
_YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_LOG_LEVELS = ("debug", "info", "warning", "error")
_CENTURY = {"days": 36_500, "hours": 876_000, "minutes": 52_560_000, "seconds": 3_153_600_000}
"""In each unit of time; no calendar and no clock takes more."""
_MOST = {**_CENTURY, "port": 65_535}
_MAIL_SECURITIES = ("starttls", "tls", "none")
_WEB = (is_web, "must be https://HOST, or http:// on this machine")
_PLACES: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "database_url": (is_database, "must be sqlite:///FILE or postgresql://HOST/NAME"),
    "public_url": _WEB,
    "sms_url": _WEB,
    "security_contact": (is_contact, "must be mailto:ADDRESS or https://HOST"),
    "hooks_inside": (are_places, "must be HOST or HOST:PORT, with commas between"),
}
"""What each place must be, unless it is empty."""


@dataclass(frozen=True, slots=True)
class Settings:
    """
    One deployment: where it stores, what it allows, where it listens.
    """

    database_url: str = field(default="", repr=False)
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
    ledger_origin: str = "obstat.localhost"
    """`OBSTAT_LEDGER_ORIGIN`: public name of this deployment in signed heads."""
    timestamp_url: str = ""
    """`OBSTAT_TIMESTAMP_URL`: time authority (RFC 3161) that stamps heads; empty: none."""
    sequencer_interval_seconds: float = 0.5
    """`OBSTAT_SEQUENCER_INTERVAL_SECONDS`: pause between two heads of the ledger."""
    held_idle_seconds: float = 900
    """`OBSTAT_HELD_IDLE_SECONDS`: what nobody asks for so long leaves the memory."""
    sketches_max_bytes: int = 1024 * _MEBIBYTE
    """`OBSTAT_SKETCHES_MAX_BYTES`: held of an organisation's photos to find parts again."""

    host: str = "127.0.0.1"
    """`OBSTAT_HOST`: address to listen on."""
    port: int = 8750
    """`OBSTAT_PORT`: port to listen on."""
    log_level: str = "info"
    """`OBSTAT_LOG_LEVEL`: debug, info, warning or error."""
    checks_per_hour: int = 600
    """`OBSTAT_CHECKS_PER_HOUR`: look-ups that one key or person may make (threat T1)."""
    idempotency_kept_days: int = 30
    """`OBSTAT_IDEMPOTENCY_KEPT_DAYS`: how long a call that is repeated makes nothing new."""
    session_idle_minutes: int = 30
    """`OBSTAT_SESSION_IDLE_MINUTES`: a session of staff that is unused so long is over."""
    session_hours: int = 12
    """`OBSTAT_SESSION_HOURS`: a session of staff is over then, however it is used."""

    drafts_kept_hours: float = 24.0
    """`OBSTAT_DRAFTS_KEPT_HOURS`: how long a picture is kept between two steps."""
    drafts_max_count: int = 60
    """`OBSTAT_DRAFTS_MAX_COUNT`: such pictures of one person; the oldest make room."""
    drafts_max_bytes: int = 256 * _MEBIBYTE
    """`OBSTAT_DRAFTS_MAX_BYTES`: all such pictures of one person."""

    complaint_acknowledge_days: int = 3
    """`OBSTAT_COMPLAINT_ACKNOWLEDGE_DAYS`: until whoever complains hears it arrived."""
    complaint_answer_days: int = 30
    """`OBSTAT_COMPLAINT_ANSWER_DAYS`: until they are answered (GDPR 12(3): one month)."""
    complaint_extension_days: int = 60
    """`OBSTAT_COMPLAINT_EXTENSION_DAYS`: at most so much longer, if they are told why."""

    previews: bool = True
    """`OBSTAT_PREVIEWS`: keep a small sealed preview of registered photos."""
    picture_workers: int = 2
    """`OBSTAT_PICTURE_WORKERS`: processes that read pictures."""
    picture_max_bytes: int = 40 * _MEBIBYTE
    """`OBSTAT_PICTURE_MAX_BYTES`: largest picture file."""
    picture_max_pixels: int = 100_000_000
    """`OBSTAT_PICTURE_MAX_PIXELS`: largest width times height."""
    picture_max_side_px: int = 30_000
    """`OBSTAT_PICTURE_MAX_SIDE_PX`: largest width or height."""
    picture_max_frames: int = 200
    """`OBSTAT_PICTURE_MAX_FRAMES`: most frames or pages."""
    picture_max_seconds: float = 15.0
    """`OBSTAT_PICTURE_MAX_SECONDS`: longest reading of one picture."""
    picture_max_memory_bytes: int = 1536 * _MEBIBYTE
    """`OBSTAT_PICTURE_MAX_MEMORY_BYTES`: most memory for one picture."""
    picture_max_scans: int = 64
    """`OBSTAT_PICTURE_MAX_SCANS`: most passes of a progressive JPEG."""
    picture_max_metadata_bytes: int = 16 * _MEBIBYTE
    """`OBSTAT_PICTURE_MAX_METADATA_BYTES`: most metadata, unpacked."""
    picture_max_stills: int = 200
    """`OBSTAT_PICTURE_MAX_STILLS`: moments of a clip looked at; pages of a document."""
    picture_max_clip_seconds: float = 1_800.0
    """`OBSTAT_PICTURE_MAX_CLIP_SECONDS`: longest clip."""
    picture_max_set_seconds: float = 60.0
    """`OBSTAT_PICTURE_MAX_SET_SECONDS`: longest reading of one clip or document."""

    public_url: str = ""
    """`OBSTAT_PUBLIC_URL`: address of the pages in letters; empty: host and port."""
    security_contact: str = ""
    """`OBSTAT_SECURITY_CONTACT`: mailto: or https:// for /.well-known/security.txt; empty: none."""
    mail_host: str = ""
    """`OBSTAT_MAIL_HOST`: mail server; empty: letters are put into var/mail."""
    mail_port: int = 587
    """`OBSTAT_MAIL_PORT`: its port."""
    mail_security: str = "starttls"
    """`OBSTAT_MAIL_SECURITY`: starttls, tls, or none (a server on this machine only)."""
    mail_user: str = ""
    """`OBSTAT_MAIL_USER`: as whom to sign in there; empty: not at all."""
    mail_password: str = field(default="", repr=False)
    """`OBSTAT_MAIL_PASSWORD`: with which password."""
    mail_ca_file: Path | None = None
    """`OBSTAT_MAIL_CA_FILE`: who vouches for it; none: whom this machine trusts."""
    mail_from: str = "obstat@localhost"
    """`OBSTAT_MAIL_FROM`: address that letters come from, and return to."""
    mail_interval_seconds: float = 2.0
    """`OBSTAT_MAIL_INTERVAL_SECONDS`: pause between two looks for letters to send."""
    mail_kept_days: int = 7
    """`OBSTAT_MAIL_KEPT_DAYS`: how long the words of a sent letter are kept."""
    hooks_interval_seconds: float = 2.0
    """`OBSTAT_HOOKS_INTERVAL_SECONDS`: pause between two looks for messages to hooks."""
    hooks_kept_days: int = 30
    """`OBSTAT_HOOKS_KEPT_DAYS`: how long it is kept what was sent to hooks."""
    hooks_inside: str = ""
    """`OBSTAT_HOOKS_INSIDE`: hosts inside that hooks may reach, HOST or HOST:PORT, commas."""
    hooks_ca_file: Path | None = None
    """`OBSTAT_HOOKS_CA_FILE`: who vouches for hooks, beside whom this machine trusts."""
    sms_url: str = ""
    """`OBSTAT_SMS_URL`: gateway for text messages; empty: none are sent."""
    sms_token: str = field(default="", repr=False)
    """`OBSTAT_SMS_TOKEN`: what lets us in there."""

    def __post_init__(self) -> None:
        """
        Refuse what cannot work.

        Raises:
            SettingsRefused: A number is not positive, or a word not among those known.
        """
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, int | float) and not isinstance(value, bool):
                _check_number(each.name, value)
        if self.log_level not in _LOG_LEVELS:
            raise _refused("log_level", f"must be one of {', '.join(_LOG_LEVELS)}")
        if not self.ledger_origin or any(c.isspace() or c == "+" for c in self.ledger_origin):
            raise _refused("ledger_origin", "must have neither space nor plus")
        for name, (fits, what) in _PLACES.items():
            if getattr(self, name) and not fits(getattr(self, name)):
                raise _refused(name, what)
        self._check_letters()

    def _check_letters(self) -> None:
        """
        Refuse to send letters in the clear, or where nobody can be.
        """
        if self.mail_security not in _MAIL_SECURITIES:
            raise _refused("mail_security", f"must be one of {', '.join(_MAIL_SECURITIES)}")
        if self.mail_security == "none" and self.mail_host not in {"", *THIS_MACHINE}:
            raise _refused("mail_security", "may be none for a server on this machine only")
        if "@" not in self.mail_from or any(each.isspace() for each in self.mail_from):
            raise _refused("mail_from", "must be an address")

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

    @property
    def hooks_inside_places(self) -> frozenset[tuple[str, int]]:
        """
        Give the hosts and ports inside that hooks may reach.
        """
        return places(self.hooks_inside)

    @property
    def pages_url(self) -> str:
        """
        Give where people find the pages, without a slash at the end.
        """
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> "Settings":
        """
        Read all settings out of *environ*.

        Raises:
            SettingsRefused: An unknown name with our prefix, or a value that cannot
                be used; the message names it and never repeats the value.
        """
        readers = {f"{PREFIX}{each.name.upper()}": each for each in fields(cls)}
        values: dict[str, Any] = {}
        for name, text in environ.items():
            if not name.startswith(PREFIX) or name.startswith(_OF_THE_TEST_BENCH):
                continue
            if name not in readers:
                raise SettingsRefused(f"{name} is not a setting of Obstat.", field=name)
            known = readers[name]
            values[known.name] = _read(known.name, str(known.type), text)
        return cls(**values)


_READERS: Mapping[str, Callable[[str], Any]] = {
    str(int): lambda text: whole(text.strip(), "setting"),
    str(float): float,
    str(str): str,
    str(bool): lambda text: _YES_NO[text.lower()],
    str(Path): Path,
    str(Path | None): Path,
}


def _read(name: str, kind: str, text: str) -> object:
    """
    Read one value.
    """
    try:
        return _READERS[kind](text)
    except (ValueError, KeyError, InvalidInput):
        raise _refused(name, "cannot be read") from None


def _check_number(name: str, value: float) -> None:
    """
    Refuse what limits nothing: zero, less, a century and more, and what is no number.
    """
    if not value > 0:
        raise _refused(name, "must be larger than 0")
    most = _MOST.get(name.rpartition("_")[2], MAX_INTEGER)
    if value > most:
        raise _refused(name, f"must be at most {most}")


def _refused(name: str, what: str) -> SettingsRefused:
    """
    Name the setting at fault, never its value.
    """
    variable = f"{PREFIX}{name.upper()}"
    return SettingsRefused(f"{variable} {what}.", field=variable)
