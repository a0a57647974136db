"""
Letters and campaigns on pages: what arrived, who was asked, how far they are.
"""

from dataclasses import dataclass

import pytest

from service.decision.powers import Role
from service.records.mail import Delivery, Outcome
from tests.api.family import ANNE, Household
from tests.api.office import channel, version
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse


@dataclass(frozen=True)
class Office:
    """
    A registrar, and Anne who answers for Léa.
    """

    house: StaffedHouse
    household: Household
    registrar: Reader

    def invite(self) -> None:
        """
        Send Anne a link.
        """
        self.house.door.post(f"/signatories/{self.household.anne}/invitation", {}, 200)

    def settle(self, outcome: Outcome) -> None:
        """
        Let the last letter come to something.
        """
        deliver = self.house.site.registry.mail.deliver_letters
        letter = self.household.mailbox.letters(ANNE)[-1]
        with deliver.database.begin(self.house.door.organisation.id) as work:
            work.outbox.settle(letter.id, Delivery(outcome, "550 5.1.1"), deliver.clock(), None)
            work.commit()

    def campaign(self, **asked: str) -> str:
        """
        Start a campaign from its preview; give where it leads.
        """
        return self.registrar.post("/campaigns", {"once": "once", **asked})


@pytest.fixture
def office(house: StaffedHouse) -> Office:
    household = Household(house.door)
    channel(house.door, name="Our page")
    version(house.door)
    return Office(house, household, reader(house, Role.REGISTRAR))


def test_a_letter_that_came_back_is_sent_again_to_the_address_that_is_known(
    office: Office,
) -> None:
    office.invite()
    assert "Invitation to answer Anne Dupont Waiting" in office.registrar.get("/letters")
    assert "did not arrive" not in office.registrar.get("/people")
    office.settle(Outcome.BOUNCED)
    assert "A letter to a family did not arrive." in office.registrar.get("/people")

    failed = office.registrar.get("/letters?so_far=failed")
    assert "Came back" in failed
    assert "550 5.1.1" in failed
    assert "Letters" in office.registrar.get("/people")
    page = office.registrar.fetch("/letters?so_far=failed").text
    path = page.split('action="/letters/')[1].split('"')[0]
    assert "/letters?so_far=waiting" == office.registrar.post(f"/letters/{path}", {})
    assert "Anne Dupont" in office.registrar.get("/letters?so_far=waiting")
    assert "cannot be sent again" in office.registrar.post(f"/letters/{path}", {}, status=409)


def test_letters_are_seen_by_those_who_see_whom_they_went_to(office: Office) -> None:
    office.invite()
    other = office.house.door.unit("Other")
    narrow = reader(office.house, Role.REGISTRAR, "Narrow", other)

    office.settle(Outcome.BOUNCED)
    assert "Anne Dupont" not in narrow.get("/letters")
    assert "did not arrive" not in narrow.get("/people")
    assert "Send again" not in reader(office.house, Role.DATA_PROTECTION_OFFICER).get("/letters")
    reader(office.house, Role.CHECKER).get("/letters", 403)


def test_a_campaign_is_looked_at_sent_followed_and_reminded(office: Office) -> None:
    unit = office.house.door.unit("Les Colibris")
    office.house.door.patch(f"/people/{office.household.lea}", {"memberships": [{"unit_id": unit}]})
    offered = office.registrar.get("/campaigns")
    assert "Les Colibris" in offered
    assert "Our page" in offered

    seen = office.registrar.post("/campaigns/preview", {"unit": unit}, status=200)
    assert "1 person would get a letter" in seen
    assert "vous demande : photos, oui ou non ?" in seen
    assert [] == office.household.mailbox.letters(ANNE)

    here = office.campaign(unit=unit)
    assert here == office.campaign(unit=unit)
    assert 1 == len(office.household.mailbox.letters(ANNE))
    shown = office.registrar.get(here)
    assert "Waiting 1" in shown
    assert "Anne" in shown
    assert here == office.registrar.post(f"{here}/remind", {})
    office.settle(Outcome.BOUNCED)
    assert "Came back 1" in office.registrar.get(here)
    assert "Les Colibris" in office.registrar.get("/campaigns")


def test_nothing_that_is_not_there_is_asked_about(office: Office) -> None:
    for wrong in ({"unit": "nowhere"}, {"category": "neighbour"}, {"form": "none"}):
        assert "Choose again" in office.registrar.post("/campaigns/preview", wrong, status=422)
        assert "Choose again" in office.registrar.post("/campaigns", wrong, status=422)
    volunteers = office.registrar.post("/campaigns/preview", {"category": "volunteer"}, status=200)
    assert "Nobody would get a letter" in volunteers


def test_whoever_only_reads_follows_and_asks_nobody(office: Office) -> None:
    here = office.campaign()
    officer = reader(office.house, Role.DATA_PROTECTION_OFFICER)

    assert "Remind" not in officer.get(here)
    assert "See who would be asked" not in officer.get("/campaigns")
    officer.post("/campaigns", {"once": ""}, status=403)
    officer.post("/campaigns/preview", {"unit": ""}, status=403)
    officer.post(f"{here}/remind", {}, status=403)
    reader(office.house, Role.CHECKER).get("/campaigns", 403)


def test_a_letter_that_a_hold_keeps_says_so(office: Office) -> None:
    office.invite()
    lea, door = office.household.lea, office.house.door
    door.post("/holds", {"kind": "safeguarding", "person_id": lea})
    deliver = office.house.site.registry.mail.deliver_letters
    assert Outcome.SETTLED in {each.outcome for each in deliver.of(door.organisation.id)}

    held = "Invitation to answer Anne Dupont Not sent: a hold lies on whom it is about"
    assert held in office.registrar.get("/letters")
