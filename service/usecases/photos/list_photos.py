"""
List photos.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.paging import Listing, Page
from service.records.photos import PhotoRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class ListPhotos:
    """
    List photos.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[PhotoRecord]:
        """
        Give one page of photos, without who is in them.

        Raises:
            NotAllowed: The caller has no `photos:read` scope.
        """
        caller.needs(Scope.PHOTOS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.photos.list_page(page)
