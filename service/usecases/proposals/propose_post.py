"""
Propose a post to whoever may publish it.
"""

from dataclasses import dataclass, replace
from datetime import date

from service.decision.case import Use
from service.decision.channels import Channel
from service.decision.ids import PhotoId, ProposalId
from service.decision.powers import Scope
from service.decision.terms import Answer, Purpose
from service.errors import InvalidInput
from service.ledger.entry import EntryKind
from service.records.activity import CheckRecord
from service.records.proposals import Proposal, ProposalStory, ProposalWords
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.checks.asked_channel import find_channel
from service.usecases.checks.budget import Budget
from service.usecases.checks.question import MAX_TEXT, CheckQuestion
from service.usecases.notices import TellStaff
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork
from service.usecases.proposals.approvals import with_approvals
from service.usecases.proposals.pending import as_pending
from service.usecases.proposals.steps import Steps
from service.usecases.publications.record_publication import MAX_ALT_TEXT, refused
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class ProposalDetails:
    """
    What somebody proposes to publish, where and when.

    Every photo is registered and put into words; every line of the channel's checklist
    is ticked.
    """

    channel: str
    purpose: Purpose = Purpose.INFORMATION
    photo_ids: tuple[PhotoId, ...] = ()
    caption: str = ""
    alt_texts: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()
    planned_on: date | None = None
    checklist: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposePost:
    """
    Propose a post.
    """

    steps: Steps
    budget: Budget
    tell: TellStaff

    def __call__(self, caller: Caller, details: ProposalDetails) -> ProposalStory:
        """
        Check the post, put it before the publishers of its channel, and tell them.

        With `ask` it is put before them as well: they see what is missing.

        Raises:
            NotAllowed: The caller has no `checks` scope.
            InvalidInput: A page or photo is not registered, a picture is not put into
                words, a line of the checklist is not ticked.
            NotPublishable: The verdict is `do_not_publish`; the check that says so is
                recorded, the proposal is not.
            TooMany: The caller's hourly budget of questions is used up.
        """
        caller.needs(Scope.CHECKS)
        words, question = _asked(details)
        desk = self.steps.desk
        seen = self.steps.examine.see(caller, question)
        with desk.database.begin(caller.organisation_id) as work:
            work.facts.keep_register()
            if made_before := recall(work, caller):
                return with_approvals(work, [work.proposals.get(ProposalId(made_before))])[0]
            channel = _registered(work, details.channel)
            _check_ticked(channel, details.checklist)
            work.facts.await_register()
            now = desk.clock()
            self.budget.spend(work, caller, now)
            question = replace(question, channel=channel.id)
            check = self.steps.examine(work, caller, question, seen, now)
            if check.answer is Answer.DO_NOT_PUBLISH:
                refusal = refused(work, caller, check)
                work.commit()
                raise refusal
            proposal = self._proposal(caller, details, channel, check)
            work.proposals.add(proposal, words)
            self._follow(work, caller, proposal, channel)
            story = with_approvals(work, [work.proposals.get(proposal.id)])[0]
            work.commit()
        return story

    def _follow(
        self, work: UnitOfWork, caller: Caller, proposal: Proposal, channel: Channel
    ) -> None:
        """
        Write its ledger line, and tell those who may approve it.
        """
        now, payload = proposal.proposed_at, {"proposal": plain(proposal)}
        kind, about = EntryKind.PROPOSAL_MADE, proposal.person_ids
        self.steps.desk.record.append(work, caller, kind, now, payload, about)
        waits = tuple(as_pending(work, [proposal], lambda _: channel))
        self.tell.opened(work, waits, now, but=caller.actor.id)
        keep(work, caller, proposal.id, now)

    def _proposal(
        self, caller: Caller, details: ProposalDetails, channel: Channel, check: CheckRecord
    ) -> Proposal:
        """
        Put the proposal together.
        """
        return Proposal(
            id=ProposalId(self.steps.desk.new_id()),
            channel_id=channel.id,
            unit_id=channel.unit_id,
            purpose=details.purpose,
            photo_ids=details.photo_ids,
            person_ids=check.person_ids,
            uses=details.uses,
            planned_on=details.planned_on,
            checklist=channel.checklist,
            check_id=check.id,
            proposed_at=check.asked_at,
            proposed_by=caller.actor.id,
        )


def _asked(details: ProposalDetails) -> tuple[ProposalWords, CheckQuestion]:
    """
    Accept the words, and make the question of them.

    Raises:
        InvalidInput: They are no text, a picture has none, or nothing is proposed.
    """
    caption = text.paragraphs(details.caption, "text", longest=MAX_TEXT)
    alt_texts = tuple(
        text.paragraphs(each, "alt_texts", longest=MAX_ALT_TEXT, required=True)
        for each in details.alt_texts
    )
    if len(alt_texts) != len(details.photo_ids) or len(set(details.photo_ids)) != len(alt_texts):
        message = "Each photo comes once, with what it shows in words."
        raise InvalidInput(message, field="alt_texts")
    question = CheckQuestion(
        purpose=details.purpose,
        channel=details.channel,
        photo_ids=details.photo_ids,
        text=caption,
        alt_texts=alt_texts,
        uses=details.uses,
        on=details.planned_on,
    )
    return ProposalWords(caption, alt_texts), question


def _registered(work: UnitOfWork, channel: str) -> Channel:
    """
    Give the channel something is proposed for.

    Raises:
        InvalidInput: It is not in the register.
    """
    for channel_id in find_channel(work, channel) or ():
        return work.channels.get(channel_id).channel
    raise InvalidInput("This page is not in the register.", field="channel")


def _check_ticked(channel: Channel, ticked: tuple[str, ...]) -> None:
    """
    Refuse what somebody did not look at.
    """
    missing = [each for each in channel.checklist if each not in ticked]
    if missing:
        message = f"Tick every line of the channel's checklist; missing: {missing[0]}"
        raise InvalidInput(message, field="checklist")
