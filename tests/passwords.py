"""
Let a registry under test hash passwords with the least work.

How much work a thief has is tested in `tests/access`; here each sign-in would cost a fifth
of a second of processor time, hundreds of times.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from argon2.profiles import CHEAPEST

from service.access import passwords


@contextmanager
def hashed_quickly() -> Iterator[None]:
    """
    Give whoever is wired in this block the cheapest parameters of Argon2.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "RFC_9106_LOW_MEMORY", CHEAPEST)
        yield
