"""
The pictures of the demo can be told apart, and their copies recognised.
"""

from itertools import combinations
from pathlib import Path

import imagehash
import numpy as np
import pytest
from PIL import Image, ImageStat

from cli.demo.drawing.folder import EXIF_ARTIST, EXIF_TAKEN, Drawn, Kind, contents_of
from cli.demo.drawing.paper import signed_form
from cli.demo.drawing.scene import Scene, draw
from cli.demo.drawing.scenes.catalogue import NEIGHBOUR, SCENES, UNREGISTERED
from cli.demo.making import FOLDER

FAR_BITS, NEAR_BITS = 70, 40
"""Of 256: more is another picture for certain, less is the same one."""
Distances = list[tuple[Drawn, Drawn, int, int]]
TURNS = (None, *Image.Transpose)


@pytest.fixture(scope="module")
def drawn(story: Path) -> list[Drawn]:
    """
    Give the pictures as the demo drew them, when it was told.
    """
    return contents_of(story / "var" / FOLDER)


def bits_in_every_turn(file: Path) -> list[np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    with Image.open(file) as picture:
        grey = picture.convert("L").resize((64, 64), Image.Resampling.LANCZOS)
    turned = (grey if turn is None else grey.transpose(turn) for turn in TURNS)
    return [np.asarray(imagehash.phash(each, hash_size=16).hash).flatten() for each in turned]


@pytest.fixture(scope="module")
def distances(drawn: list[Drawn]) -> Distances:
    """
    Measure every pair: upright, and in the orientation in which they are nearest.
    """
    hashes = {each.file: bits_in_every_turn(each.file) for each in drawn}
    found = []
    for one, other in combinations(drawn, 2):
        upright = hashes[one.file][0]
        apart = [int(np.count_nonzero(upright != each)) for each in hashes[other.file]]
        found.append((one, other, apart[0], min(apart)))
    return found


def is_same_place(one: Drawn, other: Drawn) -> bool:
    return one.scene.slug == other.scene.slug


def test_two_scenes_are_far_apart_in_every_orientation(distances: Distances) -> None:
    too_near = [
        (one.file.name, other.file.name, nearest)
        for one, other, _, nearest in distances
        if not is_same_place(one, other) and nearest <= FAR_BITS
    ]

    assert [] == too_near


def test_forwarded_copies_and_the_next_frame_are_near_their_original(distances: Distances) -> None:
    looked_at = [
        (other.file.name, upright)
        for one, other, upright, _ in distances
        if one.kind is Kind.REGISTERED
        and is_same_place(one, other)
        and other.kind in {Kind.COPY, Kind.NEIGHBOUR}
    ]

    assert 3 == len(looked_at)
    assert [] == [(name, apart) for name, apart in looked_at if apart > NEAR_BITS]


def test_every_scene_is_written_once_and_every_kind_of_trial_is_there(drawn: list[Drawn]) -> None:
    registered = [each.scene for each in drawn if each.kind is Kind.REGISTERED]

    assert list(SCENES) == registered
    assert set(Kind) == {each.kind for each in drawn}


def test_files_are_what_their_names_say_and_three_formats_are_used(drawn: list[Drawn]) -> None:
    said = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
    found = set()
    for each in drawn:
        with Image.open(each.file) as picture:
            picture.load()
            found.add(picture.format)
            assert said[each.file.suffix[1:]] == picture.format

    assert set(said.values()) == found


def test_registered_files_carry_their_maker_and_the_day(drawn: list[Drawn]) -> None:
    for each in drawn:
        if each.kind is Kind.REGISTERED:
            with Image.open(each.file) as picture:
                exif = picture.getexif()
            assert each.scene.photographer == exif[EXIF_ARTIST]
            assert (EXIF_TAKEN in exif) == (each.scene.slug != "archive")


def test_scene_drawn_twice_is_the_same_to_the_last_pixel() -> None:
    assert draw(NEIGHBOUR).tobytes() == draw(NEIGHBOUR).tobytes()


@pytest.mark.parametrize("scene", [*SCENES, NEIGHBOUR, UNREGISTERED], ids=lambda each: each.title)
def test_everybody_stands_inside_the_picture(scene: Scene) -> None:
    for each in scene.people:
        left, top, width, height = each.region

        assert min(left, top) >= 0 < min(width, height)
        assert max(left + width, top + height) <= 1000


def test_somebody_who_must_never_be_shown_walks_into_the_next_frame() -> None:
    garden = next(each for each in SCENES if each.slug == "jardin")
    then = {each.slug for each in garden.people}

    assert {"alix-renard"} == {each.slug for each in NEIGHBOUR.people} - then


@pytest.mark.parametrize("scene", SCENES, ids=lambda each: each.slug)
def test_every_scene_knows_whose_picture_it_is_and_what_it_shows(scene: Scene) -> None:
    assert all((scene.photographer, scene.credit, scene.licence, scene.title))
    assert 40 < len(scene.alt) < 160
    assert scene.people


def test_a_yes_and_a_no_on_paper_are_two_pictures() -> None:
    said = [
        signed_form("Droit à l’image", "Zoé Œillet", "Hélène Œillet", "01.07.2026", is_yes=is_yes)
        for is_yes in (True, False)
    ]
    spread = ImageStat.Stat(said[0].convert("L")).stddev[0]

    assert said[0].tobytes() != said[1].tobytes()
    assert spread > 5
