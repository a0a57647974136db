"""
Check a post: the front page of staff.
"""

from dataclasses import replace
from functools import partial
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency, Provide

from service.decision.ids import DraftId
from service.decision.terms import Purpose
from service.errors import BadImage, InvalidInput
from service.http.lane import Lane
from service.usecases.caller import Caller
from service.usecases.checks import CheckQuestion, Upload
from service.usecases.registry import Registry
from service.web.navigation import first_steps_for
from service.web.protection import FROM_ANYWHERE
from service.web.render import page
from service.web.staff.own_answer import answer_page
from service.web.staff.post import MAX_FORM_BYTES, SentPost, provide_shared, read_post

PURPOSES: Final = tuple(each.value for each in Purpose)
_FIELDS: Final = frozenset({"on", "purpose", "channel", "image", "text"})


@get("/", sync_to_thread=True, operation_id="showCheckPage")
def show_check_page(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Show an empty post to put together.
    """
    return _form(request, registry, SentPost())


@post(
    "/check",
    status_code=200,
    operation_id="checkPostOnPage",
    request_max_body_size=MAX_FORM_BYTES,
)
async def check_post(request: Request[Any, Caller, Any]) -> Response[bytes]:
    """
    Answer at once, on the page that the form leads to; `own_answer.py` has its address.
    """
    # No dependency: the framework takes longer to provide one than it takes to read it.
    sent, state = await read_post(request), request.app.state
    answer = partial(_answered, request, state.registry, sent)
    # Pictures are waited for: not in the way of those who only ask about words.
    if sent.pictures or sent.draft_ids:
        return await sync_to_thread(answer)
    lane: Lane = state.lane
    return await lane.run(answer)


@post(
    "/share",
    sync_to_thread=True,
    status_code=200,
    operation_id="shareToCheckPage",
    request_max_body_size=MAX_FORM_BYTES,
    dependencies={"sent": Provide(provide_shared)},
    opt={FROM_ANYWHERE: True},
)
def share_pictures(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    sent: NamedDependency[SentPost],
) -> Response[bytes]:
    """
    Take what a phone shares into drafts, and show the form.

    Nothing is asked yet (threat T5).
    """
    sent, unread = _kept(registry, request.auth, sent)
    return _form(request, registry, sent, unread=unread)


@post(
    "/check/change",
    status_code=200,
    operation_id="changePostOnPage",
    request_max_body_size=MAX_FORM_BYTES,
)
async def change_post(request: Request[Any, Caller, Any]) -> Response[bytes]:
    """
    Give the post back to whoever goes on with it; nothing is asked.
    """
    sent = await read_post(request)
    return await sync_to_thread(partial(_given_back, request, request.app.state.registry, sent))


def _kept(registry: Registry, caller: Caller, sent: SentPost) -> tuple[SentPost, list[str]]:
    """
    Keep what was sent as drafts; name what cannot be read.
    """
    kept, unread = list(sent.draft_ids), list[str]()
    for each in sent.pictures:
        try:
            kept.append(registry.drafts.add_draft(caller, Upload(each.content, each.filename)).id)
        except BadImage:
            unread.append(each.filename)
    return sent.with_drafts(tuple(kept)), unread


def _given_back(
    request: Request[Any, Caller, Any], registry: Registry, sent: SentPost
) -> Response[bytes]:
    """
    Show the form with the post in it, and say what is no longer kept.
    """
    present = _present(registry, request.auth, sent)
    faults = {"image": "check.fault-gone"} if present != sent else {}
    kept, unread = _kept(registry, request.auth, present)
    return _form(request, registry, kept, unread=unread, faults=faults)


def _answered(
    request: Request[Any, Caller, Any], registry: Registry, sent: SentPost
) -> Response[bytes]:
    """
    Keep what was sent as drafts, check it, and show the answer or what is wrong.
    """
    present = _present(registry, request.auth, sent)
    if present != sent:
        return _form(request, registry, present, faults={"image": "check.fault-gone"})
    fresh = tuple(Upload(each.content, each.filename) for each in sent.pictures)
    kept = tuple(registry.drafts.add_draft(request.auth, each, unseen=True).id for each in fresh)
    sent = sent.with_drafts((*sent.draft_ids, *kept))
    try:
        outcome = registry.checks.check_post(
            request.auth, _question(registry, request.auth, sent, fresh)
        )
    except BadImage:
        sent, unread = _readable(registry, request.auth, sent)
        return _form(request, registry, sent, unread=unread)
    except InvalidInput as refused:
        field = refused.field if refused.field in _FIELDS else "image"
        return _form(request, registry, sent, faults={str(field): f"check.fault-{field}"})
    return answer_page(request, registry, sent, outcome)


def _present(registry: Registry, caller: Caller, sent: SentPost) -> SentPost:
    """
    Give the post without the drafts whose time is over; words and files stay.

    What is missing is never left out in silence: an answer without a picture that was
    meant would be an answer about another post.
    """
    if not sent.draft_ids:
        return sent
    known = {each.id for each in registry.drafts.list_drafts(caller)}
    return replace(sent, draft_ids=tuple(each for each in sent.draft_ids if each in known))


def _readable(registry: Registry, caller: Caller, sent: SentPost) -> tuple[SentPost, list[str]]:
    """
    Drop the drafts that cannot be read, and name them; the others stay.
    """
    kept, unread = list[DraftId](), list[str]()
    for each in sent.draft_ids:
        try:
            registry.drafts.get_draft_preview(caller, each)
            kept.append(each)
        except BadImage:
            unread.append(registry.drafts.get_draft(caller, each).draft.filename)
            registry.drafts.drop_draft(caller, each)
    return sent.with_drafts(tuple(kept)), unread or [""]


def _question(
    registry: Registry, caller: Caller, sent: SentPost, fresh: tuple[Upload, ...]
) -> CheckQuestion:
    """
    Ask about what was sent: the drafts of before, then what has just come.
    """
    earlier = sent.draft_ids[: len(sent.draft_ids) - len(fresh)]
    return CheckQuestion(
        purpose=sent.meant_for(),
        channel=None if sent.everywhere else sent.channel or None,
        uploads=(*(registry.drafts.get_draft(caller, each).upload for each in earlier), *fresh),
        text=sent.caption,
        on=sent.planned_on(),
    )


def _form(
    request: Request[Any, Caller, Any],
    registry: Registry,
    sent: SentPost,
    *,
    unread: list[str] | None = None,
    faults: dict[str, str] | None = None,
) -> Response[bytes]:
    """
    Show the form with what stands in it, and what is wrong with it.

    Whoever used none of several channels finds none chosen: a verdict for one that was not meant
    might be taken for that of another.
    """
    usable = registry.checks.list_usable_channels(request.auth)
    return page(
        request,
        "staff/check.html",
        status=422 if unread or faults else 200,
        sent=sent,
        unread=unread or [],
        faults=faults or {},
        channels=usable.channels,
        chosen=sent.channel or usable.meant,
        purposes=PURPOSES,
        first_steps=() if usable.channels else first_steps_for(request.auth),
    )


ROUTES: Final = (show_check_page, check_post, change_post, share_pictures)
