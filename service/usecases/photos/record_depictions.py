"""
Record who is in a photo.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.decision.ids import PersonId, PhotoId
from service.decision.photos import Depiction
from service.decision.powers import Scope
from service.errors import Conflict
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.photos.album import Album, PhotoStory, people_now, story_of
from service.usecases.photos.attest_photo import AttestPhoto
from service.usecases.photos.photo_details import AttestationDetails, check_depictions
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen
from service.usecases.sight.photos import may_on_photo, seen_photo


@dataclass(frozen=True, slots=True)
class RecordDepictions:
    """
    Record who is in a photo.
    """

    desk: Desk
    aftermath: Aftermath
    attest_photo: AttestPhoto

    def __call__(
        self,
        caller: Caller,
        photo_id: PhotoId,
        depictions: Sequence[Depiction],
        depictions_version: int | None = None,
        looked: AttestationDetails | None = None,
    ) -> PhotoStory:
        """
        Record everybody who is in a photo, in place of whoever was named before.

        An attestation was about the people named then, so it no longer holds.  Where the
        photo is live, whoever is new in it, or shown otherwise than was said, and may not
        be shown there so makes a takedown.
        Whoever the caller may not see stays in it.

        Args:
            depictions_version: The set that the caller has seen, so that nobody
                whom somebody else added meanwhile is lost; None does not look.

            looked: That somebody looked at these people; recorded with them, or
                neither is.

        Raises:
            NotAllowed: The caller has no `photos:write` scope.
            NotFound: There is no such photo for this caller.
            InvalidInput: Somebody unknown, somebody twice, or a region outside of
                the picture; or the look cannot be as it is told.
            Conflict: Somebody else named other people meanwhile.
        """
        caller = caller.narrowed(Scope.PHOTOS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            photo = seen_photo(work, caller, photo_id)
            checked = check_depictions(work, caller, depictions)
            before, version = people_now(work, photo_id)
            checked += _out_of_sight(work, caller, before)
            if depictions_version not in {None, version}:
                message = "Somebody else named other people meanwhile: look again."
                raise Conflict(message, field="depictions_version")
            is_new = not version or set(before) != set(checked)
            if not is_new and looked is None:
                return story_of(work, photo)
            if is_new:
                Album(self.desk).depict(work, caller, photo_id, checked, now)
                self.aftermath.of_depictions(work, caller, photo_id, _shown_anew(before, checked))
            if looked is not None:
                self.attest_photo.within(work, caller, photo_id, looked, now)
            story = story_of(work, photo)
            work.commit()
        return story

    def may(self, caller: Caller, photo_id: PhotoId) -> bool:
        """
        Tell whether the caller may say who is in a photo.
        """
        return may_on_photo(self.desk.database, caller, Scope.PHOTOS_WRITE, photo_id)


def _shown_anew(before: Sequence[Depiction], after: Sequence[Depiction]) -> frozenset[PersonId]:
    """
    Give who is shown in a way that nobody had said of them.

    Who was one of a crowd, or in function, may have been asked for nothing.
    """
    said = {(each.person_id, each.visibility, each.in_function) for each in before}
    return frozenset(
        each.person_id
        for each in after
        if (each.person_id, each.visibility, each.in_function) not in said
    )


def _out_of_sight(
    work: UnitOfWork, caller: Caller, depictions: Sequence[Depiction]
) -> tuple[Depiction, ...]:
    """
    Give who is in a photo though the caller cannot know of them.
    """
    people = ((each, work.people.find(each.person_id)) for each in depictions)
    return tuple(each for each, found in people if found is not None and not is_seen(caller, found))
