"""
The lists of what draws near, on pages.
"""

from service.decision.powers import Role
from tests.api.office import adult, channel, version, yes
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse


def test_the_lists_are_shown_to_those_who_keep_the_register(house: StaffedHouse) -> None:
    channel(house.door)
    emeka = adult(house.door)
    yes(house.door, emeka, version(house.door))
    registrar = reader(house, Role.REGISTRAR)

    assert "What changed" in registrar.get("/people")
    assert "Emeka Dupont" in registrar.get("/lists/changes")
    assert "No yes ends soon." in registrar.get("/lists/expiring")
    assert "Nobody in these days." in registrar.get("/lists/coming-of-age?days=30")
    checker = reader(house, Role.CHECKER)
    for path in ("/lists/changes", "/lists/expiring", "/lists/coming-of-age"):
        checker.get(path, 403)
