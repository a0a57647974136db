"""
A proposal is approved and published, or stops on the way.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from service.wiring import clock
from tests.api.clock import Clock
from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, channel, refused, row_counts, version, yes

BODY = {"channel": "facebook", "text": "Emeka Dupont at the farm"}
WHERE = "https://facebook.example/1"


@pytest.fixture
def emeka(door: Door) -> str:
    """
    Let Emeka say yes to a page where everybody may publish; give his id.
    """
    channel(door, photo_publisher="members")
    person_id = adult(door)
    yes(door, person_id, version(door))
    return person_id


@pytest.fixture
def proposed(door: Door, emeka: str) -> Json:
    """
    Have a checker propose to name Emeka.
    """
    assert emeka
    return door.with_key("checks").post("/proposals", BODY)


def _step(door: Door, proposal: Json, step: str, status: int = 200, **body: str) -> Json:
    return door.post(f"/proposals/{proposal['id']}/{step}", body or None, status)


def _released(door: Door, proposal: Json, status: int = 201) -> Json:
    return _step(door, proposal, "release", status, where=WHERE)


def _states(door: Door, proposal: Json) -> list[str]:
    return [each["state"] for each in door.get(f"/proposals/{proposal['id']}")["events"]]


def test_it_is_approved_published_and_on_record(door: Door, proposed: Json) -> None:
    approved = _step(door, proposed, "approve")
    made = _released(door, proposed)

    assert "approved" == approved["state"]
    assert (WHERE, proposed["channel_id"]) == (made["where"], made["channel_id"])
    assert made == door.get(f"/publications/{made['id']}")["publication"]
    assert ["approved", "published"] == _states(door, proposed)
    assert made["id"] == door.get(f"/proposals/{proposed['id']}")["events"][-1]["publication_id"]
    kinds = {each["kind"] for each in door.entries()[-3:]}
    assert {"check:answered", "publication:recorded", "proposal:released"} == kinds


def test_nobody_publishes_what_was_not_approved(door: Door, proposed: Json) -> None:
    assert "conflict" == refused(door, f"/proposals/{proposed['id']}/release", {}, 409)["code"]


def test_nobody_approves_what_they_proposed_unless_the_house_has_one_publisher(
    door: Door, emeka: str
) -> None:
    assert emeka
    own = door.post("/proposals", BODY)
    assert "not-allowed" == refused(door, f"/proposals/{own['id']}/approve", None, 403)["code"]

    door.patch("/organisation", {"publishing": {"own_approval": True}})

    assert "approved" == _step(door, own, "approve")["state"]


def test_it_goes_back_with_a_word_and_stays_there(door: Door, proposed: Json) -> None:
    path = f"/proposals/{proposed['id']}/send-back"
    assert "note" == refused(door, path, {"note": " "})["field"]

    back = _step(door, proposed, "send-back", note="Léa is half hidden; choose another.")

    assert "sent_back" == back["state"]
    assert "Léa is half hidden; choose another." == back["events"][-1]["note"]
    assert "half hidden" not in str(door.entries())
    refused(door, f"/proposals/{proposed['id']}/approve", None, 409)


def test_whoever_proposed_it_takes_it_back_and_nobody_else(door: Door, emeka: str) -> None:
    assert emeka
    checker = door.with_key("checks")
    made = checker.post("/proposals", BODY)

    refused(door, f"/proposals/{made['id']}/withdraw", None, 404)

    assert "withdrawn" == _step(checker, made, "withdraw")["state"]


def test_a_withdrawal_cancels_what_waits_and_what_was_approved(door: Door, emeka: str) -> None:
    checker = door.with_key("checks")
    waiting, approved = (checker.post("/proposals", BODY) for _ in range(2))
    _step(door, approved, "approve")

    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    for each in (waiting, approved):
        story = door.get(f"/proposals/{each['id']}")
        assert ("cancelled", "not_cleared") == (story["state"], story["events"][-1]["cause"])
    _released(door, approved, 409)
    assert [] == door.get("/publications")["items"]
    assert "proposal:cancelled" in {each["kind"] for each in door.entries()}


def test_a_no_to_another_page_cancels_nothing(door: Door, emeka: str, proposed: Json) -> None:
    channel(door, "website")
    body = {"person_id": emeka, "signatory_id": emeka, "channels": ["website"]}

    door.post("/consents/withdraw", body)

    assert "proposed" == door.get(f"/proposals/{proposed['id']}")["state"]


def test_what_is_planned_is_judged_for_its_day(door: Door) -> None:
    channel(door, photo_publisher="members")
    channel(door, "website")
    person_id, today = adult(door), clock().date()
    begins, day = (today + timedelta(days=each) for each in (5, 9))
    yes(door, person_id, version(door), starts_on=begins.isoformat())
    planned = door.with_key("checks").post("/proposals", BODY | {"planned_on": day.isoformat()})
    _step(door, planned, "approve")

    no: Json = {"person_id": person_id, "signatory_id": person_id, "channels": ["website"]}
    door.post("/consents/withdraw", no)
    assert "approved" == door.get(f"/proposals/{planned['id']}")["state"]
    door.post("/consents/withdraw", no | {"channels": ["facebook"]})

    assert "cancelled" == door.get(f"/proposals/{planned['id']}")["state"]


def test_what_stands_in_the_way_at_the_last_moment_blocks_and_is_tried_again(
    door: Door, proposed: Json
) -> None:
    _step(door, proposed, "approve")
    hold = door.post("/holds", {"kind": "crisis"})

    problem = _released(door, proposed, 409)

    story = door.get(f"/proposals/{proposed['id']}")
    assert ("not-publishable", "blocked") == (problem["code"], story["state"])
    check_id = story["events"][-1]["check_id"]
    assert "do_not_publish" == door.get(f"/checks/{check_id}")["answer"]

    door.post(f"/holds/{hold['id']}/lift", None, 200)
    assert WHERE == _released(door, proposed)["where"]


def test_what_may_not_be_is_not_approved(door: Door, proposed: Json) -> None:
    door.post("/holds", {"kind": "crisis"})

    assert "not-publishable" == _step(door, proposed, "approve", 409)["code"]
    assert "proposed" == door.get(f"/proposals/{proposed['id']}")["state"]


def test_the_same_key_takes_each_step_once(door: Door, proposed: Json) -> None:
    for step, status, body in (("approve", 200, None), ("release", 201, {"where": WHERE})):
        path = f"/proposals/{proposed['id']}/{step}"
        first = door.post(path, body, status, idempotency_key=step)
        before = row_counts(door)

        assert first == door.post(path, body, status, idempotency_key=step)
        assert before == row_counts(door)


def test_a_key_says_of_no_release_that_it_is_well_after_a_no(door: Door, proposed: Json) -> None:
    _step(door, proposed, "approve")
    path, told = f"/proposals/{proposed['id']}/release", {"where": WHERE}
    emeka = door.post(path, told, idempotency_key="release")["person_ids"][0]
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    assert "conflict" == door.post(path, told, 409, idempotency_key="release")["code"]


def test_it_takes_a_publisher_of_the_unit(door: Door) -> None:
    unit, other = door.unit(), door.unit("Les Lilas")
    channel(door, photo_publisher="members", unit_id=unit)
    yes(door, adult(door), version(door))
    made = door.with_key("checks").post("/proposals", BODY)
    scopes = ("publications:read", "publications:write")
    publisher = door.with_key(*scopes, units=[unit])
    elsewhere = door.with_key(*scopes, units=[other])
    checker = door.with_key("checks", "publications:read")

    for step in ("approve", "release"):
        _step(elsewhere, made, step, 404, **({"where": ""} if step == "release" else {}))
        _step(checker, made, step, 403, **({"where": ""} if step == "release" else {}))
    _step(publisher, made, "approve")
    _step(publisher, made, "release", 201, where=WHERE)
    refused(door, f"/proposals/{NOBODY}/approve", None, 404)


def test_a_planned_post_falls_due_on_its_day_or_is_cancelled(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    door = found_then("jacinthes")
    channel(door, photo_publisher="members")
    emeka, form = adult(door), version(door)
    runs_out = (clock.at + timedelta(days=11)).date()
    yes(door, emeka, form, expires_on=runs_out.isoformat())
    checker, look = door.with_key("checks"), door.house.registry.proposals.fall_due.look
    days = [(clock.at + timedelta(days=each)).date().isoformat() for each in (5, 10)]
    first, second = (checker.post("/proposals", BODY | {"planned_on": each}) for each in days)
    for each in (first, second):
        _step(door, each, "approve")

    def states() -> list[str]:
        return [door.get(f"/proposals/{each['id']}")["state"] for each in (first, second)]

    assert (0, ["approved", "approved"]) == (look(door.organisation.id), states())

    clock.at += timedelta(days=5)
    assert (1, ["due", "approved"]) == (look(door.organisation.id), states())
    assert WHERE == _released(door, first)["where"]

    clock.at += timedelta(days=7)
    assert (1, ["published", "cancelled"]) == (look(door.organisation.id), states())


def test_the_words_are_destroyed_some_days_after_the_end(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    door = found_then("jacinthes")
    channel(door, photo_publisher="members")
    yes(door, adult(door), version(door))
    checker = door.with_key("checks")
    waiting, back = (checker.post("/proposals", BODY) for _ in range(2))
    _step(door, back, "send-back", note="Not today.")
    forget = door.house.registry.proposals.forget_proposal_words

    clock.at += timedelta(days=13)
    forget()
    assert BODY["text"] == door.get(f"/proposals/{back['id']}")["text"]

    clock.at += timedelta(days=2)
    forget()
    gone = door.get(f"/proposals/{back['id']}")
    assert (None, None, "") == (gone["text"], gone["alt_texts"], gone["events"][-1]["note"])
    assert BODY["text"] == door.get(f"/proposals/{waiting['id']}")["text"]


def test_an_erasure_destroys_the_words_and_cancels(door: Door, emeka: str, proposed: Json) -> None:
    door.delete(f"/people/{emeka}", 204)

    story = door.get(f"/proposals/{proposed['id']}")
    assert ("cancelled", None) == (story["state"], story["text"])
