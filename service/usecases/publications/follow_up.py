"""
Record what happens to a publication later: corrected, taken down.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PublicationId
from service.decision.powers import Scope
from service.errors import AlreadyExists, ImpossibleDates, InvalidInput, NotFound
from service.ledger.entry import EntryKind
from service.records.activity import (
    Publication,
    PublicationEvent,
    PublicationEventKind,
    taken_down_at,
)
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork
from service.usecases.publications.read_publications import PublicationStory, story_of
from service.usecases.recording import keep, recall
from service.usecases.sight.publications import seen_publication
from service.usecases.sight.units import needs_to_publish


@dataclass(frozen=True, slots=True)
class TakeDownPublication:
    """
    Record that a publication was taken down.
    """

    desk: Desk

    def __call__(
        self, caller: Caller, publication_id: PublicationId, happened_at: datetime | None, note: str
    ) -> PublicationStory:
        """
        Record when it came down and the proof, once.

        Raises:
            NotFound: There is no such publication for this caller.
            AlreadyExists: It is down already.
            ImpossibleDates: It came down before it was published, or will.
        """
        caller.narrowed(Scope.PUBLICATIONS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.publications.lock_story(publication_id)
            publication = _to_follow(work, caller, publication_id)
            if recall(work, caller):
                return story_of(work, caller, publication)
            now = self.desk.clock()
            at = checked_removal(work, publication, happened_at, now)
            event = PublicationEvent(
                publication_id,
                PublicationEventKind.TAKEN_DOWN,
                at,
                now,
                caller.actor.id,
                text.paragraphs(note, "note"),
            )
            return recorded(
                self.desk, work, caller, publication, event, EntryKind.PUBLICATION_TAKEN_DOWN
            )


@dataclass(frozen=True, slots=True)
class CorrectPublication:
    """
    Record that a publication corrects an earlier one (domain rule 27).
    """

    desk: Desk

    def __call__(
        self, caller: Caller, publication_id: PublicationId, corrected_by: PublicationId, note: str
    ) -> PublicationStory:
        """
        Bind the correction to what it corrects; history stays.

        Raises:
            NotFound: There is no such publication for this caller.
            InvalidInput: There is no such correction.
            ImpossibleDates: The correction is older than what it corrects.
        """
        caller.narrowed(Scope.PUBLICATIONS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            publication = _to_follow(work, caller, publication_id)
            if recall(work, caller):
                return story_of(work, caller, publication)
            correction = _correction(work, caller, corrected_by)
            if correction.recorded_at <= publication.recorded_at:
                message = "A correction comes after what it corrects."
                raise ImpossibleDates(message, field="corrected_by")
            now = self.desk.clock()
            event = PublicationEvent(
                publication_id,
                PublicationEventKind.CORRECTED,
                correction.published_at,
                now,
                caller.actor.id,
                text.paragraphs(note, "note"),
                corrected_by,
            )
            return recorded(
                self.desk, work, caller, publication, event, EntryKind.PUBLICATION_CORRECTED
            )


def checked_removal(
    work: UnitOfWork, publication: Publication, happened_at: datetime | None, now: datetime
) -> datetime:
    """
    Give the instant at which a publication came down.

    Raises:
        AlreadyExists: It is down already.
        ImpossibleDates: It came down before it was published, or will.
    """
    at = happened_at or now
    if not publication.published_at <= at <= now:
        message = "It cannot have come down before it was published, nor in the future."
        raise ImpossibleDates(message, field="happened_at")
    if taken_down_at(work.publications.events_of(publication.id)) is not None:
        message = "This publication is taken down already."
        raise AlreadyExists(message)
    return at


def recorded(
    desk: Desk,
    work: UnitOfWork,
    caller: Caller,
    publication: Publication,
    event: PublicationEvent,
    kind: EntryKind,
) -> PublicationStory:
    """
    Write the event with its ledger line, commit, and tell the whole story.
    """
    work.publications.add_event(event)
    desk.record.append(
        work, caller, kind, event.recorded_at, {"event": plain(event)}, publication.person_ids
    )
    keep(work, caller, publication.id, event.recorded_at)
    story = story_of(work, caller, publication)
    work.commit()
    return story


def _to_follow(work: UnitOfWork, caller: Caller, publication_id: PublicationId) -> Publication:
    """
    Give a publication on a channel of whose unit the caller publishes.

    Raises:
        NotFound: There is no such publication for this caller.
        NotAllowed: They see it, and publish elsewhere.
    """
    publication = seen_publication(work, caller, publication_id)
    needs_to_publish(caller, work.channels.get(publication.channel_id).channel.unit_id)
    return publication


def _correction(work: UnitOfWork, caller: Caller, corrected_by: PublicationId) -> Publication:
    """
    Find the publication that corrects another.
    """
    try:
        return seen_publication(work, caller, corrected_by)
    except NotFound:
        message = "There is no such publication."
        raise InvalidInput(message, field="corrected_by") from None
