"""
Record whose photo it is, and under what terms.
"""

from dataclasses import dataclass

from service.decision.ids import PhotoId
from service.decision.photos import Rights
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.photos.album import Album, PhotoStory, story_of
from service.usecases.photos.photo_details import checked_rights
from service.usecases.sight.photos import seen_photo


@dataclass(frozen=True, slots=True)
class RecordRights:
    """
    Record whose photo it is, and under what terms.
    """

    desk: Desk

    def __call__(self, caller: Caller, photo_id: PhotoId, rights: Rights) -> PhotoStory:
        """
        Record creator, licence, credit line and embargo, in place of earlier ones.

        Raises:
            NotAllowed: The caller has no `photos:write` scope.
            NotFound: There is no such photo for this caller.
            InvalidInput: Unusable words, or a channel that does not exist.
            ImpossibleDates: The licence ends before it begins.
        """
        caller = caller.narrowed(Scope.PHOTOS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            photo = seen_photo(work, caller, photo_id)
            checked = checked_rights(work, rights)
            before = work.photos.rights.find(photo_id)
            if before is not None and before.rights == checked:
                return story_of(work, photo)
            Album(self.desk).license(work, caller, photo_id, checked, now)
            story = story_of(work, photo)
            work.commit()
        return story
