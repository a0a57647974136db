"""
Tell which approved proposals may be posted today.
"""

from dataclasses import dataclass

from service.decision.case import Intent
from service.decision.ids import OrganisationId, ProposalId
from service.decision.proposing import Move, State
from service.decision.takedowns import Cause
from service.decision.terms import Answer
from service.records.proposals import ProposalStory
from service.usecases.caller import Caller, the_service
from service.usecases.days import today
from service.usecases.ports.work import UnitOfWork
from service.usecases.proposals.steps import Step, Steps


@dataclass(frozen=True, slots=True)
class FallDue:
    """
    Tell which approved proposals may be posted today.
    """

    steps: Steps

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
            waiting = [each.id for each in work.proposals.in_state(State.APPROVED)]
        return sum(self._look_at(caller, each) for each in waiting)

    def _look_at(self, caller: Caller, proposal_id: ProposalId) -> int:
        """
        Check one proposal again, if its day has come; tell whether it moved.
        """
        desk = self.steps.desk
        with desk.database.begin(caller.organisation_id) as work:
            work.facts.keep_register()
            work.proposals.lock(proposal_id)
            story = work.proposals.get(proposal_id)
            if story.state is not State.APPROVED or not self._has_come(work, story):
                return 0
            self._step(work, caller, story)
            work.commit()
        return 1

    def _has_come(self, work: UnitOfWork, story: ProposalStory) -> bool:
        planned_on = story.proposal.planned_on
        return planned_on is None or planned_on <= today(work, self.steps.desk.clock())

    def _step(self, work: UnitOfWork, caller: Caller, story: ProposalStory) -> None:
        """
        Let it be posted, or cancel it: what changed since needs a human again.
        """
        now = self.steps.desk.clock()
        step = Step(Move.CANCEL, cause=Cause.NOT_CLEARED)
        if story.words is not None:
            examined = self.steps.again(work, caller, story, Intent.CHECK, now)
            step = Step(Move.CANCEL, check_id=examined.check.id, cause=Cause.NOT_CLEARED)
            if examined.answer is Answer.PUBLISH:
                step = Step(Move.FALL_DUE, check_id=examined.check.id)
        self.steps.move(work, caller, story, step, now)
