"""
A page takes the steps that it has buttons for, and no others for one of them.
"""

from service.decision.powers import Role
from tests.api.family import Household
from tests.api.office import adult, channel, published_name, version, yes
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse


def test_a_step_that_is_none_takes_no_publication_down(house: StaffedHouse) -> None:
    door = house.door
    channel(door, photo_publisher="members")
    yes(door, adult(door), version(door))
    published = published_name(door)["id"]

    reader(house, Role.PUBLISHER).post(
        f"/publications/{published}/reshare", {"note": "Gone"}, status=404
    )

    assert [] == door.get(f"/publications/{published}")["events"]


def test_a_step_that_is_none_withdraws_no_proposal(house: StaffedHouse) -> None:
    door = house.door
    channel(door)
    made = door.post("/proposals", {"channel": "facebook", "text": "Hello"})["id"]

    reader(house, Role.PUBLISHER).post(f"/proposals/{made}/agree", {"note": "Well"}, status=404)

    assert "proposed" == door.get(f"/proposals/{made}")["state"]


def test_no_authority_ends_without_the_button_for_it(house: StaffedHouse) -> None:
    household = Household(house.door)
    of_lea = f"/people/{household.lea}/authorities"
    [held] = house.door.get(of_lea)["items"]

    reader(house, Role.REGISTRAR).post(f"{of_lea}/{held['id']}", {"proof": "Seen"}, status=200)

    assert [held] == house.door.get(of_lea)["items"]
