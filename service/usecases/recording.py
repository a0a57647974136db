"""
Write what a verb did: its ledger line, and what a key made of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.decision.ids import PersonId
from service.ledger.entry import Entry, EntryActor, EntryKind
from service.usecases.announcing import announce
from service.usecases.caller import Caller
from service.usecases.ports.services import Clock, NewId
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Recorder:
    """
    Append ledger entries on behalf of a caller.
    """

    clock: Clock
    new_id: NewId
    """Of lines: it says nothing, since a line outlives an erasure."""
    new_message_id: NewId

    def append(
        self,
        work: UnitOfWork,
        caller: Caller,
        kind: EntryKind,
        at: datetime,
        payload: Mapping[str, Any],
        person_ids: Sequence[PersonId] = (),
    ) -> str:
        """
        Write one line, and what hooks are told of it; give its id.
        """
        entry_id = self.new_id()
        work.ledger.append(
            Entry(
                entry_id=entry_id,
                organisation_id=caller.organisation_id,
                kind=kind,
                recorded_at=at,
                actor=EntryActor(caller.actor.id, caller.actor.kind),
                person_ids=tuple(person_ids),
                payload=payload,
            )
        )
        announce(work, self.new_message_id, kind, at, payload)
        return entry_id


def recall(work: UnitOfWork, caller: Caller) -> str | None:
    """
    Give what the caller's idempotency key made before, if anything.

    Raises:
        IdempotencyMismatch: The key came with another request before.
    """
    if caller.idempotency is None:
        return None
    return work.replays.recall(
        caller.actor.id, caller.idempotency.key, caller.idempotency.request_digest
    )


def keep(work: UnitOfWork, caller: Caller, made_id: str, at: datetime) -> None:
    """
    Remember what the caller's idempotency key made, in this transaction.
    """
    if caller.idempotency is not None:
        work.replays.keep(
            caller.actor.id, caller.idempotency.key, caller.idempotency.request_digest, made_id, at
        )
