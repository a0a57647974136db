"""
Let the registries under test share the processes that read pictures.

Starting one costs as much as reading a dozen photographs, and commands typed in the tests
open and close a registry each.  How readers start, end and are killed is tested in
`tests/fingerprint`, and by the commands that are started as programs of their own.

The same file is read once: what is in it does not change from test to test, and the
stories send a handful of pictures hundreds of times.
"""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

import pytest

from service import outfit
from service.fingerprint.on_demand import PicturesOnDemand
from service.fingerprint.picture import Limits, Picture

_AT_HAND: dict[tuple[int, Limits], "_Kept"] = {}


class _Kept(PicturesOnDemand):
    """
    Readers that stay when one registry closes, and remember what they read.
    """

    def __init__(self, size: int, limits: Limits) -> None:
        super().__init__(size, limits)
        self._known: dict[tuple[bytes, str | None, bool], Picture] = {}

    def read(
        self, data: bytes, *, filename: str | None = None, with_preview: bool = False
    ) -> Picture:
        """
        Read a picture, or remember it; what was refused is read again.
        """
        asked = sha256(data).digest(), filename, with_preview
        if asked not in self._known:
            self._known[asked] = super().read(data, filename=filename, with_preview=with_preview)
        return self._known[asked]

    def close(self) -> None:
        """
        Stay.
        """

    def end(self) -> None:
        """
        End the processes, with all tests.
        """
        super().close()


@contextmanager
def shared_readers() -> Iterator[None]:
    """
    Give whoever is wired in this block the readers of all who have the same settings.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outfit, "PicturesOnDemand", _at_hand)
        yield


def _at_hand(size: int, limits: Limits) -> PicturesOnDemand:
    """
    Give the readers of these limits, and keep them.
    """
    if (size, limits) not in _AT_HAND:
        _AT_HAND[size, limits] = _Kept(size, limits)
        atexit.register(_AT_HAND[size, limits].end)
    return _AT_HAND[size, limits]
