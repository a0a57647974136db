"""
Give one photo.
"""

from dataclasses import dataclass

from service.decision.ids import PhotoId
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.photos.album import PhotoStory, story_of
from service.usecases.sight.photos import seen_photo


@dataclass(frozen=True, slots=True)
class GetPhoto:
    """
    Give one photo.
    """

    desk: Desk

    def __call__(self, caller: Caller, photo_id: PhotoId) -> PhotoStory:
        """
        Give a photo with everything said of it, as it is now.

        Raises:
            NotAllowed: The caller has no `photos:read` scope.
            NotFound: There is no such photo.
        """
        caller = caller.narrowed(Scope.PHOTOS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return story_of(work, seen_photo(work, caller, photo_id))
