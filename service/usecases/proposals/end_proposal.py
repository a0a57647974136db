"""
End a proposal that is not published.
"""

from dataclasses import dataclass

from service.decision.ids import ProposalId
from service.decision.powers import Scope
from service.decision.proposing import Move
from service.errors import NotFound
from service.records.proposals import ProposalStory
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.proposals.steps import Step, Steps
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class SendBackProposal:
    """
    Send a proposal back with a word.
    """

    steps: Steps

    def __call__(self, caller: Caller, proposal_id: ProposalId, note: str) -> ProposalStory:
        """
        Say why it is not published like this; whoever proposed it reads that.

        Raises:
            NotAllowed: The caller does not publish on this channel.
            NotFound: There is no such proposal for this caller.
            InvalidInput: There is no word.
            Conflict: It has come to its end already.
        """
        caller.narrowed(Scope.PUBLICATIONS_WRITE)
        desk = self.steps.desk
        with desk.database.begin(caller.organisation_id) as work:
            story = self.steps.held(work, caller, proposal_id)
            caller.needs_in(Scope.PUBLICATIONS_WRITE, story.proposal.unit_id)
            if recall(work, caller):
                return story
            word = text.paragraphs(note, "note", required=True)
            now = desk.clock()
            ended = self.steps.move(work, caller, story, Step(Move.SEND_BACK, word), now)
            keep(work, caller, proposal_id, now)
            work.commit()
        return ended


@dataclass(frozen=True, slots=True)
class WithdrawProposal:
    """
    Take one's own proposal back.
    """

    steps: Steps

    def __call__(self, caller: Caller, proposal_id: ProposalId) -> ProposalStory:
        """
        End a proposal of one's own.

        Raises:
            NotAllowed: The caller has no `checks` scope.
            NotFound: The caller proposed no such thing.
            Conflict: It has come to its end already.
        """
        caller.needs(Scope.CHECKS)
        desk = self.steps.desk
        with desk.database.begin(caller.organisation_id) as work:
            story = self.steps.held(work, caller, proposal_id)
            if story.proposal.proposed_by != caller.actor.id:
                raise NotFound("There is no such proposal.")
            if recall(work, caller):
                return story
            now = desk.clock()
            ended = self.steps.move(work, caller, story, Step(Move.WITHDRAW), now)
            keep(work, caller, proposal_id, now)
            work.commit()
        return ended
