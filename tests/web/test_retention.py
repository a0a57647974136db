"""
What has been kept long enough goes from a page, after a look and a tick.
"""

import re

from service.decision.powers import Role
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse


def test_an_administrator_looks_ticks_and_lets_go(house: StaffedHouse) -> None:
    house.door.person(given_name="Hortense", born_on="1980-05-04", left_on="2010-03-01")
    administrator = reader(house, Role.ADMINISTRATOR)
    page = administrator.fetch("/retention").text
    plan = re.search(r'name="plan" value="(\w+)"', page)

    assert "1 would go" in administrator.get("/retention")
    assert "Kept for 5 years after" in administrator.get("/retention")
    assert "five years after leaving" in page
    in_french = administrator.headers()["cookie"].replace("=en", "=fr")
    french = administrator.client.get("/retention", headers={"cookie": in_french}).text
    assert "cinq ans après le départ" in french
    assert "five years" not in french
    assert "How long things are kept" in administrator.get("/members")
    assert plan is not None
    sent = {"plan": plan[1]}
    assert "Tick that you are sure." in administrator.post("/retention", sent, status=422)
    changed = administrator.post("/retention", {"plan": "0" * 64, "sure": "yes"}, status=409)
    assert "look again" in changed
    administrator.post("/retention", {**sent, "sure": "yes"})
    assert "1 would go" not in administrator.get("/retention?done")
    reader(house, Role.CHECKER).get("/retention", 403)


def test_who_audits_takes_the_accounts_along(house: StaffedHouse) -> None:
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    house.door.person(given_name="Hortense", born_on="1980-05-04", left_on="2010-03-01")

    assert "Accounts of the processing" in officer.get("/members")
    assert "How long things are kept" in officer.get("/members")
    assert "1 would go" in officer.get("/retention")
    assert 'name="plan"' not in officer.fetch("/retention").text
    officer.post("/retention", {"plan": "0" * 64, "sure": "yes"}, status=403)
    assert "Impact assessment" in officer.get("/accounts")
    taken = officer.fetch("/accounts/register/html")
    assert "attachment" in taken.headers["content-disposition"]
    assert "Register of processing" in taken.text
    officer.get("/accounts/register/docx", 404)
    for path in ("/accounts", "/accounts/register/html"):
        reader(house, Role.CHECKER).get(path, 403)
