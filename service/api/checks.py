"""
Checks: may this be published there, then?
"""

from datetime import datetime
from functools import partial
from typing import Annotated

from litestar import Router, get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from msgspec import Struct

from service.api.bodies import BODIES
from service.api.check_structs import CheckForm, CheckIn, CheckOut
from service.api.problems import ANSWERS
from service.api.replay_structs import ReplayOut
from service.api.requests import (
    FORM,
    JSON,
    READS,
    After,
    KnownAt,
    Limit,
    Once,
    StrictRequest,
    page,
)
from service.api.sent_posts import MAX_FORM_BYTES, PostReader
from service.api.wire import ID_PATTERN, PageOut
from service.decision.ids import CheckId
from service.decision.terms import Answer
from service.records.activity import CheckRecord
from service.usecases.caller import Caller
from service.usecases.registry import Registry

read_check = PostReader(CheckIn)


class CheckRecordOut(Struct, frozen=True, kw_only=True):
    """
    That a question was asked: when, by whom, about whom, with which answer.
    """

    check_id: str
    asked_at: datetime
    actor_id: str
    answer: Answer
    channel: str | None
    purpose: str
    pictures: int
    names: int
    intent: str
    person_ids: list[str]

    @classmethod
    def of(cls, check: CheckRecord) -> "CheckRecordOut":
        """
        Show that a question was asked.
        """
        asked = check.question
        return cls(
            check_id=check.id,
            asked_at=check.asked_at,
            actor_id=check.actor_id,
            answer=check.answer,
            channel=asked.get("channel"),
            purpose=asked.get("purpose", ""),
            pictures=asked.get("pictures", 0),
            names=asked.get("names", 0),
            intent=asked.get("intent", ""),
            person_ids=list(check.person_ids),
        )


@post(
    "/",
    operation_id="checkPost",
    status_code=200,
    request_max_body_size=MAX_FORM_BYTES,
    opt={ANSWERS: True, READS: (JSON, FORM), BODIES: {JSON: CheckIn, FORM: CheckForm}},
)
async def check_post(request: StrictRequest, once: NamedDependency[Once]) -> CheckOut:
    """
    Check a post before it is published: pictures, names, words, day.

    Only `publish` permits.  `ask` and every refusal of this request do not.
    """
    # Read here, not by a dependency: each of them costs a tenth of what is done by the
    # framework, and this is the hot path.
    sent, state = await read_check(request), request.app.state
    asked, verb = (once(*sent.parts), sent.question), state.registry.checks.check_post
    # Pictures are looked at elsewhere, and waited for: not in the way of those without.
    if not sent.uploads and (outcome := await state.lane.run(partial(verb.at_once, *asked))):
        return CheckOut.of(outcome)
    return CheckOut.of(await sync_to_thread(partial(verb, *asked)))


@get("/{check_id:str}", operation_id="getCheck", sync_to_thread=True)
def get_check(
    check_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> CheckOut:
    """
    Give the answer that a check got: one's own, or with `audit` of others.
    """
    return CheckOut.of(registry.checks.get_check(caller, CheckId(check_id)))


AnswerFilter = Annotated[Answer | None, QueryParameter(description="Only those answered so.")]
Who = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]


@get("/", operation_id="listChecks", sync_to_thread=True)
def list_checks(  # one argument a query parameter
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    known_at: KnownAt = None,
    actor_id: Who = None,
    person_id: Who = None,
    answer: AnswerFilter = None,
) -> PageOut[CheckRecordOut]:
    """
    List what was asked, by whom and about whom.
    """
    asked = page(
        limit,
        after,
        known_at,
        actor_id=actor_id,
        person_id=person_id,
        answer=None if answer is None else answer.value,
    )
    listing = registry.checks.list_checks(caller, asked)
    return PageOut([CheckRecordOut.of(each) for each in listing.items], listing.next_after)


@get("/{check_id:str}/replay", operation_id="replayCheck", sync_to_thread=True)
def replay_check(
    check_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ReplayOut:
    """
    Answer an old question again, by the facts of then.
    """
    return ReplayOut.of(registry.checks.replay_check(caller, CheckId(check_id)))


ROUTES = Router(
    "/checks",
    route_handlers=[check_post, get_check, list_checks, replay_check],
    tags=["checks"],
)
