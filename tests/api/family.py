"""
A family at the door: what they get by mail, and the way in.
"""

import re
from dataclasses import dataclass
from uuid import uuid4

from service.decision.ids import OrganisationId, PersonId, SignatoryId
from service.decision.terms import Matter
from service.records.families import ReceiptRecord
from service.records.mail import Letter, LetterId, LetterKind
from service.records.paging import MAX_PAGE, Page
from service.usecases.families import Family
from service.usecases.families.cards import Choice, Question
from service.usecases.families.choices import Answers
from service.usecases.organisations.operator import operator_of
from service.usecases.registry import Registry
from tests.api.door import Door

ANNE = "anne@family.example"


@dataclass(frozen=True)
class Mailbox:
    """
    Everything that was written to the families of one organisation.
    """

    registry: Registry
    organisation_id: OrganisationId

    def letters(self, to: str = "", kind: LetterKind | None = None) -> list[Letter]:
        """
        Give letters in the order they were written.
        """
        with self.registry.mail.deliver_letters.database.look(self.organisation_id) as work:
            stories = work.outbox.list_page(Page(limit=MAX_PAGE)).items
            letters = [work.outbox.get(LetterId(each.id)) for each in stories]
        return [
            each for each in letters if to in {"", each.to} and (kind is None or each.kind is kind)
        ]

    def last_code(self, to: str) -> str:
        """
        Give the code that came last.
        """
        letter = self.letters(to, LetterKind.FAMILY_CODE)[-1]
        return str(re.findall(r"\b\d{6}\b", letter.text)[0])

    def last_link(self, to: str) -> str:
        """
        Give the secret of the link that came last.
        """
        found = re.findall(r"/link/([\w-]+)", "".join(each.text for each in self.letters(to)))
        assert found
        return str(found[-1])


def invite(registry: Registry, organisation_id: OrganisationId, signatory_id: str) -> str:
    """
    Print a link for somebody; give its secret.
    """
    caller = operator_of(organisation_id)
    invitation = registry.families.invite_signatory(
        caller, SignatoryId(signatory_id), on_paper=True
    )
    return invitation.address.rpartition("/")[2]


class Household:
    """
    Anne, who may answer for Léa, before the door.
    """

    def __init__(self, door: Door) -> None:
        self.door, self.registry, self.slug = door, door.house.registry, door.organisation.slug
        self.verbs = self.registry.families
        self.anne = door.signatory()
        self.lea = door.person()
        door.authority(self.lea, self.anne, verified=True, proof="family book, page 3")
        self.mailbox = Mailbox(self.registry, door.organisation.id)

    def link(self) -> str:
        """
        Print a link for Anne.
        """
        return invite(self.registry, self.door.organisation.id, self.anne)

    def code(self) -> tuple[str, str]:
        """
        Ask for a code; give the browser's secret and the code.
        """
        nonce = self.registry.families.send_code(self.slug, self.link())
        return nonce, self.mailbox.last_code(ANNE)


@dataclass(frozen=True)
class Sitting:
    """
    A signatory who is in, and answers.
    """

    registry: Registry
    family: Family

    def cards(self, person_id: str) -> dict[str, Question]:
        """
        Give what is asked about somebody, by `channel/matter`.
        """
        matters = self.registry.families.show_matters.one(self.family, PersonId(person_id))
        return {
            f"{card.channel.name}/{each.matter.value}": each
            for card in matters.cards
            for each in card.questions
        }

    def say(
        self, person_id: str, *, nowhere: bool = False, once: str = "", **said: Choice
    ) -> ReceiptRecord:
        """
        Answer by name of channel, such as `facebook=Choice.YES`, about the image.
        """
        answers = self.answers(person_id, nowhere=nowhere, **said)
        return self.registry.families.answer(
            self.family, PersonId(person_id), answers, "fr", once or uuid4().hex
        )

    def answers(self, person_id: str, *, nowhere: bool = False, **said: Choice) -> Answers:
        """
        Tick answers, without saving them.
        """
        matters = self.registry.families.show_matters.one(self.family, PersonId(person_id))
        ids = {card.channel.name: card.channel.id for card in matters.cards}
        choices = {(ids[name], Matter.IMAGE): choice for name, choice in said.items()}
        return Answers(choices, nowhere=nowhere)


def sit_down(household: Household, signatory_id: str = "", to: str = ANNE) -> Sitting:
    """
    Let somebody come in, Anne if nobody is named.
    """
    found = household.door.organisation
    secret = invite(household.registry, found.id, signatory_id or household.anne)
    nonce = household.verbs.send_code(found.slug, secret)
    entered = household.verbs.enter_code(found.slug, nonce, household.mailbox.last_code(to))
    return Sitting(household.registry, household.verbs.recognise_family(entered.session))
