"""
Whoever can take something down is told by mail that it must come down.
"""

from service.decision.ids import UnitId
from service.decision.powers import Appointment, Role
from service.records.mail import Letter, LetterKind
from tests.api.door import Json
from tests.api.entered_twice import refuse
from tests.api.family import Mailbox
from tests.api.office import adult, channel, version, yes
from tests.web.staffed import StaffedHouse

NADIA = "nadia@jacinthes.example"
"""The contact of the house, who has no account."""


def published(house: StaffedHouse, *slugs: str, **told: object) -> str:
    """
    Name Emeka, who said yes, on pages; give his id.
    """
    for slug in slugs:
        channel(house.door, slug, name=f"Page {slug}", photo_publisher="members", **told)
    emeka = adult(house.door)
    yes(house.door, emeka, version(house.door), channels=list(slugs))
    for slug in slugs:
        house.door.post("/publications", {"names": ["Emeka Dupont"], "channel": slug})
    return emeka


def told(house: StaffedHouse) -> list[Letter]:
    """
    Give what was written of takedowns, by address.
    """
    mailbox = Mailbox(house.site.registry, house.door.organisation.id)
    return sorted(mailbox.letters(kind=LetterKind.STAFF_TAKEDOWN), key=lambda each: each.to)


def members(house: StaffedHouse) -> dict[str, Json]:
    """
    Give those who work here, by name.
    """
    return {each["name"]: each for each in house.door.get("/staff")["items"]}


def test_publishers_and_the_contact_are_told_not_of_whom(house: StaffedHouse) -> None:
    house.hire(Role.PUBLISHER, "Pia")
    house.hire(Role.REGISTRAR, "Rita")
    house.hire(Role.ADMINISTRATOR, "Ada")
    emeka = published(house, "facebook")
    assert [] == told(house)

    refuse(house.door, emeka)

    pia = members(house)["Pia"]
    assert {NADIA, pia["email"]} == {each.to for each in told(house)}
    [to_pia] = [each for each in told(house) if each.to == pia["email"]]
    [task] = house.door.get("/takedowns")["items"]
    assert (pia["id"], "en") == (to_pia.recipient_id, to_pia.language)
    assert "Page facebook · " in to_pia.text
    assert "/takedowns" in to_pia.text
    assert None is to_pia.not_before_at
    assert task["due_at"]
    for each in told(house):
        assert "Emeka" not in each.subject + each.text + each.html
        assert emeka not in each.about


def test_all_that_comes_down_at_once_is_one_letter(house: StaffedHouse) -> None:
    house.hire(Role.PUBLISHER, "Pia")
    emeka = published(house, "facebook", "website")

    refuse(house.door, emeka, channels=["facebook", "website"])

    assert 2 == len(told(house))
    for each in told(house):
        assert "Page facebook · " in each.text
        assert "Page website · " in each.text


def test_publishers_of_the_unit_are_told_and_of_another_are_not(house: StaffedHouse) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    house.hire(Role.PUBLISHER, "Pia", unit_id=own)
    house.hire(Role.PUBLISHER, "Otto", unit_id=other)
    house.hire(Role.PUBLISHER, "Hal")
    emeka = published(house, "facebook", unit_id=own)

    refuse(house.door, emeka)

    names = {each["email"]: name for name, each in members(house).items()}
    assert {"Pia", "Hal"} == {names.get(each.to) for each in told(house)}


def test_a_contact_with_an_account_is_told_once(house: StaffedHouse) -> None:
    both = (Appointment(Role.PUBLISHER), Appointment(Role.CHECKER, UnitId(house.door.unit())))
    house.hire_for(both, "Pia")
    email = members(house)["Pia"]["email"]
    contact = {"name": "Pia", "role": "publisher", "email": email.upper()}
    emeka = published(house, "facebook", contact=contact)

    refuse(house.door, emeka)

    assert [email] == [each.to for each in told(house)]


def test_where_nobody_publishes_administrators_are_told(house: StaffedHouse) -> None:
    house.hire(Role.ADMINISTRATOR, "Ada")
    house.hire(Role.PUBLISHER, "Pia")
    house.door.delete(f"/staff/{members(house)['Pia']['id']}", 200)
    emeka = published(house, "facebook")

    refuse(house.door, emeka)

    assert {NADIA, members(house)["Ada"]["email"]} == {each.to for each in told(house)}


def test_the_letter_speaks_the_language_of_its_reader(house: StaffedHouse) -> None:
    emeka = published(house, "facebook")

    refuse(house.door, emeka)

    [letter] = told(house)
    assert ("fr", "Les Jacinthes") == (letter.language, letter.sender_name)
    assert "Bonjour Nadia Peeters," in letter.text
    assert "ni de qui il s’agit ni pourquoi" in letter.text
