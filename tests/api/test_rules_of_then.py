"""
An earlier instant is asked about: the register, the policy and the names are of then.
"""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.api.clock import Clock
from tests.api.door import Door, Json
from tests.api.office import adult, channel, version, yes

AUGUST, SEPTEMBER = (datetime(2025, month, 1, 8, tzinfo=UTC) for month in (8, 9))
DAY_5, DAY_10, DAY_15 = (datetime(2026, 2, day, 9, tzinfo=UTC) for day in (5, 10, 15))
MARCH = datetime(2026, 3, 2, 9, tzinfo=UTC)
PUBLISH, ASK, NO = "publish", "ask", "do_not_publish"
GOATS = {"text": "Hier, les chèvres.", "channel": "facebook"}
"""Words that name nobody: only the register can stand in their way."""


@pytest.fixture
def door(found_then: Callable[[str], Door], clock: Clock) -> Door:
    """
    Give the way in to a house that was founded in September and has one page.
    """
    clock.at = SEPTEMBER
    founded = found_then("rules")
    channel(founded)
    return founded


def page_of(door: Door) -> str:
    """
    Give the path of the only page.
    """
    (page,) = door.get("/channels")["items"]
    return f"/channels/{page['id']}"


def check(
    door: Door, question: Json, as_of: datetime | None = None, known_at: datetime | None = None
) -> Json:
    """
    Ask, and look back as far as is said.
    """
    told = {"as_of": as_of, "known_at": known_at}
    back = {name: at.isoformat() for name, at in told.items() if at is not None}
    return door.post("/checks", question | back, 200)


def answers(door: Door, question: Json, *instants: datetime | None) -> list[str]:
    """
    Ask as of each instant, by all that is known today.
    """
    return [check(door, question, at)["answer"] for at in instants]


def codes(found: Json) -> set[str]:
    """
    Give what stands in the way.
    """
    return {each["code"] for each in found["reasons"]}


def test_a_page_was_closed_for_some_days(door: Door, clock: Clock) -> None:
    page = page_of(door)
    clock.at = DAY_5
    door.post(f"{page}/close", None, 200)
    clock.at = DAY_10
    door.post(f"{page}/reopen", None, 200)
    clock.at = MARCH

    assert [PUBLISH, NO, PUBLISH, PUBLISH] == answers(door, GOATS, SEPTEMBER, DAY_5, DAY_10, None)


def test_a_page_served_a_purpose_since_some_day(door: Door, clock: Clock) -> None:
    appeal = GOATS | {"purpose": "fundraising"}
    clock.at = DAY_10
    door.patch(page_of(door), {"purposes": ["information", "fundraising"]})
    clock.at = MARCH

    assert [NO, PUBLISH, PUBLISH] == answers(door, appeal, DAY_5, DAY_15, None)
    assert {"purpose_not_covered"} == codes(check(door, appeal, DAY_5))


def test_one_parent_was_enough_until_the_house_decided_otherwise(door: Door, clock: Clock) -> None:
    lenient = {"holders_public": "one_unless_opposed"}
    door.patch("/organisation", {"policy": lenient})
    tom, anne, bert = door.person(given_name="Tom"), door.signatory(), door.signatory()
    for parent in (anne, bert):
        door.authority(tom, parent, verified=True, proof="Birth certificate")
    yes(door, tom, version(door), signatory_id=anne, capacity="parent")
    clock.at = DAY_10
    door.patch("/organisation", {"policy": {"holders_public": "all_holders"}})
    clock.at = MARCH
    asked = {"names": ["Tom Dupont"], "channel": "facebook"}

    assert [PUBLISH, ASK, ASK] == answers(door, asked, DAY_5, DAY_15, None)
    assert PUBLISH == check(door, asked, DAY_15, DAY_5)["answer"], "nobody knew better then"


def test_a_page_was_not_in_the_register_before_it_was_registered(door: Door, clock: Clock) -> None:
    clock.at = DAY_10
    website = channel(door, "website")
    clock.at = MARCH
    asked = GOATS | {"channel": "website"}
    nowhere = {"text": GOATS["text"]}

    assert [NO, PUBLISH] == answers(door, asked, DAY_5, DAY_15)
    assert {"channel_unregistered"} == codes(check(door, asked, DAY_5))
    assert website not in check(door, nowhere, DAY_5)["channels"]
    assert website in check(door, nowhere, DAY_15)["channels"]


def test_a_page_is_known_by_the_names_it_had(door: Door, clock: Clock) -> None:
    page = page_of(door)
    clock.at = DAY_10
    door.patch(page, {"slug": "fb", "address": "facebook.com/Jacinthes"})
    clock.at = MARCH
    by_slug = [GOATS, GOATS | {"channel": "fb"}]
    by_address = [
        GOATS | {"channel": each}
        for each in ("facebook.example/jacinthes", "facebook.com/Jacinthes")
    ]

    assert [PUBLISH, PUBLISH] == [check(door, each, DAY_5)["answer"] for each in by_slug]
    assert [PUBLISH, NO] == [check(door, each, DAY_5)["answer"] for each in by_address]
    assert [NO, PUBLISH] == [check(door, each)["answer"] for each in by_address]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (["information"], ["information", "teaching"], PUBLISH),
        (["teaching"], ["information", "teaching"], NO),
        (["information", "teaching"], ["teaching"], NO),
    ],
)
def test_before_the_house_came_the_stricter_of_its_first_and_present_rules_counts(
    door: Door, clock: Clock, first: list[str], last: list[str], expected: str
) -> None:
    page = channel(door, "website", purposes=first)
    clock.at = DAY_10
    door.patch(f"/channels/{page}", {"purposes": last})
    clock.at = MARCH
    found = check(door, GOATS | {"channel": "website"}, AUGUST)
    everywhere = check(door, {"text": GOATS["text"]}, AUGUST)

    assert expected == found["answer"]
    assert expected == everywhere["channels"][page]["answer"]


def test_before_the_house_came_no_page_was_surely_open_that_is_closed_today(
    door: Door, clock: Clock
) -> None:
    clock.at = DAY_10
    door.post(f"{page_of(door)}/close", None, 200)
    clock.at = MARCH
    found = check(door, {"text": GOATS["text"]}, AUGUST)

    assert [NO] == answers(door, GOATS, AUGUST)
    assert (NO, {}) == (found["answer"], found["channels"])


def test_somebody_is_found_by_the_name_that_was_known(door: Door, clock: Clock) -> None:
    emeka = adult(door)
    yes(door, emeka, version(door))
    clock.at = DAY_10
    door.patch(f"/people/{emeka}", {"family_name": "Maes"})
    clock.at = MARCH
    before, after = (
        {"names": [f"Emeka {name}"], "channel": "facebook"} for name in ("Dupont", "Maes")
    )

    assert [PUBLISH, ASK] == [check(door, each, None, DAY_5)["answer"] for each in (before, after)]
    assert [ASK, PUBLISH] == [
        check(door, each, DAY_5, None)["answer"] for each in (before, after)
    ], "as known today it is the name of today"
