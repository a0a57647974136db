"""
Hold what a benchmark found: a ratio against a named rival of the same run.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """
    Ours against a rival, and what the project promised.
    """

    name: str
    ours: str
    rival: str
    ratio: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def promise(self) -> str:
        """
        Say what was promised and whether it is kept.
        """
        if self.at_least is not None:
            return f">= {self.at_least:g} {'kept' if self.ratio >= self.at_least else 'BROKEN'}"
        if self.at_most is not None:
            return f"<= {self.at_most:g} {'kept' if self.ratio <= self.at_most else 'BROKEN'}"
        return ""


def table(ratios: Sequence[Ratio]) -> str:
    """
    Give one table of ratios, as text.
    """
    rows = [("what", "ours", "rival", "ratio", "promise")]
    rows += [
        (each.name, each.ours, each.rival, f"{each.ratio:.2f}", each.promise) for each in ratios
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    return "\n".join(line.rstrip() for line in lines)
