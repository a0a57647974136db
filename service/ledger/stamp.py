"""
Ask for time stamps of heads, and read them (RFC 3161).

A stamp is the word of somebody outside that these bytes existed at an instant.  Here it
is read as far as it tells what was stamped and when; whether the authority signed it,
`openssl ts -verify` says with the authority's certificate.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from service.ledger.failures import ProofRefused

MEDIA_TYPE_ASKED, MEDIA_TYPE_ANSWERED = "application/timestamp-query", "application/timestamp-reply"
MAX_BYTES = 100_000
NONCE_BITS = 64

_INTEGER, _OCTETS, _OID, _SEQUENCE, _TIME, _EXPLICIT = 0x02, 0x04, 0x06, 0x30, 0x18, 0xA0
_NULL, _TRUE = b"\x05\x00", b"\x01\x01\xff"
_SHA256 = bytes.fromhex("608648016503040201")
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_TST_INFO = bytes.fromhex("2a864886f70d0109100104")
_GRANTED = frozenset({b"\x00", b"\x01"})
_LONG, _LENGTH_BYTES = 0x80, 4

Part = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Stamp:
    """
    What an authority says: this digest was there at this instant.
    """

    digest: bytes
    nonce: int | None
    at: datetime


def query(digest: bytes, nonce: int) -> bytes:
    """
    Return the request for a stamp of a SHA-256 digest.

    The certificate is asked for, so that the answer stands alone.
    """
    algorithm = _tlv(_SEQUENCE, _tlv(_OID, _SHA256) + _NULL)
    imprint = _tlv(_SEQUENCE, algorithm + _tlv(_OCTETS, digest))
    return _tlv(_SEQUENCE, _integer(1) + imprint + _integer(nonce) + _TRUE)


def read_reply(reply: bytes) -> Stamp:
    """
    Return what the answer of an authority says, proving no signature.

    Raises:
        ProofRefused: If it is no stamp, or the authority refused.
    """
    try:
        return _read(reply)
    except (ValueError, IndexError, StopIteration):
        raise ProofRefused("this is no time stamp") from None


def _read(reply: bytes) -> Stamp:
    status, *token = _parts(_only(reply, _SEQUENCE))
    if next(_parts(status[1]))[1] not in _GRANTED or len(token) != 1:
        raise ProofRefused("the authority gave no stamp")
    kind, content = _parts(token[0][1])
    if kind != (_OID, _SIGNED_DATA):
        raise ProofRefused("this is no signed time stamp")
    _, _, wrapped, *_ = _parts(_only(content[1], _SEQUENCE))
    kind, content = _parts(wrapped[1])
    if kind != (_OID, _TST_INFO):
        raise ProofRefused("what is signed is no time stamp")
    return _stamp(_only(_only(content[1], _OCTETS), _SEQUENCE))


def _stamp(body: bytes) -> Stamp:
    """
    Read what is signed.
    """
    _, _, imprint, _, time, *more = _parts(body)
    algorithm, digest = _parts(imprint[1])
    if next(_parts(algorithm[1])) != (_OID, _SHA256) or time[0] != _TIME:
        raise ProofRefused("it is no stamp of a SHA-256 digest")
    nonces = (int.from_bytes(content, "big") for tag, content in more if tag == _INTEGER)
    return Stamp(digest[1], next(nonces, None), _instant(time[1].decode("ascii")))


def _instant(text: str) -> datetime:
    """
    Read a GeneralizedTime in UTC, to the second or finer.
    """
    whole, _, fraction = text.removesuffix("Z").partition(".")
    if not text.endswith("Z"):
        raise ValueError(text)
    at = datetime.strptime(whole, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return at.replace(microsecond=int(fraction.ljust(6, "0")[:6])) if fraction else at


def _only(content: bytes, tag: int) -> bytes:
    """
    Return the content of the one part that there is, of this kind.
    """
    ((found, inner),) = _parts(content)
    if found != tag:
        raise ValueError(found)
    return inner


def _parts(content: bytes) -> Iterator[Part]:
    """
    Yield tag and content of each part, in definite lengths (DER).
    """
    at = 0
    while at < len(content):
        tag, length = content[at], content[at + 1]
        at += 2
        if length >= _LONG:
            count = length - _LONG
            if not 0 < count <= _LENGTH_BYTES:
                raise ValueError(length)
            length = int.from_bytes(content[at : at + count], "big")
            at += count
        if at + length > len(content):
            raise ValueError(length)
        yield tag, content[at : at + length]
        at += length


def _tlv(tag: int, content: bytes) -> bytes:
    size = len(content)
    if size < _LONG:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, _LONG + len(length))) + length + content


def _integer(value: int) -> bytes:
    return _tlv(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))
