"""
Check an Ed25519 signature with nothing but Python (RFC 8032).

For the auditor's machine, where nothing is installed, and for reading: it is all
of the cryptography that a verifier must believe besides SHA-2.  Slow, some
milliseconds a signature.  It only checks; it never sees a secret, so it need not
take the same time for every input.
"""

from hashlib import sha512

_PRIME = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, -1, _PRIME) % _PRIME
_ROOT_OF_MINUS_ONE = pow(2, (_PRIME - 1) // 4, _PRIME)
_SIGN = 1 << 255
_KEY_BYTES = 32
_SIGNATURE_BYTES = 64

_Point = tuple[int, int, int, int]
"""X, Y, Z, T with x = X/Z, y = Y/Z, x*y = T/Z."""

_NEUTRAL: _Point = (0, 1, 1, 0)

_BASE_X = 15112221349535400772501151409588531511454012693041857206046113283949847762202
_BASE_Y = 46316835694926478169428394003475163141307993866256225615783033603165251855960
_BASE: _Point = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % _PRIME)


def check_ed25519(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """
    Say whether *signature* is that of *public_key* for *message*.
    """
    if len(public_key) != _KEY_BYTES or len(signature) != _SIGNATURE_BYTES:
        return False
    key = _decode(public_key)
    factor = int.from_bytes(signature[_KEY_BYTES:], "little")
    if key is None or factor >= _ORDER:
        return False
    seed = signature[:_KEY_BYTES] + public_key + message
    challenge = int.from_bytes(sha512(seed).digest(), "little") % _ORDER
    # R = s·B - k·A, compared as bytes, so that R has one spelling too.
    found = _add(_times(factor, _BASE), _times(challenge, _negative(key)))
    return _encode(found) == signature[:_KEY_BYTES]


def _add(one: _Point, other: _Point) -> _Point:
    """
    Add two points, which may be the same (RFC 8032 section 5.1.4).
    """
    a = (one[1] - one[0]) * (other[1] - other[0]) % _PRIME
    b = (one[1] + one[0]) * (other[1] + other[0]) % _PRIME
    c = 2 * one[3] * other[3] * _D % _PRIME
    d = 2 * one[2] * other[2] % _PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % _PRIME, g * h % _PRIME, f * g % _PRIME, e * h % _PRIME)


def _times(factor: int, point: _Point) -> _Point:
    """
    Add *point* to itself, *factor* times.
    """
    total = _NEUTRAL
    while factor:
        if factor & 1:
            total = _add(total, point)
        point = _add(point, point)
        factor >>= 1
    return total


def _negative(point: _Point) -> _Point:
    """
    Return the point that cancels *point*.
    """
    return (-point[0] % _PRIME, point[1], point[2], -point[3] % _PRIME)


def _encode(point: _Point) -> bytes:
    """
    Write y in 255 bits and the sign of x in the last.
    """
    inverse = pow(point[2], -1, _PRIME)
    x, y = point[0] * inverse % _PRIME, point[1] * inverse % _PRIME
    return (y | (x & 1) << 255).to_bytes(_KEY_BYTES, "little")


def _decode(encoded: bytes) -> _Point | None:
    """
    Read a point, if these bytes are one (RFC 8032 section 5.1.3).
    """
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number % _SIGN
    if y >= _PRIME:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _PRIME) % _PRIME
    x = pow(square, (_PRIME + 3) // 8, _PRIME)
    if x * x % _PRIME != square:
        x = x * _ROOT_OF_MINUS_ONE % _PRIME
    if x * x % _PRIME != square or (not x and sign):
        return None
    if x & 1 != sign:
        x = _PRIME - x
    return (x, y, 1, x * y % _PRIME)
