"""
Record a publication, if it may be published at this very instant.
"""

from dataclasses import dataclass, replace

from service.decision.case import Intent
from service.decision.ids import ChannelId, PhotoId, PublicationId
from service.decision.powers import Scope
from service.decision.terms import Answer
from service.errors import Conflict, InvalidInput, NotPublishable
from service.ledger.entry import EntryKind
from service.records.activity import CheckRecord, Publication, PublishedAs
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.checks.asked_channel import find_channel
from service.usecases.checks.budget import Budget
from service.usecases.checks.examine import Examiner, shown_to
from service.usecases.checks.kept import Seen
from service.usecases.checks.outcome import digest_of
from service.usecases.checks.question import CheckQuestion
from service.usecases.desk import Desk
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall
from service.usecases.sight.units import needs_to_publish

MAX_WHERE = 2_000
MAX_ALT_TEXT = 2_000


@dataclass(frozen=True, slots=True)
class PublicationDetails:
    """
    What is being published where.

    `where` is the address of the post, the print run or the issue.
    """

    question: CheckQuestion
    where: str = ""
    alt_text: str = ""
    published_as: PublishedAs = PublishedAs.ORGANISATION


@dataclass(frozen=True, slots=True)
class Decided:
    """
    The check of this instant and what it let through, if anything.
    """

    check: CheckRecord
    publication: Publication | None = None


@dataclass(frozen=True, slots=True)
class RecordPublication:
    """
    Record a publication.
    """

    desk: Desk
    examine: Examiner
    budget: Budget
    """The one of checks: a refusal to publish answers a question, too."""

    def __call__(self, caller: Caller, details: PublicationDetails) -> Publication:
        """
        Decide again, count the channel's quota, record, all in one transaction.

        Raises:
            NotAllowed: No `publications:write` scope for the channel's unit.
            InvalidInput: No channel is named, or it is asked for another day.
            NotPublishable: The verdict at this instant is not `publish`; the
                check that says so is recorded, the publication is not.
            TooMany: The caller's hourly budget of questions is used up.
            Conflict: What the idempotency key recorded is down, or must come down.
        """
        caller.narrowed(Scope.PUBLICATIONS_WRITE)
        details = tidied(details)
        seen = self.examine.see(caller, details.question)
        with self.desk.database.begin(caller.organisation_id) as work:
            if made_before := recall_publication(work, caller):
                return made_before
            decided = self.within(work, caller, details, seen)
            if decided.publication is None:
                refusal = refused(work, caller, decided.check)
                work.commit()
                raise refusal
            keep(work, caller, decided.publication.id, decided.publication.recorded_at)
            work.commit()
        return decided.publication

    def within(
        self, work: UnitOfWork, caller: Caller, details: PublicationDetails, seen: Seen
    ) -> Decided:
        """
        Decide and, if it may be, record; the caller commits.

        Raises:
            NotAllowed: No `publications:write` scope for the channel's unit.
            TooMany: The caller's hourly budget of questions is used up.
        """
        question = details.question
        channel_id = self._locked(work, question)
        if channel_id is not None:
            needs_to_publish(caller, work.channels.get(channel_id).channel.unit_id)
        now = self.desk.clock()
        self.budget.spend(work, caller, now)
        check = self.examine(work, caller, question, seen, now)
        if check.answer is not Answer.PUBLISH or channel_id is None:
            return Decided(check)
        return Decided(check, self._written(work, caller, details, check, channel_id))

    @staticmethod
    def _locked(work: UnitOfWork, question: CheckQuestion) -> ChannelId | None:
        """
        Keep others from counting the channel's quota until this is recorded.

        The register stands still before the clock is looked at: a withdrawal that was
        recorded first is one that this decision knows.
        """
        work.facts.keep_register()
        found = find_channel(work, question.channel)
        channel_id = next(iter(found), None) if found else None
        if channel_id is not None:
            work.publications.lock_quota(channel_id)
        return channel_id

    def _written(
        self,
        work: UnitOfWork,
        caller: Caller,
        details: PublicationDetails,
        check: CheckRecord,
        channel_id: ChannelId,
    ) -> Publication:
        """
        Write the publication and its ledger line.
        """
        publication = Publication(
            id=PublicationId(self.desk.new_id()),
            channel_id=channel_id,
            purpose=details.question.purpose,
            published_at=check.asked_at,
            recorded_at=check.asked_at,
            actor_id=caller.actor.id,
            check_id=check.id,
            photo_ids=photos_of(check),
            person_ids=check.person_ids,
            caption_digest=digest_of(details.question.text),
            where=details.where,
            alt_text=details.alt_text,
            published_as=details.published_as,
        )
        work.publications.add(publication)
        payload = {"publication": plain(publication)}
        self.desk.record.append(
            work, caller, EntryKind.PUBLICATION_RECORDED, check.asked_at, payload, check.person_ids
        )
        return publication


def tidied(details: PublicationDetails) -> PublicationDetails:
    """
    Accept the words that are kept, and the question as one about now.

    Raises:
        InvalidInput: They are no text; it names no channel, or another day than today.
    """
    alt_text = text.paragraphs(details.alt_text, "alt_text", longest=MAX_ALT_TEXT)
    question = publishing(details.question)
    return replace(
        details,
        question=replace(question, alt_texts=question.alt_texts or (alt_text,)),
        where=text.line(details.where, "where", longest=MAX_WHERE, required=False),
        alt_text=alt_text,
    )


def publishing(question: CheckQuestion) -> CheckQuestion:
    """
    Make a question one about publishing now.

    Raises:
        InvalidInput: It names no channel, or another day than today.
    """
    if question.channel is None:
        message = "Say on which channel it is published."
        raise InvalidInput(message, field="channel")
    if question.on is not None or question.is_about_the_past():
        message = "A publication is decided at this very instant: leave the dates out."
        raise InvalidInput(message, field="on")
    return replace(question, intent=Intent.PUBLISH)


def photos_of(check: CheckRecord) -> tuple[PhotoId, ...]:
    """
    Give the registered photos that are published.
    """
    found = (each["photo_id"] for each in check.outcome["pictures"])
    return tuple(PhotoId(each) for each in found if each is not None)


def recall_publication(work: UnitOfWork, caller: Caller) -> Publication | None:
    """
    Give what the caller's idempotency key published before, if anything.

    Raises:
        Conflict: It is down, or must come down: nobody is to post it on the strength
            of a verdict of before.
        IdempotencyMismatch: The key came with another request before.
    """
    made_before = recall(work, caller)
    if made_before is None:
        return None
    publication = work.publications.get(PublicationId(made_before))
    if work.takedowns.find_live(publication.id) is None:
        message = "What this key published is down, or must come down."
        raise Conflict(message)
    return publication


def refused(work: UnitOfWork, caller: Caller, check: CheckRecord) -> NotPublishable:
    """
    Name the check that stands in the way, and its reasons if allowed.
    """
    shown = shown_to(work, caller, check)
    codes = ", ".join(dict.fromkeys(each["code"] for each in shown["reasons"]))
    verdict = f"{shown['answer']}: {codes}"
    message = f"This may not be published now ({verdict}); see check {check.id}."
    return NotPublishable(message)
