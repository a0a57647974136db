"""
Say which answers wait for a second member of staff, to be told.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial

from service.decision.powers import Scope
from service.records.notices import Topic
from service.records.pending import PendingAnswer
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.notices import Pending
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen


def pending_confirmations(work: UnitOfWork, now: datetime) -> Iterator[Pending]:
    """
    Give every yes that counts only once a second member has looked.
    """
    del now
    yield from as_pending(work, work.pending_answers.list_all())


def as_pending(work: UnitOfWork, answers: Iterable[PendingAnswer]) -> Iterator[Pending]:
    """
    Give answers as they may be told: never whose they are.
    """
    house = work.organisations.current()
    for each in answers:
        person = work.people.find(each.person_id)
        if person is None:
            continue
        yield Pending(
            topic=Topic.ANSWER,
            id=each.id,
            title=house.name,
            path="/lists/confirmations",
            group="confirmations",
            began_at=each.proposed_at,
            due_at=None,
            is_for=partial(_may_confirm, each, person),
        )


def _may_confirm(answer: PendingAnswer, person: PersonRecord, caller: Caller) -> bool:
    """
    Tell whether somebody sees the person and is the second pair of eyes.
    """
    is_second, wanted = answer.proposed_by != caller.actor.id, Scope.CONSENTS_WRITE
    return is_second and caller.may(wanted) and is_seen(caller.narrowed(wanted), person)
