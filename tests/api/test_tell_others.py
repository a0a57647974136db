"""
Whoever has a say about somebody learns that an answer changed, whoever entered it.
"""

from datetime import UTC, datetime

import pytest

from service.records.mail import Delivery, LetterKind, Outcome
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

    def settle(self, to: str, outcome: Outcome) -> None:
        """
        Let the last letter to an address come to something.
        """
        deliver = self.door.house.registry.mail.deliver_letters
        letter = self.mailbox.letters(to)[-1]
        with deliver.database.begin(self.door.organisation.id) as work:
            work.outbox.settle(letter.id, Delivery(outcome, ""), deliver.clock(), None)
            work.commit()


@pytest.fixture
def parents(door: Door) -> Parents:
    return Parents(door)


def test_the_other_parent_is_told_of_what_staff_enter(parents: Parents) -> None:
    parents.yes(parents.anne)

    assert [(NOTICE, MARC)] == parents.told()
    assert "facebook" not in parents.mailbox.letters(MARC)[0].text.lower()


def test_whoever_answers_gets_a_receipt_however_it_was_entered(parents: Parents) -> None:
    """
    Else an answer in their name, entered by a program, stays unseen by them alone.
    """
    parents.yes(parents.anne)
    taken_back = {"person_id": parents.lea, "signatory_id": parents.anne}
    parents.door.post("/consents/withdraw", taken_back)
    by_name = {
        "person": {"given_name": "Léa", "family_name": "Dupont", "born_on": "2016-05-04"},
        "signatory": {"given_name": "Anne", "family_name": "Dupont"},
        "capacity": "parent",
        "kind": "refused",
        "everywhere": True,
        "method": "phone",
    }
    assert "recorded" == parents.door.post("/answers", by_name)["state"]

    receipts = parents.mailbox.letters(ANNE, LetterKind.FAMILY_RECEIPT)
    assert [True, False, False] == ["✔" in each.text for each in receipts]
    assert [] == parents.mailbox.letters(MARC, LetterKind.FAMILY_RECEIPT)


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


def test_an_address_taken_away_first_is_told_of_the_next_one(parents: Parents) -> None:
    path = f"/signatories/{parents.marc}"
    parents.door.patch(path, {"email": ""})
    parents.door.patch(path, {"given_name": "Marcel"})
    assert [] == parents.mailbox.letters()

    parents.door.patch(path, {"email": NEW})

    assert [MARC] == [each.to for each in parents.mailbox.letters()]


def test_an_address_that_came_back_once_is_told_when_the_next_one_worked(
    parents: Parents,
) -> None:
    parents.yes(parents.anne)
    parents.settle(MARC, Outcome.BOUNCED)
    path = f"/signatories/{parents.marc}"
    parents.door.patch(path, {"email": "marc@newer.example"})
    assert [] == parents.mailbox.letters(kind=LetterKind.FAMILY_CONTACT), "it came back"
    parents.door.post(
        "/consents/withdraw", {"person_id": parents.lea, "signatory_id": parents.anne}
    )
    parents.settle("marc@newer.example", Outcome.SENT)

    parents.door.patch(path, {"email": NEW})
    parents.settle("marc@newer.example", Outcome.BOUNCED)
    parents.door.patch(path, {"email": "thief@elsewhere.example"})

    told = parents.mailbox.letters(kind=LetterKind.FAMILY_CONTACT)
    assert ["marc@newer.example", NEW] == [each.to for each in told]


def test_an_old_address_is_told_in_office_hours_also_when_it_is_tried_again(
    parents: Parents,
) -> None:
    parents.door.patch(f"/signatories/{parents.anne}", {"email": NEW})
    [letter] = parents.mailbox.letters(ANNE)
    night = datetime(2026, 11, 19, 21, 30, tzinfo=UTC)

    remind = parents.door.house.registry.families.remind
    with remind.desk.database.look(parents.door.organisation.id) as work:
        leaves_at = remind.leaves_at(work, letter, night)

    assert datetime(2026, 11, 20, 7, tzinfo=UTC) == leaves_at


def test_a_list_that_replaces_an_address_tells_the_old_one(door: Door) -> None:
    lines = "external_id;given_name;family_name;category;email\n7;Emeka;Dupont;volunteer;{}\n"
    for each, count in ((LEA, 0), (LEA, 0), (NEW, 1)):
        content = lines.format(each).encode()
        registry, caller = door.house.registry, operator_of(door.organisation.id)
        assert not registry.interchange.import_people(caller, content, dry_run=True).errors
        assert not registry.interchange.import_people(caller, content, dry_run=False).errors
        letters = Mailbox(registry, door.organisation.id).letters(LEA)
        assert count == len(letters)
