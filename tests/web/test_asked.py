"""
Who asked about whom is listed for whoever audits, as far as they see.
"""

import re
from dataclasses import replace

import pytest

from service.decision.case import Use
from service.decision.ids import PersonId
from service.decision.powers import Role
from service.decision.terms import Matter
from service.errors import TooMany
from service.usecases.checks import Budget, CheckQuestion
from tests.api.door import NOBODY
from tests.api.office import adult, channel
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse


def test_who_asked_about_whom_is_listed_for_whoever_audits(house: StaffedHouse) -> None:
    door = house.door
    channel(door)
    garden, kitchen = door.unit("Garden"), door.unit("Kitchen")
    emeka = adult(door, memberships=[{"unit_id": garden}])
    adult(door, given_name="Femi", memberships=[{"unit_id": kitchen}])
    asked = [
        door.post("/checks", {"names": names, "channel": "facebook"}, 200)["check_id"]
        for names in (["Emeka Dupont"], ["Femi Dupont"], ["Emeka Dupont", "Femi Dupont"])
    ]
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    gardens = reader(house, Role.DATA_PROTECTION_OFFICER, unit_id=garden)

    def listed(whose: Reader, path: str = "/checks") -> list[str]:
        return re.findall(r'href="/checks/([^"?]+)"', whose.fetch(path).text)

    assert "Who asked about whom" in officer.get("/complaints")
    assert asked[::-1] == listed(officer)
    assert [asked[2], asked[0]] == listed(officer, f"/checks?person={emeka}")
    assert [asked[1]] == listed(officer, f"/checks?after={asked[2]}")[:1]
    assert [] == listed(officer, "/checks?answer=publish")
    assert "No such question was asked." in officer.get(f"/checks?by={NOBODY}")
    assert "Inform · Our page" in officer.get("/checks")
    assert [asked[0]] == listed(gardens)
    assert "Femi" not in gardens.get("/checks")
    assert asked[2] in listed(officer, f"/checks?person={emeka}&answer=ask")
    officer.get(f"/checks?person={NOBODY}", 404)
    assert f'href="/checks?person={emeka}"' in officer.fetch(f"/people/{emeka}/history").text
    for role in (Role.CHECKER, Role.PUBLISHER, Role.REGISTRAR):
        reader(house, role).get("/checks", 403)


def test_whoever_asked_too_much_stands_above_with_what_they_asked(house: StaffedHouse) -> None:
    emeka, registry = adult(house.door), house.site.registry
    check_post = registry.checks.check_post
    greedy = replace(check_post, budget=Budget(1, check_post.budget.told))
    caller = registry.keys.identify_key(house.door.with_key("checks").key)
    administrator, officer = (
        reader(house, each) for each in (Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER)
    )
    of_unit = reader(house, Role.ADMINISTRATOR, unit_id=house.door.unit())
    assert "Stopped from asking more" not in administrator.get("/checks")
    question = CheckQuestion(uses=(Use(PersonId(emeka), Matter.NAME),))
    greedy(caller, question)

    with pytest.raises(TooMany):
        greedy(caller, question)

    for each in (administrator, officer):
        shown = each.get("/checks")
        assert "Stopped from asking more" in shown
        assert "A lesser key See what was asked" in shown
        assert "1 questions in an hour, about 1 person" in shown
    leads = f"/checks?by={caller.actor.id}"
    assert f'href="{leads}"' in administrator.fetch("/checks").text
    assert "Emeka" in administrator.get(leads)
    assert "Stopped from asking more" not in of_unit.get("/checks")
