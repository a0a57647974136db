"""
A picture is covered on the command line, looked at, and may go then.
"""

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.terminal import Terminal, refused
from tests.fingerprint.drawing import draw_scene, encode

OWN = ("--source", "own", "--creator", "Ann Vos", "--licence", "ours", "--credit", "© Les Glycines")
LEFT = "50,200,200,600"


@pytest.fixture
def house(glycines: Terminal, tmp_path: Path) -> Terminal:
    """
    Register one more photo, called sunset, with Noah, whose father said no.
    """
    (tmp_path / "sunset.jpg").write_bytes(encode(draw_scene(901, (1200, 900)), "JPEG", quality=92))
    assert 0 == glycines.type("photos", "register", tmp_path / "sunset.jpg").code
    assert 0 == glycines.type("photos", "people", "sunset", "noah-janssens").code
    assert 0 == glycines.type("photos", "attest", "sunset", "--everybody").code
    return glycines


def test_a_covered_picture_is_saved_and_registered_step_by_step(
    house: Terminal, tmp_path: Path
) -> None:
    saved = tmp_path / "covered.jpg"
    told = house.read(
        "photos", "cover", tmp_path / "sunset.jpg", saved, "--pixelate", LEFT, "--of", "sunset"
    )
    codes = [house.type("check", saved, "-c", "facebook-colibris").code]
    house.type("photos", "people", "covered", "--nobody")
    house.type("photos", "rights", "covered", *OWN)
    house.type("photos", "attest", "covered", "--everybody")
    codes.append(house.type("check", saved, "-c", "facebook-colibris").code)
    house.type("photos", "attest", "covered", "--everybody", "--nobody-under-covers")
    codes.append(house.type("check", saved, "-c", "facebook-colibris").code)

    assert [4, 4, 0] == codes
    assert ({"file", "media_type", "id"}, "image/jpeg") == (set(told), told["media_type"])


def test_a_picture_is_cut_without_being_registered(house: Terminal, tmp_path: Path) -> None:
    saved = tmp_path / "cut.jpg"
    before = len(house.read("photos", "list"))
    said = house.type(
        "photos", "cover", tmp_path / "sunset.jpg", saved, "--crop", "0,0,500,1000", "--fill", LEFT
    )

    assert (0, True) == (said.code, str(saved) in said.out)
    with Image.open(saved) as opened:
        assert (600, 900) == opened.size
    assert before == len(house.read("photos", "list"))


@pytest.mark.parametrize("words", [(), ("--fill", "1,2,3"), ("--fill", "900,0,200,10")], ids=str)
def test_what_is_no_region_is_refused_and_nothing_is_saved(
    house: Terminal, tmp_path: Path, words: tuple[str, ...]
) -> None:
    saved = tmp_path / "covered.jpg"
    said = house.type("photos", "cover", tmp_path / "sunset.jpg", saved, *words)

    assert refused(said)
    assert not saved.exists()
