"""
Ask for PDF files.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol


class Typesetter(Protocol):
    """
    Make PDF files where a mistake in content can do no harm.
    """

    def __call__(self, template: str, sheets: Sequence[Mapping[str, str]]) -> list[bytes]:
        """
        Give a PDF for each of *sheets*, whose values the *template* reads.

        Raises:
            Unavailable: It failed, or took too long.
        """
        ...
