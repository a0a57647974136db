"""
Say which answers wait for a name, as the staff are told by mail.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from functools import partial

from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.decision.takedowns import due_at
from service.decision.terms import Medium
from service.records.notices import Topic
from service.records.unmatched import UnmatchedAnswer
from service.usecases.caller import Caller
from service.usecases.notices import Pending
from service.usecases.ports.work import UnitOfWork
from service.usecases.unmatched.read_unmatched import is_unmatched_seen, keeper


def pending_unmatched(work: UnitOfWork, now: datetime) -> Iterator[Pending]:
    """
    Give every answer that waits for a name.
    """
    del now
    yield from as_pending(work, work.unmatched_answers.list_all())


def as_pending(work: UnitOfWork, answers: Iterable[UnmatchedAnswer]) -> Iterator[Pending]:
    """
    Give answers as they may be told: where they came in, never whose.

    Whoever said no may be live until somebody says who is meant: so a no must not wait
    for longer than what must come down online.
    """
    house = work.organisations.current()
    for each in answers:
        doubt = each.casts_doubt
        hours = house.publishing.takedown_hours
        yield Pending(
            topic=Topic.REFUSAL if doubt else Topic.ANSWER,
            id=each.id,
            title=places(work, each.unit_ids or ()),
            path="/answers",
            group="refusals" if doubt else "answers",
            began_at=each.received_at,
            due_at=due_at(Medium.WEB, each.received_at, hours) if doubt else None,
            is_for=partial(_may_settle, each),
            late_contact=house.contact,
        )


def places(work: UnitOfWork, unit_ids: Collection[UnitId]) -> str:
    """
    Name units, or the whole house where there is none.
    """
    found = (work.organisations.units.find(each) for each in sorted(unit_ids))
    names = sorted(each.name for each in found if each is not None)
    return ", ".join(names) or work.organisations.current().name


def _may_settle(answer: UnmatchedAnswer, caller: Caller) -> bool:
    """
    Tell whether somebody may say who is meant.
    """
    if not caller.may(Scope.CONSENTS_WRITE):
        return False
    sees = caller.narrowed(Scope.CONSENTS_WRITE).may(Scope.PEOPLE_READ)
    return sees and is_unmatched_seen(keeper(caller), answer)
