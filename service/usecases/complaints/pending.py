"""
Say which complaints wait, as the staff are told of them by mail.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from service.decision.channels import Contact
from service.decision.powers import Scope
from service.records.notices import Topic
from service.records.organisation import Organisation
from service.usecases.caller import Caller
from service.usecases.complaints.read_complaints import is_story_seen, story_of
from service.usecases.complaints.standing import ComplaintStory
from service.usecases.notices import Pending, last_minute_of
from service.usecases.ports.work import UnitOfWork


def pending_complaints(work: UnitOfWork, _: datetime) -> Iterator[Pending]:
    """
    Give what nobody answered, and breaches that nobody decided about.
    """
    house = work.organisations.current()
    for complaint in work.complaints.list_open():
        story = story_of(work, complaint)
        yield from filter(None, (breach_of(work, story), _answer_to(work, house, story)))


def pressing_of(work: UnitOfWork, story: ComplaintStory) -> Pending | None:
    """
    Give what presses most: a breach, else the next deadline.
    """
    house = work.organisations.current()
    return breach_of(work, story) or _answer_to(work, house, story)


def breach_of(work: UnitOfWork, story: ComplaintStory) -> Pending | None:
    """
    Give the 72 hours that run: the legal contact hears of them at once.
    """
    if story.breach_notify_by is None or not story.is_breach_open:
        return None
    legal = work.organisations.current().legal
    return _pending(work, story, Topic.BREACH, story.breach_notify_by, contact=legal)


def _answer_to(work: UnitOfWork, house: Organisation, story: ComplaintStory) -> Pending | None:
    """
    Give the next deadline; the legal contact hears of it once it is over.
    """
    due_on = story.due_on()
    if due_on is None:
        return None
    due_at = last_minute_of(due_on, ZoneInfo(house.time_zone))
    return _pending(work, story, Topic.COMPLAINT, due_at, late_contact=house.legal)


def _pending(
    work: UnitOfWork,
    story: ComplaintStory,
    topic: Topic,
    due_at: datetime,
    contact: Contact | None = None,
    late_contact: Contact | None = None,
) -> Pending:
    """
    Put together what is told: the number, never who complains, of whom or what.
    """
    complaint = story.complaint
    return Pending(
        topic=topic,
        id=complaint.id,
        title=complaint.number,
        path=f"/complaints/{complaint.id}",
        group=complaint.id,
        began_at=complaint.filed_at,
        due_at=due_at,
        is_for=partial(_may_deal, work, story),
        contact=contact,
        late_contact=late_contact,
    )


def _may_deal(work: UnitOfWork, story: ComplaintStory, caller: Caller) -> bool:
    """
    Tell whether somebody sees a complaint and may do something about it.
    """
    wanted = Scope.COMPLAINTS_WRITE
    return caller.may(wanted) and is_story_seen(work, caller.narrowed(wanted), story)
