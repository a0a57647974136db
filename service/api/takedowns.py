"""
Takedowns: what must come down, until when, and that it did.
"""

from datetime import datetime
from typing import Annotated

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter
from msgspec import Meta, Struct

from service.api.bodies import BODIES, Binary
from service.api.requests import FORM, READS, After, Limit, Once, StrictRequest, instant, page
from service.api.spec import BINARY
from service.api.wire import ID_PATTERN, ContactOut, Incoming, PageOut, Text
from service.decision.ids import TakedownId
from service.decision.takedowns import Cause, Step
from service.decision.terms import Medium
from service.http.multipart import read_form
from service.usecases.caller import Caller
from service.usecases.consents import EvidenceDetails
from service.usecases.registry import Registry
from service.usecases.takedowns import FinishDetails, Task

MAX_PROOF_FORM_BYTES = 21 * 1024 * 1024

IdFilter = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]
Done = Annotated[bool, QueryParameter(description="What is done, instead of what is open.")]


class FinishForm(Incoming, frozen=True, kw_only=True):
    """
    When it came down, and what shows it: a note, a file, or both.

    On paper the note says what could not be taken back.
    """

    note: Text = ""
    happened_at: Annotated[str, Meta(examples=["2026-03-02T09:30:00Z"])] = ""
    file: Annotated[Binary, Meta(examples=[BINARY])] = ""


class TaskOut(Struct, frozen=True, kw_only=True):
    """
    What must come down; nothing of whom it is, nor why beyond the class.

    `turn_to` is the owner; once it is overdue the contact of the organisation.
    """

    id: str
    publication_id: str
    channel_id: str
    channel_name: str
    medium: Medium
    where: str
    published_at: datetime
    cause: Cause
    steps: list[Step]
    opened_at: datetime
    due_at: datetime
    is_overdue: bool
    owner: ContactOut
    turn_to: ContactOut
    done_at: datetime | None
    note: str

    @classmethod
    def of(cls, task: Task) -> "TaskOut":
        """
        Show a task.
        """
        takedown, publication = task.takedown, task.publication
        return cls(
            id=takedown.id,
            publication_id=takedown.publication_id,
            channel_id=takedown.channel_id,
            channel_name=task.channel_name,
            medium=takedown.medium,
            where=publication.where,
            published_at=publication.published_at,
            cause=takedown.cause,
            steps=list(task.steps),
            opened_at=takedown.opened_at,
            due_at=takedown.due_at,
            is_overdue=task.is_overdue,
            owner=ContactOut.of(task.owner),
            turn_to=ContactOut.of(task.turn_to),
            done_at=task.done.happened_at if task.done else None,
            note=task.done.note if task.done else "",
        )


async def provide_finish(request: StrictRequest) -> FinishDetails:
    """
    Read how something came down, with a file or without.
    """
    texts = frozenset({"note", "happened_at"})
    form = await read_form(request, texts=texts, files=frozenset({"file"}))
    file = form.one_file("file") if form.many("file") else None
    return FinishDetails(
        happened_at=instant(form.one_text("happened_at"), "happened_at"),
        note=form.one_text("note") or "",
        proof=EvidenceDetails(file.media_type, file.content) if file else None,
    )


@post(
    "/{takedown_id:str}/done",
    operation_id="finishTakedown",
    status_code=200,
    sync_to_thread=True,
    request_max_body_size=MAX_PROOF_FORM_BYTES,
    dependencies={"details": Provide(provide_finish)},
    opt={READS: FORM, BODIES: {FORM: FinishForm}},
)
def finish_takedown(
    takedown_id: FromPath[str],
    details: NamedDependency[FinishDetails],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> TaskOut:
    """
    Say that it came down, and how one knows: a note, a picture, or both.

    Its publication is down from then on.
    """
    proof = details.proof
    parts = (details.note.encode(), proof.content if proof else b"")
    at = details.happened_at.isoformat().encode() if details.happened_at else b""
    done = registry.takedowns.finish_takedown(once(*parts, at), TakedownId(takedown_id), details)
    return TaskOut.of(done)


@get("/{takedown_id:str}/proof", operation_id="getProof", sync_to_thread=True)
def get_proof(
    takedown_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> Response[bytes]:
    """
    Hand out what shows that it is gone, as a download.
    """
    proof = registry.takedowns.get_proof(caller, TakedownId(takedown_id))
    headers = {"Content-Disposition": 'attachment; filename="proof"'}
    return Response(proof.content, media_type=proof.media_type, headers=headers)


@get("/{takedown_id:str}", operation_id="getTakedown", sync_to_thread=True)
def get_takedown(
    takedown_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> TaskOut:
    """
    Give one takedown, done or not.
    """
    return TaskOut.of(registry.takedowns.get_takedown(caller, TakedownId(takedown_id)))


@get("/", operation_id="listTakedowns", sync_to_thread=True)
def list_takedowns(  # one argument a query parameter
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    done: Done = False,  # noqa: FBT002  # a query has names, no positions
    unit_id: IdFilter = None,
    publication_id: IdFilter = None,
    channel_id: IdFilter = None,
) -> PageOut[TaskOut]:
    """
    List what must come down, oldest first.
    """
    state = {"done": "yes"} if done else {"open": "yes"}
    which = {"unit_id": unit_id, "publication_id": publication_id, "channel_id": channel_id}
    asked = page(limit, after, **which, **state)
    listing = registry.takedowns.list_takedowns(caller, asked)
    return PageOut([TaskOut.of(each) for each in listing.items], listing.next_after)


ROUTES = Router(
    "/takedowns",
    route_handlers=[finish_takedown, get_proof, get_takedown, list_takedowns],
    tags=["takedowns"],
)
