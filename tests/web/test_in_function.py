"""
That an official is shown in function is said, seen and corrected on the page of a photo.
"""

import httpx
import pytest

from service.decision.powers import Role
from tests.api.door import Json
from tests.api.office import OWN_PHOTO, adult, channel, photo_answer, register, scene
from tests.web.forms import forms_on
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse

LOOKED = {"complete": True}


def photo_of_the_mayor(house: StaffedHouse, **shown: object) -> str:
    """
    Register a photo of a mayor whom nobody asked; give its id.
    """
    channel(house.door)
    mayor = adult(house.door, given_name="Hélène", category="public_official")
    people = [{"person_id": mayor, **shown}]
    made = register(house.door, scene(1), depictions=people, attestation=LOOKED, rights=OWN_PHOTO)
    return str(made["id"])


def shown_in(house: StaffedHouse, photo: str) -> Json:
    """
    Read how the one who is in a photo is seen.
    """
    [shown] = house.door.get(f"/photos/{photo}")["depictions"]
    return shown


def form_on(page: httpx.Response, action: str) -> dict[str, str]:
    """
    Give the form with an action, as it is sent when nobody touches it.
    """
    [found] = [each for each in forms_on(page) if each.action == action]
    return dict(found.untouched())


def corrected(house: StaffedHouse, publisher: Reader, photo: str, seen: str = "") -> None:
    """
    Look again on the page of a photo; say how its one person is *seen*, or touch nothing.
    """
    page, person = f"/photos/{photo}/people", shown_in(house, photo)["person_id"]
    offered = publisher.client.post(
        f"{page}/seen",
        data=form_on(publisher.fetch(page), f"{page}/seen") | {"person": person},
        headers=publisher.headers(),
    )
    said = {f"seen-{person}": seen} if seen else {}
    publisher.post(page, form_on(offered, page) | said | {"everybody": "yes"})


def test_a_mayor_in_function_may_be_shown_without_being_asked(house: StaffedHouse) -> None:
    photo = photo_of_the_mayor(house)
    publisher = reader(house, Role.PUBLISHER)
    assert "ask" == photo_answer(house.door, photo)

    corrected(house, publisher, photo, "in_function")

    assert "publish" == photo_answer(house.door, photo)
    assert shown_in(house, photo)["in_function"]
    assert "In a public function" in publisher.get(f"/photos/{photo}")


@pytest.mark.parametrize("seen", ["targeted", "ambience", "crowd"])
def test_a_private_moment_is_told_from_a_function(house: StaffedHouse, seen: str) -> None:
    photo = photo_of_the_mayor(house, in_function=True)
    assert "publish" == photo_answer(house.door, photo)

    corrected(house, reader(house, Role.PUBLISHER), photo, seen)

    assert "ask" == photo_answer(house.door, photo)
    shown = shown_in(house, photo)
    assert (seen, False) == (shown["visibility"], shown["in_function"])


@pytest.mark.parametrize("visibility", ["targeted", "crowd"])
def test_what_nobody_touched_stays(house: StaffedHouse, visibility: str) -> None:
    photo = photo_of_the_mayor(house, in_function=True, visibility=visibility)
    before = shown_in(house, photo)

    corrected(house, reader(house, Role.PUBLISHER), photo)

    assert before == shown_in(house, photo)


def test_being_in_function_makes_no_yes_for_anybody_else(house: StaffedHouse) -> None:
    photo = photo_of_the_mayor(house)
    house.door.patch(f"/people/{shown_in(house, photo)['person_id']}", {"category": "employee"})

    corrected(house, reader(house, Role.PUBLISHER), photo, "in_function")

    assert "ask" == photo_answer(house.door, photo)
