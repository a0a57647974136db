"""
How messages to other programs leave.
"""

from dataclasses import dataclass, field
from pathlib import Path

from service.settings.places import are_places, places
from service.settings.reading import must_if_said


@dataclass(frozen=True)
class HookSettings:
    """
    When hooks are told, and what they may reach (threat T21).
    """

    hooks_interval_seconds: float = 2.0
    """`OBSTAT_HOOKS_INTERVAL_SECONDS`: pause between two looks for messages to hooks."""
    hooks_kept_days: int = 30
    """`OBSTAT_HOOKS_KEPT_DAYS`: how long it is kept what was sent to hooks."""
    hooks_inside: str = field(
        default="",
        metadata=must_if_said(are_places, "must be HOST or HOST:PORT, with commas between"),
    )
    """`OBSTAT_HOOKS_INSIDE`: hosts inside that hooks may reach, HOST or HOST:PORT, commas."""
    hooks_ca_file: Path | None = None
    """`OBSTAT_HOOKS_CA_FILE`: who vouches for hooks, beside whom this machine trusts."""

    @property
    def hooks_inside_places(self) -> frozenset[tuple[str, int]]:
        """
        Give the hosts and ports inside that hooks may reach.
        """
        return places(self.hooks_inside)
