"""
Whoever has a say about some things alone is asked about these alone.
"""

import pytest

from service.decision.terms import Matter
from service.errors import InvalidInput
from service.usecases.families.cards import Choice
from tests.api.door import Door
from tests.api.family import Household, Sitting, sit_down
from tests.api.office import channel, version

JUDGMENT = {"basis": "judgment", "verified": True, "proof": "judgment of 3 May"}


@pytest.fixture
def paul(door: Door) -> tuple[Sitting, str, str]:
    """
    Let Paul have a say about the name of Mila alone; give him, her, and his authority.
    """
    channel(door, name="facebook")
    version(door)
    household = Household(door)
    mila = door.person(given_name="Mila")
    held = door.authority(mila, household.anne, matters=["name"], **JUDGMENT)
    return sit_down(household), mila, held


def test_they_are_asked_about_what_their_yes_counts_for(
    door: Door, paul: tuple[Sitting, str, str]
) -> None:
    sitting, mila, _ = paul
    assert {"facebook/name"} == sitting.cards(mila).keys()
    with pytest.raises(InvalidInput):
        sitting.say(mila, facebook=Choice.YES)

    door.authority(mila, sitting.family.signatory_id, kind="guardian", **JUDGMENT)

    assert {"facebook/name", "facebook/image"} == sitting.cards(mila).keys()


def test_what_they_said_before_can_be_taken_back_and_not_said_again(
    door: Door, paul: tuple[Sitting, str, str]
) -> None:
    sitting, mila, _ = paul
    whole = door.authority(mila, sitting.family.signatory_id, kind="guardian", **JUDGMENT)
    sitting.say(mila, facebook=Choice.YES)
    door.post(f"/authorities/{whole}/end", {}, 200)

    image = sitting.cards(mila)["facebook/image"]
    assert (Choice.YES, None, False) == (image.choice, image.form, image.is_renewable)
    sitting.say(mila, facebook=Choice.NO)

    (taken,) = door.get(f"/consents?person_id={mila}&kind=withdrawn")["items"]
    assert [Matter.IMAGE] == taken["matters"]
    with pytest.raises(InvalidInput):
        sitting.say(mila, facebook=Choice.YES)


def test_no_everywhere_is_heard_from_them_too(door: Door, paul: tuple[Sitting, str, str]) -> None:
    sitting, mila, _ = paul

    sitting.say(mila, nowhere=True)

    (no,) = door.get(f"/consents?person_id={mila}")["items"]
    assert no["everywhere"]


def test_nobody_is_asked_for_what_would_not_count(
    door: Door, paul: tuple[Sitting, str, str]
) -> None:
    sitting, mila, _ = paul
    unit = door.unit()
    door.patch(f"/people/{mila}", {"memberships": [{"unit_id": unit}]})
    version(door, matters=["image"])

    assert [] == door.post("/campaigns/preview", {"unit_id": unit}, 200)["people"]
    assert {} == sitting.cards(mila)
