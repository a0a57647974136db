"""
Show an answer to whoever asked, at once and when they come back to it.

Where scripts run, the page that a form gave takes an address of its own at once: going
back to it then asks nothing of the browser.  The words of a post are stored nowhere, so
they stay with that page in the memory of the window; without them nothing is asked on,
for it would be about another post.
"""

from typing import Any, Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import ChannelId, CheckId, DraftId, PhotoId
from service.decision.terms import Answer
from service.errors import NotFound
from service.records.channels import ChannelRecord
from service.usecases.caller import Caller
from service.usecases.channels import QuotaLeft
from service.usecases.checks.question import MAX_PICTURES
from service.usecases.checks.read_checks import RecalledCheck
from service.usecases.registry import Registry
from service.web.listings import everything
from service.web.render import page
from service.web.staff.answers import Plain, asked_at, by_answer, pictures_of, shown
from service.web.staff.obstacles import hindered_by, obstacles_in
from service.web.staff.post import SentPost
from service.web.staff.previews import picture_response


@get("/checks/{check_id:str}/answer", sync_to_thread=True, operation_id="showOwnAnswer")
def show_own_answer(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    check_id: FromPath[str],
) -> Response[bytes]:
    """
    Show an answer again to whoever asked; a yes is never shown from memory.
    """
    recalled = registry.checks.recall_check(request.auth, CheckId(check_id))
    channels = list(recalled.outcome["channels"])
    sent = SentPost(
        draft_ids=tuple(map(DraftId, request.query_params.getall("draft", [])[:MAX_PICTURES])),
        channel="" if recalled.is_everywhere or not channels else channels[0],
        purpose=recalled.purpose,
        on=recalled.on,
        everywhere=recalled.is_everywhere,
    )
    return answer_page(request, registry, sent, recalled.outcome, recalled)


@get("/checks/{check_id:str}/photos/{photo_id:str}", sync_to_thread=True)
def show_seen_photo(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    check_id: FromPath[str],
    photo_id: FromPath[str],
) -> Response[bytes]:
    """
    Show the registered photo that a picture was recognised as.
    """
    content = registry.checks.get_seen_photo(request.auth, CheckId(check_id), PhotoId(photo_id))
    return picture_response(content)


def answer_page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    sent: SentPost,
    outcome: Plain,
    recalled: RecalledCheck | None = None,
) -> Response[bytes]:
    """
    Show the answer to a post, and where one goes on from it.

    Args:
        recalled: What is kept of the question, for whoever comes back.
    """
    everywhere = sent.everywhere or not sent.channel
    known = everything(registry.channels.list_channels, request.auth) if everywhere else ()
    names = {str(each.id): each.channel.name for each in known}
    record = None if everywhere else _record_of(registry, request.auth, sent.channel)
    drafts = list(map(str, sent.draft_ids))
    if recalled:
        drafts = _present(registry, request.auth, drafts)
    return page(
        request,
        "staff/answer.html",
        sent=sent,
        verdict=shown(outcome),
        check_id=outcome["check_id"],
        pictures=pictures_of(outcome, drafts),
        groups=by_answer(outcome, names) if everywhere else (),
        hindered=()
        if everywhere
        else hindered_by(obstacles_in(registry, request.auth, outcome["reasons"])),
        record=record,
        channel=record.channel.name if record else "",
        counted=None if everywhere else _counted(registry, request.auth, sent),
        answered_at=asked_at(outcome),
        zone=ZoneInfo(registry.organisations.get_settings(request.auth).time_zone),
        address="" if recalled else _address(outcome, sent),
        is_stale=recalled is not None and _says_yes(outcome),
        words_gone=recalled is not None and recalled.has_words,
        pictures_gone="" in drafts or len(drafts) != len(outcome["pictures"]),
    )


def _address(outcome: Plain, sent: SentPost) -> str:
    """
    Give where the answer is found again: nothing that was typed is in it.
    """
    drafts = urlencode([("draft", each) for each in sent.draft_ids])
    return f"/checks/{outcome['check_id']}/answer" + (f"?{drafts}" if drafts else "")


def _present(registry: Registry, caller: Caller, drafts: list[str]) -> list[str]:
    """
    Give the pictures that were sent, in their places; empty: its time is over.
    """
    known = {str(each.id) for each in registry.drafts.list_drafts(caller)}
    return [each if each in known else "" for each in drafts]


def _says_yes(outcome: Plain) -> bool:
    """
    Tell whether something may be published somewhere.
    """
    answers = {outcome["answer"], *(each["answer"] for each in outcome["channels"].values())}
    return Answer.PUBLISH.value in answers


def _counted(registry: Registry, caller: Caller, sent: SentPost) -> QuotaLeft | None:
    """
    Count what the quota of the channel leaves; none if it is in no register.
    """
    try:
        return registry.channels.count_quota(caller, ChannelId(sent.channel), sent.planned_on())
    except NotFound:
        return None


def _record_of(registry: Registry, caller: Caller, channel: str) -> ChannelRecord | None:
    """
    Give the channel that was asked about; none if it is in no register.
    """
    try:
        return registry.channels.get_channel(caller, ChannelId(channel))
    except NotFound:
        return None


ROUTES: Final = (show_own_answer, show_seen_photo)
