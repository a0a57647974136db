"""
Keep the list of what an export leaves out, and why.
"""

from collections import Counter
from dataclasses import dataclass, field

from service.ledger.canonical import Plain
from service.records.ledger import StoredLeaf


@dataclass(slots=True)
class Withheld:
    """
    What was left out, and why.
    """

    found: list[dict[str, Plain]] = field(default_factory=list)

    def note(self, what: str, which: str, reason: str) -> None:
        """
        Note one thing that was left out.
        """
        self.found.append({"reason": reason, "what": what, "which": which})

    def note_entry(self, leaf: StoredLeaf) -> None:
        """
        Note an entry that is handed out as a commitment alone.
        """
        reason = "erased" if leaf.entry is None else "other_people"
        self.note("entry", str(leaf.index), reason)

    def counted(self) -> list[tuple[str, str, int]]:
        """
        Give what, why and how many, in a fixed order.
        """
        counts = Counter((str(each["what"]), str(each["reason"])) for each in self.found)
        return [(what, reason, count) for (what, reason), count in sorted(counts.items())]
