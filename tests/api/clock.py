"""
Give the service another time, so that what happened earlier can be told in order.
"""

from datetime import UTC, datetime


class Clock:
    """
    Stand at the instant that a test sets.
    """

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """
        Give that instant.
        """
        return self.at.astimezone(UTC)
