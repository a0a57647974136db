"""
Vouch for the head of another log at an instant (C2SP tlog-cosignature).

    — <witness name> base64(key id ‖ 8 bytes of seconds ‖ Ed25519 signature)

is one more signature line below a checkpoint, over these lines and its text:

    cosignature/v1
    time <seconds since 1970>

A witness signs a head only if it continues the last one it has seen.  So two people who
are shown two versions of a log cannot both hold one that the witness vouches for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from service.ledger.failures import CheckpointRefused
from service.ledger.keys import (
    KEY_ID_BYTES,
    PUBLIC_KEY_BYTES,
    Ed25519Check,
    check_name,
    decode_base64,
    encode_base64,
)

COSIGNATURE = b"\x04"
"""The signature type byte; the key id covers it, so it is another key than a log's."""

Sign = Callable[[bytes], bytes]

_TIME_BYTES = 8
_SIGNATURE_BYTES = 64
_DASH = "\N{EM DASH} "


@dataclass(frozen=True, slots=True)
class Witness:
    """
    The public half of a witness's key.
    """

    name: str
    public_key: bytes

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
        named = self.name.encode() + b"\n" + COSIGNATURE + self.public_key
        return sha256(named).digest()[:KEY_ID_BYTES]

    def vkey(self) -> str:
        """
        Return the key as text, to be handed to everybody.
        """
        encoded = encode_base64(COSIGNATURE + self.public_key)
        return f"{self.name}+{self.key_id.hex()}+{encoded}"


def read_witness(vkey: str) -> Witness:
    """
    Read a witness's public key from its text.

    Raises:
        CheckpointRefused: If the text differs in any character from what the key
            in it would be written as.
    """
    name, _, rest = vkey.partition("+")
    witness = Witness(name, decode_base64(rest.partition("+")[2])[1:])
    if witness.vkey() != vkey:
        raise CheckpointRefused("this is not the text of a witness's key")
    return witness


def cosign(note: str, witness: Witness, at_seconds: int, sign: Sign) -> str:
    """
    Return *note* with the witness's line below its signatures.

    Whoever calls this answers for the head continuing all earlier ones.
    """
    signature = sign(_message(note, at_seconds))
    content = witness.key_id + at_seconds.to_bytes(_TIME_BYTES, "big") + signature
    return f"{note}{_DASH}{witness.name} {encode_base64(content)}\n"


def cosigned_at(note: str, witness: Witness, check: Ed25519Check) -> int:
    """
    Return the second since 1970 at which *witness* vouched for *note*.

    Raises:
        CheckpointRefused: If it did not, or the signature does not hold.
    """
    for line in note.rpartition("\n\n")[2].splitlines():
        name, _, encoded = line.removeprefix(_DASH).partition(" ")
        content = decode_base64(encoded) if name == witness.name else b""
        if content[:KEY_ID_BYTES] != witness.key_id:
            continue
        stamp = content[KEY_ID_BYTES : KEY_ID_BYTES + _TIME_BYTES]
        signature = content[KEY_ID_BYTES + _TIME_BYTES :]
        at = int.from_bytes(stamp, "big")
        is_whole = len(signature) == _SIGNATURE_BYTES
        if is_whole and check(witness.public_key, signature, _message(note, at)) is True:
            return at
        raise CheckpointRefused(f"the cosignature of {name} does not hold")
    raise CheckpointRefused(f"{witness.name} has not vouched for this head")


def _message(note: str, at_seconds: int) -> bytes:
    """
    Return what a witness signs: the instant, and the text of the head.
    """
    text, gap, _ = note.rpartition("\n\n")
    if not gap:
        raise CheckpointRefused("this is not a signed note")
    return f"cosignature/v1\ntime {at_seconds}\n{text}\n".encode()
