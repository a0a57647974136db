"""
Send to hooks what is due, until it arrived or is given up.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from http import HTTPStatus

from service.decision.ids import OrganisationId
from service.ledger.entry import EntryKind
from service.records.hooks import (
    ClaimedMessage,
    Hook,
    HookAttempt,
    HookMessage,
    HookOutcome,
    HookParcel,
    HookReply,
    LockedHook,
)
from service.usecases.caller import the_service
from service.usecases.ports.database import Database
from service.usecases.ports.hooks import Messenger
from service.usecases.ports.services import Clock
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import Recorder

LEASE = timedelta(minutes=10)
"""How long a message is one worker's: longer than any receiver may take."""
MOST_AT_ONCE = 20
TURN = timedelta(seconds=30)
"""How many messages of one organisation, and how long, before the next one's turn."""
PAUSES = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
)
"""Between tries, as the specification samples it: ten tries in a little over three days."""
_SUCCESS = 2
SEALED = "sealed"
"""Its seal does not open: tried again, for the key that was there may be put back."""
LONGEST_REST = timedelta(days=1)
"""However long a receiver asks to be left alone."""


@dataclass(frozen=True, slots=True)
class DeliverMessages:
    """
    Send to hooks what is due.
    """

    database: Database
    clock: Clock
    record: Recorder
    messenger: Messenger

    def __call__(self) -> int:
        """
        Send due messages of every organisation; count those that arrived.

        Claimed in one transaction, carried outside of any and settled in another, like
        letters: a crash between sends a message once more, under the same id.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        due = self.database.with_due_messages(self.clock())
        return sum(self.of(organisation_id) for organisation_id in due)

    def of(self, organisation_id: OrganisationId) -> int:
        """
        Send the due messages of one organisation; count those that arrived.

        A receiver that fails, or is slow, must not keep those of others waiting.
        """
        count, end = 0, self.clock() + TURN
        for _ in range(MOST_AT_ONCE):
            claimed = self._claimed(organisation_id)
            if claimed is None:
                break
            reply = self._carried(organisation_id, claimed.message)
            outcome = self._settled(organisation_id, claimed, reply)
            count += outcome is HookOutcome.DELIVERED
            if outcome is HookOutcome.POSTPONED or self.clock() > end:
                break
        return count

    def _claimed(self, organisation_id: OrganisationId) -> ClaimedMessage | None:
        """
        Take a message.
        """
        with self.database.begin(organisation_id) as work:
            now = self.clock()
            claimed = work.hook_deliveries.claim(now, now + LEASE)
            work.commit()
        return claimed

    def _carried(self, organisation_id: OrganisationId, message: HookMessage) -> HookReply | None:
        """
        Carry a message; None: nobody is to be told any more.
        """
        with self.database.look(organisation_id) as work:
            hook = work.hooks.find(message.hook_id)
        if isinstance(hook, LockedHook):
            return HookReply(None, SEALED)
        if hook is None or hook.disabled_at is not None:
            return None
        now = self.clock()
        secrets = tuple(each.text for each in hook.secrets_at(now))
        return self.messenger.carry(HookParcel(hook.url, message.id, message.body, secrets, now))

    def _settled(
        self, organisation_id: OrganisationId, claimed: ClaimedMessage, reply: HookReply | None
    ) -> HookOutcome:
        """
        Write down what became of a message, with what follows from it.
        """
        message = claimed.message
        with self.database.begin(organisation_id) as work:
            now = self.clock()
            next_try_at = next_try(reply, claimed.tries, now)
            attempt = HookAttempt(_outcome(reply, next_try_at), reply.detail if reply else "")
            if attempt.outcome is HookOutcome.GONE:  # first: whoever deletes locks hooks first
                self._disable(work, message, now)
            work.hook_deliveries.settle(message.id, attempt, now, next_try_at)
            if attempt.outcome is HookOutcome.GIVEN_UP:
                kind = EntryKind.HOOK_MESSAGE_GIVEN_UP
                self._note(work, kind, now, message, event=message.event.value)
            work.commit()
        return attempt.outcome

    def _disable(self, work: UnitOfWork, message: HookMessage, now: datetime) -> None:
        """
        Tell a receiver nothing any more that said it is gone.
        """
        work.hooks.lock()
        hook = work.hooks.find(message.hook_id)
        if not isinstance(hook, Hook) or hook.disabled_at is not None:
            return
        work.hooks.replace(replace(hook, disabled_at=now, is_gone=True))
        self._note(work, EntryKind.HOOK_DISABLED, now, message, why="gone")

    def _note(
        self, work: UnitOfWork, kind: EntryKind, now: datetime, message: HookMessage, **more: str
    ) -> None:
        payload = {"hook_id": message.hook_id, "delivery_id": message.id, **more}
        self.record.append(work, the_service(work.organisation_id), kind, now, payload)


def next_try(reply: HookReply | None, tries: int, now: datetime) -> datetime | None:
    """
    Say when a message is tried again; None: never.
    """
    if reply is None or _is_final(reply.status) or tries > len(PAUSES):
        return None
    asked = min(reply.retry_after or timedelta(), LONGEST_REST)
    return now + max(PAUSES[tries - 1], asked)


def _is_final(status: int | None) -> bool:
    """
    Tell whether a status leaves nothing to try; a redirect is a failure like others.
    """
    return status == HTTPStatus.GONE or (status is not None and status // 100 == _SUCCESS)


def _outcome(reply: HookReply | None, next_try_at: datetime | None) -> HookOutcome:
    """
    Name what a try came to.
    """
    if reply is None:
        return HookOutcome.DROPPED
    if next_try_at is not None:
        return HookOutcome.POSTPONED
    if not _is_final(reply.status):
        return HookOutcome.GIVEN_UP
    return HookOutcome.GONE if reply.status == HTTPStatus.GONE else HookOutcome.DELIVERED
