"""
Answers without a person are settled on their page.
"""

import pytest

from service.decision.powers import Role
from tests.api.door import Door
from tests.api.office import adult, answer, channel, version, yes
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse

NO = {
    "capacity": "self",
    "kind": "refused",
    "everywhere": True,
    "method": "paper",
    "signed_on": "2026-03-01",
    "person": {"given_name": "Emeka", "family_name": "Dupond"},
}


@pytest.fixture
def emeka(house: StaffedHouse) -> str:
    """
    Give somebody who said yes; a no of somebody called nearly so waits.
    """
    channel(house.door)
    person: str = adult(house.door)
    yes(house.door, person, version(house.door), signed_at="2026-01-15T09:00:00Z")
    house.door.post("/answers", NO)
    return person


def at_the_answer(registrar: Reader, door: Door) -> str:
    """
    Find the answer in the list; give its address.
    """
    people = registrar.get("/people")
    assert "Answers without a person" in people
    assert "Answers that wait for somebody to say whose they are: 1." in people
    assert "Emeka Dupond" in registrar.get("/answers")
    return f"/answers/{door.get('/answers')['items'][0]['id']}"


def test_somebody_says_who_is_meant(house: StaffedHouse, emeka: str) -> None:
    registrar = reader(house, Role.REGISTRAR)
    address = at_the_answer(registrar, house.door)
    assert "Emeka Dupont" in registrar.get(address)
    assert "Choose who is meant." in registrar.post(address, {"person": ""}, status=422)

    back = registrar.post(address, {"person": emeka})

    assert f"/people/{emeka}" == back
    assert "do_not_publish" == answer(house.door, "Emeka Dupont")
    assert "No answer waits for a name." in registrar.get("/answers")


def test_somebody_else_is_searched_for_and_chosen(house: StaffedHouse, emeka: str) -> None:
    ines = adult(house.door, given_name="Ines", family_name="Çelik")
    registrar = reader(house, Role.REGISTRAR)
    address = at_the_answer(registrar, house.door)

    shown = registrar.post(address, {"search": "1", "who": "celik"}, status=200)
    assert "Ines Çelik" in shown
    registrar.post(address, {"person": ines})

    assert "publish" == answer(house.door, "Emeka Dupont"), "she was meant, not he"
    assert emeka != ines


@pytest.mark.usefixtures("emeka")
def test_nobody_of_ours_needs_a_reason(house: StaffedHouse) -> None:
    registrar = reader(house, Role.REGISTRAR)
    address = at_the_answer(registrar, house.door)

    assert "Say why" in registrar.post(address, {"discard": "1"}, status=422)
    registrar.post(address, {"discard": "1", "reason": "nobody_here"})

    assert "publish" == answer(house.door, "Emeka Dupont")
    reader(house, Role.CHECKER).get("/answers", 403)


def test_who_answered_is_asked_where_the_name_fits_nobody(house: StaffedHouse) -> None:
    channel(house.door)
    child, anne = house.door.person(), house.door.signatory()
    house.door.authority(child, anne)
    by_nobody = {"signatory": {"given_name": "Ann", "family_name": "Dupond"}}
    house.door.post("/answers", NO | by_nobody | {"capacity": "parent"})
    registrar = reader(house, Role.REGISTRAR)
    address = at_the_answer(registrar, house.door)
    orphan = house.door.person(given_name="Tom")

    alone = registrar.post(address, {"person": orphan}, status=422)
    assert "Add somebody who may answer" in alone
    shown = registrar.post(address, {"person": child}, status=422)
    assert "Say who answered" in shown
    assert "Anne Dupont" in shown
    registrar.post(address, {"person": child, "signatory": anne})

    [act] = house.door.get(f"/consents?person_id={child}")["items"]
    assert anne == act["signatory_id"]


@pytest.mark.usefixtures("emeka")
def test_whoever_sees_a_unit_cannot_tell_whether_others_have_somebody_of_that_name(
    house: StaffedHouse,
) -> None:
    unit = house.door.unit("Own")
    keeper = house.door.with_key("consents:write", "consents:read", "people:read", units=[unit])
    registrar = reader(house, Role.REGISTRAR, "Narrow", unit)

    pages = []
    for name in ("Dupond", "Çelik"):
        named = {"person": {"given_name": "Emeka", "family_name": name}}
        made = keeper.post("/answers", NO | named)
        pages.append(registrar.get(f"/answers/{made['id']}").replace(name, "…"))

    there, not_there = pages
    assert there == not_there
    assert "everybody who may be meant is asked about" in there
