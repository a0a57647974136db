"""
Follow letters on the command line.
"""

from dataclasses import dataclass

import pytest

from cli.terminal.door import opened_registry
from service.decision.ids import OrganisationId
from service.delivery.stamps import Stamps
from service.outfit import carriers, new_id
from service.records.mail import Letter, LetterId, LetterKind
from service.settings import Settings
from service.wiring import clock
from tests.cli.terminal import Terminal, refused
from tests.persistence.make_mail import make_letter

QUESTION = "Une question\N{NARROW NO-BREAK SPACE}? «\N{NO-BREAK SPACE}Oui\N{NO-BREAK SPACE}»"


@dataclass(frozen=True, slots=True)
class Office:
    """
    A terminal where letters were written.
    """

    terminal: Terminal
    organisation_id: OrganisationId
    stamps: Stamps

    def listed(self) -> list[tuple[str, str | None]]:
        """
        List what letters were written and what became of them.
        """
        return [(each["kind"], each["outcome"]) for each in self.terminal.read("mail", "list")]


@pytest.fixture
def office(lilas: Terminal) -> Office:
    """
    Write one letter that can be sent, and one that cannot.
    """
    settings = Settings.from_env({"OBSTAT_VAR_FOLDER": str(lilas.folder)})
    registry = opened_registry(settings)
    organisation_id = registry.organisations.act_as_operator("lilas").organisation_id
    with registry.mail.deliver_letters.database.begin(organisation_id) as work:
        for to in ("emeka@family.example", "emeka"):
            work.outbox.add(_letter(to))
        work.commit()
    registry.close()
    return Office(lilas, organisation_id, carriers(settings).stamps)


def _letter(to: str) -> Letter:
    example = make_letter(to=to, at=clock())
    forged = "" if "@" in to else "\r\nBcc: all@family.example"
    return Letter(
        id=LetterId(new_id()),
        kind=LetterKind.FAMILY_LINK,
        written_at=example.written_at,
        to=example.to,
        subject=f"{example.subject}{forged}",
        text=f"{example.text}{QUESTION}\n",
        recipient_id=example.recipient_id,
    )


def test_a_worker_sends_what_is_due(office: Office) -> None:
    assert [("family_link", None)] * 2 == office.listed()

    assert {"sent": 1, "forgotten": 0} == office.terminal.read("worker", "--once")
    assert "0 letters sent" in office.terminal.type("worker", "--once").out
    assert [("family_link", "sent"), ("family_link", "refused")] == office.listed()
    assert "unsendable" in office.terminal.type("mail", "list", "--outcome", "refused").out


def test_somebody_who_tries_things_out_reads_the_newest_letters(office: Office) -> None:
    said = office.terminal.type("mail", "tail")

    assert 0 == said.code
    assert "emeka@family.example  Quelque chose a changé" in said.out
    assert "Bonjour Emeka, une réponse a changé." in said.out
    assert QUESTION in said.out
    (letter,) = office.terminal.read("mail", "tail", "-n", "1")
    assert "emeka@family.example" == letter["to"]


def test_a_refused_letter_is_sent_again(office: Office) -> None:
    office.terminal.read("worker", "--once")
    sent, failed = (each["id"] for each in office.terminal.read("mail", "list"))

    assert {"id": failed} == office.terminal.read("mail", "retry", failed)
    assert "still being tried" in refused(office.terminal.type("mail", "retry", sent))


def test_a_report_from_the_mail_server_marks_the_letter(office: Office) -> None:
    office.terminal.read("worker", "--once")
    letter_id = office.terminal.read("mail", "list")[0]["id"]
    name = f"Message-ID: {office.stamps.name(office.organisation_id, letter_id)}"
    report = f"Action: failed\nStatus: 5.1.1\n\n{name}\n"

    said = office.terminal.type("mail", "bounced", "--json", stdin=report)

    assert (0, {"id": letter_id}) == (said.code, said.json)
    assert ("family_link", "bounced") == office.listed()[0]
    assert "no failure" in refused(office.terminal.type("mail", "bounced", stdin="hello"))


def test_reminders_are_shown_before_they_are_written(glycines: Terminal) -> None:
    due = glycines.read("mail", "remind", "--dry-run")
    before = len(glycines.read("mail", "list"))

    assert {"majority", "discernment", "self_consent", "expiry"} >= {
        each["key"]["occasion"] for each in due
    }
    assert before == len(glycines.read("mail", "list"))
    written = glycines.read("mail", "remind")
    assert (written["written"] > 0) <= (written["office_opens_at"] is None)
    assert glycines.type("mail", "remind").out
