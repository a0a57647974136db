"""
Show the registered photo that a picture was recognised as.
"""

from dataclasses import dataclass

from service.decision.ids import CheckId, PhotoId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.activity import CheckRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.services import PictureReader
from service.usecases.previews import PREVIEW


@dataclass(frozen=True, slots=True)
class GetSeenPhoto:
    """
    Show what a picture of one's own check was compared with.

    A checker reads no photos; but whoever is told that a picture resembles another must
    be able to lay the two side by side.  It shows one photo of one's own check, small,
    and says neither who is in it nor where it was published.
    """

    desk: Desk
    pictures: PictureReader

    def __call__(self, caller: Caller, check_id: CheckId, photo_id: PhotoId) -> bytes:
        """
        Give a small JPEG without metadata.

        Raises:
            NotAllowed: The caller may not check.
            NotFound: It is not the caller's check, the photo was not found by it, is
                erased, or has no preview: all alike.
            Busy: Every picture worker is occupied.
        """
        caller.needs(Scope.CHECKS)
        with self.desk.database.look(caller.organisation_id) as work:
            check = work.checks.get(check_id)
            if check.actor_id != caller.actor.id or photo_id not in _found_by(check):
                raise NotFound("There is no such picture.")
            kept = work.photos.get(photo_id).preview
        if kept is None:
            raise NotFound("There is no such picture.")
        return self.pictures.develop(kept, PREVIEW).content


def _found_by(check: CheckRecord) -> set[str]:
    """
    Give every photo that a check found.
    """
    pictures = check.outcome["pictures"]
    found = {each["photo_id"] for each in pictures if each["photo_id"] is not None}
    return found | {like["photo_id"] for each in pictures for like in each["resembles"]}
