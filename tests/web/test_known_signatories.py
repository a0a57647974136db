"""
Somebody who answers for two is entered once, and chosen the second time.
"""

from service.decision.powers import Role
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

PARENT = {"kind": "parent", "basis": "filiation"}


def test_a_parent_of_two_is_chosen_for_the_second(house: StaffedHouse) -> None:
    lea, tom = house.door.person(), house.door.person(given_name="Tom")
    anne = house.door.signatory()
    house.door.authority(lea, anne)
    registrar = reader(house, Role.REGISTRAR)
    path = f"/people/{tom}/authorities/new"

    shown = registrar.post(path, PARENT | {"find": "1", "known": "dup ann"}, status=200)
    assert "Anne Dupont · anne@family.example" in shown
    assert "Nobody of these" in shown
    registrar.post(path, PARENT | {"signatory": anne})

    held = house.door.get(f"/people/{tom}/authorities")["items"]
    assert [anne] == [each["signatory_id"] for each in held]
    assert 1 == len(house.door.get("/signatories")["items"])


def test_a_say_about_some_things_alone_is_entered_and_shown(house: StaffedHouse) -> None:
    tom = house.door.person(given_name="Tom")
    registrar = reader(house, Role.REGISTRAR)
    path = f"/people/{tom}/authorities/new"
    paul = {"given_name": "Paul", "family_name": "Roy", "kind": "parent", "basis": "judgment"}

    shown = registrar.post(path, paul | {"matters": ["name"], "kind": ""}, status=422)
    assert "Only about some things" in shown
    registrar.post(path, paul | {"matters": ["name", "nothing we know"]}, status=422)
    registrar.post(path, paul | {"matters": ["name", "image"]})

    (held,) = house.door.get(f"/people/{tom}/authorities")["items"]
    assert ["image", "name"] == held["matters"]
    for each in (f"/people/{tom}", f"/people/{tom}/authorities/{held['id']}"):
        assert "only about: Picture, Name" in registrar.get(each)


def test_whoever_answers_for_nobody_in_sight_is_not_shown(house: StaffedHouse) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    lea = house.door.person(memberships=[{"unit_id": own}])
    tom = house.door.person(given_name="Tom", memberships=[{"unit_id": other}])
    bram = house.door.signatory(given_name="Bram", email="bram@family.example")
    house.door.authority(tom, bram)
    registrar = reader(house, Role.REGISTRAR, unit_id=own)
    path = f"/people/{lea}/authorities/new"

    shown = registrar.post(path, PARENT | {"find": "1", "known": "Bram"}, status=200)
    assert "bram@family.example" not in shown
    registrar.post(path, PARENT | {"signatory": bram}, status=422)

    assert [] == house.door.get(f"/people/{lea}/authorities")["items"]
