"""
Fixtures for tests of pictures.
"""

from collections.abc import Iterator

import pytest

from service.fingerprint.picture import Limits
from service.fingerprint.pool import PicturePool


@pytest.fixture(scope="session")
def shared_pool() -> Iterator[PicturePool]:
    """
    Give one pool of two workers to all tests that do not break it.
    """
    with PicturePool(2, Limits()) as pool:
        yield pool
