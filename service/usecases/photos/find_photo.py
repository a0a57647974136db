"""
Find the photo that a file is.
"""

from dataclasses import dataclass
from hashlib import sha256

from service.decision.ids import PhotoId
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class FindPhoto:
    """
    Find the photo that a file is, by its bytes alone.

    For whoever registers a folder anew: nothing is decoded, so what is known is
    passed over at the speed of reading.
    """

    desk: Desk

    def __call__(self, caller: Caller, content: bytes) -> PhotoId | None:
        """
        Give the photo registered from these very bytes, if there is one.

        Raises:
            NotAllowed: The caller has no `photos:read` scope.
        """
        caller = caller.narrowed(Scope.PHOTOS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return next(iter(work.photos.with_bytes(sha256(content).digest())), None)
