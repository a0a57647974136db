"""
Correct what a photo is called.
"""

from dataclasses import dataclass, replace

from service.decision.ids import PhotoId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.photos.album import PhotoStory, story_of
from service.usecases.sight.photos import seen_photo


@dataclass(frozen=True, slots=True)
class CorrectTitle:
    """
    Correct what a photo is called.
    """

    desk: Desk

    def __call__(self, caller: Caller, photo_id: PhotoId, title: str) -> PhotoStory:
        """
        Call a photo something else from now on; earlier titles stay on record.

        The line of the log says that there is another title, not which: an erasure
        has to find words in one place only.

        Raises:
            NotAllowed: The caller has no `photos:write` scope.
            NotFound: There is no such photo for this caller.
            InvalidInput: The title is no text, or too long.
        """
        caller = caller.narrowed(Scope.PHOTOS_WRITE)
        checked = text.line(title, "title", required=False)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            photo = seen_photo(work, caller, photo_id)
            if photo.title == checked:
                return story_of(work, photo)
            version = work.photos.titles.add(photo_id, checked, now, caller.actor.id)
            payload = {"photo_id": photo_id, "version": version}
            kind = EntryKind.PHOTO_TITLE_CORRECTED
            self.desk.record.append(work, caller, kind, now, payload)
            story = story_of(work, replace(photo, title=checked))
            work.commit()
        return story
