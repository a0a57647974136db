"""
Whoever has a say about somebody learns that an answer changed, whoever entered it.
"""

import pytest

from service.records.mail import LetterKind
from service.usecases.organisations.operator import operator_of
from tests.api.door import Door
from tests.api.family import ANNE, Mailbox
from tests.api.office import channel, saying_yes, version

LEA, MARC, NEW = "lea@family.example", "marc@family.example", "new@elsewhere.example"
NOTICE, OWN = LetterKind.FAMILY_NOTICE, LetterKind.FAMILY_OWN_NOTICE


class Parents:
    """
    Anne and Marc, who answer for Léa.
    """

    def __init__(self, door: Door, born_on: str = "2016-05-04") -> None:
        self.door = door
        self.lea = door.person(born_on=born_on, email=LEA)
        self.anne = door.signatory()
        self.marc = door.signatory(given_name="Marc", email=MARC)
        for parent in (self.anne, self.marc):
            door.authority(self.lea, parent, verified=True, proof="family book")
        channel(door)
        self.form = version(door)
        self.mailbox = Mailbox(door.house.registry, door.organisation.id)

    def yes(self, signatory_id: str, capacity: str = "parent") -> str:
        """
        Record a yes; give its id.
        """
        told = {"signatory_id": signatory_id, "capacity": capacity}
        made = self.door.post("/consents", saying_yes(self.lea, self.form) | told)
        return str(made["id"])

    def told(self) -> list[tuple[LetterKind, str]]:
        """
        Give who was told, and how.
        """
        letters = self.mailbox.letters()
        return [(each.kind, each.to) for each in letters if each.kind in {NOTICE, OWN}]


@pytest.fixture
def parents(door: Door) -> Parents:
    return Parents(door)


def test_the_other_parent_is_told_of_what_staff_enter(parents: Parents) -> None:
    parents.yes(parents.anne)

    assert [(NOTICE, MARC)] == parents.told()
    assert "facebook" not in parents.mailbox.letters(MARC)[0].text.lower()


def test_a_child_whom_the_law_asks_is_told_in_their_own_words(door: Door) -> None:
    parents = Parents(door, born_on="2010-05-04")

    parents.yes(parents.anne)

    assert {(NOTICE, MARC), (OWN, LEA)} == set(parents.told())
    assert "tes photos" in parents.mailbox.letters(LEA)[0].text


def test_the_parents_are_told_of_what_the_child_says(door: Door) -> None:
    parents = Parents(door, born_on="2010-05-04")

    parents.yes(parents.lea, capacity="self")

    assert {(NOTICE, MARC), (NOTICE, ANNE)} == set(parents.told())


def test_everybody_is_told_of_what_the_organisation_ends(parents: Parents) -> None:
    act_id = parents.yes(parents.anne)
    parents.door.post(f"/consents/{act_id}/invalidate", {"note": "Not her hand."})

    assert [(NOTICE, ANNE), (NOTICE, MARC)] == sorted(parents.told())


def test_a_notice_that_waits_tells_of_later_changes_too(parents: Parents) -> None:
    parents.yes(parents.anne)
    parents.door.post(
        "/consents/withdraw", {"person_id": parents.lea, "signatory_id": parents.anne}
    )

    assert [(NOTICE, MARC)] == parents.told()


def test_the_old_address_learns_that_there_is_another(parents: Parents) -> None:
    door = parents.door
    door.patch(f"/signatories/{parents.anne}", {"phone": "+32 470 12 34 56"})
    door.patch(f"/signatories/{parents.marc}", {"email": ""})
    assert [] == parents.mailbox.letters()

    door.patch(f"/signatories/{parents.anne}", {"email": NEW})
    door.patch(f"/people/{parents.lea}", {"email": NEW})

    assert [(LetterKind.FAMILY_CONTACT, ANNE), (LetterKind.FAMILY_CONTACT, LEA)] == [
        (each.kind, each.to) for each in parents.mailbox.letters()
    ]
    assert NEW not in parents.mailbox.letters(ANNE)[0].text


def test_a_list_that_replaces_an_address_tells_the_old_one(door: Door) -> None:
    lines = "external_id;given_name;family_name;category;email\n7;Emeka;Dupont;volunteer;{}\n"
    for each, count in ((LEA, 0), (LEA, 0), (NEW, 1)):
        content = lines.format(each).encode()
        registry, caller = door.house.registry, operator_of(door.organisation.id)
        assert not registry.interchange.import_people(caller, content, dry_run=True).errors
        assert not registry.interchange.import_people(caller, content, dry_run=False).errors
        letters = Mailbox(registry, door.organisation.id).letters(LEA)
        assert count == len(letters)
