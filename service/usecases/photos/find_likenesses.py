"""
Find the photos that a picture resembles, and who may be in it.
"""

from dataclasses import dataclass, field, replace

from service.decision.ids import PersonId, PhotoId
from service.decision.powers import Scope
from service.decision.terms import MatchClass
from service.errors import NotFound
from service.records.photos import PhotoRecord
from service.usecases.caller import Caller
from service.usecases.checks.looking import Looker
from service.usecases.checks.question import Upload
from service.usecases.checks.recognise import recognise
from service.usecases.desk import Desk
from service.usecases.photos.file_claims import FileClaims, claims_in
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person
from service.usecases.sight.photos import seen_photo

MOST = 12
"""A burst has a few frames; more are nobody's work to compare."""


@dataclass(frozen=True, slots=True)
class Likenesses:
    """
    The photos a picture resembles, closest first, and who is in them.
    """

    matches: tuple[tuple[PhotoId, MatchClass], ...] = ()
    person_ids: tuple[PersonId, ...] = ()
    """Suggested: each is confirmed by whoever looks."""
    claims: FileClaims = field(default_factory=FileClaims)
    """What the file says of itself, to whoever sent it."""


@dataclass(frozen=True, slots=True)
class FindLikenesses:
    """
    Find the photos that a picture resembles, and who may be in it.
    """

    desk: Desk
    look: Looker

    def __call__(self, caller: Caller, upload: Upload) -> Likenesses:
        """
        Suggest the people of a burst's other frames, as far as the caller may see them.

        Raises:
            NotAllowed: The caller has no `photos:write` scope.
            BadImage: It is not a picture that can be trusted.
            Busy: Every picture worker is occupied.
        """
        caller = caller.narrowed(Scope.PHOTOS_WRITE)
        [seen] = self.look(caller.organisation_id, [upload])
        with self.desk.database.look(caller.organisation_id) as work:
            matches = recognise(work, seen, self.look.rules).matches[:MOST]
            people = dict.fromkeys(
                each.person_id
                for photo_id, _ in matches
                if (found := work.photos.depictions.find(photo_id)) is not None
                for each in found.depictions
            )
            return Likenesses(
                matches,
                tuple(each for each in people if _may(work, caller, each)),
                claims_in(work, caller, seen.read),
            )

    def of_photo(self, caller: Caller, photo_id: PhotoId) -> Likenesses:
        """
        Find the photos that a registered one resembles, by its preview.

        What it was made of, or was made of it, is no likeness: the rules know of those.

        Raises:
            NotAllowed: The caller has no `photos:write` scope.
            NotFound: There is no such photo.
            Busy: Every picture worker is occupied.
        """
        caller = caller.narrowed(Scope.PHOTOS_WRITE)
        with self.desk.database.look(caller.organisation_id) as work:
            photo = seen_photo(work, caller, photo_id)
        if photo.preview is None:
            return Likenesses()
        found = self(caller, Upload(photo.preview))
        with self.desk.database.look(caller.organisation_id) as work:
            others = [work.photos.get(each) for each, _ in found.matches if each != photo_id]
        strange = {each.id for each in others if not _are_kin(photo, each)}
        return replace(found, matches=tuple(each for each in found.matches if each[0] in strange))


def _are_kin(one: PhotoRecord, other: PhotoRecord) -> bool:
    """
    Tell whether one of two photos was made of the other.
    """
    return any(
        each.lineage is not None and than.id in each.lineage.ancestor_ids
        for each, than in ((one, other), (other, one))
    )


def _may(work: UnitOfWork, caller: Caller, person_id: PersonId) -> bool:
    """
    Tell whether the caller may know of somebody.
    """
    try:
        seen_person(work, caller, person_id)
    except NotFound:
        return False
    return True
