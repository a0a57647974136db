"""
Write that somebody looked, with its ledger line.
"""

from datetime import date

from service.errors import Conflict
from service.ledger.entry import EntryKind
from service.records.reviews import Review, ReviewKind
from service.usecases.caller import Caller
from service.usecases.days import today
from service.usecases.desk import Desk
from service.usecases.plain import digest_of
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall
from service.usecases.reviews.due import next_day
from service.usecases.reviews.review_state import ReviewState, current_state
from service.usecases.reviews.subjects import Subject

_ENTRIES = {
    ReviewKind.CHANNEL: EntryKind.CHANNEL_REVIEWED,
    ReviewKind.FORM: EntryKind.FORM_REVIEWED,
}


def write_review(
    desk: Desk,
    work: UnitOfWork,
    caller: Caller,
    subject: Subject,
    next_on: date | None,
    seen_version: int | None,
) -> ReviewState:
    """
    Write that the caller looked at *subject*, and commit.

    Args:
        work: With the register held since before *subject* was read.

        next_on: When it is looked at again; None, in a year.

        seen_version: Which version the caller had before them; None, the last.

    Raises:
        ImpossibleDates: That day is not to come, or too far off.
        Conflict: It is closed, or was changed since it was seen.
    """
    now = desk.clock()
    if recall(work, caller):
        return current_state(work, subject, now)
    if not subject.is_in_use:
        raise Conflict("What is closed is not reviewed: open it first.")
    if seen_version not in {None, subject.version}:
        raise Conflict("Somebody changed this meanwhile: look at it again.")
    review = Review(subject.kind, subject.id, subject.version, next_day(next_on, today(work, now)))
    version = work.reviews.add(review, now, caller.actor.id)
    payload = {
        "subject_id": subject.id,
        "version": version,
        "seen_version": review.seen_version,
        "next_due_on": review.next_due_on.isoformat(),
        "digest": digest_of(review),
    }
    desk.record.append(work, caller, _ENTRIES[subject.kind], now, payload)
    keep(work, caller, subject.id, now)
    state = current_state(work, subject, now)
    work.commit()
    return state
