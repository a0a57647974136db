"""
Cover regions of a picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.decision.photos import Cover
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.checks.question import Upload
from service.usecases.photos.photo_details import check_covers
from service.usecases.ports.developing import DevelopedLike, Order
from service.usecases.ports.services import PictureReader

QUALITY = 92


@dataclass(frozen=True, slots=True)
class CoverPicture:
    """
    Cover regions of a picture.
    """

    pictures: PictureReader

    def __call__(self, caller: Caller, upload: Upload, covers: Sequence[Cover]) -> DevelopedLike:
        """
        Give the picture with regions cut to, pixelated or filled; nothing is kept.

        A blur is a suggestion: a human looks whether anybody is recognisable, and
        registers the result as a photo of its own.

        Raises:
            NotAllowed: The caller has no `checks` scope.
            InvalidInput: Nothing is covered, or what is no region.
            BadImage: It is not one picture that can be trusted.
            Busy: Every picture worker is occupied.
        """
        caller.needs(Scope.CHECKS)
        order = Order(check_covers(covers, "covers"), quality=QUALITY, still_only=True)
        return self.pictures.develop(upload.content, order, filename=upload.filename)
