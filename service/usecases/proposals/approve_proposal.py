"""
Agree with a proposal.
"""

from dataclasses import dataclass

from service.decision.case import Intent
from service.decision.ids import ProposalId
from service.decision.powers import Scope
from service.decision.proposing import Move
from service.decision.terms import Answer
from service.errors import Conflict, NotAllowed
from service.records.proposals import ProposalStory
from service.usecases.caller import Caller
from service.usecases.checks.budget import Budget
from service.usecases.desk import Desk
from service.usecases.notices import TellStaff
from service.usecases.proposals.approvals import next_approval
from service.usecases.proposals.pending import still_pending
from service.usecases.proposals.steps import Step, Steps, reached
from service.usecases.publications.record_publication import refused
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class MayApprove:
    """
    Tell whether a proposal waits for the caller's approval.
    """

    desk: Desk

    def __call__(self, caller: Caller, story: ProposalStory) -> bool:
        """
        Tell whether they may agree with it as it is, as far as people go.
        """
        if not caller.has_in(Scope.PUBLICATIONS_WRITE, story.proposal.unit_id):
            return False
        with self.desk.database.look(caller.organisation_id) as work:
            try:
                reached(story, next_approval(work, caller, story))
            except (NotAllowed, Conflict):
                return False
        return True


@dataclass(frozen=True, slots=True)
class ApproveProposal:
    """
    Agree with a proposal.
    """

    steps: Steps
    budget: Budget
    tell: TellStaff

    def __call__(self, caller: Caller, proposal_id: ProposalId) -> ProposalStory:
        """
        Check it again for its day; if it may be published then, let it through.

        Where two must agree, whoever else may is told of the first.

        Raises:
            NotAllowed: The caller does not publish on this channel, or proposed it
                and the organisation wants a second pair of eyes; or two members must
                agree here, and the caller is none.
            NotFound: There is no such proposal for this caller.
            Conflict: It is not waiting for this, or not for the caller.
            NotPublishable: The verdict is not `publish`; the check is recorded, the
                proposal waits.
            TooMany: The caller's hourly budget of questions is used up.
        """
        caller.narrowed(Scope.PUBLICATIONS_WRITE)
        desk = self.steps.desk
        seen = self.steps.see_for(caller, proposal_id)
        with desk.database.begin(caller.organisation_id) as work:
            story = self.steps.held(work, caller, proposal_id)
            caller.needs_in(Scope.PUBLICATIONS_WRITE, story.proposal.unit_id)
            if recall(work, caller):
                return story
            move = next_approval(work, caller, story)
            reached(story, move)
            work.facts.await_register()
            now = desk.clock()
            self.budget.spend(work, caller, now)
            check = self.steps.again(work, caller, story, seen, Intent.APPROVE, now)
            if check.answer is not Answer.PUBLISH:
                refusal = refused(work, caller, check)
                work.commit()
                raise refusal
            approved = self.steps.move(work, caller, story, Step(move, check_id=check.id), now)
            if move is Move.APPROVE_FIRST:
                waits = still_pending(work, approved, now)
                self.tell.opened(work, waits, now, but=caller.actor.id)
            keep(work, caller, proposal_id, now)
            work.commit()
        return approved
