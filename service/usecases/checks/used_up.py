"""
Tell that somebody used up their questions of an hour (threat T1).

It may be long and honest work, such as the scan of a website; or somebody who asks
through everybody's names to learn who refused.  A human looks.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from service.decision.calendar import ONE_DAY
from service.decision.ids import ActorId, OrganisationId
from service.decision.powers import Scope
from service.ledger.entry import ActorKind, EntryKind
from service.records.notices import Topic
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.notices import Pending, TellStaff
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.staff import actor_name, is_over, sees_all_staff

ONE_HOUR: Final = timedelta(hours=1)
TOLD_FOR: Final = timedelta(days=7)
"""So long a letter about it may be on its way; mail is tried for nearly five days."""
SHOWN_FOR: Final = timedelta(days=30)
PATH: Final = "/checks"
MOST_ACTORS_HELD: Final = 10_000


@dataclass(frozen=True, slots=True)
class UsedUp:
    """
    Somebody was stopped from asking, for the first time in a day.
    """

    at: datetime
    actor_id: ActorId
    actor_kind: ActorKind
    per_hour: int
    """How many questions they had."""
    people: int
    """How many people these were about."""
    name: str = ""
    """Of the account or key; empty: the command line, or nobody who is here any more."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """
    Write down that a budget is used up, and tell the administrators.
    """

    desk: Desk
    tell: TellStaff
    told: dict[tuple[OrganisationId, ActorId], datetime] = field(default_factory=dict)
    """When this process last knew of it: the log is asked once a day, not at each refusal."""

    def __call__(self, work: UnitOfWork, caller: Caller, per_hour: int, now: datetime) -> None:
        """
        Do so once a day for each actor, and commit: what was asked is refused anyway.
        """
        whose = (caller.organisation_id, caller.actor.id)
        if self._was_told(whose, now):
            return
        work.outbox.lock()
        latest = max(
            (each.at for each in used_up_since(work, now - ONE_DAY) if each.actor_id == whose[1]),
            default=None,
        )
        if latest is None:
            people = work.checks.count_people(caller.actor.id, now - ONE_HOUR)
            payload = {"per_hour": per_hour, "people": people}
            kind = EntryKind.CHECK_BUDGET_USED_UP
            self.desk.record.append(work, caller, kind, now, payload)
            self.tell.opened(work, [_pending(work, caller.actor.id, now)], now)
            work.commit()
        self.told[whose] = latest or now

    def _was_told(self, whose: tuple[OrganisationId, ActorId], now: datetime) -> bool:
        """
        Tell whether this process knows that it was told within the day.
        """
        if len(self.told) >= MOST_ACTORS_HELD:
            self.told.clear()
        told_at = self.told.get(whose)
        return told_at is not None and told_at > now - ONE_DAY


@dataclass(frozen=True, slots=True)
class ListUsedUp:
    """
    List who used up their questions of an hour.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> tuple[UsedUp, ...]:
        """
        Give those of the last 30 days, newest first; each once a day.

        Whoever audits or administers the whole house sees all; others, the accounts that
        they administer.

        Raises:
            NotAllowed: The caller has no `audit` scope.
        """
        caller.narrowed(Scope.AUDIT)
        with self.desk.database.look(caller.organisation_id) as work:
            found = used_up_since(work, self.desk.clock() - SHOWN_FOR)
            return tuple(
                replace(each, name=actor_name(work, each.actor_id))
                for each in reversed(found)
                if may_look_into(work, each.actor_id, caller)
            )


def used_up_since(work: UnitOfWork, since: datetime) -> tuple[UsedUp, ...]:
    """
    Give every time that somebody was stopped since, oldest first.
    """
    found = work.ledger.entries_since(EntryKind.CHECK_BUDGET_USED_UP, since)
    return tuple(map(_read, found))


def pending_used_up(work: UnitOfWork, now: datetime) -> Iterator[Pending]:
    """
    Give what somebody should look into.
    """
    for each in used_up_since(work, now - TOLD_FOR):
        yield _pending(work, each.actor_id, each.at)


def may_look_into(work: UnitOfWork, actor_id: ActorId, caller: Caller) -> bool:
    """
    Tell whether somebody may see what an account or a key asked.
    """
    if sees_all_staff(caller):
        return True
    member = work.staff.find(actor_id) if caller.may(Scope.ADMIN) else None
    return member is not None and is_over(caller, member)


def _pending(work: UnitOfWork, actor_id: ActorId, at: datetime) -> Pending:
    """
    Put together what is told: that somebody did, never who, nor about whom.
    """
    return Pending(
        topic=Topic.BUDGET,
        id=actor_id,
        title="",
        path=PATH,
        group=Topic.BUDGET.value,
        began_at=at,
        due_at=None,
        is_for=partial(may_look_into, work, actor_id),
    )


def _read(content: bytes) -> UsedUp:
    """
    Read one line of the log.
    """
    entry: dict[str, Any] = json.loads(content)
    return UsedUp(
        at=datetime.fromisoformat(entry["recorded_at"]),
        actor_id=ActorId(entry["actor"]["id"]),
        actor_kind=ActorKind(entry["actor"]["kind"]),
        per_hour=entry["payload"]["per_hour"],
        people=entry["payload"]["people"],
    )
