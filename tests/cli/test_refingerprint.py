"""
After an upgrade photos are made to be found by what is looked for today.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from service.decision.ids import PhotoId
from service.records.paging import Page
from service.records.photos import PhotoRecord, Recipe
from service.settings import Settings
from service.usecases.caller import Caller
from service.usecases.checks.question import Upload
from service.usecases.photos import PhotoDetails, Renewal
from service.usecases.registry import Registry
from service.wiring import build
from tests.cli.terminal import Terminal
from tests.fingerprint.drawing import draw_scene, encode
from tests.readers import shared_readers

SIZE = (900, 700)
SEEDS = (1, 2, 3)


@contextmanager
def opened(terminal: Terminal) -> Iterator[Registry]:
    """
    Open the registry that the terminal is beside.
    """
    with shared_readers():
        registry = build(Settings(var_folder=terminal.folder, picture_workers=1))
    try:
        yield registry
    finally:
        registry.close()


@pytest.fixture
def upgraded(lilas: Terminal) -> Terminal:
    """
    Give a house whose photos were registered by an earlier program.
    """
    with opened(lilas) as registry:
        verb = registry.photos.register_photo
        rules = verb.look.rules
        recipes = replace(rules.recipes, features=Recipe("orb", 0))
        earlier = replace(verb, look=replace(verb.look, rules=replace(rules, recipes=recipes)))
        for seed in SEEDS:
            picture = encode(draw_scene(seed, SIZE), "JPEG", quality=90)
            caller = registry.organisations.act_as_operator("lilas")
            earlier(caller, PhotoDetails(Upload(picture), title=f"Scene {seed}"))
    return lilas


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    """
    Give a part of a registered picture, as a file.
    """
    file = tmp_path / "part.jpg"
    file.write_bytes(encode(draw_scene(2, SIZE).crop((0, 0, 600, 500)), "JPEG", quality=80))
    return file


def _match(terminal: Terminal, file: Path) -> str:
    said = terminal.type("check", file, "--json")
    match: str = said.json["pictures"][0]["match"]
    return match


def test_photos_of_an_earlier_program_are_made_to_be_found(upgraded: Terminal, cut: Path) -> None:
    assert "none" == _match(upgraded, cut)

    said = upgraded.type("photos", "refingerprint")

    assert (0, "3 made anew.\n", "") == (said.code, said.out, said.err)
    assert "altered_copy" == _match(upgraded, cut)
    again = upgraded.type("photos", "refingerprint")
    assert (0, "Everything is up to date.\n") == (again.code, again.out)


def test_doctor_says_when_it_is_needed(upgraded: Terminal) -> None:
    before = upgraded.type("doctor")
    upgraded.type("photos", "refingerprint")
    after = upgraded.type("doctor")

    assert (2, 0) == (before.code, after.code)
    assert "obstat photos refingerprint" in before.out


def test_what_was_interrupted_goes_on_where_it_stopped(upgraded: Terminal) -> None:
    with opened(upgraded) as registry:
        caller = registry.organisations.act_as_operator("lilas")
        (first,) = islice(registry.photos.refingerprint_photos(caller), 1)
    assert (1, 3) == (first.done, first.total)

    said = upgraded.type("photos", "refingerprint", "--json")

    assert {"renewed": 2, "unread": []} == said.json


def test_what_somebody_else_renewed_or_erased_meanwhile_is_no_trouble(upgraded: Terminal) -> None:
    with opened(upgraded) as registry:
        caller = registry.organisations.act_as_operator("lilas")
        mine = registry.photos.refingerprint_photos(caller)
        (first,) = islice(mine, 1)
        erased, *_ = (each.id for each in _others(registry, caller, first.photo_id))
        registry.photos.erase_photo(caller, erased)
        theirs = list(registry.photos.refingerprint_photos(caller))

        rest = [each.renewal for each in mine]

    assert (Renewal.MADE, [Renewal.MADE]) == (first.renewal, [each.renewal for each in theirs])
    assert [Renewal.NEEDLESS, Renewal.NEEDLESS] == rest


def _others(registry: Registry, caller: Caller, photo_id: PhotoId) -> list[PhotoRecord]:
    listed = registry.photos.list_photos(caller, Page()).items
    return [each for each in listed if each.id != photo_id]


def test_every_photo_has_its_line_in_the_ledger(upgraded: Terminal) -> None:
    upgraded.type("photos", "refingerprint")

    assert 0 == upgraded.type("audit", "verify").code
    with opened(upgraded) as registry:
        assert 0 == registry.photos.refingerprint_photos.count(
            registry.organisations.act_as_operator("lilas")
        )


def test_an_altered_copy_is_told_in_words(lilas: Terminal, cut: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole.jpg"
    whole.write_bytes(encode(draw_scene(2, SIZE), "JPEG", quality=90))
    assert 0 == lilas.type("photos", "register", whole).code

    said = lilas.type("check", cut)

    assert "a registered photo, but something in it differs" in said.out
    assert "part of it is cut away" in said.out
