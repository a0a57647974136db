"""
List who took what out of the registry.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.ledger import StoredLeaf
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.sight import needs_everybody

MOST = 200
"""The latest; the log has them all."""


@dataclass(frozen=True, slots=True)
class ExportMade:
    """
    Somebody took an export.
    """

    index: int
    """The place in the log."""
    made_at: datetime
    actor_id: str
    actor_kind: str
    about: str
    """`person`, `publication`, `complaint`, `period`, `everyone`, or `other`: a scan, a table."""
    subject_id: str
    """Of the person, publication or complaint; else empty."""
    includes_others: bool


@dataclass(frozen=True, slots=True)
class ListExports:
    """
    List who took what out of the registry.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> tuple[ExportMade, ...]:
        """
        Give the latest, newest first; what was erased since is left out.

        Raises:
            NotAllowed: The caller lacks `audit`, or sees some units only.
        """
        caller.needs(Scope.AUDIT)
        needs_everybody(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            leaves = work.ledger.leaves_of_kind(EntryKind.EXPORT_MADE)[-MOST:]
        return tuple(_made(each) for each in reversed(leaves))


def _made(leaf: StoredLeaf) -> ExportMade:
    entry: dict[str, Any] = json.loads(leaf.entry or b"{}")
    scope = entry["payload"].get("export", {}).get("scope")
    about, subject_id = _subject(scope) if scope else ("other", "")
    return ExportMade(
        index=leaf.index,
        made_at=leaf.recorded_at,
        actor_id=entry["actor"]["id"],
        actor_kind=entry["actor"]["kind"],
        about=about,
        subject_id=subject_id,
        includes_others=bool(scope and scope.get("include_others")),
    )


def _subject(scope: Mapping[str, Any]) -> tuple[str, str]:
    """
    Name what an export was about.
    """
    for name in ("complaint", "publication", "person"):
        found = scope.get(f"{name}_id")
        if found:
            return name, str(found)
    return ("period" if scope.get("from_at") or scope.get("until_at") else "everyone"), ""
