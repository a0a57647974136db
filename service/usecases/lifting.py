"""
Lift holds in a transaction of whoever has a reason to.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from service.decision.holds import Hold
from service.decision.ids import HoldId
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork


def lift(desk: Desk, work: UnitOfWork, caller: Caller, hold: Hold, now: datetime) -> Hold:
    """
    Lift a live hold in a transaction of whoever calls.
    """
    after = replace(hold, until_at=now)
    version = work.holds.add(after, now, caller.actor.id)
    about = [after.person_id] if after.person_id else []
    payload = {"hold_id": after.id, "version": version}
    desk.record.append(work, caller, EntryKind.HOLD_LIFTED, now, payload, about)
    return after


def lift_all(
    desk: Desk, work: UnitOfWork, caller: Caller, hold_ids: Iterable[HoldId], now: datetime
) -> None:
    """
    Lift those of some holds that are live.
    """
    for hold_id in hold_ids:
        hold = work.holds.find(hold_id)
        if hold is not None and hold.is_live(now):
            lift(desk, work, caller, hold, now)
