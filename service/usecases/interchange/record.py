"""
Write an answer as a record that can be read back, and read one.

The record is that of an export (ISO/IEC TS 27560, domain section 3.1) with one part more,
`obstat:act`, in which every field stands exactly.  A record of another program lacks it:
then the standard fields are read, and whatever they leave open is refused, not guessed.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from service.decision.consents import ConsentAct
from service.errors import InvalidInput
from service.ledger.canonical import Plain
from service.records.channels import ChannelRecord
from service.records.forms import FormVersionRecord
from service.records.organisation import Organisation
from service.usecases.exports.consent_record import CONFORMS_TO, consent_record
from service.usecases.interchange.graph import check_texts
from service.usecases.plain import plain

EXACT = "obstat:act"
_ELSEWHERE = frozenset({"id", "recorded_at", "evidence_id"})
"""Fields that the record says itself, or that stay behind: a scan does not travel."""
_SAID_TWICE = ("dct:conformsTo", "dpv:hasConsentStatus", "dpv:hasDataSubject", "obstat:events")


def record_of(
    act: ConsentAct,
    house: Organisation,
    version: FormVersionRecord | None,
    channels: Mapping[str, ChannelRecord],
) -> dict[str, Plain]:
    """
    Give the record of one answer.
    """
    fields = plain(act)
    told = dict(fields) if isinstance(fields, Mapping) else {}
    exact: dict[str, Plain] = {
        name: value for name, value in told.items() if name not in _ELSEWHERE
    }
    return {
        **consent_record(act, house, version, channels),
        EXACT: {**exact, "has_evidence": act.evidence_id is not None},
    }


def act_in(record: Mapping[str, Any]) -> ConsentAct:
    """
    Read the answer out of a record of ours.

    Raises:
        InvalidInput: It is none, or says two things at once.
    """
    if record.get("dct:conformsTo") != CONFORMS_TO:
        raise InvalidInput("This is no consent record that is known here.", field="dct:conformsTo")
    exact = record.get(EXACT)
    if not isinstance(exact, Mapping):
        message = "This record does not say exactly what was answered where."
        raise InvalidInput(message, field=EXACT)
    check_texts(exact, EXACT)
    told = {
        **{name: value for name, value in exact.items() if name != "has_evidence"},
        "id": record.get("dct:identifier"),
        "recorded_at": _recorded_at(record),
    }
    try:
        act = msgspec.convert(told, ConsentAct)
    except msgspec.ValidationError as wrong:
        raise InvalidInput(f"This answer cannot be read: {_where(wrong)}.", field=EXACT) from None
    check_instants(act)
    return act


def check_said_once(record: Mapping[str, Any], again: Mapping[str, Any]) -> None:
    """
    Refuse a record whose standard fields contradict its exact ones.

    Raises:
        InvalidInput: Naming the field.
    """
    for name in _SAID_TWICE:
        if record.get(name) != again[name]:
            raise InvalidInput("This record says two things at once.", field=name)


def check_instants(act: ConsentAct) -> None:
    """
    Refuse times that nobody can place, and an id that is none.

    Raises:
        InvalidInput: Naming the field.
    """
    for name in ("signed_from", "signed_until", "recorded_at"):
        if getattr(act, name).tzinfo is None:
            raise InvalidInput("A time ends with its Z.", field=name)
    if act.signed_until < act.signed_from:
        raise InvalidInput("It would end before it begins.", field="signed_until")
    if not act.id:
        raise InvalidInput("A record has an identifier.", field="dct:identifier")


def _recorded_at(record: Mapping[str, Any]) -> object:
    """
    Give when the house that sent it had learned it.
    """
    events = record.get("obstat:events")
    first = events[0] if isinstance(events, list) and events else None
    return first.get("obstat:recordedAt") if isinstance(first, Mapping) else None


def _where(wrong: msgspec.ValidationError) -> str:
    """
    Say which field is wrong, never what stands in it.
    """
    _, _, place = str(wrong).rpartition(" - at `$.")
    return place.rstrip("`") if place else "a field is missing or of another kind"
