"""
Text counts when a known key vouches for it, and never otherwise.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.ledger.failures import CheckpointRefused
from service.ledger.keys import Verifier, read_vkey
from service.ledger.note import MAX_SIGNATURES, open_note, sign_note
from service.ledger.signing import SigningKey, check_ed25519_fast, read_skey
from tests.ledger.logs import KEY, STRANGER, WITNESS
from tests.ledger.stored import vectors

NOTES = vectors("signed_note")
TEXT: str = NOTES["text"]
PETER_LINE: str = NOTES["peter"]["line"]
ENOCH_LINE: str = NOTES["enoch"]["line"]
PETER = read_vkey(NOTES["peter"]["vkey"], check_ed25519_fast)
ENOCH = read_vkey(NOTES["enoch"]["vkey"], check_ed25519_fast)


def test_the_published_note_opens_with_either_key_and_with_both() -> None:
    note = f"{TEXT}\n{PETER_LINE}{ENOCH_LINE}"

    assert (TEXT, (PETER,)) == open_note(note, [PETER])
    assert (TEXT, (ENOCH,)) == open_note(note, [ENOCH])
    assert (TEXT, (PETER, ENOCH)) == open_note(note, [ENOCH, PETER])


def test_signing_the_published_text_gives_the_published_note() -> None:
    assert f"{TEXT}\n{PETER_LINE}" == sign_note(TEXT, [read_skey(NOTES["peter"]["skey"])])


def test_a_note_that_only_strangers_signed_is_refused() -> None:
    with pytest.raises(CheckpointRefused):
        open_note(f"{TEXT}\n{PETER_LINE}", [ENOCH])
    with pytest.raises(CheckpointRefused):
        open_note(f"{TEXT}\n{PETER_LINE}", [])


def test_a_bad_signature_of_a_known_key_refuses_the_note_whoever_else_signed() -> None:
    spoiled = PETER_LINE[:60] + ("A" if PETER_LINE[60] != "A" else "B") + PETER_LINE[61:]

    for lines in (spoiled, ENOCH_LINE + spoiled, spoiled + ENOCH_LINE, PETER_LINE + spoiled):
        with pytest.raises(CheckpointRefused):
            open_note(f"{TEXT}\n{lines}", [PETER, ENOCH])


def test_a_bad_signature_of_an_unknown_key_is_no_concern_of_ours() -> None:
    spoiled = PETER_LINE[:60] + "ABCD" + PETER_LINE[60:]

    assert (TEXT, (ENOCH,)) == open_note(f"{TEXT}\n{spoiled}{ENOCH_LINE}", [ENOCH])


def test_a_key_is_known_by_name_and_id_together() -> None:
    renamed = ENOCH_LINE.replace("EnochRoot", "PeterNeumann")

    assert (TEXT, (PETER,)) == open_note(f"{TEXT}\n{PETER_LINE}{renamed}", [PETER, ENOCH])


def test_signatures_without_a_text_are_no_note() -> None:
    lines = sign_note("\n", [KEY]).removeprefix("\n\n")

    with pytest.raises(CheckpointRefused):
        open_note(lines, [KEY.verifier()])


def test_a_text_may_contain_empty_lines() -> None:
    text = "one\n\ntwo\n\n"
    note = sign_note(text, [KEY])

    assert (text, (KEY.verifier(),)) == open_note(note, [KEY.verifier()])


@pytest.mark.parametrize("count", [16, MAX_SIGNATURES])
def test_a_note_may_carry_many_signatures(count: int) -> None:
    note = sign_note(TEXT, [WITNESS] * (count - 1) + [KEY])

    assert (TEXT, (KEY.verifier(),)) == open_note(note, [KEY.verifier()])


def test_a_note_with_endless_signatures_is_refused_unread() -> None:
    note = f"{TEXT}\n{PETER_LINE * (MAX_SIGNATURES + 1)}"

    with pytest.raises(CheckpointRefused):
        open_note(note, [PETER])
    with pytest.raises(CheckpointRefused):
        sign_note(TEXT, [KEY] * (MAX_SIGNATURES + 1))


@pytest.mark.parametrize(
    "note",
    [
        "",
        "\n",
        TEXT,
        f"{TEXT}\n",
        f"{TEXT}\n{PETER_LINE[:-1]}",
        f"\x01{TEXT}\n{PETER_LINE}",
        f"{TEXT}\r\n{PETER_LINE}",
        f"{TEXT}\t\n{PETER_LINE}",
        f"\udcff{TEXT}\n{PETER_LINE}",
        f"{TEXT}{PETER_LINE}",
        f"{TEXT}\n{PETER_LINE}A line that is none.\n",
        f"{TEXT}\n{PETER_LINE}\n",
        f"{TEXT}\n{PETER_LINE.replace('PeterNeumann', 'Bad Name')}",
        f"{TEXT}\n{PETER_LINE.replace('PeterNeumann', 'Bad+Name')}",
        f"{TEXT}\n{PETER_LINE.replace('PeterNeumann', '')}",
        f"{TEXT}\n{PETER_LINE}— EnochRoot \n",
        f"{TEXT}\n{PETER_LINE}— EnochRoot AAAAAA==\n",
        f"{TEXT}\n{PETER_LINE}— EnochRoot AAAAAAB=\n",
        f"{TEXT}\n{PETER_LINE}—EnochRoot AAAAAAA=\n",
        f"{TEXT}\n{PETER_LINE}- EnochRoot AAAAAAA=\n",
    ],
)
def test_a_malformed_note_is_refused_though_a_good_signature_is_in_it(note: str) -> None:
    with pytest.raises(CheckpointRefused):
        open_note(note, [PETER])


@pytest.mark.parametrize(
    "text", ["", "no line feed", "a control \x00 character\n", "half \ud800\n"]
)
def test_a_text_that_would_not_read_back_is_not_signed(text: str) -> None:
    with pytest.raises(CheckpointRefused):
        sign_note(text, [KEY])


def test_a_note_without_signature_is_not_written() -> None:
    with pytest.raises(CheckpointRefused):
        sign_note(TEXT, [])


def test_only_true_itself_is_a_yes_of_the_plugged_in_check() -> None:
    for answer in (False, None, 1, "yes", b"\x01"):
        careless = Verifier(PETER.name, PETER.public_key, lambda *_, said=answer: said)
        with pytest.raises(CheckpointRefused):
            open_note(f"{TEXT}\n{PETER_LINE}", [careless])


def test_one_key_may_be_listed_twice_but_two_keys_may_not_be_one() -> None:
    note = f"{TEXT}\n{PETER_LINE}"
    assert (TEXT, (PETER,)) == open_note(note, [PETER, PETER])

    with pytest.raises(CheckpointRefused):
        open_note(note, [PETER, _Doppelganger(PETER.name, KEY.public_key, check_ed25519_fast)])


@given(st.integers(0, 10_000), st.characters(exclude_categories=["Cs"]))
def test_a_note_with_one_other_character_is_refused(place: int, letter: str) -> None:
    note = sign_note(TEXT, [SigningKey("a", KEY.seed)])
    place %= len(note)
    spoiled = note[:place] + letter + note[place + 1 :]

    if spoiled != note:
        with pytest.raises(CheckpointRefused):
            open_note(spoiled, [SigningKey("a", KEY.seed).verifier()])


def test_a_stranger_with_the_same_name_is_a_stranger() -> None:
    with pytest.raises(CheckpointRefused):
        open_note(sign_note(TEXT, [STRANGER]), [KEY.verifier()])


class _Doppelganger(Verifier):
    """
    A key that was searched for until its id collided.
    """

    @property
    def key_id(self) -> bytes:
        """
        Give the id of somebody else.
        """
        return PETER.key_id
