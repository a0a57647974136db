"""
Ask for the clock, identifiers, secrets and the reading of pictures.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from service.usecases.ports.claims import ClaimsLike
from service.usecases.ports.comparing import ComparisonLike, ToCompare
from service.usecases.ports.developing import DevelopedLike, Order
from service.usecases.ports.paper import PaperReader


class Clock(Protocol):
    """
    Tell the time; the only source of it.
    """

    def __call__(self) -> datetime:
        """
        Give the present instant, in UTC.
        """
        ...


class NewId(Protocol):
    """
    Make identifiers that grow with time and are never used twice.
    """

    def __call__(self) -> str:
        """
        Give a new identifier.
        """
        ...


class Token(Protocol):
    """
    Make and recognise secrets.
    """

    def issue(self) -> str:
        """
        Give a new secret of at least 128 random bits, safe in a header.
        """
        ...

    def digest(self, secret: str) -> bytes:
        """
        Give what may be stored of a secret.
        """
        ...

    def matches(self, secret: str, digest: bytes) -> bool:
        """
        Compare in constant time.
        """
        ...


class FingerprintLike(Protocol):
    """
    A fingerprint as the picture reader gives it.
    """

    @property
    def algorithm(self) -> str:
        """
        Name the algorithm.
        """
        ...

    @property
    def version(self) -> int:
        """
        Give its version.
        """
        ...

    @property
    def bits(self) -> bytes:
        """
        Give the bits.
        """
        ...


class PictureLike(Protocol):
    """
    What the picture reader learned from some bytes.
    """

    @property
    def format(self) -> str:
        """
        Name the format found, not the one claimed.
        """
        ...

    @property
    def width_px(self) -> int:
        """
        Give the upright width.
        """
        ...

    @property
    def height_px(self) -> int:
        """
        Give the upright height.
        """
        ...

    @property
    def digest_bytes(self) -> bytes:
        """
        Give the SHA-256 of the file.
        """
        ...

    @property
    def digest_pixels(self) -> bytes:
        """
        Give the digest of the upright pixels.
        """
        ...

    @property
    def fingerprint(self) -> FingerprintLike:
        """
        Give the upright fingerprint.
        """
        ...

    @property
    def probes(self) -> Sequence[FingerprintLike]:
        """
        Give the fingerprints of all eight orientations.
        """
        ...

    @property
    def preview_jpeg(self) -> bytes | None:
        """
        Give a small copy without metadata, if it was asked for.
        """
        ...

    @property
    def features(self) -> bytes:
        """
        Give what is kept to lay other pictures over it, if it has a preview.
        """
        ...

    @property
    def sketch(self) -> bytes:
        """
        Give what is held in memory of the features.
        """
        ...

    @property
    def views(self) -> bytes:
        """
        Give the features in each way it may be shown, to look for it.
        """
        ...

    @property
    def textureless(self) -> bool:
        """
        Tell whether there is too little to recognise.
        """
        ...

    @property
    def notes(self) -> Sequence[str]:
        """
        Say what was left out, such as `first_frame_only`.
        """
        ...

    @property
    def stills(self) -> Sequence["PictureLike"]:
        """
        Give the moments of a clip or the pages of a document; else none.
        """
        ...

    @property
    def at_seconds(self) -> int | None:
        """
        Give when in its clip a still is seen.
        """
        ...

    @property
    def page(self) -> int | None:
        """
        Give on which page of its document a still is seen, from 1.
        """
        ...

    @property
    def words(self) -> str:
        """
        Give what is written on a whole page of a document; else nothing.

        U+FFFC stands where something is shown and nobody can say which words.
        """
        ...

    @property
    def claims(self) -> ClaimsLike:
        """
        Give what the file says of itself.
        """
        ...


class PictureReader(PaperReader, Protocol):
    """
    Read pictures under limits, where a hostile file can do no harm.
    """

    def read(
        self, data: bytes, *, filename: str | None = None, with_preview: bool = False
    ) -> PictureLike:
        """
        Decode and fingerprint; with a preview, find its features too.

        Raises:
            BadImage: It is not a picture that can be trusted.
            Busy: Every worker is occupied for too long.
        """
        ...

    def compare(
        self, preview_jpeg: bytes, views: bytes, registered: Sequence[ToCompare]
    ) -> Sequence[ComparisonLike]:
        """
        Compare a picture with each of several *registered* ones.

        Raises:
            BadImage: What is given is not what `read` gave.
            Busy: Every worker is occupied for too long.
        """
        ...

    def develop(self, data: bytes, order: Order, *, filename: str | None = None) -> DevelopedLike:
        """
        Make another picture of one; only its pixels come along.

        Raises:
            BadImage: It is not a picture that can be trusted.
            Busy: Every worker is occupied for too long.
        """
        ...
