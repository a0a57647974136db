"""
End an authority.
"""

from dataclasses import dataclass, replace
from datetime import date

from service.decision.ids import AuthorityId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.people import AuthorityRecord
from service.usecases.authorities.authority_details import check_span, seen_authority
from service.usecases.authorities.writing import AuthorityWriter
from service.usecases.caller import Caller
from service.usecases.days import today
from service.usecases.desk import Desk


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
        Say from which day on it no longer holds; today when no day is given.

        The holder's yes lapses on that day; their no is reviewed, not dropped
        (domain section 2.6).  What is live on the strength of that yes comes down.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            NotFound: There is no such authority for this caller.
            ImpossibleDates: It would end before it began.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            before, person = seen_authority(work, caller, authority_id)
            authority = before.authority
            ends_on = until_on or today(work, now)
            check_span(person, authority.kind, authority.from_on, ends_on)
            after = replace(before, authority=replace(authority, until_on=ends_on))
            if after == before:
                return before
            self.write(
                work, caller, EntryKind.AUTHORITY_ENDED, after, now, until_on=ends_on.isoformat()
            )
            work.commit()
        return after
