"""
The check that needs nothing but Python agrees with the one that is fast.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.ledger.ed25519 import check_ed25519
from service.ledger.signing import SigningKey, check_ed25519_fast
from tests.ledger.stored import vectors

TESTS = vectors("rfc8032")["tests"]
ORDER = 2**252 + 27742317777372353535851937790883648493
KEY = SigningKey("a", bytes(range(32)))

octets = st.binary(min_size=32, max_size=32)


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test["message"])
def test_the_published_signatures_are_made_and_hold(test: dict[str, str]) -> None:
    seed, public, message, signature = (
        bytes.fromhex(test[part]) for part in ("seed", "public_key", "message", "signature")
    )

    assert (public, signature) == (
        SigningKey("a", seed).public_key,
        SigningKey("a", seed).sign(message),
    )
    for check in (check_ed25519, check_ed25519_fast):
        assert check(public, signature, message)
        assert not check(public, signature, message + b"\x00")


@given(octets, st.binary(max_size=80))
def test_every_true_signature_holds(seed: bytes, message: bytes) -> None:
    key = SigningKey("a", seed)

    assert check_ed25519(key.public_key, key.sign(message), message)


@given(st.integers(0, 127), st.integers(1, 255))
def test_no_signature_with_another_byte_holds(place: int, change: int) -> None:
    message = b"the head of a log, 32 bytes long"
    whole = bytearray(KEY.sign(message) + KEY.public_key + message)
    whole[place] ^= change
    signature, public, said = bytes(whole[:64]), bytes(whole[64:96]), bytes(whole[96:])

    assert not check_ed25519(public, signature, said)
    assert not check_ed25519_fast(public, signature, said)


@given(octets, octets, octets)
def test_both_checks_refuse_what_is_made_up(public: bytes, one: bytes, other: bytes) -> None:
    assert not check_ed25519(public, one + other, b"")
    assert not check_ed25519_fast(public, one + other, b"")


def test_a_signature_has_one_spelling() -> None:
    signature = KEY.sign(b"message")
    factor = int.from_bytes(signature[32:], "little")
    doubled = signature[:32] + (factor + ORDER).to_bytes(32, "little")

    assert check_ed25519(KEY.public_key, signature, b"message")
    assert not check_ed25519(KEY.public_key, doubled, b"message")


@pytest.mark.parametrize(
    ("public_key", "signature"),
    [
        (KEY.public_key[:31], KEY.sign(b"")),
        (KEY.public_key + b"\x00", KEY.sign(b"")),
        (KEY.public_key, KEY.sign(b"")[:63]),
        (KEY.public_key, KEY.sign(b"") + b"\x00"),
        (b"", b""),
        ((2**255 - 19).to_bytes(32, "little"), KEY.sign(b"")),
        ((1 | 1 << 255).to_bytes(32, "little"), KEY.sign(b"")),
        ((2).to_bytes(32, "little"), KEY.sign(b"")),
    ],
    ids=[
        "a short key",
        "a long key",
        "a short signature",
        "a long signature",
        "nothing",
        "y beyond the prime",
        "minus zero",
        "no point of the curve",
    ],
)
def test_what_is_no_key_or_no_signature_is_refused(public_key: bytes, signature: bytes) -> None:
    assert not check_ed25519(public_key, signature, b"")
