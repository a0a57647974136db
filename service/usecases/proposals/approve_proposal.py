"""
Agree with a proposal.
"""

from dataclasses import dataclass

from service.decision.case import Intent
from service.decision.ids import ProposalId
from service.decision.powers import Scope
from service.decision.proposing import Move
from service.decision.terms import Answer
from service.errors import NotAllowed
from service.records.proposals import ProposalStory
from service.usecases.caller import Caller
from service.usecases.checks.budget import Budget
from service.usecases.ports.work import UnitOfWork
from service.usecases.proposals.steps import Step, Steps, reached
from service.usecases.publications.record_publication import refused
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class ApproveProposal:
    """
    Agree with a proposal.
    """

    steps: Steps
    budget: Budget

    def __call__(self, caller: Caller, proposal_id: ProposalId) -> ProposalStory:
        """
        Check it again for its day; if it may be published then, let it through.

        Raises:
            NotAllowed: The caller does not publish on this channel, or proposed it
                and the organisation wants a second pair of eyes.
            NotFound: There is no such proposal for this caller.
            Conflict: It is not waiting for this.
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
            _check_second_eyes(work, caller, story)
            reached(story, Move.APPROVE)
            work.facts.await_register()
            now = desk.clock()
            self.budget.spend(work, caller, now)
            check = self.steps.again(work, caller, story, seen, Intent.PUBLISH, now)
            if check.answer is not Answer.PUBLISH:
                refusal = refused(work, caller, check)
                work.commit()
                raise refusal
            step = Step(Move.APPROVE, check_id=check.id)
            approved = self.steps.move(work, caller, story, step, now)
            keep(work, caller, proposal_id, now)
            work.commit()
        return approved


def _check_second_eyes(work: UnitOfWork, caller: Caller, story: ProposalStory) -> None:
    """
    Refuse whoever agrees with themselves, unless the house has one publisher only.
    """
    is_own = story.proposal.proposed_by == caller.actor.id
    if is_own and not work.organisations.current().publishing.own_approval:
        message = "Somebody else must approve what you propose."
        raise NotAllowed(message)
