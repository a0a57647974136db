"""
Record that a publication was shared again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from service.decision.case import Use
from service.decision.ids import ChannelId, PersonId, PhotoId, PublicationId
from service.decision.powers import Scope
from service.decision.terms import Matter
from service.errors import Conflict, ImpossibleDates, InvalidInput, NotFound
from service.ledger.entry import EntryKind
from service.records.activity import CheckRecord, Publication, PublishedAs, taken_down_at
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.checks.asked_channel import find_channel
from service.usecases.checks.examine import Examiner
from service.usecases.checks.kept import NOTHING_SEEN
from service.usecases.checks.question import CheckQuestion
from service.usecases.desk import Desk
from service.usecases.plain import plain
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.work import UnitOfWork
from service.usecases.publications.record_publication import MAX_WHERE
from service.usecases.recording import keep, recall
from service.usecases.sight.publications import seen_publication
from service.usecases.sight.units import needs_to_publish


@dataclass(frozen=True, slots=True)
class ReshareDetails:
    """
    Where it was shared again, when, and in whose name.

    The channel is in the register.
    """

    channel: str
    where: str = ""
    happened_at: datetime | None = None
    published_as: PublishedAs = PublishedAs.ORGANISATION


@dataclass(frozen=True, slots=True)
class RecordReshare:
    """
    Record that a publication was shared again.
    """

    desk: Desk
    examine: Examiner
    aftermath: Aftermath

    def __call__(
        self, caller: Caller, publication_id: PublicationId, details: ReshareDetails
    ) -> Publication:
        """
        Record a re-share with the photos and people of the original.

        It has happened, so no verdict refuses it: where it may not be, a takedown opens
        in the same transaction.  It counts for the channel's quota.

        Raises:
            NotAllowed: No `publications:write` scope for the channel's unit.
            NotFound: There is no such publication for this caller.
            InvalidInput: The channel is not in the register.
            ImpossibleDates: Shared before it was published, or in the future.
            Conflict: What the idempotency key recorded is down.
        """
        caller.narrowed(Scope.PUBLICATIONS_WRITE)
        where = text.line(details.where, "where", longest=MAX_WHERE, required=False)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.facts.keep_register()
            original = seen_publication(work, caller, publication_id)
            if made_before := recall(work, caller):
                return _still_up(work, PublicationId(made_before))
            channel_id = _registered(work, details.channel)
            needs_to_publish(caller, work.channels.get(channel_id).channel.unit_id)
            work.publications.lock_quota(channel_id)
            question = _question(work, original, channel_id)
            now = self.desk.clock()
            at = _shared_when(original, details.happened_at, now)
            check = self.examine(work, caller, question, NOTHING_SEEN, now)
            publication = self._publication(caller, original, check, channel_id, where, at)
            publication = replace(publication, published_as=details.published_as)
            work.publications.add(publication)
            payload = {"publication": plain(publication)}
            kind = EntryKind.PUBLICATION_RESHARED
            self.desk.record.append(work, caller, kind, now, payload, publication.person_ids)
            self.aftermath.of_reshare(work, caller, publication.id)
            keep(work, caller, publication.id, now)
            work.commit()
        return publication

    def _publication(
        self,
        caller: Caller,
        original: Publication,
        check: CheckRecord,
        channel_id: ChannelId,
        where: str,
        at: datetime,
    ) -> Publication:
        """
        Put the re-share together.
        """
        return Publication(
            id=PublicationId(self.desk.new_id()),
            channel_id=channel_id,
            purpose=original.purpose,
            published_at=at,
            recorded_at=check.asked_at,
            actor_id=caller.actor.id,
            check_id=check.id,
            photo_ids=original.photo_ids,
            person_ids=tuple(sorted({*original.person_ids, *check.person_ids})),
            caption_digest=original.caption_digest,
            where=where,
            alt_text=original.alt_text,
            reshare_of=original.id,
        )


def _still_up(work: UnitOfWork, publication_id: PublicationId) -> Publication:
    """
    Give the re-share that an idempotency key recorded, as long as it is not down.

    Raises:
        Conflict: It is: what is up again opens a task of its own.
    """
    if taken_down_at(work.publications.events_of(publication_id)) is not None:
        raise Conflict("This came down: where it is shared anew, send it under another key.")
    return work.publications.get(publication_id)


def _registered(work: UnitOfWork, channel: str) -> ChannelId:
    """
    Give the channel on which it was shared.

    Raises:
        InvalidInput: It is not in the register.
    """
    for channel_id in find_channel(work, channel) or ():
        return channel_id
    message = "This page is not in the register: enter it there, then say that it shares."
    raise InvalidInput(message, field="channel")


def _shared_when(original: Publication, told: datetime | None, now: datetime) -> datetime:
    """
    Give when it was shared.

    Raises:
        ImpossibleDates: Before it was published, or in the future.
    """
    at = told or now
    if not original.published_at <= at <= now:
        message = "It cannot have been shared before it was published, nor in the future."
        raise ImpossibleDates(message, field="happened_at")
    return at


def _question(work: UnitOfWork, original: Publication, channel_id: ChannelId) -> CheckQuestion:
    """
    Ask about the photos and people of the original, whatever words went with them.

    A photo that was erased since says nothing any more.
    """
    check = work.checks.get(original.check_id)
    uses = tuple(dict.fromkeys(_uses(check)))
    photo_ids = tuple(each for each in original.photo_ids if _is_there(work, each))
    return CheckQuestion(
        purpose=original.purpose,
        channel=channel_id,
        photo_ids=photo_ids,
        uses=uses,
        about=frozenset(each.person_id for each in uses),
    )


def _uses(check: CheckRecord) -> Iterator[Use]:
    """
    Give what else the original used of whom; a name in its caption is a use here.
    """
    for use in check.question["uses"]:
        yield Use(PersonId(use["person_id"]), Matter(use["matter"]))
    for mention in check.outcome["mentions"]:
        for person_id in mention["person_ids"]:
            yield Use(PersonId(person_id), Matter(mention.get("matter", Matter.NAME)))


def _is_there(work: UnitOfWork, photo_id: PhotoId) -> bool:
    try:
        work.photos.get(photo_id)
    except NotFound:
        return False
    return True
