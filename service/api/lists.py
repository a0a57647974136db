"""
Lists to look through: what ends soon, what changed, what waits.
"""

from datetime import date, datetime
from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from msgspec import Struct

from service.api.consent_structs import ConsentOut
from service.api.requests import KnownAt, instant
from service.decision.ids import PendingId
from service.decision.terms import Capacity, Matter, Method
from service.decision.twins import PairVerdict
from service.usecases.caller import Caller
from service.usecases.consents import Waiting
from service.usecases.overviews import (
    MAX_DAYS,
    NOTICE_DAYS,
    Change,
    ChangeKind,
    Expiring,
    Milestone,
    Threshold,
)
from service.usecases.registry import Registry

Days = Annotated[int, QueryParameter(ge=0, le=MAX_DAYS, description="So many days ahead.")]


class ExpiringOut(Struct, frozen=True):
    """
    One yes that still counts, and the last day on which it does.
    """

    person_id: str
    act_id: str
    on: date
    days: int
    lacks_scan: bool

    @classmethod
    def of(cls, found: Expiring) -> "ExpiringOut":
        """
        Show it by ids.
        """
        return cls(found.person.id, found.act.id, found.on, found.days, found.lacks_scan)


class ExpiringList(Struct, frozen=True):
    """
    What ends soon, the soonest first.
    """

    items: list[ExpiringOut]


class MilestoneOut(Struct, frozen=True):
    """
    One person reaches an age at which somebody else must answer.
    """

    person_id: str
    threshold: Threshold
    on: date
    days: int

    @classmethod
    def of(cls, found: Milestone) -> "MilestoneOut":
        """
        Show it by id.
        """
        return cls(found.person.id, found.threshold, found.on, found.days)


class MilestoneList(Struct, frozen=True):
    """
    Who comes of age, the soonest first.
    """

    items: list[MilestoneOut]


class ChangeOut(Struct, frozen=True):
    """
    Something that was recorded.
    """

    kind: ChangeKind
    at: datetime
    by: str
    what: str
    person_id: str | None
    is_new: bool

    @classmethod
    def of(cls, change: Change) -> "ChangeOut":
        """
        Show it without the person's name.
        """
        return cls(change.kind, change.at, change.by, change.what, change.person_id, change.is_new)


class ChangeList(Struct, frozen=True):
    """
    What changed, the newest first.
    """

    items: list[ChangeOut]


class DuplicatesOut(Struct, frozen=True):
    """
    Records that look like those of one person.

    `verdict` says whether it was said of two that they are.
    """

    person_ids: list[str]
    verdict: PairVerdict | None = None


class DuplicatesList(Struct, frozen=True):
    """
    Who may be entered twice, by name.
    """

    items: list[DuplicatesOut]


class PendingOut(Struct, frozen=True, kw_only=True):
    """
    A yes that a colleague entered and another must confirm.
    """

    id: str
    person_id: str
    signatory_id: str
    capacity: Capacity
    method: Method
    signed_on: date
    proposed_at: datetime
    proposed_by: str
    matters: list[Matter]
    channel_ids: list[str]
    group_ids: list[str]
    has_evidence: bool
    is_own: bool

    @classmethod
    def of(cls, waiting: Waiting) -> "PendingOut":
        """
        Show it by ids.
        """
        pending = waiting.pending
        return cls(
            id=pending.id,
            person_id=pending.person_id,
            signatory_id=pending.signatory_id,
            capacity=pending.capacity,
            method=pending.method,
            signed_on=pending.signed_on,
            proposed_at=pending.proposed_at,
            proposed_by=waiting.proposed_by,
            matters=sorted({each for part in pending.parts for each in part.matters}),
            channel_ids=sorted({each for part in pending.parts for each in part.channel_ids}),
            group_ids=sorted({each for part in pending.parts for each in part.group_ids}),
            has_evidence=bool(pending.media_type),
            is_own=waiting.is_own,
        )


class PendingList(Struct, frozen=True):
    """
    All answers that wait for a second member of staff.
    """

    items: list[PendingOut]


class ConfirmedOut(Struct, frozen=True):
    """
    What was recorded by confirming.
    """

    items: list[ConsentOut]


@get("/expiring", operation_id="listExpiring", sync_to_thread=True)
def list_expiring(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry], days: Days = NOTICE_DAYS
) -> ExpiringList:
    """
    List which yes ends soon.
    """
    found = registry.overviews.list_expiring(caller, days)
    return ExpiringList([ExpiringOut.of(each) for each in found])


@get("/coming-of-age", operation_id="listComingOfAge", sync_to_thread=True)
def list_coming_of_age(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry], days: Days = NOTICE_DAYS
) -> MilestoneList:
    """
    List whose age soon changes who must answer.
    """
    found = registry.overviews.list_coming_of_age(caller, days)
    return MilestoneList([MilestoneOut.of(each) for each in found])


@get("/changes", operation_id="listChanges", sync_to_thread=True)
def list_changes(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry], since: KnownAt = None
) -> ChangeList:
    """
    List what was recorded since an instant; left out, in the last week.
    """
    found = registry.overviews.list_changes(caller, instant(since, "since"))
    return ChangeList([ChangeOut.of(each) for each in found])


@get("/duplicates", operation_id="listDuplicates", sync_to_thread=True)
def list_duplicates(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> DuplicatesList:
    """
    List who may be entered twice.

    The same name, born the same day; or without a birth date, and with a unit in common.
    Two who were told apart do not stand together; who is one person (`same`) stays until
    one of the records is erased.
    """
    found = registry.overviews.list_duplicates(caller)
    return DuplicatesList(
        [DuplicatesOut([one.id for one in each.people], each.verdict) for each in found]
    )


@get("/confirmations", operation_id="listConfirmations", sync_to_thread=True)
def list_confirmations(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> PendingList:
    """
    List the answers that wait for a second member of staff.
    """
    found = registry.consents.list_pending_answers(caller)
    return PendingList([PendingOut.of(each) for each in found])


@post(
    "/confirmations/{pending_id:str}/confirm",
    operation_id="confirmAnswer",
    status_code=200,
    sync_to_thread=True,
)
def confirm_answer(
    pending_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ConfirmedOut:
    """
    Confirm a yes that a colleague entered: it counts from then on.
    """
    acts = registry.consents.confirm_answer(caller, PendingId(pending_id))
    return ConfirmedOut([ConsentOut.of(each) for each in acts])


@post(
    "/confirmations/{pending_id:str}/decline",
    operation_id="declineAnswer",
    status_code=204,
    sync_to_thread=True,
)
def decline_answer(
    pending_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> None:
    """
    Decline it: it is deleted with its scan, and never counted.
    """
    registry.consents.decline_answer(caller, PendingId(pending_id))


ROUTES = Router(
    "/lists",
    route_handlers=[
        list_expiring,
        list_coming_of_age,
        list_changes,
        list_duplicates,
        list_confirmations,
        confirm_answer,
        decline_answer,
    ],
    tags=["lists"],
)
