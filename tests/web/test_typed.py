"""
What nobody can keep gets the form back or a clear word, never a failure.
"""

import pytest

from service.decision.powers import Role
from tests.api.office import photo_of_emeka
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

PAGE = {
    "name": "Page",
    "medium": "social",
    "audience": "public",
    "purposes": "information",
    "address": "page.example",
    "quota_window": "iso_week",
    "photo_publisher": "publishers",
}


@pytest.mark.parametrize("quota", ["999999999999", "9" * 5000, "9" * 16, "١٢", "-1", "0"])
def test_a_quota_that_is_none_is_shown_again(house: StaffedHouse, quota: str) -> None:
    manager = reader(house, Role.CHANNEL_MANAGER)

    shown = manager.post("/channels", PAGE | {"quota": quota}, status=422)

    assert "Give a number from 1, or nothing." in shown
    assert [] == house.door.get("/channels")["items"]


def test_a_name_in_which_nobody_posts_is_shown_again(house: StaffedHouse) -> None:
    photo_of_emeka(house.door)
    (page,) = house.door.get("/channels")["items"]
    house.door.patch(f"/channels/{page['id']}", {"photo_publisher": "members"})
    post = {"channel": "facebook", "text": "Emeka Dupont at the farm"}
    made = house.door.with_key("checks").post("/proposals", post)["id"]
    house.door.post(f"/proposals/{made}/approve", None, 200)
    publisher = reader(house, Role.PUBLISHER)

    wrong = {"published_as": "nobody"}
    shown = publisher.post(f"/proposals/{made}/release", wrong, status=422)

    assert "Say in whose name it was posted." in shown
    assert [] == house.door.get("/publications")["items"]


def test_a_template_that_is_too_long_is_shown_again(house: StaffedHouse) -> None:
    manager = reader(house, Role.CHANNEL_MANAGER)

    shown = manager.post("/channels", PAGE | {"template": "x" * 4_001}, status=422)

    assert "This text is too long: at most 4,000 characters." in shown
    assert "x" * 4_001 in shown


@pytest.mark.parametrize("path", ["/checks/%00/answer", "/people/%00", "/f/jacinthes/link/%00"])
def test_nothing_is_called_by_a_nul(house: StaffedHouse, path: str) -> None:
    assert 404 == reader(house, Role.ADMINISTRATOR).fetch(path).status_code


@pytest.mark.parametrize("path", ["/complaints/new?person=%00", "/people?name=L%C3%A9a%00"])
def test_an_address_with_a_nul_cannot_be_read(house: StaffedHouse, path: str) -> None:
    reader(house, Role.ADMINISTRATOR).get(path, status=400)


def test_a_form_with_a_nul_cannot_be_read(house: StaffedHouse) -> None:
    manager = reader(house, Role.CHANNEL_MANAGER)

    manager.post("/channels", PAGE | {"name": "Pa\0ge"}, status=400)

    assert [] == house.door.get("/channels")["items"]


def test_a_caption_with_a_nul_cannot_be_read(house: StaffedHouse) -> None:
    files = {"picture": ("", b"", "application/octet-stream")}

    reader(house, Role.CHECKER).post("/check", {"caption": "L\0a"}, files, status=400)


def test_a_program_that_asks_for_a_nul_is_told_where(house: StaffedHouse) -> None:
    told = house.door.get("/checks?actor_id=%00", status=422)

    assert "actor_id" == told["field"]
