"""
Tell those who were about to publish a post that it may not go out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import ActorId
from service.ledger.entry import EntryKind
from service.records.facts import Wanted
from service.records.mail import LetterKind
from service.records.proposals import Proposal
from service.records.staff import Member
from service.usecases.caller import the_service
from service.usecases.mail import Reader, StaffMail, active_members
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import Recorder


@dataclass(frozen=True, slots=True)
class TellCancelled:
    """
    Write to whoever proposed or approved a post that was cancelled.
    """

    record: Recorder
    mail: StaffMail

    def __call__(self, work: UnitOfWork, lost: Sequence[Proposal], now: datetime) -> None:
        """
        Write one letter to each, about all that was cancelled by one act.

        At once: whoever has it ready could post it from their own telephone.  On which
        channel and for which day; never what, whom it is about, nor why.
        """
        told = _concerned(work, lost)
        if not told:
            return
        ids = frozenset(each.channel_id for each in lost)
        facts = work.facts.gather(Wanted(at=now, known_at=now, channel_ids=ids))
        letters = []
        for member, posts in told.items():
            tasks = ((facts.channel(each.channel_id).name, each.planned_on) for each in posts)
            letter_id = self.mail.send(
                work,
                Reader.of(member),
                LetterKind.STAFF_CANCELLED,
                now,
                path="/proposals",
                values={"tasks": tuple(dict.fromkeys(tasks))},
            )
            letters.append({"letter_id": letter_id, "member_id": member.id})
        payload = {
            "topic": "proposal",
            "stage": "cancelled",
            "about": [each.id for each in lost],
            "letters": letters,
        }
        caller = the_service(work.organisation_id)
        self.record.append(work, caller, EntryKind.STAFF_NOTIFIED, now, payload)


def _concerned(work: UnitOfWork, lost: Sequence[Proposal]) -> Mapping[Member, Sequence[Proposal]]:
    """
    Give who has one of them ready: who proposed it, and who approved it.
    """
    approvers = work.proposals.approvers_of(each.id for each in lost)
    found = {}
    for member in active_members(work):
        actor_id = ActorId(member.id)
        own = [
            each
            for each in lost
            if each.proposed_by == actor_id or actor_id in approvers.get(each.id, ())
        ]
        if own:
            found[member] = own
    return found
