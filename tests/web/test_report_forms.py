"""
Where a platform takes reports stands where something must come down.
"""

from service.decision.powers import Role
from tests.api.office import adult, channel, version, yes
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

REPORTS, RULES = "https://f.example/report", "https://f.example/rules"


def test_where_to_report_and_the_rules_are_shown(house: StaffedHouse) -> None:
    door = house.door
    told = {"report_address": REPORTS, "rules_address": RULES}
    made = channel(door, photo_publisher="members", **told)
    emeka = adult(door)
    yes(door, emeka, version(door))
    door.post("/publications", {"names": ["Emeka Dupont"], "channel": "facebook"})
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    [task] = door.get("/takedowns")["items"]
    publisher = reader(house, Role.PUBLISHER)

    page = publisher.fetch(f"/takedowns/{task['id']}").text
    assert f'<a href="{REPORTS}" rel="noreferrer">' in page
    page = publisher.fetch(f"/channels/{made}").text
    for each in (REPORTS, RULES):
        assert f'<a href="{each}" rel="noreferrer">' in page


def test_nothing_is_shown_where_none_is_known(house: StaffedHouse) -> None:
    made = channel(house.door)

    page = reader(house, Role.PUBLISHER).get(f"/channels/{made}")
    assert "Rules of the platform" not in page
    assert "Where content is reported" not in page
