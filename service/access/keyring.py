"""
Keep the ledger's key, and for a moment the one that follows it.

    <key>            what signs
    <key>.next       what is to follow, while logs are handed over to it
    <key>.previous   what signed until now, until every log is handed over

Each step is one rename or link, so that a crash leaves one of these states, in all of
which every log finds the key that it asks for.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from service.access.keyfiles import read_or_create, settle
from service.errors import SettingsRefused
from service.ledger.failures import CheckpointRefused
from service.ledger.signing import SEED_BYTES, SigningKey, read_skey


@dataclass(frozen=True, slots=True)
class KeyFiles:
    """
    The seeds of the ledger's keys, in files for their owner only.

    Read anew each time: other workers may have handed over meanwhile.
    """

    path: Path
    name: str
    """What the key is called in its file."""

    def seeds(self) -> tuple[bytes, ...]:
        """
        Give every seed there is, first the one that signs new logs.

        It is made where there is none.

        Raises:
            SettingsRefused: A file cannot be used, or holds no key.
        """
        others = (each for each in (self._next, self._previous) if each.exists())
        return (self._made(self.path), *map(self._made, others))

    def successor(self) -> bytes:
        """
        Give the seed that follows; one begun with is taken up again.

        Raises:
            SettingsRefused: A file cannot be used, or holds no key.
        """
        if self._previous.exists() and not self._next.exists():
            return self._made(self.path)
        return self._made(self._next)

    def take_over(self) -> None:
        """
        Let the seed that follows sign new logs; the old one stays at hand.

        Raises:
            SettingsRefused: A file cannot be used.
        """
        if not self._next.exists():
            return
        try:
            if not self._previous.exists():
                os.link(self.path, self._previous)
            self._next.replace(self.path)
            settle(self.path.parent)
        except OSError as error:
            message = f"The key file {self.path} cannot be replaced: {error.strerror}."
            raise SettingsRefused(message, field="OBSTAT_SIGNING_KEY_FILE") from error

    def retire(self) -> None:
        """
        Destroy the old seed.
        """
        self._previous.unlink(missing_ok=True)
        settle(self.path.parent)

    @property
    def _next(self) -> Path:
        return self.path.with_name(f"{self.path.name}.next")

    @property
    def _previous(self) -> Path:
        return self.path.with_name(f"{self.path.name}.previous")

    def _made(self, path: Path) -> bytes:
        try:
            return read_skey(read_or_create(path, self._new)).seed
        except CheckpointRefused as refused:
            message = "The signing key file does not hold an Ed25519 key."
            raise SettingsRefused(message, field="OBSTAT_SIGNING_KEY_FILE") from refused

    def _new(self) -> str:
        return SigningKey(self.name, secrets.token_bytes(SEED_BYTES)).skey()


def recovery_key(path: Path, name: str) -> SigningKey:
    """
    Read the recovery key at *path*; it is made where there is none.

    Raises:
        SettingsRefused: The file can be neither read nor made, or holds no such key.
    """

    def new() -> str:
        return SigningKey(name, secrets.token_bytes(SEED_BYTES)).skey()

    try:
        key = read_skey(read_or_create(path, new))
    except CheckpointRefused as refused:
        raise SettingsRefused(f"{path} does not hold a recovery key.") from refused
    if key.name != name:
        raise SettingsRefused(f"{path} holds another key than the recovery key of {name}.")
    return key
