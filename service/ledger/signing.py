"""
Hold the secret half of a key, and check signatures at full speed.

The only file of the room that needs `cryptography`; nothing that an auditor runs
imports it.
"""

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from service.ledger.failures import CheckpointRefused
from service.ledger.keys import (
    Verifier,
    check_name,
    decode_base64,
    key_id,
    key_text,
)

SEED_BYTES = 32
_PREFIX = "PRIVATE+KEY+"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """
    An Ed25519 key with the name of the log it signs for.

    Whoever has the seed can rewrite the log from now on, and sign the result.
    """

    name: str
    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """
        Refuse a seed or a name that makes no key.

        Raises:
            CheckpointRefused: If the seed is not 32 bytes or the name no name.
        """
        check_name(self.name)
        if len(self.seed) != SEED_BYTES:
            raise CheckpointRefused(f"a seed has {SEED_BYTES} bytes")

    @property
    def public_key(self) -> bytes:
        """
        Return the 32 bytes that everybody may know.
        """
        return self._secret().public_key().public_bytes_raw()

    @property
    def key_id(self) -> bytes:
        """
        Tell keys of one name apart.
        """
        return key_id(self.name, self.public_key)

    def sign(self, message: bytes) -> bytes:
        """
        Return the 64 bytes that only this key could make for *message*.
        """
        return self._secret().sign(message)

    def verifier(self) -> Verifier:
        """
        Return the public half.
        """
        return Verifier(self.name, self.public_key, check_ed25519_fast)

    def skey(self) -> str:
        """
        Return the key as text.  It contains the secret.
        """
        return f"{_PREFIX}{key_text(self.name, self.key_id, self.seed)}"

    def _secret(self) -> Ed25519PrivateKey:
        """
        Return the key as `cryptography` wants it.
        """
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def read_skey(skey: str) -> SigningKey:
    """
    Read a secret key from its text.

    Raises:
        CheckpointRefused: If the text differs in any character from what the key
            in it would be written as.  The message never repeats the text.
    """
    name, _, rest = skey.removeprefix(_PREFIX).partition("+")
    content = decode_base64(rest.partition("+")[2])
    key = SigningKey(name, content[1:])
    if key.skey() != skey:  # also for a key of another type
        raise CheckpointRefused("this is not the text of an Ed25519 secret key")
    return key


def check_ed25519_fast(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """
    Say whether *signature* is that of *public_key* for *message*.
    """
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
