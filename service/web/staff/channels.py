"""
Keep the register of channels: where the house may publish at all.
"""

from collections.abc import Mapping
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import ActorId, ChannelId
from service.decision.powers import Scope
from service.decision.terms import Audience, Medium, PhotoPublisher, Purpose, QuotaWindow
from service.errors import AlreadyExists, InvalidInput
from service.records.channels import ChannelRecord
from service.records.reviews import ReviewKind
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.reviews import looks, may_look
from service.web.fields import Fields
from service.web.listings import everything
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.channel_form import EMPTY as UNTOUCHED
from service.web.staff.channel_form import SHOWN, Values, details_of, values_of, values_typed
from service.web.staff.review_box import UNTOUCHED as UNTYPED
from service.web.staff.review_box import Typed, box_of

PATH: Final = "/channels"


@get(PATH, sync_to_thread=True, operation_id="showChannels")
def show_channels(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List every channel, the open ones first.
    """
    found = everything(registry.channels.list_channels, request.auth)
    ordered = sorted(found, key=lambda each: (each.channel.closed, each.channel.name.casefold()))
    return page(
        request,
        "staff/channels.html",
        channels=ordered,
        due=len(registry.overviews.list_reviews(request.auth)) if looks(request.auth) else None,
        may_write=request.auth.may(Scope.CHANNELS_WRITE),
    )


@get(f"{PATH}/new", sync_to_thread=True, operation_id="showNewChannel")
def show_new_channel(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Show an empty form.
    """
    request.auth.narrowed(Scope.CHANNELS_WRITE)
    return _form(request, registry, UNTOUCHED)


@post(PATH, sync_to_thread=True, operation_id="registerChannelOnPage")
def register_channel(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Register a channel, or show what is wrong with the form.
    """
    try:
        made = registry.channels.register_channel(request.auth, details_of(fields))
    except (InvalidInput, AlreadyExists) as refused:
        return _form(request, registry, values_typed(fields), fault=_fault(refused))
    return see_other(f"{PATH}/{made.id}")


@get(f"{PATH}/{{channel_id:str}}", sync_to_thread=True, operation_id="showChannel")
def show_channel(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    channel_id: FromPath[str],
) -> Response[bytes]:
    """
    Show one channel with its rules.
    """
    return channel_page(request, registry, channel_id)


def channel_page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    channel_id: str,
    typed: Typed = UNTYPED,
) -> Response[bytes]:
    """
    Show one channel, and to its keepers when it was looked at.
    """
    record = registry.channels.get_channel(request.auth, ChannelId(channel_id))
    units = everything(registry.units.list_units, request.auth)
    review = None
    if may_look(request.auth, ReviewKind.CHANNEL, record.channel.unit_id):
        state = registry.reviews.get_channel_review(request.auth, record.channel.id)
        review = box_of(request.auth, state, f"{PATH}/{channel_id}", typed)
    return page(
        request,
        "staff/channel.html",
        status=422 if typed.is_wrong else 200,
        record=record,
        review=review,
        counted=registry.channels.count_quota(request.auth, record.channel.id),
        unit=next((each.name for each in units if each.id == record.channel.unit_id), ""),
        may_write=request.auth.has_in(Scope.CHANNELS_WRITE, record.channel.unit_id),
    )


@get(f"{PATH}/{{channel_id:str}}/change", sync_to_thread=True, operation_id="showChannelForm")
def show_channel_form(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    channel_id: FromPath[str],
) -> Response[bytes]:
    """
    Show the form as it is recorded.
    """
    record = registry.channels.get_channel(request.auth, ChannelId(channel_id))
    request.auth.needs_in(Scope.CHANNELS_WRITE, record.channel.unit_id)
    return _form(request, registry, values_of(record), record=record)


@post(f"{PATH}/{{channel_id:str}}/change", sync_to_thread=True, operation_id="changeChannelOnPage")
def change_channel(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    channel_id: FromPath[str],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Change a channel, or show what is wrong with the form.
    """
    record = registry.channels.get_channel(request.auth, ChannelId(channel_id))
    try:
        shown = {ActorId(each.id) for each in _members(registry, request.auth)}
        details = details_of(fields, record.channel.publisher_ids - shown)
        registry.channels.change_channel(request.auth, ChannelId(channel_id), details)
    except (InvalidInput, AlreadyExists) as refused:
        values = values_typed(fields)
        return _form(request, registry, values, record=record, fault=_fault(refused))
    return see_other(f"{PATH}/{channel_id}")


@post(f"{PATH}/{{channel_id:str}}/close", sync_to_thread=True, operation_id="closeChannelOnPage")
def close_channel(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    channel_id: FromPath[str],
) -> Response[bytes]:
    """
    Close a channel: nothing may be published there from now on.
    """
    registry.channels.close_channel(request.auth, ChannelId(channel_id))
    return see_other(f"{PATH}/{channel_id}")


@post(f"{PATH}/{{channel_id:str}}/reopen", sync_to_thread=True, operation_id="reopenChannelOnPage")
def reopen_channel(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    channel_id: FromPath[str],
) -> Response[bytes]:
    """
    Open a channel again.
    """
    registry.channels.reopen_channel(request.auth, ChannelId(channel_id))
    return see_other(f"{PATH}/{channel_id}")


def _fault(refused: InvalidInput | AlreadyExists) -> str:
    """
    Name the field at fault, as the form calls it.
    """
    if isinstance(refused, AlreadyExists):
        return "address-taken"
    field = (refused.field or "").partition(".")[0]
    return field if field in SHOWN else "general"


def _form(
    request: Request[Any, Caller, Any],
    registry: Registry,
    values: Values,
    *,
    record: ChannelRecord | None = None,
    fault: str = "",
) -> Response[bytes]:
    """
    Show the form of a channel, new or known.
    """
    return page(
        request,
        "staff/channel_form.html",
        status=422 if fault else 200,
        record=record,
        values=values,
        fault=fault,
        units=everything(registry.units.list_units, request.auth),
        members=_members(registry, request.auth),
        choices=_CHOICES,
    )


def _members(registry: Registry, caller: Caller) -> tuple[Member, ...]:
    """
    Give who can be named as a publisher, to whoever may know who works here.
    """
    if not any(caller.has_in(each, None) for each in (Scope.ADMIN, Scope.AUDIT)):
        return ()
    return tuple(each for each in everything(registry.staff.list_members, caller) if each.is_active)


_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "medium": tuple(each.value for each in Medium),
    "audience": tuple(each.value for each in Audience),
    "purposes": tuple(each.value for each in Purpose),
    "quota_window": tuple(each.value for each in QuotaWindow),
    "photo_publisher": tuple(each.value for each in PhotoPublisher),
}

ROUTES: Final = (
    show_channels,
    show_new_channel,
    register_channel,
    show_channel,
    show_channel_form,
    change_channel,
    close_channel,
    reopen_channel,
)
