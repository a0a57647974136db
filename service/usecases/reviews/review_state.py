"""
Say what is known of the reviews of a channel or a form.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.decision.ids import ActorId
from service.records.paging import Versioned
from service.records.reviews import Review
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork
from service.usecases.reviews.due import due_on
from service.usecases.reviews.sight import may_look
from service.usecases.reviews.subjects import Subject, every_subject
from service.usecases.sight.staff import actor_name


@dataclass(frozen=True, slots=True)
class ReviewState:
    """
    Who looked at something last, and when it is looked at again.
    """

    subject: Subject
    today: date
    due_on: date | None
    """None: what is closed is never due."""
    last: Versioned[Review] | None
    """None: nobody ever looked."""
    reviewed_on: date | None = None
    reviewer: str = ""
    """The name of whoever looked; empty: the command line, or nobody who is here any more."""

    @property
    def is_changed_since(self) -> bool:
        """
        Tell whether it has another version than the one that was looked at.
        """
        return self.last is not None and self.last.record.seen_version != self.subject.version

    @property
    def days(self) -> int | None:
        """
        Count the days until it is due; below 0, it was.
        """
        return None if self.due_on is None else (self.due_on - self.today).days


def current_state(work: UnitOfWork, subject: Subject, now: datetime) -> ReviewState:
    """
    Give what is known of one.
    """
    reviews = work.reviews.history(subject.id)
    last = reviews[-1] if reviews else None
    state = _state_of(subject, last, now, _zone(work))
    return replace(state, reviewer=actor_name(work, ActorId(last.recorded_by))) if last else state


def every_state(work: UnitOfWork, caller: Caller, now: datetime) -> Iterator[ReviewState]:
    """
    Give what is known of everything that the caller may look at.

    Nobody is named.
    """
    zone, last = _zone(work), {each.record.id: each for each in work.reviews.list_latest()}
    for subject in every_subject(work):
        if may_look(caller, subject.kind, subject.unit_id):
            yield _state_of(subject, last.get(subject.id), now, zone)


def _state_of(
    subject: Subject, last: Versioned[Review] | None, now: datetime, zone: ZoneInfo
) -> ReviewState:
    """
    Put together what is known, by the days of the organisation.
    """
    review = last.record if last else None
    changed_on = day_of(subject.changed_at, zone)
    return ReviewState(
        subject=subject,
        today=day_of(now, zone),
        due_on=due_on(changed_on, subject.version, review) if subject.is_in_use else None,
        last=last,
        reviewed_on=day_of(last.recorded_at, zone) if last else None,
    )


def _zone(work: UnitOfWork) -> ZoneInfo:
    return ZoneInfo(work.organisations.current().time_zone)
