"""
Bring the evidence of every photo up to the program.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from service.decision.ids import PhotoId
from service.decision.powers import Scope
from service.errors import BadImage
from service.ledger.entry import EntryKind
from service.records.photos import FingerprintRecord, whole_of
from service.usecases.caller import Caller
from service.usecases.checks.looking import Rules
from service.usecases.desk import Desk
from service.usecases.ports.services import PictureReader

PAGE = 100
"""Photos looked for at once; each is written by itself."""


class Renewal(Enum):
    """
    Name what became of one photo.
    """

    MADE = "made"
    NEEDLESS = "needless"
    """Somebody else renewed or erased it meanwhile."""
    UNREAD = "unread"
    """Its preview cannot be read."""


@dataclass(frozen=True, slots=True)
class Progress:
    """
    How far it is: one photo more, and what became of it.
    """

    done: int
    total: int
    photo_id: PhotoId
    renewal: Renewal


@dataclass(frozen=True, slots=True)
class RefingerprintPhotos:
    """
    Make anew what photos are found by, where it is of an earlier kind.

    It is made of the preview: the original was never kept.  A photo without a preview
    stays as it is.
    """

    desk: Desk
    pictures: PictureReader
    rules: Rules

    def __call__(self, caller: Caller) -> Iterator[Progress]:
        """
        Renew one photo after the other, each in a transaction of its own.

        Checks go on meanwhile.  Interrupted, it goes on where it stopped when it is
        called again.

        Raises:
            NotAllowed: The caller has no `photos:write` scope.
            Busy: Every picture worker is occupied.
        """
        caller.needs(Scope.PHOTOS_WRITE)
        done, after = 0, ""
        with self.desk.database.look(caller.organisation_id) as work:
            total = work.outdated_photos.count(self.rules.recipes)
        while photo_ids := self._page(caller, after):
            for after in photo_ids:
                done += 1
                yield Progress(done, max(total, done), after, self._renew(caller, after))

    def count(self, caller: Caller) -> int:
        """
        Count the photos and stills whose evidence is of an earlier kind.

        Raises:
            NotAllowed: The caller has no `photos:read` scope.
        """
        caller.needs(Scope.PHOTOS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.outdated_photos.count(self.rules.recipes)

    def _page(self, caller: Caller, after: str) -> list[PhotoId]:
        with self.desk.database.look(caller.organisation_id) as work:
            return list(work.outdated_photos.page(self.rules.recipes, after, PAGE))

    def _renew(self, caller: Caller, photo_id: PhotoId) -> Renewal:
        """
        Read the preview of one photo, and write what it is found by.
        """
        with self.desk.database.look(caller.organisation_id) as work:
            preview = work.outdated_photos.preview(photo_id)
        if preview is None:
            return Renewal.NEEDLESS
        try:
            read = self.pictures.read(preview, with_preview=True)
        except BadImage:
            return Renewal.UNREAD
        made = read.fingerprint
        with self.desk.database.begin(caller.organisation_id) as work:
            is_renewed = work.outdated_photos.renew(
                photo_id,
                FingerprintRecord(made.algorithm, made.version, made.bits),
                self.rules.features_of(read),
            )
            if is_renewed:
                kind = EntryKind.PHOTO_REFINGERPRINTED
                payload = {"photo_id": whole_of(photo_id)[0], "part": photo_id}
                self.desk.record.append(work, caller, kind, self.desk.clock(), payload)
                work.commit()
        return Renewal.MADE if is_renewed else Renewal.NEEDLESS
