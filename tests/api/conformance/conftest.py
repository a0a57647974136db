"""
Ask what a row of the domain asks, through the front door.
"""

from collections.abc import Callable

import pytest

from tests.api.clock import Clock
from tests.api.conformance.interview import Heard, interview
from tests.api.door import Door

Hear = Callable[[int], Heard]


@pytest.fixture
def hear(found_then: Callable[[str], Door], clock: Clock) -> Hear:
    """
    Give what tells a row of the domain to the service, and hears its answers.
    """
    return lambda number: interview(found_then, clock, number)
