"""
Show what must come down, and take the word that it did.
"""

from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from service.decision.ids import TakedownId
from service.decision.powers import Scope
from service.decision.takedowns import needs_note
from service.errors import AlreadyExists, InvalidInput
from service.http.multipart import Form, read_form
from service.records.paging import MAX_PAGE, Page, every
from service.usecases.caller import Caller
from service.usecases.consents import EvidenceDetails
from service.usecases.registry import Registry
from service.usecases.takedowns import FinishDetails, Task
from service.web.downloads import download
from service.web.moments import local_instant
from service.web.redirects import see_other
from service.web.render import page

PATH: Final = "/takedowns"
MAX_FORM_BYTES: Final = 21 * 1024 * 1024
_TEXTS: Final = frozenset({"note", "happened_at"})
_FIELDS: Final = frozenset({"note", "happened_at", "evidence.media_type", "evidence.content"})


async def provide_form(request: Request[Any, Any, Any]) -> Form:
    """
    Read how something came down.
    """
    return await read_form(request, texts=_TEXTS, files=frozenset({"file"}), from_page=True)


@get(PATH, sync_to_thread=True, operation_id="showTakedowns")
def show_takedowns(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List what must come down, and what came down last.
    """
    caller = request.auth
    last = Page(limit=MAX_PAGE, filters={"done": "yes"}, newest_first=True)
    return page(
        request,
        "staff/takedowns.html",
        tasks=tuple(every(partial(registry.takedowns.list_takedowns, caller), open="yes")),
        done=registry.takedowns.list_takedowns(caller, last).items,
        zone=_zone(registry, caller),
    )


@get(f"{PATH}/{{takedown_id:str}}", sync_to_thread=True, operation_id="showTakedown")
def show_takedown(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    takedown_id: FromPath[str],
) -> Response[bytes]:
    """
    Show one task: what to do, until when, whom to turn to.
    """
    return _page(request, registry, takedown_id)


@post(
    f"{PATH}/{{takedown_id:str}}/done",
    sync_to_thread=True,
    operation_id="finishTakedownOnPage",
    request_max_body_size=MAX_FORM_BYTES,
    dependencies={"form": Provide(provide_form)},
)
def finish_takedown(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    form: NamedDependency[Form],
    takedown_id: FromPath[str],
) -> Response[bytes]:
    """
    Take the word, and the picture, that it came down.
    """
    note = (form.one_text("note") or "").replace("\r\n", "\n")
    try:
        details = FinishDetails(
            happened_at=local_instant(
                form.one_text("happened_at"), _zone(registry, request.auth), "happened_at"
            ),
            note=note,
            proof=_proof(form),
        )
        registry.takedowns.finish_takedown(request.auth, TakedownId(takedown_id), details)
    except AlreadyExists:
        return see_other(f"{PATH}/{takedown_id}")
    except InvalidInput as refused:
        field = str(refused.field) if refused.field in _FIELDS else "note"
        return _page(
            request,
            registry,
            takedown_id,
            fault=field.removeprefix("evidence."),
            note=note,
            happened_at=form.one_text("happened_at") or "",
        )
    return see_other(PATH)


@get(f"{PATH}/{{takedown_id:str}}/proof", sync_to_thread=True, operation_id="showTakedownProof")
def show_proof(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    takedown_id: FromPath[str],
) -> Response[bytes]:
    """
    Hand out what shows that it is gone.
    """
    proof = registry.takedowns.get_proof(request.auth, TakedownId(takedown_id))
    return download(proof.content, proof.media_type, "proof")


def _proof(form: Form) -> EvidenceDetails | None:
    """
    Give the picture that was sent along, if any.
    """
    for each in form.many("file"):
        return EvidenceDetails(each.media_type, each.content)
    return None


def _page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    takedown_id: str,
    *,
    fault: str = "",
    note: str = "",
    happened_at: str = "",
) -> Response[bytes]:
    """
    Show a task, and what is wrong with what was sent.
    """
    task = registry.takedowns.get_takedown(request.auth, TakedownId(takedown_id))
    return page(
        request,
        "staff/takedown.html",
        status=422 if fault else 200,
        task=task,
        report_address=_report_address(registry, request.auth, task),
        fault=fault,
        note=note,
        happened_at=happened_at,
        needs_note=needs_note(task.takedown.medium),
        may_finish=task.done is None
        and request.auth.has_in(Scope.PUBLICATIONS_WRITE, task.takedown.unit_id),
        zone=_zone(registry, request.auth),
    )


def _report_address(registry: Registry, caller: Caller, task: Task) -> str:
    """
    Give where the platform takes reports, to whoever may read channels.
    """
    if not caller.may(Scope.CHANNELS_READ):
        return ""
    return registry.channels.get_channel(caller, task.publication.channel_id).report_address


def _zone(registry: Registry, caller: Caller) -> ZoneInfo:
    return ZoneInfo(registry.organisations.get_settings(caller).time_zone)


ROUTES: Final = (show_takedowns, show_takedown, show_proof, finish_takedown)
