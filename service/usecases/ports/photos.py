"""
Ask for registered photos.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from service.decision.ids import ActorId, PersonId, PhotoId
from service.records.paging import Listing, Page, Versioned
from service.records.photos import (
    AttestationRecord,
    DepictionSet,
    FingerprintRecord,
    Likeness,
    PhotoOwners,
    PhotoRecord,
    Recipe,
    RightsRecord,
    ViewsRecord,
)
from service.usecases.ports.versions import Versions


class PhotoTitles(Protocol):
    """
    What photos were called later.
    """

    def add(self, photo_id: PhotoId, title: str, at: datetime, by: ActorId) -> int:
        """
        Write what a photo is called from now on; give the number of that title.
        """
        ...

    def history(self, photo_id: PhotoId) -> Sequence[Versioned[str]]:
        """
        Give every later title, oldest first.
        """
        ...


class PhotoWords(Protocol):
    """
    What is written in registered documents.
    """

    def of(self, photo_ids: Collection[PhotoId]) -> Mapping[PhotoId, str | None]:
        """
        Give what is written in each document; None: nobody knows.

        Nothing of those photos that are none.
        """
        ...

    def forget(
        self,
        person_ids: Sequence[str],
        are_traces: Callable[[str], bool],
        are_named: Callable[[str], bool],
        at: datetime,
    ) -> int:
        """
        Destroy the words that name people, and give of how many documents.

        Comes before whatever else an erasure destroys.

        Args:
            are_traces: Tells whether words name them in any way: of documents that
                involve them.

            are_named: Tells whether words have a whole name of theirs: of any other.
        """
        ...


class Photos(Protocol):
    """
    Registered photos and what is said of them.
    """

    @property
    def depictions(self) -> Versions[DepictionSet]:
        """
        Reach who is in each photo.
        """
        ...

    @property
    def rights(self) -> Versions[RightsRecord]:
        """
        Reach whose each photo is.
        """
        ...

    @property
    def titles(self) -> PhotoTitles:
        """
        Reach what each photo was called later.
        """
        ...

    @property
    def words(self) -> PhotoWords:
        """
        Reach what is written in documents.
        """
        ...

    def add(self, photo: PhotoRecord, at: datetime, by: ActorId) -> None:
        """
        Write a photo; its fingerprint is found by the very next check anywhere.
        """
        ...

    def get(self, photo_id: PhotoId) -> PhotoRecord:
        """
        Give one photo.

        Raises:
            NotFound: There is none.
        """
        ...

    def parts_of(self, photo_id: PhotoId) -> Sequence[PhotoRecord]:
        """
        Give what a photo is found by: its stills, or else itself.

        Nothing where there is no such photo.
        """
        ...

    def list_page(self, page: Page) -> Listing[PhotoRecord]:
        """
        Give one page of photos.
        """
        ...

    def owners_of(self, photo_id: PhotoId) -> PhotoOwners:
        """
        Give whom a photo has to do with.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_owners(self, page: Page) -> Listing[PhotoOwners]:
        """
        Give whom photos have to do with, a page of them, in the same order.
        """
        ...

    def with_bytes(self, digest: bytes) -> Sequence[PhotoId]:
        """
        Give the photos that are this very file.
        """
        ...

    def with_pixels(self, digest: bytes) -> Sequence[PhotoId]:
        """
        Give the photos that show these very pixels.
        """
        ...

    def near(
        self, probes: Sequence[FingerprintRecord], radius_bits: int
    ) -> Sequence[tuple[PhotoId, int]]:
        """
        Give photos within *radius_bits* of any probe, nearest first.

        Never stale: what another worker registered a moment ago is found.
        """
        ...

    def last_change(self) -> str:
        """
        Give a mark of the last change of what photos are found by.

        It is the same only as long as nothing changed.
        """
        ...

    def alike(self, views: ViewsRecord, limit: int) -> Sequence[PhotoId]:
        """
        Give photos that share parts with a picture, the likeliest first.

        They are worth comparing, no more; as little stale as `near`.
        """
        ...

    def likenesses(self, photo_ids: Sequence[PhotoId], made: Recipe) -> Mapping[PhotoId, Likeness]:
        """
        Give what is kept of photos to lay a picture over them.

        Without those of which nothing is kept, or nothing of this recipe.
        """
        ...

    def recent_people(self, photos: int) -> Sequence[PersonId]:
        """
        Give who is in the photos registered last, the latest first, each once.
        """
        ...

    def attest(self, record: AttestationRecord) -> None:
        """
        Append an attestation.
        """
        ...

    def last_attestation(self, photo_id: PhotoId) -> AttestationRecord | None:
        """
        Give the latest attestation of a photo.
        """
        ...

    def erase(self, photo_id: PhotoId) -> None:
        """
        Destroy digests, fingerprint and preview; keep that the id existed.
        """
        ...
