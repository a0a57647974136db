"""
Register and ask about clips and documents.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.fingerprint.drawing import draw_scene, encode
from tests.fingerprint.films import document, film, scenes

SHOTS = scenes(301, 302, 303)
PAGE = (
    *("channels", "register", "page", "--name", "Our page", "--medium", "social", "--members"),
    *("--audience", "public", "--address", "page.example", "--purpose", "information"),
)


@pytest.fixture
def house(lilas: Terminal, tmp_path: Path) -> tuple[Terminal, Path]:
    """
    Register a page and a clip; give a terminal, and the folder of the clip.
    """
    assert 0 == lilas.type(*PAGE).code
    (tmp_path / "party.mp4").write_bytes(film(SHOTS))
    assert 0 == lilas.type("photos", "register", tmp_path / "party.mp4").code
    return lilas, tmp_path


def test_a_clip_is_registered_under_its_name(house: tuple[Terminal, Path]) -> None:
    terminal, _ = house
    (listed,) = terminal.type("photos", "list", "--json").json

    assert ("party", "mp4") == (listed["title"], listed["format"])


def test_a_still_of_a_clip_is_told_its_second(house: tuple[Terminal, Path]) -> None:
    terminal, folder = house
    (folder / "still.png").write_bytes(encode(SHOTS[2], "PNG"))

    said = terminal.type("check", folder / "still.png", "--channel", "page")

    assert "as at 0:02 of the registered one" in said.out
    assert (4, "") == (said.code, said.err)


def test_a_part_of_a_clip_is_told_both_seconds(house: tuple[Terminal, Path]) -> None:
    terminal, folder = house
    (folder / "part.webm").write_bytes(film(SHOTS[1:], "libvpx", "webm"))

    said = terminal.type("check", folder / "part.webm")

    assert "at 0:00, as at 0:01 of the registered one" in said.out
    assert "looked at once a second at most" in said.out


def test_a_photo_on_a_page_is_told_its_page(house: tuple[Terminal, Path]) -> None:
    terminal, folder = house
    pages = [[(draw_scene(310), (0, 0, 595, 842))], [(SHOTS[0], (40, 500, 400, 300))]]
    (folder / "leaflet.pdf").write_bytes(document(pages))

    said = terminal.type("check", folder / "leaflet.pdf", "--json")

    (picture,) = said.json["pictures"]
    (found,) = picture["resembles"]
    assert {"sent": {"page": 2}, "registered": {"at_seconds": 0}} in found["places"]


def test_a_clip_that_ends_early_is_refused_by_its_name(house: tuple[Terminal, Path]) -> None:
    terminal, folder = house
    (folder / "half.mp4").write_bytes(film(SHOTS)[:-500])

    said = terminal.type("check", folder / "half.mp4")

    assert (2, True) == (said.code, "half.mp4: The picture file ends too early" in said.err)
