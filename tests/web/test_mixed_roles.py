"""
Somebody with different roles in two units finds every door open that is shown to them.
"""

import re
from html import unescape

import pytest

from service.decision.ids import UnitId
from service.decision.powers import Appointment, Role
from tests.api.door import Door
from tests.api.office import OWN_PHOTO, adult, channel, register, scene, version, yes
from tests.web.reader import Reader
from tests.web.staffed import StaffedHouse

MOST_PAGES = 90
LOOKED = {"complete": True}


def busy_unit(door: Door, name: str, seed: int) -> str:
    """
    Give a unit with a page, somebody in a photo of it, a proposal, a post and a task.
    """
    unit = door.unit(name)
    slug = name.lower()
    channel(door, slug, unit_id=unit, photo_publisher="members", name=f"Page of {name}")
    person = adult(door, given_name=name, memberships=[{"unit_id": unit}])
    yes(door, person, version(door, slug=f"form-{slug}"), channels=[slug])
    photo = register(
        door, scene(seed), depictions=[{"person_id": person}], attestation=LOOKED, rights=OWN_PHOTO
    )["id"]
    post = {"photo_ids": [photo], "channel": slug, "alt_texts": ["Somebody"]}
    door.post("/proposals", post)
    door.post("/publications", {"photo_ids": [photo], "channel": slug})
    door.post("/publications", {"names": [f"{name} Dupont"], "channel": slug})
    return unit


def links_of(text: str) -> list[str]:
    """
    Give where a page leads within the house.
    """
    found = re.findall(r'(?:href|src)="(/[^"#]*)"', text)
    return [unescape(each) for each in found if not each.startswith(("/static", "/language"))]


def closed_doors(somebody: Reader) -> list[tuple[str, str, int]]:
    """
    Follow every link from the first page on; give those that were refused.
    """
    ways, seen, closed = [("", "/")], {"/"}, []
    while ways and len(seen) < MOST_PAGES:
        came_from, path = ways.pop(0)
        answer = somebody.fetch(path)
        if answer.status_code not in {200, 303}:
            closed.append((came_from, path, answer.status_code))
        if "html" in answer.headers.get("content-type", ""):
            fresh = [each for each in dict.fromkeys(links_of(answer.text)) if each not in seen]
            seen.update(fresh)
            ways += [(path, each) for each in fresh]
    return closed


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (Role.CHECKER, Role.PUBLISHER),
        (Role.REGISTRAR, Role.CHANNEL_MANAGER),
        (Role.PUBLISHER, Role.REGISTRAR),
        (Role.DATA_PROTECTION_OFFICER, Role.CHECKER),
        (Role.ADMINISTRATOR, Role.CHANNEL_MANAGER),
    ],
)
def test_no_link_leads_to_a_closed_door(house: StaffedHouse, here: Role, there: Role) -> None:
    own, other = busy_unit(house.door, "Kitchen", 1), busy_unit(house.door, "Garden", 2)
    roles = (Appointment(here, UnitId(own)), Appointment(there, UnitId(other)))
    somebody = Reader(house.door.house.client, house.hire_for(roles))

    assert [] == closed_doors(somebody)


@pytest.mark.parametrize("role", Role)
def test_a_role_in_one_unit_has_no_closed_door_either(house: StaffedHouse, role: Role) -> None:
    unit = busy_unit(house.door, "Kitchen", 1)
    busy_unit(house.door, "Garden", 2)
    reader = Reader(house.door.house.client, house.hire(role, unit_id=unit))

    assert [] == closed_doors(reader)
