"""
Show a takedown as a task: whose it is, until when, what to do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.channels import Contact
from service.decision.next_step import contact_for
from service.decision.takedowns import STEPS, Step
from service.records.activity import Publication, PublicationEvent
from service.records.facts import Facts, Wanted
from service.records.takedowns import Takedown, TakedownRow
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Task:
    """
    A takedown as whoever has to act sees it: not of whom, nor why.
    """

    takedown: Takedown
    publication: Publication
    channel_name: str
    steps: tuple[Step, ...]
    owner: Contact
    """Whoever answers for the channel."""
    turn_to: Contact
    """The owner; once it is overdue the contact of the organisation."""
    is_overdue: bool
    done: PublicationEvent | None
    has_proof: bool = False
    """Whether a picture or document shows that it is gone."""


def tasks_of(work: UnitOfWork, rows: Sequence[TakedownRow], now: datetime) -> tuple[Task, ...]:
    """
    Show takedowns as tasks, in one statement whatever their number.
    """
    if not rows:
        return ()
    channel_ids = frozenset(each.takedown.channel_id for each in rows)
    facts = work.facts.gather(Wanted(at=now, known_at=now, channel_ids=channel_ids))
    return tuple(_task(each, facts, now) for each in rows)


def _task(row: TakedownRow, facts: Facts, now: datetime) -> Task:
    takedown, house = row.takedown, facts.house
    channel = facts.channel(takedown.channel_id)
    owner = contact_for(channel, house)
    is_overdue = row.done is None and takedown.due_at < now
    return Task(
        takedown=takedown,
        publication=row.publication,
        channel_name=channel.name,
        steps=STEPS[takedown.medium],
        owner=owner,
        turn_to=house.contact if is_overdue else owner,
        is_overdue=is_overdue,
        done=row.done,
        has_proof=row.has_proof,
    )
