"""
List photos.
"""

from dataclasses import dataclass, replace

from service.decision.ids import PhotoId
from service.decision.powers import Scope
from service.records.paging import MAX_PAGE, Listing, Page
from service.records.photos import PhotoRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.sight.photos import PhotoSight


@dataclass(frozen=True, slots=True)
class ListPhotos:
    """
    List photos.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[PhotoRecord]:
        """
        Give one page of photos, without who is in them.

        Whoever works for some units sees what has to do with these.

        Raises:
            NotAllowed: The caller has no `photos:read` scope.
        """
        caller = caller.narrowed(Scope.PHOTOS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            if caller.actor.unit_ids is None:
                return work.photos.list_page(page)
            return _seen(PhotoSight(work, caller), page)


def _seen(sight: PhotoSight, page: Page) -> Listing[PhotoRecord]:
    """
    Fill a page with photos in sight, without reading those that are not.
    """
    limit, photos = max(1, min(page.limit, MAX_PAGE)), sight.work.photos
    found: list[PhotoId] = []
    asked: Page | None = replace(page, limit=MAX_PAGE)
    while asked is not None and len(found) <= limit:
        owners = photos.list_owners(asked)
        seen = (each for each in owners.items if sight.sees(each))
        found += [each.photo_id for each in seen]
        asked = replace(asked, after=owners.next_after) if owners.next_after else None
    shown = found[:limit]
    return Listing(tuple(map(photos.get, shown)), shown[-1] if len(found) > limit else None)
