"""
Let the registries under test share the processes that read pictures.

Starting one costs as much as reading a dozen photographs, and commands typed in the tests
open and close a registry each.  How readers start, end and are killed is tested in
`tests/fingerprint`, and by the commands that are started as programs of their own.
"""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from service import outfit
from service.fingerprint.on_demand import PicturesOnDemand
from service.fingerprint.picture import Limits

_AT_HAND: dict[tuple[int, Limits], "_Kept"] = {}


class _Kept(PicturesOnDemand):
    """
    Readers that stay when one registry closes, for the next.
    """

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
