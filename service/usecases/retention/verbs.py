"""
Hold the verbs about how long things are kept.
"""

from dataclasses import dataclass

from service.decision.jurisdiction import Jurisdictions
from service.decision.retention import Retention
from service.usecases.desk import Desk
from service.usecases.ledger import HouseKey
from service.usecases.people import ErasePerson
from service.usecases.photos import ErasePhoto
from service.usecases.ports.aftermath import Aftermath
from service.usecases.retention.apply_retention import ApplyRetention
from service.usecases.retention.list_erased import ListErased
from service.usecases.retention.plan_retention import PlanRetention
from service.usecases.retention.reapply_erasures import Erasers, ReapplyErasures
from service.usecases.staff import DeactivateMember, EraseMember, Gate


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionVerbs:
    """
    Every such verb as a field: `registry.retention.plan_retention`.
    """

    plan_retention: PlanRetention
    apply_retention: ApplyRetention
    list_erased: ListErased
    reapply_erasures: ReapplyErasures


def retention_verbs(
    desk: Desk,
    retention: Retention,
    key: HouseKey,
    law: Jurisdictions,
    aftermath: Aftermath,
    gate: Gate,
) -> RetentionVerbs:
    """
    Give each verb its ports.
    """
    erasers = Erasers(
        ErasePerson(desk, law, aftermath, again=True),
        ErasePhoto(desk, aftermath),
        EraseMember(gate),
        DeactivateMember(gate),
    )
    return RetentionVerbs(
        plan_retention=PlanRetention(desk, retention),
        apply_retention=ApplyRetention(desk, retention, erasers.person),
        list_erased=ListErased(desk.database, key),
        reapply_erasures=ReapplyErasures(desk.database, key, erasers),
    )
