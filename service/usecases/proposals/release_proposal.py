"""
Say where an approved proposal was posted: that is its publication.
"""

from dataclasses import dataclass, replace

from service.decision.case import Intent
from service.decision.ids import ProposalId
from service.decision.powers import Scope
from service.decision.proposing import Move
from service.records.activity import Publication, PublishedAs
from service.records.proposals import ProposalStory
from service.usecases.caller import Caller
from service.usecases.proposals.steps import Step, Steps, question_of, reached, words_of
from service.usecases.publications.record_publication import (
    MAX_ALT_TEXT,
    PublicationDetails,
    RecordPublication,
    recall_publication,
    refused,
    tidied,
)
from service.usecases.recording import keep


@dataclass(frozen=True, slots=True)
class ReleaseDetails:
    """
    Where it was posted (address, print run or issue), and in whose name.
    """

    where: str = ""
    published_as: PublishedAs = PublishedAs.ORGANISATION


@dataclass(frozen=True, slots=True)
class ReleaseProposal:
    """
    Publish an approved proposal.
    """

    steps: Steps
    record: RecordPublication

    def __call__(
        self, caller: Caller, proposal_id: ProposalId, details: ReleaseDetails
    ) -> Publication:
        """
        Decide at this instant and record the publication, all in one transaction.

        Raises:
            NotAllowed: The caller does not publish on this channel.
            NotFound: There is no such proposal for this caller.
            Conflict: Nobody approved it, or it has come to its end, or what it became
                must come down by now.
            NotPublishable: The verdict at this instant is not `publish`; the proposal
                is blocked, with the check that says why.
            TooMany: The caller's hourly budget of questions is used up.
        """
        caller.narrowed(Scope.PUBLICATIONS_WRITE)
        desk = self.steps.desk
        seen = self.steps.see_for(caller, proposal_id)
        with desk.database.begin(caller.organisation_id) as work:
            story = self.steps.held(work, caller, proposal_id)
            caller.needs_in(Scope.PUBLICATIONS_WRITE, story.proposal.unit_id)
            if made_before := recall_publication(work, caller):
                return made_before
            reached(story, Move.RELEASE)
            # Counted under the lock: whoever may agree no more at this instant is not.
            decided = self.record.within(work, caller, _details(story, details), seen)
            check, publication = decided.check, decided.publication
            if publication is None:
                step = Step(Move.BLOCK, check_id=check.id)
                self.steps.move(work, caller, story, step, check.asked_at)
                refusal = refused(work, caller, decided.check)
                work.commit()
                raise refusal
            step = Step(Move.RELEASE, check_id=check.id, publication_id=publication.id)
            self.steps.move(work, caller, story, step, check.asked_at)
            keep(work, caller, publication.id, check.asked_at)
            work.commit()
        return publication


def _details(story: ProposalStory, told: ReleaseDetails) -> PublicationDetails:
    """
    Give the publication that a proposal becomes.
    """
    words = words_of(story)
    question = question_of(story.proposal, words, Intent.PUBLISH)
    question = replace(question, approvals=len(story.approvals.by))
    alt_text = "\n\n".join(words.alt_texts)[:MAX_ALT_TEXT]
    return tidied(PublicationDetails(question, told.where, alt_text, told.published_as))
