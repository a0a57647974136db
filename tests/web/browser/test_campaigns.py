"""
A registrar asks a class from a phone, and sees that one letter came back.
"""

from collections.abc import Callable

import pytest

from service.decision.powers import Role
from service.records.mail import Delivery, Outcome
from tests.api.family import ANNE, Household
from tests.api.office import channel, version
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


@pytest.fixture
def registrar(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> Visitor:
    return house.let_in(at_hand(), Role.REGISTRAR)


@pytest.fixture
def household(house: StaffedHouse) -> Household:
    """
    Give Léa of a class, her mother Anne, and Marc, whom no letter reaches.
    """
    household, unit = Household(house.door), house.door.unit("Les Colibris")
    house.door.patch(f"/people/{household.lea}", {"memberships": [{"unit_id": unit}]})
    marc = house.door.signatory(given_name="Marc", email="")
    house.door.authority(household.lea, marc)
    channel(house.door, name="Our page")
    version(house.door)
    house.door.patch("/organisation", {"languages": ["fr", "nl"]})
    return household


def come_back(household: Household) -> None:
    """
    Let the last letter to Anne come back.
    """
    letter, deliver = household.mailbox.letters(ANNE)[-1], household.registry.mail.deliver_letters
    with deliver.database.begin(household.door.organisation.id) as work:
        came_back = Delivery(Outcome.BOUNCED, "550 5.1.1")
        work.outbox.settle(letter.id, came_back, deliver.clock(), None)
        work.commit()


def test_a_class_is_asked_and_followed(household: Household, registrar: Visitor) -> None:
    registrar.go("/campaigns")
    registrar.page.get_by_label("About whom", exact=True).select_option("Les Colibris")
    registrar.look("campaigns")
    registrar.press("See who would be asked")
    registrar.sees("1 person would get a letter.")
    registrar.look("campaign-preview")
    registrar.press("Send 1 letter")
    registrar.sees("Remind whoever is silent")
    registrar.look("campaign")

    come_back(household)
    registrar.page.reload()
    registrar.sees("Came back")
    registrar.press("Letters that did not arrive")
    registrar.sees("Check the address with them")
    registrar.look("letters")
    registrar.press("Send again")
    assert registrar.sees("Anne Dupont")
