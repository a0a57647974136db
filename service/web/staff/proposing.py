"""
Propose a post that was checked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from service.decision.ids import CheckId, PhotoId
from service.decision.terms import Purpose
from service.errors import InvalidInput, NotPublishable
from service.records.channels import ChannelRecord
from service.usecases.caller import Caller
from service.usecases.channels import QuotaLeft
from service.usecases.proposals import ProposalDetails
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.errand import along

NEW: Final = "/proposals/new"
MAX_FORM_BYTES: Final = 256 * 1024
_FIELDS: Final = frozenset({"text", "alt_texts", "checklist", "on", "channel"})


@dataclass(frozen=True, slots=True)
class Typed:
    """
    What stands in the form, kept so that nothing is typed twice.
    """

    check_id: str
    caption: str = ""
    purpose: str = Purpose.INFORMATION.value
    on: str = ""
    alt_texts: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    post: Mapping[str, str] = field(default_factory=dict)
    """The post as it was checked, for whoever goes back to it."""

    @classmethod
    def of(cls, fields: Fields) -> "Typed":
        """
        Read the form.
        """
        return cls(
            check_id=fields["check"],
            caption=fields["caption"].replace("\r\n", "\n"),
            purpose=fields["purpose"] or Purpose.INFORMATION.value,
            on=fields["on"],
            alt_texts=tuple(each.strip() for each in fields.many("alt")),
            ticked=fields.many("tick"),
            post=along(fields),
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """
    What the check says that was asked before: where, and which photos.
    """

    channel: ChannelRecord | None
    photo_ids: tuple[str, ...]
    is_registered: bool
    """Every picture is a registered photo, or a true copy of one: not merely like it."""


@get(NEW, sync_to_thread=True, operation_id="showNewProposal")
def show_new_proposal(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    check: FromQuery[str] = "",
    purpose: FromQuery[str] = Purpose.INFORMATION.value,
) -> Response[bytes]:
    """
    Show a proposal with the photos and the channel of a check.
    """
    return _form(request, registry, Typed(check, purpose=purpose))


@post(
    NEW,
    sync_to_thread=True,
    status_code=200,
    operation_id="continueToProposal",
    request_max_body_size=MAX_FORM_BYTES,
)
def continue_to_proposal(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Show the same with the caption; nothing is proposed yet.
    """
    return _form(request, registry, Typed.of(fields))


@post(
    "/proposals",
    sync_to_thread=True,
    operation_id="proposePostOnPage",
    request_max_body_size=MAX_FORM_BYTES,
)
def propose_post(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Propose the post, and show where it is now.
    """
    typed = Typed.of(fields)
    try:
        details = _details(_checked(registry, request.auth, typed), typed)
        story = registry.proposals.propose_post(request.auth, details)
    except NotPublishable:
        return _form(request, registry, typed, fault="refused")
    except InvalidInput as refused:
        fault = refused.field if refused.field in _FIELDS else "text"
        return _form(request, registry, typed, fault=str(fault))
    return see_other(f"/proposals/{story.proposal.id}")


def _details(checked: Checked, typed: Typed) -> ProposalDetails:
    """
    Put the proposal together.

    Raises:
        InvalidInput: The day is none, or no channel was asked about.
    """
    if checked.channel is None:
        raise InvalidInput("No channel was asked about.", field="channel")
    try:
        planned_on = date.fromisoformat(typed.on) if typed.on else None
        purpose = Purpose(typed.purpose)
    except ValueError:
        raise InvalidInput("This is no date.", field="on") from None
    lines = checked.channel.channel.checklist
    return ProposalDetails(
        channel=checked.channel.id,
        purpose=purpose,
        photo_ids=tuple(map(PhotoId, checked.photo_ids)),
        caption=typed.caption,
        alt_texts=typed.alt_texts,
        planned_on=planned_on,
        checklist=tuple(line for number, line in enumerate(lines) if str(number) in typed.ticked),
    )


def _checked(registry: Registry, caller: Caller, typed: Typed) -> Checked:
    """
    Read the check again that the proposal comes from.

    Raises:
        NotFound: It is not one of the caller's.
    """
    outcome = registry.checks.get_check(caller, CheckId(typed.check_id))
    found = [each["photo_id"] for each in outcome["pictures"]]
    channels = list(outcome["channels"])
    usable = {each.id: each for each in registry.checks.list_usable_channels(caller).channels}
    return Checked(
        channel=usable.get(channels[0]) if len(channels) == 1 else None,
        photo_ids=tuple(dict.fromkeys(each for each in found if each is not None)),
        is_registered=None not in found,
    )


def _counted(
    registry: Registry, caller: Caller, checked: Checked, typed: Typed
) -> QuotaLeft | None:
    """
    Count what the quota of the channel leaves; none where the day is none.
    """
    if checked.channel is None:
        return None
    try:
        on = date.fromisoformat(typed.on) if typed.on else None
        return registry.channels.count_quota(caller, checked.channel.channel.id, on)
    except (ValueError, InvalidInput):
        return None


def _form(
    request: Request[Any, Caller, Any], registry: Registry, typed: Typed, *, fault: str = ""
) -> Response[bytes]:
    """
    Show the form with what stands in it, and what is wrong with it.
    """
    checked = _checked(registry, request.auth, typed)
    alts = [*typed.alt_texts, *[""] * len(checked.photo_ids)]
    return page(
        request,
        "staff/proposal_new.html",
        status=422 if fault else 200,
        typed=typed,
        post=typed.post,
        fault=fault,
        channel=checked.channel,
        counted=_counted(registry, request.auth, checked, typed),
        is_registered=checked.is_registered,
        photos=list(zip(checked.photo_ids, alts, strict=False)),
        purposes=[each.value for each in Purpose],
    )


ROUTES: Final = (show_new_proposal, continue_to_proposal, propose_post)
