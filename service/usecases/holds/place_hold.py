"""
Place a hold.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.holds import Hold
from service.decision.ids import HoldId
from service.decision.powers import Scope
from service.decision.terms import HoldKind
from service.errors import Conflict, ImpossibleDates
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.holds.hold_details import HoldDetails, check_place, seen_hold
from service.usecases.plain import plain
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.copies import CopiesOfHeld
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class PlaceHold:
    """
    Place a hold.
    """

    desk: Desk
    aftermath: Aftermath
    follow_copies: CopiesOfHeld

    def __call__(self, caller: Caller, details: HoldDetails) -> Hold:
        """
        Place a hold; it counts from this instant, for every check anywhere.

        What is live of the person or photo that it is on becomes a takedown; that of a
        unit, too, where somebody must be safe; and that of copies of the photo.

        Raises:
            NotAllowed: The caller has no `holds:write` scope.
            InvalidInput: This kind is not placed on that, or that is not there.
            ImpossibleDates: It would be over already.
            Conflict: What the idempotency key placed is over.
        """
        caller = caller.narrowed(Scope.HOLDS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            if made_before := recall(work, caller):
                return _still_live(seen_hold(work, caller, HoldId(made_before)), now)
            hold = self.within(work, caller, details, now)
            keep(work, caller, hold.id, now)
            work.commit()
        self.follow_copies(caller, hold)
        return hold

    def within(self, work: UnitOfWork, caller: Caller, details: HoldDetails, now: datetime) -> Hold:
        """
        Place a hold in a transaction that holds more than it.

        Whoever calls has seen that the caller may, holds the register, commits, and lets
        the hold reach copies then.

        Raises:
            InvalidInput: As above.
            ImpossibleDates: As above.
        """
        check_place(work, caller, details)
        hold = self._hold(details, now)
        work.holds.add(hold, now, caller.actor.id)
        about = [hold.person_id] if hold.person_id else []
        payload = {"hold": plain(hold)}
        self.desk.record.append(work, caller, EntryKind.HOLD_PLACED, now, payload, about)
        self._follow(work, caller, hold)
        return hold

    def _follow(self, work: UnitOfWork, caller: Caller, hold: Hold) -> None:
        """
        See to what is live of the person or photo that is held.

        Of a unit where somebody's safety is at stake, too.  Any other hold on a unit or
        the house stops what is to come; it takes nothing down.
        """
        if hold.person_id is not None:
            self.aftermath.of_people(work, caller, [hold.person_id])
        if hold.unit_id is not None and hold.kind is HoldKind.SAFEGUARDING:
            self.aftermath.of_unit(work, caller, hold.unit_id)
        if hold.photo_id is not None:
            self.aftermath.of_photo(work, caller, hold.photo_id)

    def _hold(self, details: HoldDetails, now: datetime) -> Hold:
        """
        Accept what was told.
        """
        if details.until_at is not None and details.until_at <= now:
            raise ImpossibleDates("It would be over already.", field="until_at")
        return Hold(
            id=HoldId(self.desk.new_id()),
            kind=details.kind,
            from_at=now,
            until_at=details.until_at,
            unit_id=details.unit_id,
            person_id=details.person_id,
            photo_id=details.photo_id,
        )


def _still_live(hold: Hold, now: datetime) -> Hold:
    """
    Give what an idempotency key placed, as long as it holds.

    Raises:
        Conflict: It is over: nobody is to believe that everything stands still.
    """
    if not hold.is_live(now):
        raise Conflict("This hold is over: place another one under another key.")
    return hold
