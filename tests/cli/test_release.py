"""
A registered photo is saved as it may be published.
"""

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.terminal import Terminal, refused
from tests.fingerprint.drawing import draw_scene, encode

OWN = ("--source", "own", "--creator", "Ann Vos", "--licence", "ours", "--credit", "© Les Glycines")


@pytest.fixture
def house(glycines: Terminal, tmp_path: Path) -> Terminal:
    """
    Register a photo of nobody, called sunset.
    """
    content = encode(draw_scene(902, (2400, 1200)), "JPEG", quality=92)
    (tmp_path / "sunset.jpg").write_bytes(content)
    for words in (
        ("register", tmp_path / "sunset.jpg"),
        ("people", "sunset", "--nobody"),
        ("rights", "sunset", *OWN),
        ("attest", "sunset", "--everybody"),
    ):
        assert 0 == glycines.type("photos", *words).code
    return glycines


def test_a_photo_is_saved_as_it_may_go(house: Terminal, tmp_path: Path) -> None:
    saved = tmp_path / "site.jpg"
    words = (saved, "-c", "website", "--alt-text", "The sun sets", "--language", "en")
    told = house.read("photos", "release", tmp_path / "sunset.jpg", *words)

    with Image.open(saved) as opened:
        assert ((1920, 960), b"The sun sets" in opened.info["xmp"]) == (opened.size, True)
    assert (1920, 960) == (told["width_px"], told["height_px"])
    assert 0 == house.type("check", saved, "-c", "website").code


def test_what_is_not_registered_is_not_released(house: Terminal, tmp_path: Path) -> None:
    other = tmp_path / "other.jpg"
    other.write_bytes(encode(draw_scene(903), "JPEG"))
    saved = tmp_path / "site.jpg"

    assert refused(house.type("photos", "release", other, saved, "-c", "website"))
    assert not saved.exists()


def test_a_web_page_says_whose_it_is(house: Terminal) -> None:
    page = house.type("photos", "markup", "sunset")

    assert '"creditText": "© Les Glycines"' in page.out
    assert "ADDRESS-OF-THE-PICTURE" in page.err
    told = house.read("photos", "markup", "sunset", "--address", "https://g.example/sunset.jpg")
    assert ("https://g.example/sunset.jpg", "© Ann Vos") == (
        told["contentUrl"],
        told["copyrightNotice"],
    )
