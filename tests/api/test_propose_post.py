"""
A post is proposed, and waits for whoever may publish it.
"""

from datetime import timedelta

import pytest

from service.wiring import clock
from tests.api.door import NOBODY, Door, Json
from tests.api.office import (
    adult,
    channel,
    photo_of_emeka,
    refused,
    row_counts,
    version,
    yes,
)

CHECKLIST = ["No number plates", "Nobody undressed"]


@pytest.fixture
def post(door: Door) -> Json:
    """
    Say what is to be published: a photo of Emeka, who is named.
    """
    photo_id = photo_of_emeka(door)
    return {
        "channel": "facebook",
        "photo_ids": [photo_id],
        "text": "Emeka Dupont at the farm",
        "alt_texts": ["A man feeds a goat"],
    }


def test_a_proposal_waits_with_its_words(door: Door, post: Json) -> None:
    made = door.post("/proposals", post)

    assert ("proposed", post["text"], post["alt_texts"]) == (
        made["state"],
        made["text"],
        made["alt_texts"],
    )
    assert made == door.get(f"/proposals/{made['id']}")
    assert [made["id"]] == [each["id"] for each in door.get("/proposals")["items"]]
    assert "publish" == door.get(f"/checks/{made['check_id']}")["answer"]
    assert "proposal:made" in {each["kind"] for each in door.entries()[-3:]}


def test_the_log_quotes_no_caption(door: Door, post: Json) -> None:
    door.post("/proposals", post)

    assert "at the farm" not in str(door.entries())
    assert "feeds a goat" not in str(door.entries())


def test_what_is_refused_is_not_proposed_and_the_check_says_why(door: Door, post: Json) -> None:
    (emeka,) = door.get("/people")["items"]
    door.post("/consents/withdraw", {"person_id": emeka["id"], "signatory_id": emeka["id"]})

    problem = door.post("/proposals", post, 409)

    assert "not-publishable" == problem["code"]
    assert [] == door.get("/proposals")["items"]
    assert "do_not_publish" == door.get("/checks")["items"][-1]["answer"]


def test_what_somebody_was_never_asked_is_put_before_the_publisher(door: Door, post: Json) -> None:
    adult(door, given_name="Femi")

    made = door.post("/proposals", post | {"text": "Femi Dupont"})

    assert "ask" == door.get(f"/checks/{made['check_id']}")["answer"]


def test_who_is_named_in_words_for_the_blind_is_named(door: Door, post: Json) -> None:
    femi = adult(door, given_name="Femi")
    named = post | {"alt_texts": ["Femi Dupont feeds a goat"]}
    yes(door, femi, version(door, "second"))
    made = door.post("/proposals", named)

    door.post("/consents/withdraw", {"person_id": femi, "signatory_id": femi})

    assert "cancelled" == door.get(f"/proposals/{made['id']}")["state"]
    assert "not-publishable" == door.post("/proposals", named, 409)["code"]
    door.post("/proposals", post)


def test_every_line_of_the_checklist_is_ticked(door: Door, post: Json) -> None:
    (page,) = door.get("/channels")["items"]
    door.patch(f"/channels/{page['id']}", {"checklist": CHECKLIST})

    for ticked in ([], CHECKLIST[:1]):
        problem = refused(door, "/proposals", post | {"checklist": ticked})
        assert "checklist" == problem["field"]

    assert CHECKLIST == door.post("/proposals", post | {"checklist": CHECKLIST})["checklist"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"alt_texts": []}, "alt_texts"),
        ({"alt_texts": [" "]}, "alt_texts"),
        ({"alt_texts": ["a", "b"]}, "alt_texts"),
        ({"channel": "https://elsewhere.example/1"}, "channel"),
        ({"channel": "myspace"}, "channel"),
        ({"planned_on": "2020-01-01"}, "on"),
        ({"photo_ids": [NOBODY]}, "photo"),
        ({"photo_ids": [], "alt_texts": [], "text": ""}, "image"),
    ],
)
def test_what_cannot_be_proposed_is_refused(door: Door, post: Json, told: Json, field: str) -> None:
    assert field == refused(door, "/proposals", post | told)["field"]


def test_the_same_key_proposes_once(door: Door, post: Json) -> None:
    first = door.post("/proposals", post, idempotency_key="post")
    before = row_counts(door)

    assert first == door.post("/proposals", post, idempotency_key="post")
    assert before == row_counts(door)


def test_a_checker_sees_their_own_and_a_publisher_the_queue_of_their_units(door: Door) -> None:
    unit, other = door.unit(), door.unit("Les Lilas")
    channel(door, unit_id=unit)
    form = version(door)
    yes(door, adult(door), form)
    body = {"channel": "facebook", "text": "Emeka Dupont"}
    checker, another = door.with_key("checks"), door.with_key("checks")
    made = checker.post("/proposals", body)
    publisher = door.with_key("publications:read", units=[unit])
    elsewhere = door.with_key("publications:read", units=[other])

    def seen(whose: Door, path: str) -> list[str]:
        return [each["id"] for each in whose.get(path)["items"]]

    assert [made["id"]] == seen(checker, "/proposals?mine=true")
    assert [] == seen(another, "/proposals?mine=true")
    assert [made["id"]] == seen(publisher, f"/proposals?state=proposed&unit_id={unit}")
    assert [] == seen(publisher, "/proposals?state=approved")
    there = f"/proposals?channel_id={made['channel_id']}"
    assert [made["id"]] == seen(publisher, there) == seen(checker, f"{there}&mine=true")
    assert [] == seen(publisher, f"/proposals?channel_id={NOBODY}")
    assert [] == seen(elsewhere, "/proposals")
    checker.get("/proposals", 403)
    checker.get(f"/proposals/{made['id']}")
    another.get(f"/proposals/{made['id']}", 404)
    elsewhere.get(f"/proposals/{made['id']}", 404)


def test_a_day_to_come_is_checked_for_that_day(door: Door, post: Json) -> None:
    soon = (clock() + timedelta(days=20)).date()

    made = door.post("/proposals", post | {"planned_on": soon.isoformat()})

    assert soon.isoformat() == made["planned_on"]
    assert soon.isoformat() == door.get(f"/checks/{made['check_id']}")["for_date"]
