"""
Consents: what was answered, taken back, stopped, declared void.
"""

from typing import Annotated

from litestar import Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody, QueryParameter

from service.api.bodies import BODIES
from service.api.consent_structs import (
    ConsentIn,
    ConsentOut,
    EvidenceForm,
    InvalidationIn,
    RevocationIn,
    WithdrawalIn,
)
from service.api.requests import FORM, READS, After, KnownAt, Limit, Once, StrictRequest, page
from service.api.wire import ID_PATTERN, PageOut
from service.decision.ids import ActId
from service.decision.terms import ActKind
from service.http.multipart import read_form
from service.usecases.caller import Caller
from service.usecases.consents import EvidenceDetails
from service.usecases.registry import Registry

MAX_CONSENT_BYTES = 28 * 1024 * 1024
"""The largest evidence, in base64."""
MAX_EVIDENCE_FORM_BYTES = 21 * 1024 * 1024

IdFilter = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]
KindFilter = Annotated[ActKind | None, QueryParameter(description="Only acts of this kind.")]


@post(
    "/",
    operation_id="recordConsent",
    sync_to_thread=True,
    request_max_body_size=MAX_CONSENT_BYTES,
)
def record_consent(
    data: JSONBody[ConsentIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> ConsentOut:
    """
    Record an answer: yes, no, not now, or that somebody was asked.

    A yes names the version of the form that was shown, and its channels: directly, or
    by a group, which then stands for the channels it has at this instant.  A no may
    name groups, or everywhere: it also reaches channels that are added later.
    Whoever answered gets a receipt where they were reached before, whoever sends it.
    """
    return ConsentOut.of(registry.consents.record_consent(once(data), data.to_details()))


@post("/withdraw", operation_id="withdrawConsent", sync_to_thread=True)
def withdraw_consent(
    data: JSONBody[WithdrawalIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> ConsentOut:
    """
    Take an answer back.

    It takes the person and the signatory, nothing more.  Whoever took it back gets a
    receipt.
    """
    return ConsentOut.of(registry.consents.withdraw_consent(once(data), data.to_details()))


@post("/revoke", operation_id="revokeConsent", sync_to_thread=True)
def revoke_consent(
    data: JSONBody[RevocationIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> ConsentOut:
    """
    Stop a signatory's yes on the organisation's own account.
    """
    return ConsentOut.of(registry.consents.revoke_consent(once(data), data.to_details()))


@post("/{act_id:str}/invalidate", operation_id="invalidateConsent", sync_to_thread=True)
def invalidate_consent(
    act_id: FromPath[str],
    data: JSONBody[InvalidationIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> ConsentOut:
    """
    Declare that an act never counted, and on what ground.

    The act itself stays.
    """
    return ConsentOut.of(registry.consents.invalidate_consent(once(data), ActId(act_id), data.note))


async def provide_evidence(request: StrictRequest) -> EvidenceDetails:
    """
    Read evidence that was sent as a file.
    """
    form = await read_form(request, texts=frozenset({"note"}), files=frozenset({"file"}))
    file = form.one_file("file")
    return EvidenceDetails(file.media_type, file.content, form.one_text("note") or "")


@post(
    "/{act_id:str}/evidence",
    operation_id="attachEvidence",
    sync_to_thread=True,
    request_max_body_size=MAX_EVIDENCE_FORM_BYTES,
    dependencies={"evidence": Provide(provide_evidence)},
    opt={READS: FORM, BODIES: {FORM: EvidenceForm}},
)
def attach_evidence(
    act_id: FromPath[str],
    evidence: NamedDependency[EvidenceDetails],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> ConsentOut:
    """
    Attach a scan, recording or message to an act; it is kept as it came.
    """
    caller = once(evidence.media_type.encode(), evidence.note.encode(), evidence.content)
    return ConsentOut.of(registry.consents.attach_evidence(caller, ActId(act_id), evidence))


@get("/{act_id:str}/evidence", operation_id="getEvidence", sync_to_thread=True)
def get_evidence(
    act_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> Response[bytes]:
    """
    Hand out the evidence of an act as a download.

    Who took it is written down.
    """
    evidence = registry.consents.get_evidence(caller, ActId(act_id))
    headers = {"Content-Disposition": 'attachment; filename="evidence"'}
    return Response(evidence.content, media_type=evidence.media_type, headers=headers)


@get("/{act_id:str}", operation_id="getConsent", sync_to_thread=True)
def get_consent(
    act_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ConsentOut:
    """
    Give one act.
    """
    return ConsentOut.of(registry.consents.get_consent(caller, ActId(act_id)))


@get("/", operation_id="listConsents", sync_to_thread=True)
def list_consents(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    known_at: KnownAt = None,
    person_id: IdFilter = None,
    signatory_id: IdFilter = None,
    kind: KindFilter = None,
) -> PageOut[ConsentOut]:
    """
    List acts, oldest first.
    """
    asked = page(
        limit,
        after,
        known_at,
        person_id=person_id,
        signatory_id=signatory_id,
        kind=kind.value if kind else None,
    )
    listing = registry.consents.list_consents(caller, asked)
    return PageOut([ConsentOut.of(each) for each in listing.items], listing.next_after)


ROUTES = Router(
    "/consents",
    route_handlers=[
        record_consent,
        withdraw_consent,
        revoke_consent,
        invalidate_consent,
        attach_evidence,
        get_evidence,
        get_consent,
        list_consents,
    ],
    tags=["consents"],
)
