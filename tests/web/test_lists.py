"""
The lists of what draws near, on pages.
"""

from datetime import timedelta

import pytest

from service.decision.powers import Role
from service.web.staff.lists import looking_ahead
from tests.api.office import adult, channel, version, yes, yes_on_paper
from tests.web.reader import Reader, reader
from tests.web.staffed import PASSWORD, StaffedHouse


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


def test_a_yes_whose_scan_is_missing_ends_soon_and_says_why(house: StaffedHouse) -> None:
    act = yes_on_paper(house.door)
    registrar = reader(house, Role.REGISTRAR)
    [listed] = house.door.get("/lists/expiring")["items"]
    assert (act["evidence_due_on"], True) == (listed["on"], listed["lacks_scan"])
    path = f"/people/{act['person_id']}/acts/{act['id']}"

    assert "The scan of the paper is missing." in registrar.get("/lists/expiring")
    assert f'href="{path}"' in registrar.fetch("/lists/expiring").text
    scan = {"proof": ("scan.pdf", b"%PDF-1.7 the scan", "application/pdf")}
    registrar.post(f"{path}/evidence", {}, scan)

    assert [] == house.door.get("/lists/expiring")["items"]
    assert "No yes ends soon." in registrar.get("/lists/expiring")


def test_whoever_was_away_for_long_is_told_how_far_the_list_goes_back(
    house: StaffedHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = house.site.registry
    first = registry.staff.identify_session(house.hire(Role.REGISTRAR))
    signed_in = registry.staff.sign_in(house.door.organisation.slug, first.member.email, PASSWORD)
    again = Reader(house.door.house.client, signed_in.token)

    assert "Since your last visit" in again.get("/lists/changes")
    monkeypatch.setattr(looking_ahead, "LONGEST", timedelta(days=-1))
    assert "your last visit was before that" in again.get("/lists/changes")


def test_who_may_be_entered_twice_is_shown_to_whoever_sees_both(house: StaffedHouse) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    for unit in (own, other):
        house.door.person(memberships=[{"unit_id": unit}], external_id=unit[-6:])
    registrar, narrow = reader(house, Role.REGISTRAR), reader(house, Role.REGISTRAR, unit_id=own)

    assert "Perhaps entered twice" in registrar.get("/people")
    shown = registrar.get("/lists/duplicates")
    assert 2 == shown.count("Léa Dupont")
    for told in ("Own", "Other", "born 4 May 2016", own[-6:], other[-6:]):
        assert told in shown
    assert "Nobody seems to be entered twice." in narrow.get("/lists/duplicates")
    reader(house, Role.CHECKER).get("/lists/duplicates", 403)


def test_where_everybody_said_yes_is_shown_to_whoever_looks_after_freedom(
    house: StaffedHouse,
) -> None:
    channel(house.door)
    unit, form = house.door.unit("Les Colibris"), version(house.door)
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    assert "In no unit and month did everybody say yes." in officer.get("/lists/unanimous")
    for _ in range(5):
        yes(house.door, adult(house.door, memberships=[{"unit_id": unit}]), form)

    shown = officer.get("/lists/unanimous?months=3")

    assert "Les Colibris 5 of 5 answered" in shown
    assert "Online · entered by" in shown
    assert "about 5 people" in shown
    assert "Emeka" not in shown
    assert 'href="/lists/unanimous"' in officer.fetch("/people").text
    registrar = reader(house, Role.REGISTRAR)
    registrar.get("/lists/unanimous", 403)
    assert 'href="/lists/unanimous"' not in registrar.fetch("/people").text
