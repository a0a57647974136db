"""
Tell hooks what goes into the log, in the same transaction.

What may be told is chosen here, id by id, out of a ledger line: no name, no reason and
nothing of a picture can slip in, and no verb can forget to tell.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from service.ledger.canonical import instant
from service.ledger.kinds import EntryKind
from service.records.hooks import HookDeliveryId, HookEvent, HookId, HookMessage
from service.usecases.ports.services import NewId
from service.usecases.ports.work import UnitOfWork

Payload = Mapping[str, Any]
Ids = Mapping[str, str]


def _of_publication(payload: Payload) -> Iterator[Ids]:
    yield {"publication_id": payload["publication"]["id"]}


def _of_removal(payload: Payload) -> Iterator[Ids]:
    task = {"takedown_id": payload["takedown_id"]} if "takedown_id" in payload else {}
    yield {"publication_id": payload["event"]["publication_id"]} | task


def _of_takedowns(payload: Payload) -> Iterator[Ids]:
    for each in payload["takedowns"]:
        yield {"publication_id": each["publication_id"], "takedown_id": each["takedown_id"]}


def _of_complaint(payload: Payload) -> Iterator[Ids]:
    yield {"complaint_id": payload["complaint"]["id"]}


def _of_photo(payload: Payload) -> Iterator[Ids]:
    yield {"photo_id": payload["photo_id"]}


TOLD: Final[Mapping[EntryKind, tuple[HookEvent, Callable[[Payload], Iterator[Ids]]]]] = {
    EntryKind.TAKEDOWN_OPENED: (HookEvent.TAKEDOWN_OPENED, _of_takedowns),
    EntryKind.PUBLICATION_TAKEN_DOWN: (HookEvent.PUBLICATION_TAKEN_DOWN, _of_removal),
    EntryKind.PUBLICATION_RECORDED: (HookEvent.PUBLICATION_RECORDED, _of_publication),
    EntryKind.PUBLICATION_RESHARED: (HookEvent.PUBLICATION_RECORDED, _of_publication),
    EntryKind.COMPLAINT_FILED: (HookEvent.COMPLAINT_FILED, _of_complaint),
    EntryKind.PHOTO_ERASED: (HookEvent.PHOTO_ERASED, _of_photo),
}
"""A verdict that changes for something live opens a takedown, which is told."""


def announce(
    work: UnitOfWork, new_id: NewId, kind: EntryKind, at: datetime, payload: Payload
) -> None:
    """
    Write a message for every hook that hears of such a line.
    """
    if kind not in TOLD:
        return
    event, ids_of = TOLD[kind]
    for hook_id in work.hooks.hearing(event):
        for ids in ids_of(payload):
            work.hook_deliveries.add(message_of(new_id, event, hook_id, at, ids))


def message_of(
    new_id: NewId, event: HookEvent, hook_id: HookId, at: datetime, ids: Ids
) -> HookMessage:
    """
    Write a message as Standard Webhooks has it.
    """
    body = {"type": event.value, "timestamp": instant(at), "data": ids}
    return HookMessage(
        id=HookDeliveryId(new_id()),
        hook_id=hook_id,
        event=event,
        happened_at=at,
        body=json.dumps(body, separators=(",", ":")),
    )
