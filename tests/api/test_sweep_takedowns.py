"""
What time takes away is found, and what is overdue is said.
"""

from collections.abc import Callable
from datetime import timedelta

from tests.api.clock import Clock
from tests.api.door import Door, Json
from tests.api.office import adult, channel, published_name, taking_down, version, yes


def _open(door: Door) -> list[Json]:
    found: list[Json] = door.get("/takedowns")["items"]
    return found


def test_what_is_overdue_goes_to_the_contact_of_the_house(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    door = found_then("jacinthes")
    channel(
        door, photo_publisher="members", contact={"name": "Bram Maes", "role": "head of service"}
    )
    emeka = adult(door)
    yes(door, emeka, version(door))
    published_name(door)
    takedown_id = taking_down(door, emeka)

    first = door.get(f"/takedowns/{takedown_id}")
    clock.at += timedelta(days=1, seconds=1)
    later = door.get(f"/takedowns/{takedown_id}")

    assert (False, "Bram Maes") == (first["is_overdue"], first["turn_to"]["name"])
    assert (True, "Nadia Peeters") == (later["is_overdue"], later["turn_to"]["name"])
    assert "Bram Maes" == later["owner"]["name"]


def test_a_yes_that_ran_out_is_found_by_the_sweep(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    door = found_then("jacinthes")
    channel(door, photo_publisher="members")
    last_day = (clock.at + timedelta(days=10)).date()
    yes(door, adult(door), version(door), expires_on=last_day.isoformat())
    post = published_name(door)
    sweep = door.house.registry.takedowns.sweep_takedowns

    assert (1, []) == (sweep.sweep(door.organisation.id), _open(door))

    clock.at += timedelta(days=12)
    sweep.sweep(door.organisation.id)
    sweep.sweep(door.organisation.id)

    assert [post["id"]] == [each["publication_id"] for each in _open(door)]


def test_who_came_of_age_is_found_by_the_sweep(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    door = found_then("jacinthes")
    door.patch("/organisation", {"policy": {"own_act_survives_majority": False}})
    channel(door, photo_publisher="members")
    birthday = (clock.at + timedelta(days=3)).date()
    lea = door.person(born_on=birthday.replace(year=birthday.year - 18).isoformat())
    anne = door.signatory()
    door.authority(lea, anne, sole=True, verified=True, basis="judgment", proof="2020/1")
    form = version(door)
    for signatory_id, capacity in ((anne, "parent"), (lea, "self")):
        yes(door, lea, form, signatory_id=signatory_id, capacity=capacity)
    post = door.post("/publications", {"names": ["Léa Dupont"], "channel": "facebook"})
    sweep = door.house.registry.takedowns.sweep_takedowns

    sweep.sweep(door.organisation.id)
    assert [] == _open(door)

    clock.at += timedelta(days=4)
    sweep.sweep(door.organisation.id)

    assert [post["id"]] == [each["publication_id"] for each in _open(door)]


def test_who_left_stays_where_they_are_shown(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    door = found_then("jacinthes")
    channel(door, photo_publisher="members")
    emeka = adult(door)
    yes(door, emeka, version(door))
    published_name(door)
    door.patch(f"/people/{emeka}", {"left_on": clock.at.date().isoformat()})
    clock.at += timedelta(days=4)

    door.house.registry.takedowns.sweep_takedowns.sweep(door.organisation.id)

    assert [] == _open(door)


def test_what_went_out_with_one_signature_stays_when_the_house_asks_for_two(door: Door) -> None:
    door.patch("/organisation", {"policy": {"holders_public": "one_unless_opposed"}})
    channel(door, photo_publisher="members")
    lea, anne, bert = door.person(), door.signatory(), door.signatory()
    for parent in (anne, bert):
        door.authority(lea, parent, verified=True, proof="Birth certificate")
    yes(door, lea, version(door), signatory_id=anne, capacity="parent")
    asked = {"names": ["Léa Dupont"], "channel": "facebook"}
    door.post("/publications", asked)

    door.patch("/organisation", {"policy": {"holders_public": "all_holders"}})
    door.house.registry.takedowns.sweep_takedowns.sweep(door.organisation.id)

    assert "ask" == door.post("/checks", asked, 200)["answer"]
    assert [] == _open(door)
