"""
Say of a photo who is in it, that somebody looked, and whose it is.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import NOBODY, Terminal, refused
from tests.fingerprint.drawing import draw_scene, encode

OWN = ("--source", "own", "--creator", "Ann Vos", "--licence", "ours", "--credit", "© Les Glycines")


@pytest.fixture
def house(glycines: Terminal, tmp_path: Path) -> Terminal:
    """
    Register one more photo, called sunset.
    """
    (tmp_path / "sunset.png").write_bytes(encode(draw_scene(901), "PNG"))
    assert 0 == glycines.type("photos", "register", tmp_path / "sunset.png").code
    return glycines


def test_photo_is_told_step_by_step_until_it_may_go(house: Terminal) -> None:
    codes = [house.type("check", "--photo", "sunset", "-c", "website").code]
    for words in (
        ("photos", "people", "sunset", "--nobody"),
        ("photos", "attest", "sunset", "--everybody"),
        ("photos", "rights", "sunset", *OWN),
    ):
        said = house.type(*words)
        assert (0, "") == (said.code, said.err)
        codes.append(house.type("check", "--photo", "sunset", "-c", "website").code)

    assert [4, 4, 4, 0] == codes


def test_the_story_of_a_photo_is_told_in_words(house: Terminal) -> None:
    house.type("audit", "verify")

    told = house.type("story", "--photo", "sunset", "--language", "en")

    assert (0, True) == (told.code, "A photo was registered." in told.out)


def test_who_is_in_it_is_said_with_how_they_are_seen(house: Terminal) -> None:
    said = house.type("photos", "people", "sunset", "Emma Peeters", "--crowd", "noah-janssens")
    read = house.read("photos", "people", "sunset", "Emma Peeters", "--ambience", "noah-janssens")
    listed = house.read("photos", "list", "--person", "Emma Peeters")

    assert "Noah Janssens (crowd)" in said.out
    assert ["targeted", "ambience"] == [each["visibility"] for each in read["depictions"]]
    assert "sunset" in {each["title"] for each in listed}


def test_it_is_called_something_else(house: Terminal) -> None:
    said = house.type("photos", "title", "sunset", "Dusk")
    listed = house.read("photos", "list")
    missing = house.type("photos", "title", "sunset", "Dusk")

    assert (0, "") == (said.code, said.err)
    assert "Dusk" in said.out
    assert "Dusk" in {each["title"] for each in listed}
    assert "not-found" in refused(missing)


def test_whoever_is_added_was_not_seen_by_who_looked_before(house: Terminal) -> None:
    house.read("photos", "people", "sunset", "--nobody")
    looked = house.read("photos", "attest", "sunset", "--everybody", "--informed")
    house.read("photos", "people", "sunset", "Emma Peeters")
    shown = house.type("photos", "show", "sunset")
    doubted = house.read("photos", "attest", "sunset", "--not-everybody", "--obscured")
    told = house.type("photos", "show", "sunset")

    assert (True, True) == (looked["is_attested"], looked["attestation"]["informed"])
    assert "but other people were named since" in shown.out
    assert (False, True) == (
        doubted["attestation"]["complete"],
        doubted["attestation"]["obscured"],
    )
    assert "copies are asked about" in told.out


def test_rights_are_said_with_their_limits(house: Terminal) -> None:
    read = house.read(
        *("photos", "rights", "sunset", "--source", "agency", "--creator", "Agence Lumière"),
        *("--licence", "one year", "--until", "2027-01-01", "--channel", "website"),
    )
    shown = house.type("photos", "show", "sunset")

    assert ("agency", "2027-01-01") == (
        read["rights"]["source"],
        read["rights"]["licence_until_on"],
    )
    assert read == house.read("photos", "show", "sunset")
    assert "Agence Lumière" in shown.out


def test_erased_photo_is_never_seen_again(house: Terminal) -> None:
    unasked = house.type("photos", "erase", "sunset")
    erased = house.read("photos", "erase", "sunset", "--yes")

    assert "say --yes" in refused(unasked)
    assert erased["erased"]
    assert "see `obstat photos list`" in refused(house.type("photos", "show", erased["id"]))


def test_whoever_says_yes_at_the_keyboard_erases(house: Terminal) -> None:
    said = house.type("photos", "erase", "sunset", keys="y\n")

    assert (0, "Erased.\n") == (said.code, said.out)
    assert "This cannot be undone." in said.err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["show", NOBODY], "see `obstat photos list`"),
        (["people", "Excursion à la mer"], "Name everybody who is in it, or say --nobody."),
        (["people", "Excursion à la mer", "Emma Peeters", "--nobody"], "or say --nobody."),
        (["people", "Excursion à la mer", "Nobody"], "see `obstat people list`"),
        (["people", NOBODY, "--nobody"], "see `obstat photos list`"),
        (["attest", "Excursion à la mer"], "Missing option '--everybody'"),
        (["attest", NOBODY, "--everybody"], "see `obstat photos list`"),
        (["attest", "Excursion à la mer", "--everybody", "--other-than", "X"], "photos list`"),
        (["rights", "Excursion à la mer"], "Missing option '--source'"),
        (["rights", "Excursion à la mer", "--source", "found"], "'found' is not one of"),
        (["rights", "Excursion à la mer", *OWN, "--until", "May"], "a day is written"),
        (["rights", "Excursion à la mer", *OWN, "--channel", "x"], "see `obstat channels list`"),
        (["erase", NOBODY, "--yes"], "see `obstat photos list`"),
        (["list", "--person", "Nobody"], "see `obstat people list`"),
    ],
)
def test_what_cannot_be_said_of_a_photo_is_refused_on_one_line(
    told: Terminal, words: list[str], complaint: str
) -> None:
    assert complaint in refused(told.type("photos", *words))
