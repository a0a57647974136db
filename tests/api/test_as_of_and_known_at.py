"""
The same question is asked about an earlier instant, or as it was known then.

`as_of` is the time that is asked about, `known_at` the time up to which the registry
had learned (design rule 4).  Everything here happens between September and March; the
questions are asked on 2 March.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    check,
    register,
    saying_yes,
    scene,
    version,
    yes,
)

SEPTEMBER = datetime(2025, 9, 1, 8, tzinfo=UTC)
DAY_1, DAY_5, DAY_10, DAY_12, DAY_15, DAY_20 = (
    datetime(2026, 2, day, 9, tzinfo=UTC) for day in (1, 5, 10, 12, 15, 20)
)
MARCH = datetime(2026, 3, 2, 9, tzinfo=UTC)
SIGNED_ON = date(2026, 2, 2)
"""What a paper says that is recorded on 10 February."""
SCAN = {"media_type": "application/pdf", "content": "JVBERi0xLjcK"}
PAPER = {"method": "paper", "signed_on": SIGNED_ON.isoformat(), "evidence": SCAN}
LOOKED = {"complete": True}
PUBLISH, ASK, NO = "publish", "ask", "do_not_publish"
Asked = tuple[datetime | None, datetime | None]
"""As of when, and as known when; none is now."""


@pytest.fixture
def door(found_then: Callable[[str], Door], clock: Clock) -> Door:
    """
    Give the way in to a house that was founded in September and has one page.
    """
    clock.at = SEPTEMBER
    founded = found_then("then")
    channel(founded)
    return founded


def answers(door: Door, clock: Clock, *asked: Asked) -> list[str]:
    """
    Ask about Emeka's name on 2 March, once for each pair of instants.
    """
    clock.at = MARCH
    return [answer_about(door, each) for each in asked]


def answer_about(door: Door, asked: Asked, page: str = "facebook") -> str:
    """
    Ask about Emeka's name on a page.
    """
    question = {"names": ["Emeka Dupont"], "channel": page} | looking_back(*asked)
    found: dict[str, str] = door.post("/checks", question, 200)
    return found["answer"]


def looking_back(as_of: datetime | None, known_at: datetime | None) -> dict[str, object]:
    """
    Say in JSON what is asked about.
    """
    told = {"as_of": as_of, "known_at": known_at}
    return {name: at.isoformat() for name, at in told.items() if at is not None}


def test_a_refusal_recorded_late_counts_since_it_was_signed(door: Door, clock: Clock) -> None:
    emeka = adult(door)
    yes(door, emeka, version(door))
    clock.at = DAY_10
    no = {"person_id": emeka, "signatory_id": emeka, "capacity": "self", "kind": "refused"}
    door.post("/consents", no | PAPER | {"channels": ["facebook"]})

    assert [NO, PUBLISH, NO] == answers(door, clock, (None, None), (DAY_1, None), (DAY_5, None))
    assert [PUBLISH, PUBLISH, NO] == answers(
        door, clock, (DAY_5, DAY_5), (None, DAY_5), (DAY_5, DAY_10)
    ), "before it was recorded nobody could know"


def test_a_yes_recorded_late_counts_since_it_was_recorded(door: Door, clock: Clock) -> None:
    emeka, form = adult(door), version(door)
    clock.at = DAY_10
    door.post("/consents", saying_yes(emeka, form) | PAPER)

    assert [PUBLISH, ASK, PUBLISH] == answers(
        door, clock, (None, None), (DAY_5, None), (DAY_10, None)
    )
    assert [ASK, ASK, PUBLISH] == answers(
        door, clock, (DAY_12, DAY_5), (DAY_5, DAY_12), (DAY_12, DAY_12)
    )


def test_a_withdrawal_counts_since_it_was_made(door: Door, clock: Clock) -> None:
    emeka = adult(door)
    yes(door, emeka, version(door))
    clock.at = DAY_10
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    assert [NO, PUBLISH, NO, PUBLISH] == answers(
        door, clock, (None, None), (DAY_5, None), (DAY_12, None), (DAY_12, DAY_5)
    )


def test_a_yes_goes_to_the_page_as_it_was_then(door: Door, clock: Clock) -> None:
    staff = channel(door, "staff", audience="organisation")
    emeka, form = adult(door), version(door)
    yes(door, emeka, form, channels=["staff"])
    clock.at = DAY_10
    door.patch(f"/channels/{staff}", {"audience": "public"})
    clock.at = MARCH

    asked: list[Asked] = [(None, None), (DAY_5, None), (DAY_12, None), (DAY_12, DAY_5)]
    found = [answer_about(door, each, "staff") for each in asked]

    assert [ASK, PUBLISH, ASK, PUBLISH] == found, "everybody sees it since 10 February"


def test_a_page_was_open_as_far_as_was_known(door: Door, clock: Clock) -> None:
    yes(door, adult(door), version(door))
    facebook = door.get("/channels")["items"][0]["id"]
    clock.at = DAY_10
    door.post(f"/channels/{facebook}/close", None, 200)
    clock.at = DAY_20
    door.post(f"/channels/{facebook}/reopen", None, 200)

    assert [PUBLISH, PUBLISH, NO] == answers(
        door, clock, (None, None), (DAY_5, DAY_5), (DAY_12, DAY_15)
    )


def test_a_corrected_birth_date_was_always_true_and_not_always_known(
    door: Door, clock: Clock
) -> None:
    emeka = adult(door, born_on="1990-05-04")
    yes(door, emeka, version(door))
    clock.at = DAY_10
    door.patch(f"/people/{emeka}", {"born_on": "2015-05-04"})

    assert [ASK, ASK, ASK] == answers(door, clock, (None, None), (DAY_5, None), (DAY_5, DAY_12))
    assert [PUBLISH, PUBLISH] == answers(door, clock, (DAY_5, DAY_5), (DAY_12, DAY_5))


def test_an_authority_was_over_before_the_house_heard_of_it(door: Door, clock: Clock) -> None:
    tom, anne, form = door.person(given_name="Emeka"), door.signatory(), version(door)
    ground = {"basis": "judgment", "sole": True, "verified": True, "proof": "Judgment 2020/7"}
    mother = door.authority(tom, anne, **ground)
    yes(door, tom, form, signatory_id=anne, capacity="parent")
    clock.at = DAY_10
    door.post(f"/authorities/{mother}/end", {"until_on": SIGNED_ON.isoformat()}, 200)

    assert [ASK, ASK, PUBLISH, PUBLISH] == answers(
        door, clock, (None, None), (DAY_5, None), (DAY_1, None), (DAY_5, DAY_5)
    )


def test_a_crisis_stops_what_lies_between_its_begin_and_its_end(door: Door, clock: Clock) -> None:
    yes(door, adult(door), version(door))
    clock.at = DAY_10
    crisis = door.post("/holds", {"kind": "crisis"})["id"]
    clock.at = DAY_15
    door.post(f"/holds/{crisis}/lift", None, 200)

    assert [PUBLISH, PUBLISH, NO, PUBLISH] == answers(
        door, clock, (None, None), (DAY_5, None), (DAY_12, None), (DAY_20, None)
    )
    assert [PUBLISH, NO] == answers(door, clock, (DAY_12, DAY_5), (DAY_20, DAY_12))


def test_somebody_found_in_a_photo_later_was_not_known_to_be_there(
    door: Door, clock: Clock
) -> None:
    emeka, form = adult(door), version(door)
    tom = adult(door, given_name="Tom")
    yes(door, emeka, form)
    shown = [{"person_id": emeka}]
    photo = register(door, scene(1), depictions=shown, attestation=LOOKED, rights=OWN_PHOTO)["id"]
    clock.at = DAY_10
    told = {"depictions": [*shown, {"person_id": tom}]}
    door.post(f"/photos/{photo}/depictions", told, 200)
    door.post(f"/photos/{photo}/attestation", LOOKED, 200)
    clock.at = MARCH

    now = check(door, scene(1), channel="facebook")
    then = check(door, scene(1), channel="facebook", known_at=DAY_5.isoformat())

    assert (ASK, PUBLISH) == (now["answer"], then["answer"])
    assert ([emeka], {emeka, tom}) == (
        then["pictures"][0]["people"],
        set(now["pictures"][0]["people"]),
    )


def test_somebody_renamed_is_the_same_person_in_the_photo(door: Door, clock: Clock) -> None:
    emeka, form = adult(door), version(door)
    yes(door, emeka, form)
    shown = [{"person_id": emeka}]
    register(door, scene(1), depictions=shown, attestation=LOOKED, rights=OWN_PHOTO)
    clock.at = DAY_10
    door.patch(f"/people/{emeka}", {"family_name": "Maes"})
    clock.at = MARCH

    for found in (
        check(door, scene(1), channel="facebook"),
        check(door, scene(1), channel="facebook", as_of=DAY_5.isoformat()),
        check(door, scene(1), channel="facebook", known_at=DAY_5.isoformat()),
    ):
        assert (PUBLISH, [emeka]) == (found["answer"], found["pictures"][0]["people"])
    then = door.get(f"/people/{emeka}?known_at={DAY_5:%Y-%m-%dT%H:%M:%SZ}")
    assert ("Dupont", "Maes") == (
        then["family_name"],
        door.get(f"/people/{emeka}")["family_name"],
    )


def test_somebody_erased_is_unknown_whenever_one_looks_back_to(door: Door, clock: Clock) -> None:
    emeka, form = adult(door), version(door)
    yes(door, emeka, form)
    shown = [{"person_id": emeka}]
    register(door, scene(1), depictions=shown, attestation=LOOKED, rights=OWN_PHOTO)
    clock.at = DAY_10
    door.delete(f"/people/{emeka}", 204)
    clock.at = MARCH

    found = check(door, scene(1), channel="facebook", known_at=DAY_5.isoformat())

    assert (ASK, ["unknown_person"]) == (
        found["answer"],
        [each["code"] for each in found["reasons"]],
    )


def test_what_was_answered_then_stays_what_was_answered(door: Door, clock: Clock) -> None:
    emeka = adult(door)
    yes(door, emeka, version(door))
    clock.at = DAY_5
    asked = {"names": ["Emeka Dupont"], "channel": "facebook"}
    then = door.post("/checks", asked, 200)
    clock.at = DAY_10
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    clock.at = MARCH

    again = door.post("/checks", asked | looking_back(DAY_5, DAY_5), 200)

    assert then == door.get(f"/checks/{then['check_id']}")
    same = ("answer", "reasons", "obligations", "next_step", "for_date", "channels")
    assert [then[name] for name in same] == [again[name] for name in same]
