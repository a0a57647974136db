"""
Seal bytes before they are stored: a thief of the database gets noise.

AES-256-GCM with a random nonce for each seal; 2^32 seals under one key are safe
(NIST SP 800-38D section 8.3), many times the photos of a large federation.  The
context is bound in, so that a sealed preview moved to another row does not open.
"""

import base64
import binascii
import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from service.errors import SettingsRefused, Unavailable

_FORMAT = b"\x01"
_NONCE_BYTES = 12
_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Sealer:
    """
    Seal and open with one key.
    """

    key: bytes = field(repr=False)

    def seal(self, content: bytes, context: bytes = b"") -> bytes:
        """
        Give *content* so that only `open` with the same *context* can read it.
        """
        nonce = os.urandom(_NONCE_BYTES)
        return _FORMAT + nonce + AESGCM(self.key).encrypt(nonce, content, _FORMAT + context)

    def open(self, sealed: bytes, context: bytes = b"") -> bytes:
        """
        Give back what was sealed.

        Raises:
            Unavailable: Another key, another context, or changed bytes.
        """
        nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        if sealed[:1] != _FORMAT:
            raise Unavailable("A sealed value has a format that this version does not know.")
        try:
            return AESGCM(self.key).decrypt(nonce, body, _FORMAT + context)
        except (InvalidTag, ValueError) as error:
            message = "A sealed value does not open: another sealing key, or changed bytes."
            raise Unavailable(message) from error


def new_key() -> str:
    """
    Give a new key as text for a key file.
    """
    return base64.b64encode(os.urandom(_KEY_BYTES)).decode()


def sealer_from(text: str) -> Sealer:
    """
    Read a key from the text of its file.

    Raises:
        SettingsRefused: It is not 32 bytes in base64; the text is not repeated.
    """
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != _KEY_BYTES:
        raise SettingsRefused("The sealing key file does not hold 32 bytes in base64.")
    return Sealer(key)
