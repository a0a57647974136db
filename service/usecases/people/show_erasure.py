"""
Show what an erasure did.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.errors import NotFound
from service.ledger.canonical import parse_canonical
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.preview_erasure import live_and_down
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Erasure:
    """
    What an erasure did, as the log tells it, and what is left to do now.
    """

    erased_at: datetime
    signatories: int
    """Who answered for nobody else, and went along."""
    entries: int
    """Lines of the log whose words went."""
    texts: int
    """Words typed in other records that went."""
    live: int
    """Publications that are still to come down."""


@dataclass(frozen=True, slots=True)
class ShowErasure:
    """
    Show what an erasure did.
    """

    desk: Desk

    def __call__(self, caller: Caller, person_id: PersonId, entry_id: str) -> Erasure:
        """
        Tell of an erasure by the line that it wrote; the line names nobody.

        Whoever administers some units only is told of what they erased themselves:
        nobody can tell any more which unit it was.

        Raises:
            NotAllowed: The caller has no `admin` scope.
            NotFound: There is no such erasure for this caller.
        """
        caller = caller.narrowed(Scope.ADMIN)
        with self.desk.database.look(caller.organisation_id) as work:
            line = _line(work, entry_id)
            is_theirs = line["actor"]["id"] == caller.actor.id
            if line["payload"].get("person_id") != person_id or not (
                is_theirs or caller.actor.unit_ids is None
            ):
                raise NotFound("There is no such erasure.")
            live, _ = live_and_down(work, person_id)
        told = line["payload"]
        return Erasure(
            erased_at=datetime.fromisoformat(line["recorded_at"]),
            signatories=told["signatories"],
            entries=told["entries"],
            texts=told["texts"],
            live=live,
        )


def _line(work: UnitOfWork, entry_id: str) -> Mapping[str, Any]:
    """
    Read the line of an erasure.

    Raises:
        NotFound: There is none.
    """
    opening = work.ledger.find_opening(entry_id)
    line: Any = parse_canonical(opening.entry) if opening else None
    if line is None or line["kind"] != EntryKind.PERSON_ERASED.value:
        raise NotFound("There is no such erasure.")
    found: Mapping[str, Any] = line
    return found
