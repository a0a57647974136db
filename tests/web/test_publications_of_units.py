"""
Pages for whoever works for one unit show what has to do with it, and lead nowhere else.
"""

import re
from dataclasses import dataclass

import pytest

from service.decision.ids import UnitId
from service.decision.powers import Appointment, Role
from tests.api.office import adult, channel, version, yes
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse


@dataclass(frozen=True)
class Posted:
    """
    A house with two units, and what was posted about somebody of the second.
    """

    house: StaffedHouse
    kitchen: str
    garden: str
    gardener: str
    on_garden: str
    on_house: str

    def share(self, publication_id: str, slug: str) -> str:
        """
        Share a post again on a page; give the id of that.
        """
        path = f"/publications/{publication_id}/reshares"
        made: dict[str, str] = self.house.door.post(path, {"channel": slug})
        return made["id"]


@pytest.fixture
def posted(house: StaffedHouse) -> Posted:
    """
    Post about a gardener on the page of the garden and on that of the house.
    """
    door = house.door
    kitchen, garden = door.unit("Kitchen"), door.unit("Garden")
    slugs = ["kitchen", "garden", "house"]
    for slug, unit in zip(slugs, (kitchen, garden, None), strict=True):
        channel(door, slug, unit_id=unit, photo_publisher="members", name=f"Page of {slug}")
    gardener = adult(door, memberships=[{"unit_id": garden}])
    yes(door, gardener, version(door), channels=slugs)
    on_garden, on_house = (
        door.post("/publications", {"names": ["Emeka Dupont"], "channel": slug})["id"]
        for slug in ("garden", "house")
    )
    return Posted(house, kitchen, garden, gardener, on_garden, on_house)


def links(text: str) -> set[str]:
    """
    Give the publications that a page leads to.
    """
    return set(re.findall(r'href="/publications/([^"/?]+)"', text))


def test_the_list_and_the_pages_show_what_is_in_sight(posted: Posted) -> None:
    cook = reader(posted.house, Role.PUBLISHER, unit_id=posted.kitchen)
    gardener = reader(posted.house, Role.PUBLISHER, unit_id=posted.garden)

    assert {posted.on_house} == links(cook.fetch("/publications").text)
    assert {posted.on_garden, posted.on_house} == links(gardener.fetch("/publications").text)
    cook.get(f"/publications/{posted.on_house}")
    cook.get(f"/publications/{posted.on_garden}", 404)
    cook.post(f"/publications/{posted.on_garden}/take-down", {"note": "Gone"}, status=404)


def test_a_page_names_no_original_and_no_correction_out_of_sight(posted: Posted) -> None:
    door = posted.house.door
    shared = posted.share(posted.on_garden, "kitchen")
    hidden = posted.share(posted.on_house, "garden")
    door.post(f"/publications/{shared}/correct", {"corrected_by": hidden}, 200)
    cook = reader(posted.house, Role.PUBLISHER, unit_id=posted.kitchen)

    seen = cook.fetch(f"/publications/{shared}").text
    whole = reader(posted.house, Role.PUBLISHER).fetch(f"/publications/{shared}").text

    for each in (hidden, posted.on_garden):
        assert each not in seen
        assert each in whole


def test_whoever_deals_with_a_complaint_deals_with_it_whatever_it_is_about(
    posted: Posted,
) -> None:
    door = posted.house.door
    cook = adult(door, given_name="Ines", memberships=[{"unit_id": posted.kitchen}])
    told = {"wish": "take_down", "text": "She is in it too.", "person_id": cook}
    complaint = door.post("/complaints", told | {"publication_id": posted.on_garden})["id"]
    officer = reader(posted.house, Role.DATA_PROTECTION_OFFICER, unit_id=posted.kitchen)

    page = officer.fetch(f"/complaints/{complaint}").text

    assert posted.on_garden not in page
    officer.post(f"/complaints/{complaint}/take-down", {})
    (task,) = door.get("/takedowns")["items"]
    assert posted.on_garden == task["publication_id"]


def test_somebody_with_two_units_sees_what_has_to_do_with_either(posted: Posted) -> None:
    roles = tuple(
        Appointment(Role.PUBLISHER, UnitId(each)) for each in (posted.kitchen, posted.garden)
    )
    both = Reader(posted.house.door.house.client, posted.house.hire_for(roles))

    assert {posted.on_garden, posted.on_house} == links(both.fetch("/publications").text)


def test_what_is_still_out_is_listed_apart(posted: Posted) -> None:
    gardener = reader(posted.house, Role.PUBLISHER, unit_id=posted.garden)
    gardener.post(f"/publications/{posted.on_garden}/take-down", {"note": "Gone"})

    assert {posted.on_house} == links(gardener.fetch("/publications?only=live").text)
    assert {posted.on_garden} == links(gardener.fetch("/publications?only=down").text)
    nothing = f"/publications?only=live&channel={posted.gardener}"
    assert "Nothing like that is here." in gardener.get(nothing)
