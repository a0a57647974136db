"""
An answer says whom it is about, to those who may know, when they ask for it.
"""

import re

import pytest

from service.decision.powers import Role
from tests.api import office
from tests.web.reader import Reader, reader, words
from tests.web.staffed import StaffedHouse

ABOUT = "Whom it is about"
CONTACT = {"name": "Nadia Peeters", "role": "head of service"}


def _answered(somebody: Reader, channel: str) -> str:
    sent = {"channel": channel, "purpose": "information", "caption": ""}
    answer = somebody.client.post(
        "/check",
        data=sent,
        files={"picture": ("farm.jpg", office.scene(1), "image/jpeg")},
        headers=somebody.headers(),
        follow_redirects=True,
    )
    assert 200 == answer.status_code
    return answer.text


def _withdrawn(house: StaffedHouse) -> tuple[str, str]:
    """
    Let Emeka, who is in a photo, take his yes back; give who he is, and the channel.
    """
    office.photo_of_emeka(house.door)
    (emeka,) = house.door.get("/people")["items"]
    (page,) = house.door.get("/channels")["items"]
    taken_back = {"person_id": emeka["id"], "signatory_id": emeka["id"]}
    house.door.post("/consents/withdraw", taken_back)
    return emeka["id"], page["id"]


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER])
def test_whoever_reads_people_finds_the_person_and_their_page(
    house: StaffedHouse, role: Role
) -> None:
    emeka, channel = _withdrawn(house)
    answer = _answered(reader(house, role), channel)
    _, body = answer.split("<main", 1)
    (told,) = re.findall(r"<details.*?</details>", body, re.DOTALL)
    assert f"{ABOUT} Emeka Dupont A consent was withdrawn." == words(told)
    assert f'href="/people/{emeka}"' in told


def test_a_publisher_reads_the_name_of_whom_to_cover(house: StaffedHouse) -> None:
    emeka, channel = _withdrawn(house)
    answer = _answered(reader(house, Role.PUBLISHER), channel)
    assert f"{ABOUT} Emeka Dupont A consent was withdrawn." in words(answer)
    assert f"/people/{emeka}" not in answer


def test_whoever_only_checks_learns_neither_the_name_nor_that_there_is_one(
    house: StaffedHouse,
) -> None:
    _, channel = _withdrawn(house)
    answer = _answered(reader(house, Role.CHECKER), channel)
    assert "Do not publish" in words(answer)
    assert ABOUT not in answer
    assert "Emeka" not in answer


def test_a_publisher_of_another_unit_is_not_told(house: StaffedHouse) -> None:
    _, channel = _withdrawn(house)
    unit = house.door.post("/units", {"name": "Garden", "contact": CONTACT})["id"]
    answer = _answered(reader(house, Role.PUBLISHER, unit_id=unit), channel)
    assert ABOUT not in answer
    assert "Emeka" not in answer
