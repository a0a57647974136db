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
from service.usecases.sight.people import needs_everybody

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
        Give the latest, newest first.

        What was erased since is left out, and what came to nothing: nobody took it.

        Raises:
            NotAllowed: The caller lacks `audit`, or sees some units only.
        """
        caller.needs(Scope.AUDIT)
        needs_everybody(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            leaves = work.ledger.leaves_of_kind(EntryKind.EXPORT_MADE)[-MOST:]
            failed = work.ledger.leaves_of_kind(EntryKind.EXPORT_FAILED)
        nothing = {_payload(each).get("export_id") for each in failed}
        return tuple(
            _made(each)
            for each in reversed(leaves)
            if _payload(each).get("export", {}).get("id", each.entry_id) not in nothing
        )


def _payload(leaf: StoredLeaf) -> dict[str, Any]:
    payload: dict[str, Any] = json.loads(leaf.entry or b"{}").get("payload", {})
    return payload


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
