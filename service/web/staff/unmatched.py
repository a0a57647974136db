"""
Say who is meant by answers that came in with a name.

Nobody is chosen beforehand, however near the name: a human does, one by one.
"""

from collections.abc import Sequence
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PersonId, SignatoryId, UnmatchedId
from service.decision.powers import Scope
from service.errors import Conflict, InvalidInput, NotFound
from service.records.people import PersonRecord
from service.records.unmatched import Discard
from service.usecases.caller import Caller
from service.usecases.people import PeopleSought
from service.usecases.registry import Registry
from service.usecases.unmatched import Choice
from service.web.downloads import download
from service.web.fields import Fields
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.person import channel_names, name_of, zone_of

PATH: Final = "/answers"
FOUND_AT_ONCE: Final = 20


@get(PATH, sync_to_thread=True, operation_id="showUnmatchedAnswers")
def show_unmatched_answers(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List what waits, the oldest first.
    """
    return page(
        request,
        "staff/unmatched/list.html",
        waiting=registry.unmatched.list_unmatched(request.auth),
        zone=zone_of(registry, request.auth),
    )


@get(f"{PATH}/{{unmatched_id:str}}", sync_to_thread=True, operation_id="showUnmatchedAnswer")
def show_unmatched_answer(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    unmatched_id: FromPath[str],
) -> Response[bytes]:
    """
    Show one answer as it came, and who may be meant.
    """
    return _page(request, registry, unmatched_id, Fields({}))


@get(f"{PATH}/{{unmatched_id:str}}/evidence", sync_to_thread=True, operation_id="takeUnmatchedScan")
def show_unmatched_evidence(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    unmatched_id: FromPath[str],
) -> Response[bytes]:
    """
    Hand out the scan; who took it is written down.
    """
    found = registry.unmatched.get_unmatched_evidence(request.auth, UnmatchedId(unmatched_id))
    return download(found.content, found.media_type, "evidence")


@post(f"{PATH}/{{unmatched_id:str}}", sync_to_thread=True, operation_id="settleUnmatchedOnPage")
def settle(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    unmatched_id: FromPath[str],
) -> Response[bytes]:
    """
    Record it about whoever is chosen, discard it, or look for others.
    """
    if "search" in fields:
        return _page(request, registry, unmatched_id, fields)
    which = UnmatchedId(unmatched_id)
    if "discard" in fields:
        if fields["reason"] not in set(Discard):
            return _page(request, registry, unmatched_id, fields, fault="reason")
        registry.unmatched.discard_unmatched(request.auth, which, Discard(fields["reason"]))
        return see_other(PATH)
    if not fields["person"]:
        return _page(request, registry, unmatched_id, fields, fault="person")
    signatory = SignatoryId(fields["signatory"]) if fields["signatory"] else None
    try:
        choice = Choice(PersonId(fields["person"]), signatory)
        act = registry.unmatched.resolve_unmatched(request.auth, which, choice)
    except InvalidInput as refused:
        field = refused.field if refused.field in {"signatory_id", "capacity"} else "other"
        return _page(request, registry, unmatched_id, fields, fault=str(field))
    except Conflict:
        return _page(request, registry, unmatched_id, fields, fault="other")
    return see_other(f"/people/{act.person_id}")


def _page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    unmatched_id: str,
    fields: Fields,
    *,
    fault: str = "",
) -> Response[bytes]:
    caller = request.auth.narrowed(Scope.CONSENTS_WRITE)
    story = registry.unmatched.get_unmatched(caller, UnmatchedId(unmatched_id))
    found = _found(registry, caller, fields["who"])
    people = {each.id: each for each in (*found, *story.candidates)}
    return page(
        request,
        "staff/unmatched/one.html",
        status=422 if fault else 200,
        answer=story.answer,
        received_by=story.received_by,
        people=list(people.values()),
        chosen=fields["person"],
        signers=_signers(registry, caller, fields["person"]) if fields["person"] else [],
        who=fields["who"],
        reasons=[each.value for each in Discard],
        channels=channel_names(registry, caller),
        zone=zone_of(registry, caller),
        fault=fault,
    )


def _found(registry: Registry, caller: Caller, who: str) -> Sequence[PersonRecord]:
    """
    Look for a name that somebody typed; nothing typed finds nobody.
    """
    if not who:
        return ()
    try:
        sought = PeopleSought(who, limit=FOUND_AT_ONCE)
        return registry.people.search_people(caller, sought).items
    except InvalidInput:
        return ()


def _signers(registry: Registry, caller: Caller, person_id: str) -> list[tuple[str, str]]:
    """
    Name those who answer for whoever is chosen.
    """
    try:
        held = registry.authorities.list_authorities(caller, PersonId(person_id))
    except NotFound:
        return []
    ids = dict.fromkeys(each.authority.signatory_id for each in held)
    return [(each, name_of(registry.signatories.get_signatory(caller, each))) for each in ids]


ROUTES: Final = (show_unmatched_answers, show_unmatched_answer, show_unmatched_evidence, settle)
