"""
End an authority.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from service.decision.ids import AuthorityId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.people import AuthorityRecord
from service.usecases.authorities.authority_details import check_span, seen_authority
from service.usecases.authorities.writing import AuthorityWriter
from service.usecases.caller import Caller
from service.usecases.days import check_order, today
from service.usecases.desk import Desk

PUT_OFF: Final = "An end is brought forward, never put off: record the authority anew."


@dataclass(frozen=True, slots=True)
class EndAuthority:
    """
    End an authority.
    """

    desk: Desk
    write: AuthorityWriter

    def __call__(
        self, caller: Caller, authority_id: AuthorityId, until_on: date | None = None
    ) -> AuthorityRecord:
        """
        Say from which day on it no longer holds; by today when no day is given.

        The holder's yes lapses on that day; their no is reviewed, not dropped
        (domain section 2.6).  What is live on the strength of that yes comes down.
        So an end that was said is never put off: no yes runs on without a new ground.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            NotFound: There is no such authority for this caller.
            ImpossibleDates: It would end before it began, or later than was said.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            before, person = seen_authority(work, caller, authority_id)
            authority = before.authority
            ends_on = until_on or min(today(work, now), authority.until_on or date.max)
            check_span(person, authority.kind, authority.from_on, ends_on)
            check_order(ends_on, authority.until_on, "until_on", PUT_OFF)
            after = replace(before, authority=replace(authority, until_on=ends_on))
            if after == before:
                return before
            self.write(
                work, caller, EntryKind.AUTHORITY_ENDED, after, now, until_on=ends_on.isoformat()
            )
            work.commit()
        return after
