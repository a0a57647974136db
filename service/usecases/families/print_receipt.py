"""
Print a receipt on one page.
"""

import json
from dataclasses import asdict, dataclass

from service.usecases.ports.typesetting import Typesetter


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    What stands on the page, in the reader's language.
    """

    language: str
    title: str
    lead: str
    head: tuple[str, str]
    lines: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    number: str


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """
    Print a receipt on one page.
    """

    typeset: Typesetter

    def __call__(self, sheet: Sheet) -> bytes:
        """
        Give a tagged PDF (PDF/UA-1), which screen readers can read.

        Raises:
            Unavailable: It could not be made; the page says the same.
        """
        content = json.dumps(asdict(sheet), ensure_ascii=False)
        (made,) = self.typeset("receipt", [{"content": content}])
        return made
