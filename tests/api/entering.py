"""
Papers and words that staff enter, as tests need them.
"""

from datetime import date

from service.decision.ids import ActorId, FormVersionId, PersonId, SignatoryId
from service.decision.powers import ROLE_SCOPES, Role
from service.decision.terms import ActKind, Matter, Method
from service.ledger.kinds import ActorKind
from service.records.activity import Actor
from service.usecases.caller import Caller
from service.usecases.consents import AnswerLine, EnteredAnswer, EvidenceDetails
from tests.api.door import Door
from tests.api.office import channel, version

SCAN = EvidenceDetails("application/pdf", b"%PDF signed by hand")
YES, NO, LATER = ActKind.GIVEN, ActKind.REFUSED, ActKind.DEFERRED

Family = tuple[EnteredAnswer, EnteredAnswer]


def member(door: Door, name: str, role: Role = Role.REGISTRAR) -> Caller:
    """
    Give somebody of the staff as a caller.
    """
    actor = Actor(ActorId(f"member-{name}"), ActorKind.STAFF, name, ROLE_SCOPES[role])
    return Caller(door.organisation.id, actor)


def ticked(channel_id: str, kind: ActKind, *matters: Matter) -> tuple[AnswerLine, ...]:
    """
    Tick some matters of one channel.
    """
    return tuple(AnswerLine(each, kind, channel_id) for each in matters or (Matter.NAME,))


def paper(person_id: str, signatory_id: str, form: str, channel_id: str) -> EnteredAnswer:
    """
    Give a paper on which somebody said yes.
    """
    return EnteredAnswer(
        person_id=PersonId(person_id),
        signatory_id=SignatoryId(signatory_id),
        form_version_id=FormVersionId(form),
        method=Method.PAPER,
        signed_on=date(2025, 9, 1),
        lines=ticked(channel_id, YES),
        evidence=SCAN,
    )


def papers_of_parents(door: Door) -> Family:
    """
    Give the papers of both parents of Léa.
    """
    page, form, lea = channel(door), version(door), door.person()
    papers = []
    for name in ("Anne", "Bram"):
        signatory = door.signatory(given_name=name)
        door.authority(lea, signatory, verified=True, proof="Birth certificate")
        papers.append(paper(lea, signatory, form, page))
    return papers[0], papers[1]
