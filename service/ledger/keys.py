"""
Give keys names, ids and text, and say what a trusted key is.

As C2SP signed-note does.  The secret half lives in `signing.py`, behind the
`Signer` that notes ask for.
"""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from service.ledger.failures import CheckpointRefused

Ed25519Check = Callable[[bytes, bytes, bytes], bool]
"""
Say whether (public key, signature, message) fit together.

The one answer in this room that is a bool: it is plugged in from outside, and
only `True` itself counts, so a check that forgets to answer refuses.
"""

ED25519 = b"\x01"
"""The signature type byte; a key id covers it, so other types are other keys."""

KEY_ID_BYTES = 4
PUBLIC_KEY_BYTES = 32


class Signer(Protocol):
    """
    The secret half of a key.
    """

    @property
    def name(self) -> str:
        """
        Name whose key it is.
        """
        ...

    @property
    def key_id(self) -> bytes:
        """
        Tell keys of one name apart.
        """
        ...

    def sign(self, message: bytes) -> bytes:
        """
        Return the signature of *message*.
        """
        ...


@dataclass(frozen=True, slots=True)
class Verifier:
    """
    The public half of a key, and how to check with it.
    """

    name: str
    public_key: bytes
    check: Ed25519Check
    until: int | None = None
    """Heads of more entries do not count any more; None: it is in use."""

    def __post_init__(self) -> None:
        """
        Refuse a key that could vouch for nothing.

        Raises:
            CheckpointRefused: If the name or the length of the key is wrong.
        """
        check_name(self.name)
        if len(self.public_key) != PUBLIC_KEY_BYTES:
            raise CheckpointRefused(f"an Ed25519 public key has {PUBLIC_KEY_BYTES} bytes")

    @property
    def key_id(self) -> bytes:
        """
        Tell keys of one name apart.
        """
        return key_id(self.name, self.public_key)

    def vkey(self) -> str:
        """
        Return the key as text, to be handed to everybody.
        """
        return key_text(self.name, self.key_id, self.public_key)


def read_vkey(vkey: str, check: Ed25519Check) -> Verifier:
    """
    Read a public key from its text, to be checked with *check*.

    Raises:
        CheckpointRefused: If the text differs in any character from what the key
            in it would be written as.
    """
    name, _, rest = vkey.partition("+")
    content = decode_base64(rest.partition("+")[2])
    verifier = Verifier(name, content[1:], check)
    if verifier.vkey() != vkey:  # also for a key of another type
        raise CheckpointRefused("this is not the text of an Ed25519 public key")
    return verifier


def key_id(name: str, public_key: bytes) -> bytes:
    """
    Return the four bytes that tell apart the keys of one name.
    """
    return sha256(name.encode() + b"\n" + ED25519 + public_key).digest()[:KEY_ID_BYTES]


def key_text(name: str, identifier: bytes, key: bytes) -> str:
    """
    Return a public key, or the seed of a secret one, as text.
    """
    return f"{name}+{identifier.hex()}+{encode_base64(ED25519 + key)}"


def check_name(name: str) -> str:
    """
    Return *name* if a key may bear it: no space of any script, no plus.

    Raises:
        CheckpointRefused: Otherwise.
    """
    check_characters(name)
    if not name or "+" in name or any(letter.isspace() for letter in name):
        raise CheckpointRefused("a key name is not empty and has neither space nor plus")
    return name


def decode_base64(text: str) -> bytes:
    """
    Return the bytes that are written as *text*, and in no other way.

    Raises:
        CheckpointRefused: Also for text that only a lenient reader accepts: two
            spellings of one signature would be two notes that say the same.
    """
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise CheckpointRefused("this is not base64") from None
    if encode_base64(content) != text:
        raise CheckpointRefused("this is base64, but not in its canonical form")
    return content


def encode_base64(content: bytes) -> str:
    """
    Write *content* as standard base64 with padding (RFC 4648 section 4).
    """
    return base64.b64encode(content).decode("ascii")


def check_characters(text: str) -> None:
    """
    Refuse what is not UTF-8, and controls other than the line feed.

    Raises:
        CheckpointRefused: If there is one.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise CheckpointRefused("a lone surrogate is not text") from None
    if any(letter < " " and letter != "\n" for letter in text):
        raise CheckpointRefused("a control character has no place in a note")
