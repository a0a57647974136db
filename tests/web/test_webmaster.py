"""
The page of a photo has ready what its webmaster puts beside it.
"""

import html
import re

from service.decision.powers import Role
from tests.api.office import photo_of_emeka, register, scene
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

AREA = re.compile(r"<textarea[^>]*readonly[^>]*>(.*?)</textarea>", re.DOTALL)


def test_the_webmaster_copies_it_from_the_page_of_a_photo(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    publisher = reader(house, Role.PUBLISHER)

    shown = publisher.fetch(f"/photos/{photo}").text
    there = publisher.fetch(f"/photos/{photo}?content_url=https://j.example/a.jpg").text
    wrong = publisher.fetch(f"/photos/{photo}?content_url=a.jpg").text

    told = house.door.get(f"/photos/{photo}/licence-markup")
    assert [told["script"]] == [html.unescape(each) for each in AREA.findall(shown)]
    assert "put the address of the picture for ADDRESS-OF-THE-PICTURE." in shown
    assert "https://j.example/a.jpg" in AREA.findall(there)[0]
    assert "ADDRESS-OF-THE-PICTURE" not in there
    assert "Give the whole address" in wrong
    assert "ADDRESS-OF-THE-PICTURE" in AREA.findall(wrong)[0]


def test_a_photo_of_unknown_rights_says_what_is_missing(house: StaffedHouse) -> None:
    photo = register(house.door, scene(7))["id"]

    shown = reader(house, Role.PUBLISHER).fetch(f"/photos/{photo}").text

    assert "Nobody has said whose photo this is." in shown
    assert [] == AREA.findall(shown)
