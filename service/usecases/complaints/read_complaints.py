"""
Read complaints: one by its number, all of them, those that press first.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.decision.channels import Contact
from service.decision.ids import ComplaintId, PersonId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.complaints import Complaint
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.complaints.standing import ComplaintStory, Urgency
from service.usecases.desk import Desk
from service.usecases.numbers import is_whole
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person

LONGEST_NUMBER = 19
"""Of a complaint, as people say it (2026-0007); an id is longer."""
_ORDER = tuple(Urgency)


def _pressure(each: "Pressing") -> tuple[int, date, datetime]:
    """
    Order by what presses, then by the next deadline, then by age.
    """
    story = each.story
    breach = story.breach_notify_by if each.urgency is Urgency.BREACH else None
    due = breach.date() if breach else story.due_on() or date.max
    return _ORDER.index(each.urgency), due, story.complaint.filed_at


@dataclass(frozen=True, slots=True)
class Pressing:
    """
    A complaint, how much it presses and who deals with it.
    """

    story: ComplaintStory
    urgency: Urgency
    goes_to: Contact


@dataclass(frozen=True, slots=True)
class GetComplaint:
    """
    Read one complaint.
    """

    desk: Desk

    def __call__(self, caller: Caller, complaint_id: ComplaintId) -> Pressing:
        """
        Give a complaint with what was done about it; its number is understood too.

        Raises:
            NotAllowed: The caller has no `complaints:read` scope.
            NotFound: There is no such complaint for this caller.
        """
        caller = caller.narrowed(Scope.COMPLAINTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return self.judged(work, seen_story(work, caller, complaint_id))

    def judged(self, work: UnitOfWork, story: ComplaintStory) -> Pressing:
        """
        Say how much a complaint presses now.
        """
        house = work.organisations.current()
        now = self.desk.clock()
        urgency = story.urgency(day_of(now, ZoneInfo(house.time_zone)))
        return Pressing(story, urgency, story.goes_to(house, urgency))


@dataclass(frozen=True, slots=True)
class ListComplaints:
    """
    List complaints.
    """

    desk: Desk
    get: GetComplaint

    def __call__(self, caller: Caller, page: Page) -> Listing[Pressing]:
        """
        Give one page, oldest first; filters: person_id, publication_id, open, closed.

        Whom it was connected with later counts like whom it named.

        Raises:
            NotAllowed: The caller has no `complaints:read` scope.
        """
        caller = caller.narrowed(Scope.COMPLAINTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            listing = work.complaints.list_page(page)
            stories = [story_of(work, each) for each in listing.items]
            seen = [each for each in stories if is_story_seen(work, caller, each)]
            judged = tuple(self.get.judged(work, each) for each in seen)
        return Listing(judged, listing.next_after)

    def pressing(self, caller: Caller) -> tuple[Pressing, ...]:
        """
        Give every open complaint, those that press most first.

        Raises:
            NotAllowed: The caller has no `complaints:read` scope.
        """
        caller = caller.narrowed(Scope.COMPLAINTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            stories = [story_of(work, each) for each in work.complaints.list_open()]
            seen = [each for each in stories if is_story_seen(work, caller, each)]
            judged = [self.get.judged(work, each) for each in seen]
        return tuple(sorted(judged, key=_pressure))


def seen_story(work: UnitOfWork, caller: Caller, complaint_id: ComplaintId) -> ComplaintStory:
    """
    Give a complaint that the caller may see, by its id or its number.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    _, _, number = complaint_id.partition("-")
    is_number = len(complaint_id) <= LONGEST_NUMBER and is_whole(number)
    found = work.complaints.find_number(int(number)) if is_number else None
    complaint = found or work.complaints.get(complaint_id)
    is_named = found is None or found.number == complaint_id
    story = story_of(work, complaint)
    if not is_named or not is_story_seen(work, caller, story):
        raise NotFound("There is no such complaint.")
    return story


def story_to_continue(
    work: UnitOfWork, caller: Caller, complaint_id: ComplaintId
) -> ComplaintStory:
    """
    Give a complaint to which nobody else adds until we end.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    complaint = seen_story(work, caller, complaint_id).complaint
    work.complaints.lock_story(complaint.id)
    return story_of(work, complaint)


def is_story_seen(work: UnitOfWork, caller: Caller, story: ComplaintStory) -> bool:
    """
    Tell whether the caller may see whom a complaint is about.
    """
    return caller.actor.unit_ids is None or _is_seen(work, caller, story.person_id)


def _is_seen(work: UnitOfWork, caller: Caller, person_id: PersonId | None) -> bool:
    if person_id is not None:
        with suppress(NotFound):
            seen_person(work, caller, person_id)
            return True
    return False


def story_of(work: UnitOfWork, complaint: Complaint) -> ComplaintStory:
    """
    Give a complaint with what was done about it.
    """
    return ComplaintStory(complaint, tuple(work.complaints.events_of(complaint.id)))
