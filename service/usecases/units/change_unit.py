"""
Change a unit.
"""

from dataclasses import dataclass

from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.organisation import Unit
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.details import changed
from service.usecases.plain import differences, digest_of
from service.usecases.ports.aftermath import Aftermath
from service.usecases.sight.people import needs_everybody
from service.usecases.units.unit_details import UnitDetails, checked_unit


@dataclass(frozen=True, slots=True)
class ChangeUnit:
    """
    Change a unit.
    """

    desk: Desk
    aftermath: Aftermath

    def __call__(self, caller: Caller, unit_id: UnitId, details: UnitDetails) -> Unit:
        """
        Change what was told and give the unit as recorded.

        Where its name reveals from now on what must be agreed to expressly, what is on
        its pages without that comes down (GDPR article 9).

        Raises:
            NotAllowed: The caller has no `admin` scope, or sees some units only.
            NotFound: There is no such unit.
            InvalidInput: Something told is unusable.
        """
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            before = work.organisations.units.get(unit_id)
            unit = checked_unit(changed(before, details))
            if unit == before:
                return before
            version = work.organisations.units.add(unit, now, caller.actor.id)
            payload = {
                "unit_id": unit.id,
                "version": version,
                "changed": differences(before, unit),
                "digest": digest_of(unit),
            }
            self.desk.record.append(work, caller, EntryKind.UNIT_CHANGED, now, payload)
            if unit.reveals_special_category and not before.reveals_special_category:
                self.aftermath.of_revealing_unit(work, caller, unit.id)
            work.commit()
        return unit
