"""
Ask everybody who may answer for a unit, and follow who did.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.campaigns import Asked
from service.usecases.caller import Caller
from service.usecases.families.asking import AskedOne, Asking, Candidate
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.units import is_unit_seen


@dataclass(frozen=True, slots=True)
class AskUnit:
    """
    Ask everybody who may answer for a unit.
    """

    asking: Asking

    def __call__(self, caller: Caller, unit_id: UnitId) -> tuple[AskedOne, ...]:
        """
        Send a link to whoever has not answered all; remind those asked long enough ago.

        In office hours, and nobody twice within five days.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is no such unit for this caller.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        desk, mail = self.asking.desk, self.asking.mail
        with desk.database.begin(caller.organisation_id) as work:
            now = desk.clock()
            for each in self._candidates(work, caller, unit_id, now):
                if each.is_due(now) and mail.reaches(each.reached):
                    self.asking.ask(work, caller, each, now)
            found = [each.told(mail) for each in self._candidates(work, caller, unit_id, now)]
            work.commit()
        return tuple(found)

    def follow(self, caller: Caller, unit_id: UnitId) -> tuple[AskedOne, ...]:
        """
        Say how far everybody is, without what they said.

        Raises:
            NotAllowed: The caller has no `consents:read` scope.
            NotFound: There is no such unit for this caller.
        """
        caller = caller.narrowed(Scope.CONSENTS_READ)
        desk, mail = self.asking.desk, self.asking.mail
        with desk.database.look(caller.organisation_id) as work:
            found = self._candidates(work, caller, unit_id, desk.clock())
            return tuple(each.told(mail) for each in found)

    def _candidates(
        self, work: UnitOfWork, caller: Caller, unit_id: UnitId, now: datetime
    ) -> Iterator[Candidate]:
        """
        Give everybody who may answer for somebody of the unit today.
        """
        if work.organisations.units.find(unit_id) is None or not is_unit_seen(caller, unit_id):
            raise NotFound("There is no such unit.")
        return self.asking.candidates(work, caller, Asked(unit_id), now)
