"""
Nobody says on what ground somebody answers, or what is wished, by not looking.
"""

from collections.abc import Collection

import httpx
import pytest

from service.decision.powers import Role
from tests.web.forms import forms_on
from tests.web.reader import reader, words
from tests.web.staffed import StaffedHouse

ASKED = "Choose one of the list."
ANNE = {"given_name": "Anne", "family_name": "Dupont", "proof": "Certificate 117"}
GROUND = {"kind": "guardian", "basis": "judgment"}
COMPLAINT = {"text": "Why is she on your page?", "complainant": "Bob Dupont"}
WISHED = {"route": "letter", "wish": "explain"}


def sent(page: httpx.Response, names: Collection[str]) -> dict[str, str]:
    """
    Give what is sent of these fields, if somebody sends the form as it comes.
    """
    sends = (pair for form in forms_on(page) for pair in form.untouched())
    return {name: value for name, value in sends if name in names}


@pytest.mark.parametrize("missing", GROUND)
def test_on_what_ground_somebody_answers_is_chosen(house: StaffedHouse, missing: str) -> None:
    registrar = reader(house, Role.REGISTRAR)
    of_lea = f"/people/{house.door.person()}/authorities"
    assert dict.fromkeys(GROUND, "") == sent(registrar.fetch(f"{of_lea}/new"), GROUND)
    told = ANNE | GROUND | {missing: ""}

    shown = registrar.client.post(f"{of_lea}/new", data=told, headers=registrar.headers())

    assert (422, True) == (shown.status_code, ASKED in words(shown.text))
    assert f'id="{missing}-fault"' in shown.text
    assert told == sent(shown, told)
    assert [] == house.door.get(of_lea)["items"]


def test_a_parent_over_an_adult_is_said_at_what_was_chosen(house: StaffedHouse) -> None:
    of_emeka = f"/people/{house.door.person(born_on='1990-05-04')}/authorities/new"
    told = ANNE | {"kind": "parent", "basis": "filiation"}

    shown = reader(house, Role.REGISTRAR).post(of_emeka, told, status=422)

    assert "A parent answers for a minor." in shown
    assert ASKED not in shown


@pytest.mark.parametrize("missing", WISHED)
def test_how_a_complaint_came_in_and_what_is_wished_is_chosen(
    house: StaffedHouse, missing: str
) -> None:
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    assert dict.fromkeys(WISHED, "") == sent(officer.fetch("/complaints/new"), WISHED)
    told = COMPLAINT | WISHED | {missing: ""}

    shown = officer.client.post("/complaints/new", data=told, headers=officer.headers())

    assert (422, True) == (shown.status_code, ASKED in words(shown.text))
    assert f'id="{missing}-fault"' in shown.text
    assert told == sent(shown, told)
    assert [] == house.door.get("/complaints")["items"]


def test_who_somebody_is_here_is_chosen(house: StaffedHouse) -> None:
    registrar = reader(house, Role.REGISTRAR)
    assert {"category": ""} == sent(registrar.fetch("/people/new"), {"category"})
    told = {"given_name": "Anne", "family_name": "Dupont", "category": ""}

    shown = registrar.client.post("/people/new", data=told, headers=registrar.headers())

    assert (422, True) == (shown.status_code, ASKED in words(shown.text))
    assert 'id="category-fault"' in shown.text
    assert told == sent(shown, told)
    assert [] == house.door.get("/people")["items"]


def test_what_a_channel_is_is_chosen(house: StaffedHouse) -> None:
    keeper = reader(house, Role.CHANNEL_MANAGER)
    assert {"medium": ""} == sent(keeper.fetch("/channels/new"), {"medium"})
    told = {"name": "Leaflet", "address": "leaflet", "medium": "", "purposes": "information"}

    shown = keeper.client.post("/channels", data=told, headers=keeper.headers())

    assert (422, True) == (shown.status_code, 'id="medium-fault"' in shown.text)
    assert [] == house.door.get("/channels")["items"]


def test_nothing_is_wished_for_who_complains_of_their_own(house: StaffedHouse) -> None:
    anybody = reader(house, Role.REGISTRAR)
    page = f"/f/{house.door.organisation.slug}/complain"
    assert {"wish": ""} == sent(anybody.fetch(page), {"wish"})

    anybody.client.post(page, data={"text": "Why is she there?"}, headers=anybody.headers())

    (complaint,) = house.door.get("/complaints")["items"]
    assert "other" == complaint["wish"]
