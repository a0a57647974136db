"""
Let go what a plan shows, exactly that.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.decision.retention import KeptClass, Retention
from service.errors import Conflict, NotFound
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.retention.planning import Plan, PlannedClass, planned
from service.usecases.sight.people import needs_everybody

Erase = Callable[[Caller, PersonId], object]
"""Erase one person, unless a legal hold keeps them."""


@dataclass(frozen=True, slots=True)
class ApplyRetention:
    """
    Let go what a plan shows.
    """

    desk: Desk
    retention: Retention
    erase_person: Erase

    def __call__(self, caller: Caller, digest: str) -> Mapping[KeptClass, int]:
        """
        Destroy exactly what the plan with this digest shows; count it by class.

        People go one by one, after everything else: what a crash leaves is in the next
        plan.

        Raises:
            NotAllowed: The caller has no `admin` scope, or sees some units only.
            Conflict: Something changed since, or it is another day: look again.
        """
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            # Whoever places a hold does so before this is planned, or after it is done.
            now = self.desk.now_alone(work)
            plan = planned(work, self.retention, now)
            if plan.digest != digest:
                message = "What would go has changed since this was shown: look again."
                raise Conflict(message, field="plan")
            done = self._drop(work, caller, plan, now)
            work.commit()
        people = plan.of(KeptClass.FORMER_PEOPLE)
        if people.due:
            done[KeptClass.FORMER_PEOPLE] = self._erase(caller, plan, people)
        return done

    def _drop(
        self, work: UnitOfWork, caller: Caller, plan: Plan, now: datetime
    ) -> dict[KeptClass, int]:
        """
        Destroy everything but people, with a line of the log for each class.
        """
        drops: dict[KeptClass, Callable[[Sequence[str], datetime], None]] = {
            KeptClass.EVIDENCE: work.outlived.drop_evidence,
            KeptClass.CHECKS: work.outlived.drop_checks,
            KeptClass.COMPLAINTS: work.outlived.drop_complaints,
        }
        done = dict[KeptClass, int]()
        for kept_class, drop in drops.items():
            part = plan.of(kept_class)
            if part.due:
                drop(part.due, now)
                done[kept_class] = len(part.due)
                self._write(work, caller, plan, part, len(part.due), now)
        return done

    def _erase(self, caller: Caller, plan: Plan, people: PlannedClass) -> int:
        """
        Erase those who left; whom a hold reached meanwhile stays.
        """
        count = 0
        for each in people.due:
            try:
                self.erase_person(caller, PersonId(each))
            except (Conflict, NotFound):
                continue
            count += 1
        with self.desk.database.begin(caller.organisation_id) as work:
            self._write(work, caller, plan, people, count, self.desk.clock())
            work.commit()
        return count

    def _write(
        self,
        work: UnitOfWork,
        caller: Caller,
        plan: Plan,
        part: PlannedClass,
        count: int,
        now: datetime,
    ) -> None:
        rule = part.rule
        payload = {
            "class": rule.kept_class.value,
            "count": count,
            "held": part.held,
            "kept_days": rule.kept_for.days,
            "plan": plan.digest,
            "source": rule.source,
        }
        self.desk.record.append(work, caller, EntryKind.RETENTION_APPLIED, now, payload)
