"""
Somebody says of a form that its words still hold (domain rule 44).
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.looked_at import NOON, due, look
from tests.api.office import channel, refused, version


@pytest.fixture
def then(found_then: Callable[[str], Door], clock: Clock) -> Door:
    """
    Give a house at noon in June.
    """
    clock.at = NOON
    return found_then("jacinthes")


def test_only_the_last_words_of_a_form_are_due(then: Door, clock: Clock) -> None:
    version(then)
    clock.at += timedelta(days=10)
    version(then, material=False)
    template_id = then.get("/forms/image")["id"]

    assert ("2032-06-25", 2) == tuple(
        then.get("/forms/image/review")[each] for each in ("due_on", "version")
    )
    clock.at = NOON.replace(year=2032)
    assert [(template_id, 10)] == due(then)

    looked = look(then, "/forms/image", seen_version=2, next_on="2033-01-01")
    assert ("form", template_id, 2, "2033-01-01") == tuple(
        looked[each] for each in ("kind", "id", "seen_version", "due_on")
    )
    assert [] == due(then)
    (entry,) = (each for each in then.entries() if each["kind"] == "form:reviewed")
    assert (template_id, 2) == tuple(
        entry["payload"][each] for each in ("subject_id", "seen_version")
    )


def test_new_words_are_no_review_of_them(then: Door) -> None:
    version(then)
    look(then, "/forms/image", next_on="2031-06-20")
    version(then, material=False)

    assert "2031-08-14" == then.get("/forms/image/review")["due_on"]
    assert "conflict" == refused(then, "/forms/image/review", {"seen_version": 1}, 409)["code"]


def test_a_form_that_asks_nothing_yet_is_never_due(then: Door, clock: Clock) -> None:
    then.post("/forms", {"slug": "begun", "name": "Begun"})
    clock.at = NOON.replace(year=2040)

    refused(then, "/forms/begun/review", {}, 404)
    assert [] == due(then)


def test_a_form_for_closed_channels_alone_is_never_due(then: Door, clock: Clock) -> None:
    page, site = channel(then), channel(then, "site")
    version(then, channel_ids=[page, site])
    clock.at = NOON.replace(year=2032)
    then.post(f"/channels/{page}/close", status=200)
    form_id = then.get("/forms/image")["id"]
    assert {(site, 0), (form_id, 0)} == set(due(then))

    then.post(f"/channels/{site}/close", status=200)

    assert [] == due(then)
    refused(then, "/forms/image/review", {}, 409)


def test_whoever_may_publish_words_says_that_they_hold(door: Door) -> None:
    version(door)
    manager = door.with_key("forms:read", "forms:write")
    officer = door.with_key("forms:read", "audit")
    unit_only = door.with_key("forms:read", "forms:write", units=[door.unit()])

    look(manager, "/forms/image")
    refused(officer, "/forms/image/review", {}, 403)
    assert 1 == officer.get("/forms/image/review")["seen_version"]
    refused(unit_only, "/forms/image/review", {}, 403)
    unit_only.get("/forms/image/review", 403)
    assert [] == due(unit_only, days=366)
