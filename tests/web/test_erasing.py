"""
Somebody is erased on their page, after their name was typed.
"""

from service.decision.ids import UnitId
from service.decision.powers import Appointment, Role
from tests.api.entered_twice import refuse, settle, two_of_emeka
from tests.api.office import photo_of_emeka
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse


def live_emeka(house: StaffedHouse) -> str:
    """
    Publish a photo of somebody, who has a representative; give their id.
    """
    photo = photo_of_emeka(house.door)
    emeka: str = house.door.get(f"/photos/{photo}")["depictions"][0]["person_id"]
    facebook = house.door.get("/channels")["items"][0]["id"]
    house.door.patch(f"/channels/{facebook}", {"photo_publisher": "members"})
    post = {"photo_ids": [photo], "channel": "facebook", "where": "The feast of Mimi"}
    house.door.post("/publications", post)
    anne = house.door.signatory()
    house.door.authority(emeka, anne, kind="representative", basis="judgment")
    return emeka


def test_who_asks_to_be_forgotten_is_erased_and_what_is_live_comes_down(
    house: StaffedHouse,
) -> None:
    emeka = live_emeka(house)
    administrator = reader(house, Role.ADMINISTRATOR)

    assert "Erase" in administrator.get(f"/people/{emeka}")
    asked = administrator.get(f"/people/{emeka}/erase")
    assert "Those who answer for nobody else: Anne Dupont." in asked
    assert "1 answer, under a number that means nobody." in asked
    assert "1 publication that is not down" in asked
    done = administrator.post(f"/people/{emeka}/erase", {"name": "  emeka  DUPÔNT "})

    told = administrator.get(done)
    assert "1 person who answered for nobody else went along." in told
    assert "1 publication is still to come down." in told
    assert "Emeka" not in told
    assert 1 == len(house.door.get("/takedowns")["items"])
    for path in ("", "/erase"):
        administrator.get(f"/people/{emeka}{path}", 404)
    administrator.post(f"/people/{emeka}/erase", {"name": "Emeka Dupont"}, status=404)


def test_another_name_erases_nobody(house: StaffedHouse) -> None:
    emeka = live_emeka(house)
    administrator = reader(house, Role.ADMINISTRATOR)

    for typed in ("", "Emeka", "Emeka Dupond", "yes"):
        shown = administrator.post(f"/people/{emeka}/erase", {"name": typed}, status=422)
        assert "Nothing was erased." in shown

    assert emeka == house.door.get(f"/people/{emeka}")["id"]


def test_a_legal_hold_says_so_and_leaves_no_form(house: StaffedHouse) -> None:
    lea = house.door.person()
    administrator = reader(house, Role.ADMINISTRATOR)
    hold = house.door.post("/holds", {"kind": "legal", "person_id": lea})["id"]

    shown = administrator.get(f"/people/{lea}/erase")
    assert "a legal hold keeps what is recorded here" in shown
    assert "Erase for good" not in shown
    late = administrator.post(f"/people/{lea}/erase", {"name": "Léa Dupont"}, status=409)
    assert "a legal hold keeps what is recorded here" in late
    house.door.post(f"/holds/{hold}/lift", None, 200)
    house.door.post("/holds", {"kind": "restriction", "person_id": lea})

    assert "A hold: Restriction" in administrator.get(f"/people/{lea}/erase")
    administrator.post(f"/people/{lea}/erase", {"name": "Léa Dupont"})


def test_whoever_may_not_erase_is_not_offered_it(house: StaffedHouse) -> None:
    lea = house.door.person()

    for role in (Role.REGISTRAR, Role.DATA_PROTECTION_OFFICER):
        somebody = reader(house, role)
        assert "Erase" not in somebody.get(f"/people/{lea}")
        somebody.get(f"/people/{lea}/erase", 403)
        somebody.post(f"/people/{lea}/erase", {"name": "Léa Dupont"}, status=403)


def test_who_administers_one_unit_erases_in_it_and_is_told_of_it_alone(
    house: StaffedHouse,
) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    lea = house.door.person(memberships=[{"unit_id": own}])
    tom = house.door.person(given_name="Tom", memberships=[{"unit_id": other}])
    both = (Appointment(Role.REGISTRAR), Appointment(Role.ADMINISTRATOR, UnitId(own)))
    somebody = Reader(house.door.house.client, house.hire_for(both))
    whole = reader(house, Role.ADMINISTRATOR)

    assert "Erase" in somebody.get(f"/people/{lea}")
    assert "Erase" not in somebody.get(f"/people/{tom}")
    somebody.post(f"/people/{tom}/erase", {"name": "Tom Dupont"}, status=404)
    own_done = somebody.post(f"/people/{lea}/erase", {"name": "Léa Dupont"})
    other_done = whole.post(f"/people/{tom}/erase", {"name": "Tom Dupont"})

    somebody.get(own_done)
    whole.get(own_done)
    somebody.get(other_done, 404)
    somebody.get(own_done.replace(lea, tom), 404)
    somebody.get(own_done[:-1], 404)


def test_nicknames_go_where_everything_typed_is_to_go(house: StaffedHouse) -> None:
    emeka = live_emeka(house)
    administrator = reader(house, Role.ADMINISTRATOR)

    administrator.post(f"/people/{emeka}/erase", {"name": "Emeka Dupont", "words": "all"})

    (publication,) = house.door.get("/publications")["items"]
    assert "[erased]" == publication["where"]


def test_a_record_that_alone_says_no_is_not_erased(house: StaffedHouse) -> None:
    agreed, twin = two_of_emeka(house.door)
    settle(house.door, agreed, twin, "same")
    refuse(house.door, twin)
    administrator = reader(house, Role.ADMINISTRATOR)

    shown = administrator.get(f"/people/{twin}/erase")

    assert "stands on this record alone" in shown
    assert "Type the name" not in shown
    administrator.post(f"/people/{twin}/erase", {"name": "Emeka Dupont"}, status=409)
