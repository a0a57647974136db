"""
Let nothing of what somebody complains about be erased.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.holds import Hold
from service.decision.ids import ComplaintId
from service.decision.powers import Scope
from service.decision.terms import HoldKind
from service.errors import AlreadyExists, Conflict
from service.records.paging import every
from service.usecases.caller import Caller
from service.usecases.complaints.read_complaints import seen_story
from service.usecases.complaints.standing import ComplaintStory
from service.usecases.desk import Desk
from service.usecases.holds.hold_details import HoldDetails
from service.usecases.holds.place_hold import PlaceHold


@dataclass(frozen=True, slots=True)
class HoldSubject:
    """
    Let nothing of what somebody complains about be erased.
    """

    desk: Desk
    place_hold: PlaceHold

    def __call__(self, caller: Caller, complaint_id: ComplaintId) -> Hold:
        """
        Place a legal hold on the person, or else on the photo, once.

        Raises:
            NotAllowed: The caller has no `complaints:read` or no `holds:write` scope.
            NotFound: There is no such complaint for this caller.
            Conflict: Nobody has said yet whom it is about.
            AlreadyExists: It is held already, without an end.
        """
        reader, holder = (
            caller.narrowed(each) for each in (Scope.COMPLAINTS_READ, Scope.HOLDS_WRITE)
        )
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            place = _place(seen_story(work, reader, complaint_id))
            if any(_is_held(each, place, now) for each in every(work.holds.list_page)):
                raise AlreadyExists("It is held already.")
            hold = self.place_hold.within(work, holder, place, now)
            work.commit()
        self.place_hold.follow_copies(holder, hold)
        return hold


def _place(story: ComplaintStory) -> HoldDetails:
    """
    Say what is to be held; left out, both would mean the whole house.

    Raises:
        Conflict: It is about nobody and nothing yet.
    """
    photo_id = None if story.person_id else story.complaint.photo_id
    if story.person_id is None and photo_id is None:
        raise Conflict("Say first whom the complaint is about.")
    return HoldDetails(HoldKind.LEGAL, person_id=story.person_id, photo_id=photo_id)


def _is_held(hold: Hold, place: HoldDetails, now: datetime) -> bool:
    there = (hold.kind, hold.person_id, hold.photo_id)
    is_same = there == (place.kind, place.person_id, place.photo_id)
    return is_same and hold.until_at is None and hold.is_live(now)
