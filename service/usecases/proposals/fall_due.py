"""
Tell which approved proposals may be posted today.
"""

from dataclasses import dataclass, replace
from datetime import date

from service.decision.case import Intent
from service.decision.ids import OrganisationId
from service.decision.proposing import Move, State
from service.decision.takedowns import Cause
from service.decision.terms import Answer
from service.records.proposals import Proposal, ProposalStory
from service.usecases.caller import Caller, the_service
from service.usecases.checks.kept import Seen
from service.usecases.days import today
from service.usecases.ports.work import UnitOfWork
from service.usecases.proposals.approvals import with_approvals
from service.usecases.proposals.steps import Step, Steps
from service.usecases.proposals.tell_cancelled import TellCancelled


@dataclass(frozen=True, slots=True)
class FallDue:
    """
    Tell which approved proposals may be posted today.
    """

    steps: Steps
    tell: TellCancelled

    def __call__(self) -> int:
        """
        Look through every organisation; count what fell due or was cancelled.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        database = self.steps.desk.database
        return sum(self.look(each) for each in database.organisation_ids())

    def look(self, organisation_id: OrganisationId) -> int:
        """
        Look through one organisation, a proposal a transaction.
        """
        caller, desk = the_service(organisation_id), self.steps.desk
        with desk.database.look(organisation_id) as work:
            day = today(work, desk.clock())
            approved = work.proposals.in_state(State.APPROVED)
        return sum(self._look_at(caller, each) for each in approved if _has_come(each, day))

    def _look_at(self, caller: Caller, proposal: Proposal) -> int:
        """
        Check one proposal again; tell whether it moved.

        Raises:
            Busy: Every picture worker is occupied; it is tried again soon.
        """
        desk = self.steps.desk
        seen = self.steps.see(caller, proposal)
        with desk.database.begin(caller.organisation_id) as work:
            work.facts.keep_register()
            work.proposals.lock(proposal.id)
            [story] = with_approvals(work, [work.proposals.get(proposal.id)])
            # Where somebody who agreed does so no more, another has to first.
            if story.state is not State.APPROVED or story.approvals.is_missing_some:
                return 0
            self._step(work, caller, story, seen)
            work.commit()
        return 1

    def _step(self, work: UnitOfWork, caller: Caller, story: ProposalStory, seen: Seen) -> None:
        """
        Let it be posted, or cancel it: what changed since needs a human again.
        """
        now = self.steps.desk.clock()
        step = Step(Move.CANCEL, cause=Cause.NOT_CLEARED)
        if story.words is not None:
            reader = _reading_for(work, caller, story.proposal)
            check = self.steps.again(work, reader, story, seen, Intent.CHECK, now)
            step = Step(Move.CANCEL, check_id=check.id, cause=Cause.NOT_CLEARED)
            if check.answer is Answer.PUBLISH:
                step = Step(Move.FALL_DUE, check_id=check.id)
        self.steps.move(work, caller, story, step, now)
        if step.move is Move.CANCEL:
            self.tell(work, [story.proposal], now)


def _reading_for(work: UnitOfWork, caller: Caller, proposal: Proposal) -> Caller:
    """
    Give a caller who reads first names as whoever approved them may have done.

    In all of a house one first name is that of several people, and nobody would be there
    to say who is meant.  Whoever posts it is asked again, as widely as they see.
    """
    people = filter(None, map(work.people.find, proposal.person_ids))
    of_people = {member.unit_id for each in people for member in each.memberships}
    units = {proposal.unit_id} if proposal.unit_id else of_people
    if not units:
        return caller
    return replace(caller, actor=replace(caller.actor, unit_ids=frozenset(units)))


def _has_come(proposal: Proposal, day: date) -> bool:
    return proposal.planned_on is None or proposal.planned_on <= day
