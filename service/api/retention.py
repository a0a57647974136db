"""
Retention: what has been kept long enough, shown first, then destroyed.
"""

from datetime import date, timedelta
from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct

from service.api.wire import Incoming
from service.decision.retention import KeptClass
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.retention import Plan, PlannedClass

NOTE = "text/plain; charset=utf-8"
Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$", examples=["0" * 64])]
MAX_NOTE = 1_000_000
"""Letters: some twenty thousand erasures."""
MAX_NOTE_BYTES = 6 * MAX_NOTE + 1024
"""JSON may write each letter in six bytes."""
ErasedNote = Annotated[str, Meta(max_length=MAX_NOTE, examples=["obstat erasures 1\n..."])]


class PlannedClassOut(Struct, frozen=True, kw_only=True):
    """
    What of one class would go.
    """

    kept_class: KeptClass
    kept_days: float
    source: str
    automatic: bool
    count: int
    held: int
    oldest_on: date | None
    newest_on: date | None

    @classmethod
    def of(cls, part: PlannedClass) -> "PlannedClassOut":
        """
        Show one class.
        """
        return cls(
            kept_class=part.rule.kept_class,
            kept_days=part.rule.kept_for / timedelta(days=1),
            source=part.rule.source,
            automatic=part.rule.is_automatic,
            count=len(part.due),
            held=part.held,
            oldest_on=part.oldest_on,
            newest_on=part.newest_on,
        )


class PlanOut(Struct, frozen=True, kw_only=True):
    """
    What would go today; `plan` is what applying it needs.
    """

    on: date
    plan: str
    count: int
    classes: list[PlannedClassOut]

    @classmethod
    def of(cls, plan: Plan) -> "PlanOut":
        """
        Show a plan.
        """
        classes = [PlannedClassOut.of(each) for each in plan.classes]
        return cls(on=plan.on, plan=plan.digest, count=plan.count, classes=classes)


class ApplyIn(Incoming, frozen=True):
    """
    The plan that was shown.
    """

    plan: Digest


class AppliedOut(Struct, frozen=True):
    """
    How many records of each class are gone.
    """

    gone: dict[str, int]


class ErasedIn(Incoming, frozen=True):
    """
    The list of what was erased, as it was handed out.
    """

    erased: ErasedNote


class ReappliedOut(Struct, frozen=True):
    """
    What was erased again, was not there, or is kept by a hold.
    """

    erased: int
    gone: int
    kept: list[str]


@get("/plan", operation_id="planRetention", sync_to_thread=True)
def plan_retention(caller: NamedDependency[Caller], registry: NamedDependency[Registry]) -> PlanOut:
    """
    Show what has been kept long enough, class by class; nothing is changed.
    """
    return PlanOut.of(registry.retention.plan_retention(caller))


@post("/apply", operation_id="applyRetention", status_code=200, sync_to_thread=True)
def apply_retention(
    data: JSONBody[ApplyIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> AppliedOut:
    """
    Destroy exactly what a plan shows; refused if anything changed since.
    """
    done = registry.retention.apply_retention(caller, data.plan)
    return AppliedOut({each.value: count for each, count in done.items()})


@get("/erased", operation_id="listErased", sync_to_thread=True, media_type=NOTE)
def list_erased(caller: NamedDependency[Caller], registry: NamedDependency[Registry]) -> str:
    """
    Give a signed list of what was erased, to be kept beside backups.

    It names nobody.  Whoever restores an older backup applies it.
    """
    return registry.retention.list_erased(caller)


@post(
    "/reapply",
    operation_id="reapplyErasures",
    status_code=200,
    sync_to_thread=True,
    request_max_body_size=MAX_NOTE_BYTES,
)
def reapply_erasures(
    data: JSONBody[ErasedIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ReappliedOut:
    """
    Erase again what a restored backup brought back.
    """
    done = registry.retention.reapply_erasures(caller, data.erased)
    return ReappliedOut(done.erased, done.gone, list(done.kept))


ROUTES = Router(
    "/retention",
    route_handlers=[plan_retention, apply_retention, list_erased, reapply_erasures],
    tags=["retention"],
)
