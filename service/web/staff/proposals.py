"""
Show what is proposed: the queue of a publisher, and one's own.
"""

from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from service.decision.ids import PhotoId, ProposalId
from service.decision.powers import Scope
from service.decision.proposing import APPROVED, State
from service.errors import Conflict, InvalidInput, NotAllowed, NotFound, NotPublishable
from service.records.channels import ChannelRecord
from service.records.paging import MAX_PAGE, Page, every
from service.records.proposals import ProposalStory
from service.usecases.caller import Caller
from service.usecases.proposals import ReleaseDetails
from service.usecases.registry import Registry
from service.web.fields import NOTHING, Fields
from service.web.listings import everything
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.previews import picture_response
from service.web.staff.publications import published_as, readable

PATH: Final = "/proposals"
MAX_FORM_BYTES: Final = 128 * 1024
WAITING: Final = (
    State.PROPOSED,
    State.APPROVED_ONCE,
    State.DUE,
    State.BLOCKED,
    State.APPROVED,
)
"""What a publisher still has to do, the first first."""


@get(PATH, sync_to_thread=True, operation_id="showProposals")
def show_proposals(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    channel: FromQuery[str] = "",
) -> Response[bytes]:
    """
    List what waits for the caller, and what they proposed.
    """
    caller = request.auth
    which = {"channel_id": channel} if channel else {}
    queue = _queue(registry, caller, which) if _looks_after_some(caller) else None
    latest = Page(limit=MAX_PAGE, filters=which, newest_first=True)
    return page(
        request,
        "staff/proposals.html",
        queue=queue,
        mine=registry.proposals.list_proposals(caller, latest, mine=True).items,
        chosen=channel,
        channels=_channel_names(registry, caller),
        zone=_zone(registry, caller),
    )


@get(f"{PATH}/{{proposal_id:str}}", sync_to_thread=True, operation_id="showProposal")
def show_proposal(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    proposal_id: FromPath[str],
) -> Response[bytes]:
    """
    Show one proposal, and what the caller may do with it.
    """
    return _page(request, registry, proposal_id)


@get(f"{PATH}/{{proposal_id:str}}/photos/{{photo_id:str}}", sync_to_thread=True)
def show_proposed_photo(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    proposal_id: FromPath[str],
    photo_id: FromPath[str],
) -> Response[bytes]:
    """
    Show a photo of a proposal: to a publisher, and to whoever proposed it.
    """
    caller = request.auth
    proposal = registry.proposals.get_proposal(caller, ProposalId(proposal_id)).proposal
    if proposal.proposed_by == caller.actor.id:
        content = registry.checks.get_seen_photo(caller, proposal.check_id, PhotoId(photo_id))
    else:
        content = registry.photos.get_preview.of_proposal(caller, proposal.id, PhotoId(photo_id))
    return picture_response(content)


@post(
    f"{PATH}/{{proposal_id:str}}/{{step:str}}",
    sync_to_thread=True,
    operation_id="moveProposalOnPage",
    request_max_body_size=MAX_FORM_BYTES,
)
def move_proposal(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    proposal_id: FromPath[str],
    step: FromPath[str],
) -> Response[bytes]:
    """
    Approve, send back, withdraw or release; show where it is then.
    """
    try:
        location = _moved(registry, request.auth, ProposalId(proposal_id), step, fields)
    except NotPublishable:
        return _page(request, registry, proposal_id, fields, fault="not-publishable")
    except InvalidInput as refused:
        return _page(request, registry, proposal_id, fields, fault=refused.field or "note")
    except NotAllowed:
        return _page(request, registry, proposal_id, fault="own")
    except Conflict:
        return _page(request, registry, proposal_id, fault="moved")
    return see_other(location)


def _moved(registry: Registry, caller: Caller, which: ProposalId, step: str, fields: Fields) -> str:
    """
    Take a step with a proposal; give where it is seen.

    Raises:
        NotFound: There is no such step.
    """
    steps = registry.proposals
    if step == "release":
        made = steps.release_proposal(
            caller, which, ReleaseDetails(fields["where"], published_as(fields))
        )
        return f"/publications/{made.id}"
    if step == "approve":
        steps.approve_proposal(caller, which)
    elif step == "send-back":
        steps.send_back_proposal(caller, which, fields["note"])
    elif step == "withdraw":
        steps.withdraw_proposal(caller, which)
    else:
        raise NotFound("A proposal takes no such step.")
    return f"{PATH}/{which}"


def _page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    proposal_id: str,
    typed: Fields = NOTHING,
    *,
    fault: str = "",
) -> Response[bytes]:
    """
    Show a proposal, and what went wrong with the last step; what was typed stays.
    """
    caller = request.auth
    story = registry.proposals.get_proposal(caller, ProposalId(proposal_id))
    proposal = story.proposal
    publishes = caller.has_in(Scope.PUBLICATIONS_WRITE, proposal.unit_id)
    is_own = proposal.proposed_by == caller.actor.id
    return page(
        request,
        "staff/proposal.html",
        status=422 if fault else 200,
        story=story,
        fault=fault,
        typed=typed,
        photos=_photos(story) if is_own or caller.may(Scope.PHOTOS_READ) else [],
        channel=_channels(registry, caller).get(proposal.channel_id),
        counted=registry.channels.count_quota(caller, proposal.channel_id, proposal.planned_on)
        if story.state.is_open
        else None,
        zone=_zone(registry, caller),
        readable=readable(registry, caller, (each.publication_id for each in story.events)),
        may_approve=publishes and registry.proposals.may_approve(caller, story),
        may_release=publishes and story.state in APPROVED and not story.approvals.is_missing_some,
        may_send_back=publishes and story.state.is_open,
        may_withdraw=is_own and story.state.is_open,
    )


def _photos(story: ProposalStory) -> list[tuple[str, str]]:
    """
    Give each photo with what it shows in words, as far as that is kept.
    """
    alts = story.words.alt_texts if story.words else ("",) * len(story.proposal.photo_ids)
    return [
        (str(photo_id), alt) for photo_id, alt in zip(story.proposal.photo_ids, alts, strict=True)
    ]


def _queue(
    registry: Registry, caller: Caller, which: dict[str, str]
) -> list[tuple[str, tuple[ProposalStory, ...]]]:
    """
    Give what waits, by state; each the oldest first.
    """
    listed = partial(registry.proposals.list_proposals, caller)
    return [(each.value, tuple(every(listed, None, state=each.value, **which))) for each in WAITING]


def _looks_after_some(caller: Caller) -> bool:
    """
    Tell whether the caller reads publications anywhere.
    """
    reach = caller.actor.reach.narrowed(Scope.PUBLICATIONS_READ)
    return Scope.PUBLICATIONS_READ in reach.scopes


def _channel_names(registry: Registry, caller: Caller) -> dict[str, str]:
    return {key: each.channel.name for key, each in _channels(registry, caller).items()}


def _channels(registry: Registry, caller: Caller) -> dict[str, ChannelRecord]:
    return {each.id: each for each in everything(registry.channels.list_channels, caller)}


def _zone(registry: Registry, caller: Caller) -> ZoneInfo:
    return ZoneInfo(registry.organisations.get_settings(caller).time_zone)


ROUTES: Final = (show_proposals, show_proposal, show_proposed_photo, move_proposal)
