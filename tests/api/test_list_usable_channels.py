"""
A checker finds first the channel used last, and none that is not theirs.
"""

from dataclasses import replace

from service.decision.ids import UnitId
from service.records.activity import Actor
from service.usecases.caller import Caller
from service.usecases.organisations.operator import operator_of
from tests.api import office
from tests.api.door import Door


def names(door: Door, caller: Caller) -> list[str]:
    """
    Give the names of the channels that somebody may use, in order.
    """
    return [
        each.channel.name
        for each in door.house.registry.checks.list_usable_channels(caller).channels
    ]


def asking(door: Door, *units: str) -> Caller:
    """
    Give the owner of the key, with those units only if any are named.
    """
    caller = door.house.registry.keys.identify_key(door.key)
    actor: Actor = replace(caller.actor, unit_ids=frozenset(map(UnitId, units)) or None)
    return replace(caller, actor=actor)


def test_the_channel_asked_about_last_comes_first(door: Door) -> None:
    for slug in ("one", "two", "three"):
        office.channel(door, slug, name=slug.title())
    assert ["One", "Three", "Two"] == names(door, asking(door))

    for slug in ("three", "two", "three"):
        office.answer(door, channel=slug)

    assert ["Three", "Two", "One"] == names(door, asking(door))


def test_closed_channels_and_those_of_other_units_are_left_out(door: Door) -> None:
    contact = {"name": "Pieter Claes", "role": "head"}
    mine, other = (
        door.post("/units", {"name": name, "contact": contact})["id"] for name in ("Mine", "Other")
    )
    office.channel(door, "own", name="Own", unit_id=mine)
    office.channel(door, "foreign", name="Foreign", unit_id=other)
    closed = office.channel(door, "closed", name="Closed", unit_id=mine)
    office.channel(door, "house", name="House")
    door.post(f"/channels/{closed}/close", None, 200)

    assert ["House", "Own"] == names(door, asking(door, mine))
    assert ["Foreign", "House", "Own"] == names(door, operator_of(door.organisation.id))
