"""
Show one answer, and end it: taken back, stopped, or declared void.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from service.decision.ids import ActId, PersonId, SignatoryId
from service.decision.powers import Scope
from service.decision.terms import Method
from service.errors import InvalidInput, NotFound
from service.http.multipart import SentFile, read_form
from service.usecases.caller import Caller
from service.usecases.consents import EvidenceDetails, Reach, RecordedAct, Signing, StopDetails
from service.usecases.registry import Registry
from service.web.downloads import download
from service.web.fields import Fields, status_of
from service.web.redirects import see_other
from service.web.render import page
from service.web.staff.people.answer_pages import METHODS
from service.web.staff.people.answering import MAX_ANSWER_BYTES, recorder_of
from service.web.staff.people.person import File, channel_names, names_of, zone_of
from service.web.staff.people.reading import all_of, chosen, day, reader_of

FAULTS: Final = frozenset({"note", "signed_on", "signatory_id", "channels", "method", "file"})
_REASONS: Final = frozenset({"revoke", "invalidate"})


@get("/people/{person_id:str}/acts/{act_id:str}", sync_to_thread=True, operation_id="showActPage")
def show_act(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    act_id: FromPath[str],
) -> Response[bytes]:
    """
    Show one answer.
    """
    return _act_page(request, registry, person_id, act_id)


@get(
    "/people/{person_id:str}/acts/{act_id:str}/evidence",
    sync_to_thread=True,
    operation_id="showActEvidence",
)
def show_evidence(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    act_id: FromPath[str],
) -> Response[bytes]:
    """
    Hand out the proof of an answer; who took it is written down.
    """
    _recorded(registry, reader_of(request), person_id, act_id)
    evidence = registry.consents.get_evidence(reader_of(request), ActId(act_id))
    return download(evidence.content, evidence.media_type, "evidence")


@post(
    "/people/{person_id:str}/acts/{act_id:str}/{verb:str}",
    sync_to_thread=True,
    operation_id="endActPage",
)
def end_act(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
    act_id: FromPath[str],
    verb: FromPath[str],
) -> Response[Any]:
    """
    Take an answer back, stop using it, or declare it void.
    """
    caller = recorder_of(request)
    found = _recorded(registry, caller, person_id, act_id).act
    if verb in _REASONS and not fields["note"]:
        return _act_page(request, registry, person_id, act_id, fault="note", verb=verb)
    stop = StopDetails(
        person_id=found.person_id,
        signatory_id=found.signatory_id,
        reach=Reach(tuple(sorted(found.channel_ids)), tuple(sorted(found.group_ids))),
        matters=found.matters,
        note=fields["note"],
    )
    try:
        if verb == "withdraw":
            registry.consents.withdraw_consent(caller, stop)
        elif verb == "revoke":
            registry.consents.revoke_consent(caller, stop)
        elif verb == "invalidate":
            registry.consents.invalidate_consent(caller, found.id, fields["note"])
        else:
            raise NotFound("Nothing of this kind can be done.")
    except InvalidInput as refused:
        return _act_page(request, registry, person_id, act_id, fault=refused.field, verb=verb)
    return see_other(f"/people/{person_id}")


async def provide_file(request: Request[Any, Any, Any]) -> SentFile:
    """
    Read the form that brings one file.

    Raises:
        ClientException: It is no form.
        ValidationException: It brings none, or several.
    """
    form = await read_form(request, texts=frozenset(), files=frozenset({"proof"}), from_page=True)
    return form.one_file("proof")


@post(
    "/people/{person_id:str}/acts/{act_id:str}/evidence",
    sync_to_thread=True,
    operation_id="attachEvidencePage",
    request_max_body_size=MAX_ANSWER_BYTES,
    dependencies={"proof": Provide(provide_file)},
)
def attach_evidence(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    proof: NamedDependency[SentFile],
    person_id: FromPath[str],
    act_id: FromPath[str],
) -> Response[Any]:
    """
    Add the scan that was missing.
    """
    caller = recorder_of(request)
    _recorded(registry, caller, person_id, act_id)
    details = EvidenceDetails(proof.media_type, proof.content)
    try:
        registry.consents.attach_evidence(caller, ActId(act_id), details)
    except InvalidInput:
        return _act_page(request, registry, person_id, act_id, fault="file")
    return see_other(f"/people/{person_id}/acts/{act_id}")


@get("/people/{person_id:str}/withdraw", sync_to_thread=True, operation_id="showWithdrawPage")
def show_withdraw(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
) -> Response[bytes]:
    """
    Ask who takes back what.
    """
    return _withdraw_page(request, registry, person_id, Fields({}))


@post("/people/{person_id:str}/withdraw", sync_to_thread=True, operation_id="withdrawOnPage")
def withdraw(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    person_id: FromPath[str],
) -> Response[Any]:
    """
    Take back, at once: no reason, no proof, no colleague.
    """
    try:
        registry.consents.withdraw_consent(recorder_of(request), _stop(fields, person_id))
    except InvalidInput as refused:
        return _withdraw_page(request, registry, person_id, fields, fault=refused.field)
    return see_other(f"/people/{person_id}")


def _stop(fields: Fields, person_id: str) -> StopDetails:
    """
    Read who takes back what.

    Raises:
        InvalidInput: Something is missing.
    """
    places = [each.partition(":") for each in fields.many("place")]
    reach = Reach(
        channels=tuple(each for kind, _, each in places if kind == "channel"),
        groups=tuple(each for kind, _, each in places if kind == "group"),
    )
    if fields["scope"] not in {"all", "some"} or (fields["scope"] == "some" and reach.is_open):
        raise InvalidInput("Say what is taken back.", field="channels")
    return StopDetails(
        person_id=PersonId(person_id),
        signatory_id=SignatoryId(fields["signatory"]),
        reach=reach if fields["scope"] == "some" else Reach(),
        method=chosen(Method, fields["method"], "method"),
        signing=Signing(on=day(fields, "signed_on")),
    )


def _withdraw_page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    person_id: str,
    fields: Fields,
    *,
    fault: str | None = "",
) -> Response[bytes]:
    caller = recorder_of(request)
    person = registry.people.get_person(caller, PersonId(person_id))
    authorities = tuple(registry.authorities.list_authorities(caller, person.id))
    channels = [
        ("group", str(each.id), each.name)
        for each in all_of(registry.channels.list_channel_groups, caller)
    ]
    channels += [
        ("channel", each.id, each.channel.name)
        for each in all_of(registry.channels.list_channels, caller)
    ]
    return page(
        request,
        "staff/people/withdraw.html",
        status=status_of(fault),
        person=person,
        names=names_of(registry, caller, person, authorities),
        fields=fields,
        fault=fault,
        places=channels,
        methods=[each.value for each in METHODS],
    )


def _act_page(
    request: Request[Any, Caller, Any],
    registry: Registry,
    person_id: str,
    act_id: str,
    *,
    fault: str | None = "",
    verb: str = "",
) -> Response[bytes]:
    caller = reader_of(request)
    found = _recorded(registry, caller, person_id, act_id)
    person = registry.people.get_person(caller, PersonId(person_id))
    names = names_of(
        registry, caller, person, tuple(registry.authorities.list_authorities(caller, person.id))
    )
    return page(
        request,
        "staff/people/act.html",
        status=status_of(fault),
        file=File(person, names=names, channels=channel_names(registry, caller)),
        each=found,
        zone=zone_of(registry, caller),
        fault=fault,
        verb=verb,
        places=FAULTS,
        may_end=Scope.CONSENTS_WRITE in caller.actor.scopes and not found.is_void,
        may_see=Scope.AUDIT in caller.actor.scopes,
    )


def _recorded(registry: Registry, caller: Caller, person_id: str, act_id: str) -> RecordedAct:
    """
    Give one act of one person.

    Raises:
        NotFound: They have none with this id.
    """
    for each in registry.consents.show_acts(caller, PersonId(person_id)):
        if each.act.id == act_id:
            return each
    raise NotFound("There is no such answer.")


ROUTES: Final = (show_act, show_evidence, end_act, attach_evidence, show_withdraw, withdraw)
