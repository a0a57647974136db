"""
Say what must come down, as the staff are told of it by mail.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial

from service.decision.ids import UnitId
from service.decision.next_step import contact_for
from service.decision.powers import Scope
from service.records.facts import Facts, Wanted
from service.records.notices import Topic
from service.records.paging import every
from service.records.takedowns import Takedown
from service.usecases.caller import Caller
from service.usecases.notices import Pending
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.units import is_channel_seen


def pending_takedowns(work: UnitOfWork, now: datetime) -> Iterator[Pending]:
    """
    Give every takedown that is not done.
    """
    found = [each.takedown for each in every(work.takedowns.list_page, open="yes")]
    if found:
        channel_ids = frozenset(each.channel_id for each in found)
        facts = work.facts.gather(Wanted(at=now, known_at=now, channel_ids=channel_ids))
        yield from as_pending(facts, found)


def as_pending(facts: Facts, takedowns: Iterable[Takedown]) -> Iterator[Pending]:
    """
    Give takedowns as they may be told: where, until when, never of whom.

    The publishers of the channel are told, and whoever answers for it or for its unit.
    """
    for each in takedowns:
        channel = facts.channel(each.channel_id)
        yield Pending(
            topic=Topic.TAKEDOWN,
            id=each.id,
            title=channel.name,
            path="/takedowns",
            group=channel.id,
            began_at=each.opened_at,
            due_at=each.due_at,
            is_for=partial(_may_finish, each.unit_id),
            named=channel.publisher_ids,
            contact=contact_for(channel, facts.house),
            late_contact=facts.house.contact,
        )


def _may_finish(unit_id: UnitId | None, caller: Caller) -> bool:
    """
    Tell whether somebody sees a takedown and may say that it is done.
    """
    wanted = Scope.PUBLICATIONS_WRITE
    return caller.may(wanted) and is_channel_seen(caller.narrowed(wanted), unit_id)
