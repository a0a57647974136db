"""
Tell what the log knows about a person or a publication.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from service.decision.ids import PersonId, PublicationId
from service.decision.powers import Scope
from service.errors import InvalidInput
from service.ledger.entry import EntryKind
from service.records.ledger import StoredLeaf
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.sight import needs_everybody, seen_person
from service.usecases.ports.work import UnitOfWork
from service.usecases.stories.moments import Moment, entry_of, moments_of
from service.usecases.stories.wording import sentence

PUBLICATION_KINDS = (
    EntryKind.PUBLICATION_RECORDED,
    EntryKind.PUBLICATION_RESHARED,
    EntryKind.PUBLICATION_CORRECTED,
    EntryKind.PUBLICATION_TAKEN_DOWN,
)


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
    ) -> tuple[StoryLine, ...]:
        """
        Tell in the order of the log, in *language* or the organisation's first.

        Entries that were erased are left out; entries of the last second may be.

        Raises:
            NotAllowed: The caller lacks `audit`, `people:read` or `reasons`; or asks
                about a publication without seeing the whole organisation.
            InvalidInput: Neither or both are named.
            NotFound: There is no such person or publication for this caller.
        """
        for scope in (Scope.AUDIT, Scope.PEOPLE_READ, Scope.REASONS):
            caller.needs(scope)
        if (person_id is None) == (publication_id is None):
            raise InvalidInput("Name a person or a publication.", field="person_id")
        with self.desk.database.look(caller.organisation_id) as work:
            house = work.organisations.current()
            if person_id is not None:
                seen_person(work, caller, person_id)
                leaves = work.ledger.leaves_about(person_id)
            else:
                needs_everybody(caller)
                leaves = leaves_of_publication(work, PublicationId(str(publication_id)))
            moments = moments_of(work, leaves)
        zone = ZoneInfo(house.time_zone)
        return told(moments, language or house.languages[0], zone)


def told(moments: Sequence[Moment], language: str, zone: ZoneInfo) -> tuple[StoryLine, ...]:
    """
    Put each moment in words.
    """
    return tuple(
        StoryLine(each.index, each.at, each.kind, sentence(each, language, zone))
        for each in moments
    )


def leaves_of_publication(work: UnitOfWork, publication_id: PublicationId) -> list[StoredLeaf]:
    """
    Give what the log tells of a publication, and the check it rests on.

    Raises:
        NotFound: There is no such publication.
    """
    publication = work.publications.get(publication_id)
    wanted = {publication.id, publication.check_id}
    found: dict[int, StoredLeaf] = {}
    about = [work.ledger.leaves_about(each) for each in publication.person_ids[:1]]
    # Nobody is in it: then only the kind finds it.
    others = about or [
        work.ledger.leaves_of_kind(kind) for kind in (*PUBLICATION_KINDS, EntryKind.CHECK_ANSWERED)
    ]
    for leaf in (leaf for leaves in others for leaf in leaves):
        entry = entry_of(leaf)
        if entry is not None and _subject(entry["payload"]) in wanted:
            found[leaf.index] = leaf
    if not found:
        # It was erased with whoever was in it: only its instant finds the leaf.
        at = publication.recorded_at
        for leaf in work.ledger.leaves_between(at, at + timedelta(microseconds=1)):
            found[leaf.index] = leaf
    return [found[index] for index in sorted(found)]


def _subject(payload: dict[str, object]) -> object:
    """
    Name the publication or check that an entry is about.
    """
    for part, name in (("publication", "id"), ("event", "publication_id")):
        inner = payload.get(part)
        if isinstance(inner, dict):
            return inner.get(name)
    return payload.get("check_id")
