"""
Whoever deals with complaints is told by mail that one came in.
"""

from service.decision.powers import Role
from service.records.mail import Letter, LetterKind
from tests.api.family import Mailbox
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse

NADIA = "nadia@jacinthes.example"
"""The contact of the house, who has no account."""


def told(house: StaffedHouse) -> list[Letter]:
    """
    Give what was written of complaints, by address.
    """
    mailbox = Mailbox(house.site.registry, house.door.organisation.id)
    return sorted(mailbox.letters(kind=LetterKind.STAFF_COMPLAINT), key=lambda each: each.to)


def complain(house: StaffedHouse, text: str = "My daughter is on your page.") -> None:
    """
    Complain on the public page, as anybody may.
    """
    path = f"/f/{house.door.organisation.slug}/complain"
    anybody = Reader(house.door.house.client, "")
    anybody.post(path, {"text": text, "wish": "take_down"}, status=200)


def addresses(house: StaffedHouse) -> dict[str, str]:
    """
    Give the address of everybody who works here, by name.
    """
    return {each["name"]: each["email"] for each in house.door.get("/staff")["items"]}


def test_officers_are_told_of_a_complaint_and_not_of_its_words(house: StaffedHouse) -> None:
    house.hire(Role.DATA_PROTECTION_OFFICER, "Olivier")
    house.hire(Role.DATA_PROTECTION_OFFICER, "Una", unit_id=house.door.unit())
    house.hire(Role.ADMINISTRATOR, "Ada")

    complain(house)

    [complaint] = house.door.get("/complaints")["items"]
    [letter] = told(house)
    assert addresses(house)["Olivier"] == letter.to
    assert complaint["number"] in letter.text
    assert "/complaints" in letter.text
    assert "daughter" not in letter.subject + letter.text + letter.html


def test_nobody_is_flooded_by_the_public_page(house: StaffedHouse) -> None:
    house.hire(Role.DATA_PROTECTION_OFFICER, "Olivier")
    for number in range(3):
        complain(house, f"Complaint {number}")

    assert 3 == len(house.door.get("/complaints")["items"])
    assert 1 == len(told(house))


def test_administrators_are_told_where_there_is_no_officer(house: StaffedHouse) -> None:
    house.hire(Role.ADMINISTRATOR, "Ada")

    complain(house)

    assert [addresses(house)["Ada"]] == [each.to for each in told(house)]


def test_the_contact_is_told_where_nobody_has_an_account(house: StaffedHouse) -> None:
    complain(house)

    assert [NADIA] == [each.to for each in told(house)]


def test_who_enters_a_complaint_is_not_told_of_it(house: StaffedHouse) -> None:
    officer = reader(house, Role.DATA_PROTECTION_OFFICER, "Olivier")
    house.hire(Role.DATA_PROTECTION_OFFICER, "Odile")

    officer.post("/complaints/new", {"route": "phone", "wish": "take_down", "text": "She called."})

    assert [addresses(house)["Odile"]] == [each.to for each in told(house)]
