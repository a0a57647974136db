"""
Find the registered photo that a page of corrections is about.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from litestar import Request, Response

from service.decision.ids import PhotoId
from service.decision.photos import Depiction
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.photos import PhotoStory
from service.usecases.registry import Registry
from service.web.render import page


@dataclass(frozen=True, slots=True)
class AskedPhoto:
    """
    The photo that is corrected, and by whom.
    """

    request: Request[Any, Caller, Any]
    registry: Registry
    story: PhotoStory

    @property
    def address(self) -> str:
        """
        Give the address of its page.
        """
        return f"/photos/{self.story.photo.id}"

    @property
    def known(self) -> Mapping[str, Depiction]:
        """
        Give who is in it so far.
        """
        return {each.person_id: each for each in self.story.depictions}

    def show(self, template: str, *, fault: str = "", **values: object) -> Response[bytes]:
        """
        Show a step.
        """
        return page(
            self.request,
            template,
            status=422 if fault else 200,
            story=self.story,
            picture=f"{self.address}/picture" if self.story.photo.preview else "",
            fault=fault,
            **values,
        )


def asked_photo(
    request: Request[Any, Caller, Any], registry: Registry, photo_id: str
) -> AskedPhoto:
    """
    Find the photo, for whoever may say something of it.
    """
    request.auth.narrowed(Scope.PHOTOS_WRITE)
    return AskedPhoto(request, registry, registry.photos.get_photo(request.auth, PhotoId(photo_id)))
