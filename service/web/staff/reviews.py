"""
Say that a channel or form still holds, and list which are due.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from service.decision.ids import ChannelId
from service.errors import InvalidInput
from service.usecases.caller import Caller
from service.usecases.overviews import MAX_DAYS, NOTICE_DAYS
from service.usecases.registry import Registry
from service.usecases.reviews import AHEAD_DAYS
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.channels import channel_page
from service.web.staff.forms import form_page
from service.web.staff.people.reading import day
from service.web.staff.review_box import Typed

PATH: Final = "/lists/reviews"
DAYS: Final = (AHEAD_DAYS, NOTICE_DAYS, MAX_DAYS)


@get(PATH, sync_to_thread=True, operation_id="showReviewsPage")
def show_reviews(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    days: FromQuery[int] = AHEAD_DAYS,
) -> Response[bytes]:
    """
    List what is to be looked at again.
    """
    ahead = max(0, min(days, MAX_DAYS))
    return page(
        request,
        "staff/lists/reviews.html",
        found=registry.overviews.list_reviews(request.auth, ahead),
        days=ahead,
        choices=DAYS,
    )


@post("/channels/{channel_id:str}/review", sync_to_thread=True, operation_id="reviewChannelOnPage")
def review_channel(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    channel_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Say that a channel was looked at, or show what is wrong with the day.
    """
    try:
        registry.reviews.review_channel(
            request.auth, ChannelId(channel_id), day(fields, "next_on"), _version(fields)
        )
    except InvalidInput:
        return channel_page(request, registry, channel_id, _wrong(fields))
    return see_other(f"/channels/{channel_id}")


@post("/forms/{template_id:str}/review", sync_to_thread=True, operation_id="reviewFormOnPage")
def review_form(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    template_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Say that a form was looked at, or show what is wrong with the day.
    """
    try:
        registry.reviews.review_form(
            request.auth, template_id, day(fields, "next_on"), _version(fields)
        )
    except InvalidInput:
        return form_page(request, registry, template_id, _wrong(fields))
    return see_other(f"/forms/{template_id}")


def _version(fields: Fields) -> int:
    """
    Read which version stood on the page.

    Raises:
        InvalidInput: None did.
    """
    sent = fields["seen_version"]
    if not (sent.isascii() and sent.isdigit() and len(sent) < _MOST_DIGITS):
        raise InvalidInput("Say which version was looked at.", field="seen_version")
    return int(sent)


def _wrong(fields: Fields) -> Typed:
    return Typed(fields["next_on"], is_wrong=True)


_MOST_DIGITS: Final = 10
ROUTES: Final = (show_reviews, review_channel, review_form)
