"""
Enter a unit.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.records.organisation import Unit
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.details import entered
from service.usecases.plain import digest_of
from service.usecases.recording import keep, recall
from service.usecases.sight.people import needs_everybody
from service.usecases.units.unit_details import UnitDetails, checked_unit


@dataclass(frozen=True, slots=True)
class EnrolUnit:
    """
    Enter a unit.
    """

    desk: Desk

    def __call__(self, caller: Caller, details: UnitDetails) -> Unit:
        """
        Enter a unit and give it as recorded.

        Raises:
            NotAllowed: The caller has no `admin` scope, or sees some units only.
            InvalidInput: Something needed is missing or unusable.
        """
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        unit = checked_unit(entered(Unit, details, id=self.desk.new_id()))
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            if made_before := recall(work, caller):
                return work.organisations.units.get(made_before)
            version = work.organisations.units.add(unit, now, caller.actor.id)
            payload = {"unit_id": unit.id, "version": version, "digest": digest_of(unit)}
            self.desk.record.append(work, caller, EntryKind.UNIT_CREATED, now, payload)
            keep(work, caller, unit.id, now)
            work.commit()
        return unit
