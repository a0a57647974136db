"""
A picture is kept for a while, between two steps of one person's work.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from threading import enumerate as living_threads

import pytest
from PIL import Image

from service.errors import BadImage, NotAllowed, NotFound, TooMany
from service.records.drafts import Draft
from service.usecases.caller import Caller
from service.usecases.checks import Upload
from service.usecases.drafts import AddDraft
from service.usecases.registry import Registry
from tests.api.clock import Clock
from tests.api.door import Door, House
from tests.api.office import channel, row_counts, scene
from tests.fingerprint.drawing import draw_scene, encode_turned

MONDAY = datetime(2025, 9, 1, 8, tzinfo=UTC)


def _asking(door: Door) -> tuple[Registry, Caller]:
    registry = door.house.registry
    return registry, registry.keys.identify_key(door.key)


def _add(door: Door, content: bytes, filename: str | None = "farm.jpg") -> Draft:
    registry, caller = _asking(door)
    return registry.drafts.add_draft(caller, Upload(content, filename))


def _with_room_for(registry: Registry, **limits: int) -> AddDraft:
    shelf = registry.drafts.add_draft.shelf
    return AddDraft(replace(shelf, limits=replace(shelf.limits, **limits)))


def test_a_draft_can_be_checked_without_being_sent_again(door: Door) -> None:
    channel(door)
    registry, caller = _asking(door)
    draft = _add(door, scene(1), "C:\\Camera\\farm\u202e.jpg\n")

    kept = registry.drafts.get_draft(caller, draft.id)

    assert Upload(scene(1), "farm.jpg") == kept.upload
    assert (draft, [draft]) == (kept.draft, list(registry.drafts.list_drafts(caller)))
    assert len(scene(1)) == draft.size_bytes


def test_its_preview_is_upright_small_and_bare(door: Door) -> None:
    registry, caller = _asking(door)
    photo = draw_scene(2, (2400, 1600))
    draft = _add(door, encode_turned(photo, 6, "JPEG", comment=b"Emeka at the farm"))

    shown = registry.drafts.get_draft_preview(caller, draft.id)

    with Image.open(BytesIO(shown)) as opened:
        assert ("JPEG", (1280, 853)) == (opened.format, opened.size)
        assert 0 == len(opened.getexif())
    assert b"Emeka" not in shown


def test_nobody_else_reaches_a_draft(door: Door, stranger: Door) -> None:
    draft = _add(door, scene(1))

    for other in (door.with_key("admin", "checks", "photos:read"), stranger):
        registry, caller = _asking(other)
        assert [] == registry.drafts.list_drafts(caller)
        for reach in (
            registry.drafts.get_draft,
            registry.drafts.get_draft_preview,
            registry.drafts.drop_draft,
        ):
            with pytest.raises(NotFound):
                reach(caller, draft.id)
    assert 1 == row_counts(door)["drafts"]


def test_it_takes_the_scope_to_check(door: Door) -> None:
    registry, caller = _asking(door.with_key("photos:read", "photos:write"))

    with pytest.raises(NotAllowed):
        registry.drafts.add_draft(caller, Upload(scene(1)))
    with pytest.raises(NotAllowed):
        registry.drafts.list_drafts(caller)


def test_what_is_dropped_is_no_row_any_more(door: Door) -> None:
    registry, caller = _asking(door)
    first, _ = (_add(door, scene(seed)) for seed in (1, 2))

    registry.drafts.drop_draft(caller, first.id)

    assert 1 == row_counts(door)["drafts"]


def test_the_oldest_make_room(door: Door) -> None:
    registry, caller = _asking(door)
    add = _with_room_for(registry, max_count=2)
    made = [add(caller, Upload(scene(seed))).id for seed in (1, 2, 3)]

    assert made[:0:-1] == [each.id for each in registry.drafts.list_drafts(caller)]

    add = _with_room_for(registry, max_bytes=len(scene(1)) + len(scene(2)) // 2)
    last = add(caller, Upload(scene(1)))
    assert [last] == list(registry.drafts.list_drafts(caller))


def test_what_alone_is_too_much_is_refused_and_nothing_goes_for_it(door: Door) -> None:
    registry, caller = _asking(door)
    _add(door, scene(1))

    with pytest.raises(TooMany):
        _with_room_for(registry, max_bytes=1000)(caller, Upload(scene(2)))

    assert 1 == row_counts(door)["drafts"]


def test_what_is_no_picture_is_not_kept(door: Door) -> None:
    for content in (b"<html>", scene(1)[:-2000], b""):
        with pytest.raises(BadImage):
            _add(door, content, None)

    assert 0 == row_counts(door)["drafts"]


def test_a_draft_is_gone_after_a_day(
    found_then: Callable[[str], Door], house_then: House, clock: Clock
) -> None:
    clock.at = MONDAY
    door = found_then("drafts")
    registry, caller = _asking(door)
    draft = _add(door, scene(1))

    clock.at = MONDAY + timedelta(hours=24)
    assert 0 == house_then.registry.drafts.forget_drafts()
    assert draft == registry.drafts.get_draft(caller, draft.id).draft

    clock.at += timedelta(seconds=1)
    assert [] == registry.drafts.list_drafts(caller)
    with pytest.raises(NotFound):
        registry.drafts.get_draft(caller, draft.id)
    assert 1 <= house_then.registry.drafts.forget_drafts()
    assert 0 == row_counts(door)["drafts"]


def test_erasing_somebody_deletes_drafts_called_after_them(door: Door) -> None:
    lea = door.person()
    _add(door, scene(1), "Léa Dupont.jpg")
    kept = _add(door, scene(2), "farm.jpg")

    door.delete(f"/people/{lea}", 204)

    registry, caller = _asking(door)
    assert [kept] == list(registry.drafts.list_drafts(caller))


def test_a_running_service_deletes_drafts_by_itself(house: House) -> None:
    assert 200 == house.client.get("/api/v1/health").status_code
    assert "dropper" in {each.name for each in living_threads()}
