"""
Tell what the log knows about a person, a publication or a photo.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from service.decision.ids import PersonId, PhotoId, PublicationId
from service.decision.powers import Scope
from service.errors import InvalidInput
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.sight.people import needs_everybody, seen_person
from service.usecases.stories.moments import Moment, moments_of
from service.usecases.stories.naming import RecordName, record_of
from service.usecases.stories.of_photo import leaves_of_photo
from service.usecases.stories.of_publication import leaves_of_publication
from service.usecases.stories.wording import sentence


@dataclass(frozen=True, slots=True)
class StoryLine:
    """
    One moment in one sentence.
    """

    index: int
    """The place in the log; an export proves it."""
    at: datetime
    kind: str
    sentence: str
    record: RecordName | None = None
    """What can be opened to read more."""


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """
    From which instant a story is looked at; none is now.
    """

    as_of: datetime | None = None
    """Tell what had happened by then, also where we learned it later."""
    known_at: datetime | None = None
    """Tell what was recorded by then, also where it speaks of earlier."""

    def shows(self, moment: Moment) -> bool:
        """
        Tell whether a moment is part of the story, looked at from there.
        """
        has_happened = self.as_of is None or moment.speaks_of <= self.as_of
        return has_happened and (self.known_at is None or moment.at <= self.known_at)


NOW = Viewpoint()


@dataclass(frozen=True, slots=True)
class ShowStory:
    """
    Tell what the log knows.
    """

    desk: Desk

    def __call__(
        self,
        caller: Caller,
        person_id: PersonId | None = None,
        publication_id: PublicationId | None = None,
        language: str = "",
        viewpoint: Viewpoint = NOW,
        photo_id: PhotoId | None = None,
    ) -> tuple[StoryLine, ...]:
        """
        Tell in the order of the log, in *language* or the organisation's first.

        Entries that were erased are left out; entries of the last second may be.

        Raises:
            NotAllowed: The caller lacks `audit`, `people:read` or `reasons`; or asks
                about a publication or photo without seeing the whole organisation.
            InvalidInput: None or several are named.
            NotFound: There is no such person, publication or photo for this caller.
        """
        for scope in (Scope.AUDIT, Scope.PEOPLE_READ, Scope.REASONS):
            caller.needs(scope)
        if 1 != sum(each is not None for each in (person_id, publication_id, photo_id)):
            raise InvalidInput("Name a person, a publication or a photo.", field="person_id")
        with self.desk.database.look(caller.organisation_id) as work:
            house = work.organisations.current()
            if person_id is not None:
                seen_person(work, caller, person_id)
                leaves = work.ledger.leaves_about(person_id)
            elif photo_id is not None:
                needs_everybody(caller)
                leaves = leaves_of_photo(work, photo_id)
            else:
                needs_everybody(caller)
                leaves = leaves_of_publication(work, PublicationId(str(publication_id)))
            moments = moments_of(work, leaves)
        zone = ZoneInfo(house.time_zone)
        moments = tuple(each for each in moments if viewpoint.shows(each))
        return told(moments, language or house.languages[0], zone)


def told(moments: Sequence[Moment], language: str, zone: ZoneInfo) -> tuple[StoryLine, ...]:
    """
    Put each moment in words.
    """
    return tuple(
        StoryLine(each.index, each.at, each.kind, sentence(each, language, zone), record_of(each))
        for each in moments
    )
