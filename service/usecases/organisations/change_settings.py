"""
Change the settings of the organisation.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.decision.powers import Scope
from service.errors import Conflict
from service.ledger.entry import EntryKind
from service.records.organisation import Organisation
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.details import changed
from service.usecases.organisations.organisation_details import (
    OrganisationDetails,
    checked_organisation,
)
from service.usecases.plain import differences, digest_of
from service.usecases.sight.people import needs_everybody


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """
    Change the settings of the organisation.
    """

    desk: Desk
    jurisdictions: Jurisdictions

    def __call__(
        self, caller: Caller, details: OrganisationDetails, seen: str = ""
    ) -> Organisation:
        """
        Change what was told and give the organisation as recorded.

        Args:
            seen: The digest of what whoever tells everything had before them; whoever
                tells single things leaves it out.

        Raises:
            Conflict: Something else was recorded since that was seen: a stricter rule
                must not go unnoticed.
            NotAllowed: The caller has no `admin` scope, or sees some units only.
            InvalidInput: Something told is unusable.
        """
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            before = work.organisations.current()
            if seen not in {"", digest_of(before)}:
                raise Conflict("Somebody changed the settings meanwhile: look at them again.")
            after = checked_organisation(changed(before, details), self.jurisdictions)
            if after == before:
                return before
            version = work.organisations.add(after, now, caller.actor.id)
            payload = {
                "version": version,
                "changed": differences(before, after),
                "digest": digest_of(after),
            }
            kind = EntryKind.ORGANISATION_SETTINGS_CHANGED
            self.desk.record.append(work, caller, kind, now, payload)
            work.commit()
        return after
