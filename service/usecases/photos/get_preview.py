"""
Give what a registered photo looks like.
"""

from dataclasses import dataclass

from service.decision.ids import PhotoId, ProposalId
from service.decision.powers import Scope
from service.errors import NotFound
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.services import PictureReader
from service.usecases.previews import PREVIEW
from service.usecases.proposals.steps import seen_proposal
from service.usecases.sight.photos import seen_photo


@dataclass(frozen=True, slots=True)
class GetPreview:
    """
    Give what a registered photo looks like.
    """

    desk: Desk
    pictures: PictureReader

    def __call__(self, caller: Caller, photo_id: PhotoId) -> bytes:
        """
        Give a small JPEG without metadata, for pages alone.

        Written anew, smaller than what is kept: what photos are recognised by cannot
        be computed from it again to the last bit (threat T16).

        Raises:
            NotAllowed: The caller has no `photos:read` scope.
            NotFound: There is no such photo, or no preview of it.
            Busy: Every picture worker is occupied.
        """
        caller = caller.narrowed(Scope.PHOTOS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            kept = seen_photo(work, caller, photo_id).preview
        return self._small(kept)

    def of_proposal(self, caller: Caller, proposal_id: ProposalId, photo_id: PhotoId) -> bytes:
        """
        Give a photo of a proposal that the caller decides on, whoever is in it.

        Nobody approves what they cannot look at.

        Raises:
            NotAllowed: The caller has no `photos:read` scope.
            NotFound: There is no such proposal for this caller, or no preview of it.
            Busy: Every picture worker is occupied.
        """
        caller.narrowed(Scope.PHOTOS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            story = seen_proposal(work, caller, proposal_id)
            if photo_id not in story.proposal.photo_ids:
                raise NotFound("There is no such photo.")
            kept = work.photos.get(photo_id).preview
        return self._small(kept)

    def _small(self, kept: bytes | None) -> bytes:
        if kept is None:
            raise NotFound("There is no preview of this photo.")
        return self.pictures.develop(kept, PREVIEW).content
