"""
Attest that somebody looked at a photo.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PhotoId
from service.decision.powers import Scope
from service.errors import Conflict
from service.records.photos import AttestationRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.photos.album import Album, PhotoStory, people_in, people_now, story_of
from service.usecases.photos.photo_details import AttestationDetails
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall
from service.usecases.sight.photos import seen_photo


@dataclass(frozen=True, slots=True)
class AttestPhoto:
    """
    Attest that somebody looked at a photo.
    """

    desk: Desk
    aftermath: Aftermath

    def __call__(
        self, caller: Caller, photo_id: PhotoId, details: AttestationDetails
    ) -> PhotoStory:
        """
        Record: these are all the recognisable people, or somebody else is visible.

        Photos that were compared side by side and show other people raise no doubt
        any more.  Where the photo is live and nobody says any longer that the people
        around were told, whoever needed no other leave for that comes down.

        Raises:
            NotAllowed: The caller has no `photos:write` scope.
            NotFound: There is no such photo for this caller.
            InvalidInput: A compared photo does not exist.
            Conflict: Other people were named since the caller looked, or somebody
                looked again since the idempotency key was used.
        """
        caller = caller.narrowed(Scope.PHOTOS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            photo = seen_photo(work, caller, photo_id)
            if made_before := recall(work, caller):
                return _still_last(story_of(work, photo), made_before)
            record = self.within(work, caller, photo_id, details, now)
            keep(work, caller, record.attestation.id, now)
            story = story_of(work, photo)
            work.commit()
        return story

    def within(
        self,
        work: UnitOfWork,
        caller: Caller,
        photo_id: PhotoId,
        details: AttestationDetails,
        now: datetime,
    ) -> AttestationRecord:
        """
        Do so in an open unit of work, for a photo that the caller sees.

        Raises:
            InvalidInput: As above.
            Conflict: As above.
        """
        record = Album(self.desk).attest(work, caller, photo_id, details, now)
        if not details.informed:
            depictions, _ = people_now(work, photo_id)
            self.aftermath.of_depictions(work, caller, photo_id, people_in(depictions))
        return record


def _still_last(story: PhotoStory, attestation_id: str) -> PhotoStory:
    """
    Give a photo on which an idempotency key spoke the last word.

    Raises:
        Conflict: Somebody looked again since: who says once more that a stranger is
            visible is not to be thanked for nothing.
    """
    last = story.attestation
    if last is None or last.attestation.id != attestation_id:
        message = "Somebody looked again since this key was used: send it under another key."
        raise Conflict(message)
    return story
