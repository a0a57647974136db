"""
Bytes that are stored under a seal.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.access.sealing import new_key, sealer_from
from service.errors import SettingsRefused, Unavailable

SEALER = sealer_from(new_key())


@given(content=st.binary(max_size=2000), context=st.binary(max_size=40))
def test_what_was_sealed_comes_back(content: bytes, context: bytes) -> None:
    assert content == SEALER.open(SEALER.seal(content, context), context)


@given(content=st.binary(max_size=200), place=st.integers(min_value=0), bit=st.integers(0, 7))
def test_any_changed_bit_is_noticed(content: bytes, place: int, bit: int) -> None:
    sealed = bytearray(SEALER.seal(content))
    sealed[place % len(sealed)] ^= 1 << bit

    with pytest.raises(Unavailable):
        SEALER.open(bytes(sealed))


def test_a_seal_does_not_open_elsewhere() -> None:
    sealed = SEALER.seal(b"preview", b"photo 1")

    with pytest.raises(Unavailable):
        SEALER.open(sealed, b"photo 2")
    with pytest.raises(Unavailable):
        sealer_from(new_key()).open(sealed, b"photo 1")
    for length in range(len(sealed)):
        with pytest.raises(Unavailable):
            SEALER.open(sealed[:length], b"photo 1")


def test_equal_contents_are_sealed_differently() -> None:
    assert SEALER.seal(b"preview") != SEALER.seal(b"preview")


@pytest.mark.parametrize(
    "text",
    ["", "short", "AAAA", "é" * 44, new_key()[:-4]],
    ids=["empty", "short", "three bytes", "no base64", "cut"],
)
def test_a_text_that_is_no_key_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(SettingsRefused) as refused:
        sealer_from(text)

    assert not text or text not in refused.value.message


def test_the_key_is_not_shown() -> None:
    assert "key" not in repr(SEALER)
