"""
Keys have names, ids and one spelling as text.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.ledger.failures import CheckpointRefused
from service.ledger.keys import Verifier, decode_base64, read_vkey
from service.ledger.signing import SigningKey, check_ed25519_fast, read_skey
from tests.ledger.logs import KEY, NEXT_KEY
from tests.ledger.stored import vectors

NOTES = vectors("signed_note")
PETER_VKEY = NOTES["peter"]["vkey"]
PETER_SKEY = NOTES["peter"]["skey"]


def test_the_published_public_key_reads_back() -> None:
    verifier = read_vkey(PETER_VKEY, check_ed25519_fast)

    assert ("PeterNeumann", "c74f20a3") == (verifier.name, verifier.key_id.hex())
    assert PETER_VKEY == verifier.vkey()


def test_the_published_secret_key_belongs_to_the_public_one() -> None:
    key = read_skey(PETER_SKEY)

    assert (PETER_SKEY, PETER_VKEY) == (key.skey(), key.verifier().vkey())


@pytest.mark.parametrize("why", NOTES["refused_vkeys"])
def test_a_published_bad_key_is_refused(why: str) -> None:
    with pytest.raises(CheckpointRefused):
        read_vkey(NOTES["refused_vkeys"][why], check_ed25519_fast)


def test_no_part_of_a_key_is_a_key() -> None:
    for text in (PETER_VKEY, PETER_SKEY):
        parts = [
            text[start:end]
            for start in range(len(text))
            for end in range(start + 1, len(text) + 1)
            if (start, end) != (0, len(text))
        ]
        assert [] == [part for part in parts if _is_a_key(part)]


def test_no_key_with_another_character_is_a_key() -> None:
    for text in (PETER_VKEY, PETER_SKEY):
        spoiled = [
            text[:place] + chr(ord(text[place]) + change) + text[place + 1 :]
            for place in range(len(text))
            for change in (-1, 1)
        ]
        assert [] == [each for each in spoiled if _is_a_key(each)]


def test_hex_in_capitals_is_another_spelling_and_refused() -> None:
    with pytest.raises(CheckpointRefused):
        read_vkey(PETER_VKEY.replace("c74f20a3", "C74F20A3"), check_ed25519_fast)


@given(st.binary(min_size=32, max_size=32), st.from_regex(r"[a-z./-]{1,20}", fullmatch=True))
def test_a_key_reads_back_from_its_text(seed: bytes, name: str) -> None:
    key = SigningKey(name, seed)

    assert key == read_skey(key.skey())
    assert key.verifier() == read_vkey(key.verifier().vkey(), check_ed25519_fast)


def test_a_secret_is_not_shown_by_accident() -> None:
    assert f"SigningKey(name={KEY.name!r})" == repr(KEY)
    for secret in (KEY.seed.hex(), KEY.skey()):
        assert secret not in f"{KEY!r} {KEY} {KEY.verifier()}"


def test_a_secret_is_not_repeated_in_a_refusal() -> None:
    with pytest.raises(CheckpointRefused) as caught:
        read_skey(PETER_SKEY[:-4] + "AAAA")

    assert PETER_SKEY.rpartition("+")[2][:20] not in str(caught.value)


@pytest.mark.parametrize(
    "name", ["", "a b", "a+b", "a\nb", "a\u00a0b", "a\u2003b", "a\tb", "a\u0085b", "a\ud800"]
)
def test_a_name_that_breaks_the_line_is_refused(name: str) -> None:
    with pytest.raises(CheckpointRefused):
        SigningKey(name, KEY.seed)
    with pytest.raises(CheckpointRefused):
        Verifier(name, KEY.public_key, check_ed25519_fast)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(CheckpointRefused):
        SigningKey("a", bytes(length))
    with pytest.raises(CheckpointRefused):
        Verifier("a", bytes(length), check_ed25519_fast)


def test_two_keys_of_one_name_have_two_ids() -> None:
    assert KEY.name == NEXT_KEY.name
    assert KEY.key_id != NEXT_KEY.key_id


@pytest.mark.parametrize("text", ["AA=", "AB==", "AA==\n", "A A=", "AA", "é", "-_==", "AA==AA=="])
def test_base64_has_one_spelling(text: str) -> None:
    with pytest.raises(CheckpointRefused):
        decode_base64(text)


def test_the_fast_check_refuses_what_is_no_key_or_no_signature() -> None:
    signature = KEY.sign(b"message")

    assert check_ed25519_fast(KEY.public_key, signature, b"message")
    assert not check_ed25519_fast(KEY.public_key[:31], signature, b"message")
    assert not check_ed25519_fast(KEY.public_key, signature[:63], b"message")
    assert not check_ed25519_fast(KEY.public_key, signature, b"another")


def _is_a_key(text: str) -> bool:
    """
    Say whether the text is read as a key, public or secret.
    """
    for read in (lambda: read_vkey(text, check_ed25519_fast), lambda: read_skey(text)):
        try:
            read()
        except CheckpointRefused:
            continue
        return True
    return False
