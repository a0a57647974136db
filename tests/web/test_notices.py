"""
Members see of what they get letters, and switch off those that are theirs to choose.
"""

from service.decision.powers import Role
from service.records.mail import LetterKind
from tests.api.family import Mailbox
from tests.api.office import adult, channel, version, yes
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse


def _told(house: StaffedHouse, kind: LetterKind) -> set[str]:
    """
    Give who was told, by name.
    """
    names = {each["email"]: each["name"] for each in house.door.get("/staff")["items"]}
    mailbox = Mailbox(house.site.registry, house.door.organisation.id)
    return {names.get(each.to, "") for each in mailbox.letters(kind=kind)}


def _publish_and_propose(house: StaffedHouse) -> str:
    """
    Name Emeka on a page, and propose to do so again; give his id.
    """
    channel(house.door, photo_publisher="members")
    emeka = adult(house.door)
    yes(house.door, emeka, version(house.door))
    house.door.post("/publications", {"names": ["Emeka Dupont"], "channel": "facebook"})
    house.door.post("/proposals", {"channel": "facebook", "text": "Emeka Dupont at the farm"})
    return emeka


def _save(member: Reader, *notices: str) -> None:
    """
    Press the button below the boxes, of which some are ticked.
    """
    where = member.post("/account/notices", {"notices": list(notices)})
    assert "/account?changed" == where


def test_who_wants_no_letters_of_proposals_gets_none_and_takedowns_all_the_same(
    house: StaffedHouse,
) -> None:
    pia, otto = (reader(house, Role.PUBLISHER, each) for each in ("Pia", "Otto"))
    account = pia.get("/account")
    assert "Something must come down: always, because it cannot wait" in account
    assert "A proposed post waits for your approval" in account
    _save(pia)
    _save(otto, "proposal")

    emeka = _publish_and_propose(house)
    house.door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    assert {"Otto"} == _told(house, LetterKind.STAFF_PROPOSAL)
    assert {"Pia", "Otto", ""} == _told(house, LetterKind.STAFF_TAKEDOWN)
    assert 'value="proposal"><span>' in pia.fetch("/account").text
    assert 'value="proposal" checked><span>' in otto.fetch("/account").text
    _save(pia, "proposal", "takedown", "nothing we know")
    assert 'value="proposal" checked><span>' in pia.fetch("/account").text


def test_nobody_is_offered_what_they_are_never_told_of(house: StaffedHouse) -> None:
    checker = reader(house, Role.CHECKER)
    assert "Letters to you" not in checker.get("/account")
    _save(checker)

    officer = reader(house, Role.DATA_PROTECTION_OFFICER)
    account = officer.get("/account")
    assert "The 72 hours of a possible breach run: always" in account
    assert "A proposed post waits" not in account
    assert 'name="notices"' not in officer.fetch("/account").text


def test_what_is_chosen_stands_in_the_log(house: StaffedHouse) -> None:
    pia = reader(house, Role.PUBLISHER, "Pia")
    _save(pia)
    _save(pia)

    changes = [each["payload"] for each in house.door.entries() if each["kind"] == "staff:changed"]
    assert [["quiet"]] == [each["changed"] for each in changes]
