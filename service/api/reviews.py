"""
Reviews: who looked at a channel or form, and when it is due again.
"""

from datetime import date, datetime
from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from service.api.lists import Days
from service.api.requests import Once
from service.api.wire import Incoming
from service.decision.ids import ChannelId
from service.records.reviews import ReviewKind
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.reviews import AHEAD_DAYS, ReviewState


class ReviewIn(Incoming, frozen=True, kw_only=True):
    """
    That somebody looked, and found that it still holds.

    Left out: `next_on` is in a year, and `seen_version` the last one.
    """

    next_on: date | None = None
    seen_version: Annotated[int, Meta(ge=1, examples=[1])] | None = None


class ReviewOut(Struct, frozen=True, kw_only=True):
    """
    Who looked last (null: nobody yet), and when it is looked at again.

    `version` is the last one there is, `seen_version` the one that was looked at.  What is
    closed has no `due_on`.  `days` are those from today; below 0 it was due.
    """

    kind: ReviewKind
    id: str
    version: int
    seen_version: int | None
    reviewed_at: datetime | None
    reviewed_by: str | None
    due_on: date | None
    days: int | None

    @classmethod
    def of(cls, state: ReviewState) -> "ReviewOut":
        """
        Show it by ids.
        """
        subject, last = state.subject, state.last
        return cls(
            kind=subject.kind,
            id=subject.id,
            version=subject.version,
            seen_version=last.record.seen_version if last else None,
            reviewed_at=last.recorded_at if last else None,
            reviewed_by=last.recorded_by if last else None,
            due_on=state.due_on,
            days=state.days,
        )


class ReviewList(Struct, frozen=True):
    """
    What is to be looked at again, the longest due first.
    """

    items: list[ReviewOut]


@post("/channels/{channel_id:str}/review", operation_id="reviewChannel", sync_to_thread=True)
def review_channel(
    channel_id: FromPath[str],
    data: JSONBody[ReviewIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> ReviewOut:
    """
    Say of a channel that its rules still hold.

    What is registered, and the rules of its platform.  It changes no verdict and no
    version.  Whoever tells `seen_version` is refused with 409 where another one was
    recorded since.
    """
    told = (data.next_on, data.seen_version)
    state = registry.reviews.review_channel(once(data), ChannelId(channel_id), *told)
    return ReviewOut.of(state)


@get("/channels/{channel_id:str}/review", operation_id="getChannelReview", sync_to_thread=True)
def get_channel_review(
    channel_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ReviewOut:
    """
    Say when a channel was looked at, and when it will be.
    """
    return ReviewOut.of(registry.reviews.get_channel_review(caller, ChannelId(channel_id)))


@post("/forms/{template_id:str}/review", operation_id="reviewForm", sync_to_thread=True)
def review_form(
    template_id: FromPath[str],
    data: JSONBody[ReviewIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> ReviewOut:
    """
    Say of a form, by id or short name, that its last words still hold.

    Earlier versions are never due.
    """
    told = (data.next_on, data.seen_version)
    return ReviewOut.of(registry.reviews.review_form(once(data), template_id, *told))


@get("/forms/{template_id:str}/review", operation_id="getFormReview", sync_to_thread=True)
def get_form_review(
    template_id: FromPath[str], caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> ReviewOut:
    """
    Say when a form was looked at, and when it will be.
    """
    return ReviewOut.of(registry.reviews.get_form_review(caller, template_id))


@get("/lists/reviews", operation_id="listReviews", sync_to_thread=True)
def list_reviews(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry], days: Days = AHEAD_DAYS
) -> ReviewList:
    """
    List which channels and forms are to be looked at again.

    Due by now, and soon: those that the key may change, or audits.  Closed channels are
    never due, nor are forms that name closed channels alone.
    """
    found = registry.overviews.list_reviews(caller, days)
    return ReviewList([ReviewOut.of(each) for each in found])


ROUTES = Router(
    "/",
    route_handlers=[
        review_channel,
        get_channel_review,
        review_form,
        get_form_review,
        list_reviews,
    ],
    tags=["reviews"],
)
