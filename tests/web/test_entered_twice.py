"""
Whoever enters somebody who is there already is asked first.
"""

import pytest

from service.decision.powers import Role
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse

LEA = {
    "given_name": "LEA",
    "family_name": "Dupont",
    "category": "beneficiary",
    "born_on": "2016-05-04",
    "aliases": "Lulu",
}


@pytest.fixture
def registrar(house: StaffedHouse) -> Reader:
    """
    Let somebody in who enters people.
    """
    return reader(house, Role.REGISTRAR)


def test_the_page_shows_who_it_is_like(house: StaffedHouse, registrar: Reader) -> None:
    unit = house.door.unit()
    lea = house.door.person(memberships=[{"unit_id": unit}], external_id="2026-0117")

    shown = registrar.post("/people/new", LEA | {"unit-0": unit}, status=409)

    assert "Is this somebody else?" in shown
    assert "open Léa Dupont" in shown
    assert "Les Coquelicots · born 4 May 2016 · 2026-0117" in shown
    assert "It is somebody else: enter them" in shown
    assert [lea] == [each["id"] for each in house.door.get("/people")["items"]]


def test_the_form_comes_back_with_what_was_typed(house: StaffedHouse, registrar: Reader) -> None:
    house.door.person()

    form = registrar.client.post(
        "/people/new", data=LEA | {"edit": "1"}, headers=registrar.headers()
    )

    assert 200 == form.status_code
    assert 'value="LEA"' in form.text
    assert 'value="2016-05-04"' in form.text
    assert 'name="edit"' not in form.text
    assert 1 == len(house.door.get("/people")["items"])


def test_it_is_somebody_else(house: StaffedHouse, registrar: Reader) -> None:
    lea = house.door.person()

    made = registrar.post("/people/new", LEA | {"somebody_else": "1"})

    entered = house.door.get(made)
    assert lea != entered["id"]
    assert ("LEA", ["Lulu"]) == (entered["given_name"], entered["aliases"])


def test_a_registrar_of_another_unit_is_asked_nothing(house: StaffedHouse) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    house.door.person(memberships=[{"unit_id": other}])
    narrow = reader(house, Role.REGISTRAR, unit_id=own)

    made = narrow.post("/people/new", LEA | {"unit-0": own})

    assert "LEA Dupont" in narrow.get(made)


def test_a_change_into_somebody_who_is_there_asks_too(
    house: StaffedHouse, registrar: Reader
) -> None:
    lea = house.door.person()
    leo = house.door.person(given_name="Léo")

    shown = registrar.post(f"/people/{leo}/change", LEA, status=409)
    again = registrar.post(f"/people/{leo}/change", LEA | {"edit": "1"}, status=200)
    registrar.post(f"/people/{leo}/change", LEA | {"somebody_else": "1"})

    assert "It is somebody else: save" in shown
    assert "Change" in again
    assert "LEA" == house.door.get(f"/people/{leo}")["given_name"]
    assert "Léa" == house.door.get(f"/people/{lea}")["given_name"]
