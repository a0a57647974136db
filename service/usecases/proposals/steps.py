"""
Move a proposal one step, in the transaction of whoever calls.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from service.decision.case import Intent
from service.decision.ids import CheckId, ProposalId, PublicationId
from service.decision.powers import Scope
from service.decision.proposing import Move, State, moved
from service.decision.takedowns import Cause
from service.errors import Conflict, NotFound
from service.ledger.entry import EntryKind
from service.records.activity import CheckRecord
from service.records.proposals import Proposal, ProposalEvent, ProposalStory, ProposalWords
from service.usecases.caller import Caller
from service.usecases.checks.examine import Examiner
from service.usecases.checks.kept import Seen
from service.usecases.checks.question import CheckQuestion
from service.usecases.days import today
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.proposals.approvals import with_approvals

KINDS: Mapping[Move, EntryKind] = {
    Move.APPROVE: EntryKind.PROPOSAL_APPROVED,
    Move.APPROVE_FIRST: EntryKind.PROPOSAL_APPROVED,
    Move.APPROVE_SECOND: EntryKind.PROPOSAL_APPROVED,
    Move.FALL_DUE: EntryKind.PROPOSAL_FELL_DUE,
    Move.BLOCK: EntryKind.PROPOSAL_BLOCKED,
    Move.RELEASE: EntryKind.PROPOSAL_RELEASED,
    Move.SEND_BACK: EntryKind.PROPOSAL_SENT_BACK,
    Move.WITHDRAW: EntryKind.PROPOSAL_WITHDRAWN,
    Move.CANCEL: EntryKind.PROPOSAL_CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """
    What goes with a move.
    """

    move: Move
    note: str = ""
    check_id: CheckId | None = None
    publication_id: PublicationId | None = None
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """
    Read, check again and move proposals; whoever calls commits.
    """

    desk: Desk
    examine: Examiner

    def held(self, work: UnitOfWork, caller: Caller, proposal_id: ProposalId) -> ProposalStory:
        """
        Give a proposal that nobody else moves from here to the end.

        The register is held before it: whatever takes a yes away holds the register
        alone, and cancels proposals under it.

        Raises:
            NotFound: There is no such proposal for this caller.
        """
        work.facts.keep_register()
        work.proposals.lock(proposal_id)
        return seen_proposal(work, caller, proposal_id)

    def see_for(self, caller: Caller, proposal_id: ProposalId) -> Seen:
        """
        See the photos again of a proposal that the caller decides on.

        Raises:
            NotFound: There is no such proposal for this caller.
            Busy: Every picture worker is occupied.
        """
        with self.desk.database.look(caller.organisation_id) as work:
            proposal = seen_proposal(work, caller, proposal_id).proposal
        return self.see(caller, proposal)

    def see(self, caller: Caller, proposal: Proposal) -> Seen:
        """
        See the photos of a proposal again, before the transaction that decides.

        Raises:
            Busy: Every picture worker is occupied.
        """
        return Seen(kept=self.examine.look_again(caller.organisation_id, proposal.photo_ids))

    def again(
        self,
        work: UnitOfWork,
        caller: Caller,
        story: ProposalStory,
        seen: Seen,
        intent: Intent,
        now: datetime,
    ) -> CheckRecord:
        """
        Ask the rule book again: for the planned day, or for now.

        Raises:
            Conflict: Its words are destroyed, so nobody can tell what it says.
        """
        planned_on = story.proposal.planned_on
        on = planned_on if planned_on and planned_on > today(work, now) else None
        question = replace(question_of(story.proposal, words_of(story), intent), on=on)
        return self.examine(work, caller, question, seen, now)

    def move(
        self, work: UnitOfWork, caller: Caller, story: ProposalStory, step: Step, now: datetime
    ) -> ProposalStory:
        """
        Write a step with its ledger line; give the proposal as it is then.

        Raises:
            Conflict: Not from where it is.
        """
        target = reached(story, step.move)
        event = ProposalEvent(
            number=0,
            state=target,
            recorded_at=now,
            actor_id=caller.actor.id,
            check_id=step.check_id,
            publication_id=step.publication_id,
            cause=step.cause,
        )
        proposal = story.proposal
        work.proposals.move([proposal.id], event, step.note)
        payload = {
            "proposal_id": proposal.id,
            "state": target.value,
            "check_id": step.check_id,
            "publication_id": step.publication_id,
        }
        kind = KINDS[step.move]
        self.desk.record.append(work, caller, kind, now, payload, proposal.person_ids)
        return with_approvals(work, [work.proposals.get(proposal.id)])[0]


def reached(story: ProposalStory, move: Move) -> State:
    """
    Give where a move leads from where a proposal is.

    Raises:
        Conflict: Nowhere.
    """
    target = moved(story.state, move)
    if target is None:
        message = f"This proposal is {story.state.value.replace('_', ' ')}: look again."
        raise Conflict(message)
    return target


def question_of(proposal: Proposal, words: ProposalWords, intent: Intent) -> CheckQuestion:
    """
    Ask about a proposal as it is.
    """
    return CheckQuestion(
        purpose=proposal.purpose,
        channel=proposal.channel_id,
        photo_ids=proposal.photo_ids,
        text=words.caption,
        alt_texts=words.alt_texts,
        uses=proposal.uses,
        intent=intent,
        about=frozenset(proposal.person_ids),
    )


def words_of(story: ProposalStory) -> ProposalWords:
    """
    Give the words of a proposal.

    Raises:
        Conflict: They are destroyed: somebody in them was erased.
    """
    if story.words is None:
        raise Conflict("The words of this proposal are destroyed: propose it anew.")
    return story.words


def seen_proposal(work: UnitOfWork, caller: Caller, proposal_id: ProposalId) -> ProposalStory:
    """
    Give a proposal of the caller's own, or on a channel they look after.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    story = work.proposals.get(proposal_id)
    proposal = story.proposal
    looks_after = caller.has_in(Scope.PUBLICATIONS_READ, proposal.unit_id)
    if proposal.proposed_by != caller.actor.id and not looks_after:
        raise NotFound("There is no such proposal.")
    return with_approvals(work, [story])[0]
