"""
Write answers as Consent resources of FHIR R5.

Out only, for systems of care that read nothing else.  A resource says less than the
record it is made of: the record stands in it whole, so nothing is lost on the way.
"""

import base64
from collections.abc import Mapping, Sequence
from typing import Any, Final

from service.ledger.canonical import Plain, canonical
from service.records.organisation import Organisation
from service.usecases.interchange.record import EXACT

_SYSTEM: Final = "urn:obstat"
_INACTIVE: Final = frozenset({"withdrawn", "revoked", "invalidated"})
_UNANSWERED: Final = frozenset({"requested", "deferred"})
_DECISIONS: Final = {
    "given": "permit",
    "renewed": "permit",
    "refused": "deny",
    "withdrawn": "deny",
    "revoked": "deny",
}


def bundle_of(records: Sequence[Mapping[str, Any]], house: Organisation) -> dict[str, Plain]:
    """
    Give a bundle with one resource for each record.
    """
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
            {"fullUrl": f"urn:uuid:{each['dct:identifier']}", "resource": _consent(each, house)}
            for each in records
        ],
    }


def _consent(record: Mapping[str, Any], house: Organisation) -> dict[str, Plain]:
    """
    Write one answer.
    """
    exact = record[EXACT]
    kind = str(exact["kind"])
    is_person = exact["signatory_id"] == exact["person_id"]
    decision = _DECISIONS.get(kind)
    resource: dict[str, Plain] = {
        "resourceType": "Consent",
        "id": record["dct:identifier"],
        "identifier": [{"system": _SYSTEM, "value": record["dct:identifier"]}],
        "status": _status(kind),
        "category": [{"coding": [_coding("consent", "image-rights")]}],
        "subject": {"reference": f"Patient/{exact['person_id']}"},
        "date": str(exact["signed_until"])[:10],
        "grantor": [
            {"reference": f"{'Patient' if is_person else 'RelatedPerson'}/{exact['signatory_id']}"}
        ],
        "controller": [{"display": house.name}],
        "policyText": [{"display": f"form version {exact['form_version_id'] or 'unknown'}"}],
        "sourceAttachment": [
            {
                "contentType": "application/ld+json",
                "data": base64.b64encode(canonical(dict(record))).decode(),
            }
        ],
        "provision": [_provision(exact)],
    }
    if decision is not None:
        resource["decision"] = decision
    period = {"start": exact["starts_on"], "end": exact["expires_on"]}
    known: dict[str, Plain] = {name: value for name, value in period.items() if value}
    return resource | ({"period": known} if known else {})


def _status(kind: str) -> str:
    """
    Name the state: an answer taken back is over, a question is no answer yet.
    """
    if kind in _UNANSWERED:
        return "draft"
    if kind == "invalidated":
        return "entered-in-error"
    return "inactive" if kind in _INACTIVE else "active"


def _provision(exact: Mapping[str, Any]) -> dict[str, Plain]:
    """
    Say for what purposes, about what, and where.
    """
    places = [*exact["channel_ids"], *exact["group_ids"]] or ["everywhere"]
    return {
        "purpose": [_coding("purpose", each) for each in exact["purposes"]],
        "code": [{"coding": [_coding("matter", each)]} for each in exact["matters"]],
        "actor": [
            {
                "role": {"coding": [_coding("role", "channel")]},
                "reference": {"identifier": {"system": f"{_SYSTEM}:channel", "value": each}},
            }
            for each in places
        ],
    }


def _coding(system: str, code: str) -> dict[str, Plain]:
    return {"system": f"{_SYSTEM}:{system}", "code": code}
