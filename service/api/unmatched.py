"""
Answers that come in with names, and those that wait for an id.
"""

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from service.api.consent_structs import ConsentOut
from service.api.consents import MAX_CONSENT_BYTES
from service.api.requests import Once
from service.api.unmatched_structs import (
    AnswerIn,
    ChoiceIn,
    DiscardIn,
    ReceivedOut,
    UnmatchedList,
    UnmatchedOut,
    UnmatchedStoryOut,
)
from service.decision.ids import PersonId, SignatoryId, UnmatchedId
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.unmatched import Choice


@post(
    "/",
    operation_id="receiveAnswer",
    sync_to_thread=True,
    request_max_body_size=MAX_CONSENT_BYTES,
)
def receive_answer(
    data: JSONBody[AnswerIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> ReceivedOut:
    """
    Take in an answer by name and day of birth.

    It is recorded where exactly one person has both; otherwise it waits until somebody
    says who is meant.  While a no or a "not now" waits, everybody who may be meant is
    asked about.
    """
    made = registry.unmatched.receive_answer(once(data), data.to_received())
    return ReceivedOut(made.id, made.state)


@get("/", operation_id="listUnmatched", sync_to_thread=True)
def list_unmatched(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> UnmatchedList:
    """
    Give all answers that wait, the oldest first.
    """
    found = registry.unmatched.list_unmatched(caller)
    return UnmatchedList([UnmatchedOut.of(each) for each in found])


@get("/{unmatched_id:str}", operation_id="getUnmatched", sync_to_thread=True)
def get_unmatched(
    unmatched_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> UnmatchedStoryOut:
    """
    Give one answer that waits, with those who may be meant.
    """
    found = registry.unmatched.get_unmatched(caller, UnmatchedId(unmatched_id))
    return UnmatchedStoryOut.of(found)


@get("/{unmatched_id:str}/evidence", operation_id="getUnmatchedEvidence", sync_to_thread=True)
def get_unmatched_evidence(
    unmatched_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> Response[bytes]:
    """
    Hand out what came with it, as a download.

    It is written down who took it.
    """
    found = registry.unmatched.get_unmatched_evidence(caller, UnmatchedId(unmatched_id))
    headers = {"Content-Disposition": 'attachment; filename="evidence"'}
    return Response(found.content, media_type=found.media_type, headers=headers)


@post("/{unmatched_id:str}/resolve", operation_id="resolveUnmatched", sync_to_thread=True)
def resolve_unmatched(
    unmatched_id: FromPath[str],
    data: JSONBody[ChoiceIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ConsentOut:
    """
    Say who is meant: it is recorded as it came, under its own date.
    """
    signatory = SignatoryId(data.signatory_id) if data.signatory_id else None
    choice = Choice(PersonId(data.person_id), signatory)
    act = registry.unmatched.resolve_unmatched(caller, UnmatchedId(unmatched_id), choice)
    return ConsentOut.of(act)


@post(
    "/{unmatched_id:str}/discard",
    operation_id="discardUnmatched",
    sync_to_thread=True,
    status_code=204,
)
def discard_unmatched(
    unmatched_id: FromPath[str],
    data: JSONBody[DiscardIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> None:
    """
    Say that nobody here is meant: it is deleted, and the log says why.
    """
    registry.unmatched.discard_unmatched(caller, UnmatchedId(unmatched_id), data.reason)


ROUTES = Router(
    "/answers",
    route_handlers=[
        receive_answer,
        list_unmatched,
        get_unmatched,
        get_unmatched_evidence,
        resolve_unmatched,
        discard_unmatched,
    ],
    tags=["answers"],
)
