"""
The list of publications says what is down and what must come down.
"""

import re

from service.decision.powers import Role
from tests.api.door import Door
from tests.api.office import adult, channel, version, yes
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse


def posted(door: Door, name: str) -> tuple[str, str]:
    """
    Publish the name of somebody; give them and the publication.
    """
    person = adult(door, given_name=name)
    yes(door, person, version(door, material=False))
    body = {"names": [f"{name} Dupont"], "channel": "facebook"}
    return person, door.post("/publications", body)["id"]


def line(text: str, publication_id: str) -> str:
    """
    Give what a page says of one publication.
    """
    found = re.search(rf'href="/publications/{publication_id}".*?</li>', text, re.DOTALL)
    assert found is not None
    return found[0]


def test_the_list_says_what_is_down_and_what_must_come_down(house: StaffedHouse) -> None:
    door = house.door
    channel(door, photo_publisher="members")
    (emeka, lost), (_, gone), (_, live) = (posted(door, each) for each in ("Emeka", "Ada", "Bola"))
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    door.post(f"/publications/{gone}/take-down", {}, 200)
    publisher = reader(house, Role.PUBLISHER)

    page = publisher.fetch("/publications").text

    assert "Must come down" in line(page, lost)
    assert "Taken down" in line(page, gone)
    assert "down" not in line(page, live).lower()
    (task,) = door.get("/takedowns")["items"]
    assert f'href="/takedowns/{task["id"]}"' in publisher.fetch(f"/publications/{lost}").text
    door.post(f"/publications/{lost}/take-down", {"note": "Gone."}, 200)
    after = line(publisher.fetch("/publications").text, lost)
    assert ("Taken down" in after, "Must come down" in after) == (True, False)


def test_whoever_does_not_see_the_task_is_told_nothing_of_it(house: StaffedHouse) -> None:
    door, unit = house.door, house.door.unit()
    channel(door, photo_publisher="members")
    emeka, lost = posted(door, "Emeka")
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    elsewhere = reader(house, Role.PUBLISHER, unit_id=unit)

    assert "Must come down" not in line(elsewhere.fetch("/publications").text, lost)
    assert "/takedowns/" not in elsewhere.fetch(f"/publications/{lost}").text
