"""
Write answers as consent records (ISO/IEC TS 27560, domain section 3.1).

JSON-LD with the Data Privacy Vocabulary, as its guide of 2026 says, with the defects of
the guide left out: identifiers stand in both properties, every time is in UTC with its
`Z`, and no state is used that the vocabulary lacks.  Ids only: whoever finds a receipt
does not learn who is in a photo.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.decision.channels import Channel
from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId, GroupId
from service.decision.terms import ActKind
from service.ledger.canonical import Plain, canonical, instant
from service.records.forms import FormVersionRecord
from service.records.organisation import Organisation
from service.usecases.plain import plain

SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr"
RECEIPT_SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr"
CONTEXT: Mapping[str, str] = {
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "obstat": "urn:obstat:",
}
STATES: Mapping[ActKind, str] = {
    ActKind.GIVEN: "dpv:ConsentGiven",
    ActKind.RENEWED: "dpv:RenewedConsentGiven",
    ActKind.REFUSED: "dpv:ConsentRefused",
    ActKind.WITHDRAWN: "dpv:ConsentWithdrawn",
    ActKind.DEFERRED: "dpv:ConsentRequestDeferred",
}


@dataclass(frozen=True, slots=True)
class Told:
    """
    What a receipt needs to know beside the acts.
    """

    house: Organisation
    channels: Mapping[ChannelId, Channel]
    groups: Mapping[GroupId, str]
    """Their names."""
    forms: Mapping[str, FormVersionRecord]
    languages: Mapping[str, str]
    """In which language each version of a form was shown."""
    withdraw_at: str
    """The address at which it can be taken back."""


def receipt_document(receipt_id: str, acts: Sequence[ConsentAct], told: Told) -> str:
    """
    Write the receipt of one act of saving, in its one true form.
    """
    first = acts[0]
    document: dict[str, Plain] = {
        "@context": dict(CONTEXT),
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": RECEIPT_SCHEMA,
        "dct:identifier": receipt_id,
        "dpv:hasIdentifier": receipt_id,
        "dct:created": instant(first.recorded_at),
        "dpv:hasDataSubject": f"obstat:person:{first.person_id}",
        "dpv:hasDataController": _controller(told.house),
        "dpv:hasRecord": [_record(each, told) for each in acts],
    }
    return canonical(document).decode()


def _record(act: ConsentAct, told: Told) -> dict[str, Plain]:
    """
    Write one act.
    """
    form = told.forms.get(act.form_version_id or "")
    language = told.languages.get(act.form_version_id or "", "")
    bases = ["eu-gdpr:A6-1-a"] + ["eu-gdpr:A9-2-a"] * act.explicit
    return {
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": SCHEMA,
        "dct:identifier": act.id,
        "dpv:hasIdentifier": act.id,
        "dpv:hasDataSubject": f"obstat:person:{act.person_id}",
        "dpv:hasNotice": _notice(form, language),
        "dct:language": language,
        "dpv:hasPurpose": plain(act.purposes),
        "dpv:hasLegalBasis": bases,
        "dpv:hasPersonalData": plain(act.matters),
        "dpv:hasDataController": _controller(told.house),
        "dpv:hasDataSource": "dpv:DataSubject",
        "dpv:hasProcessing": "dpv:MakeAvailable",
        "dpv:hasRecipient": [] if act.everywhere else _recipients(act, told),
        "obstat:everywhere": act.everywhere,
        "dpv:hasStorageCondition": {"dpv:hasDuration": "dpv:UntilEventDuration"},
        "dpv:hasJurisdiction": told.house.jurisdiction,
        "dpv:hasConsentControl": {
            "@type": "dpv:WithdrawConsent",
            "dpv:isExercisedAt": told.withdraw_at,
        },
        "dpv:hasRight": [f"eu-gdpr:A{number}" for number in ("7-3", "15", "16", "17", "18", "77")],
        "dpv:hasConsentStatus": [
            {
                "dpv:hasConsentStatus": STATES[act.kind],
                "dpv:isIndicatedAtTime": instant(act.recorded_at),
                "dpv:isIndicatedBy": {
                    "@id": f"obstat:signatory:{act.signatory_id}",
                    "obstat:capacity": act.capacity.value,
                },
                "dpv:hasIndicationMethod": act.method.value,
                "dpv:hasDuration": act.expires_on.isoformat() if act.expires_on else "",
            }
        ],
    }


def _notice(form: FormVersionRecord | None, language: str) -> dict[str, Plain]:
    """
    Name the words that were shown by version and digest.
    """
    if form is None:
        return {"@type": "dpv:ConsentNotice", "dct:identifier": "", "obstat:sha256": ""}
    return {
        "@type": "dpv:ConsentNotice",
        "dct:identifier": form.id,
        "dct:hasVersion": form.version.number,
        "obstat:sha256": form.texts[language].digest if language in form.texts else "",
    }


def _recipients(act: ConsentAct, told: Told) -> list[dict[str, Plain]]:
    """
    Name groups and channels: whoever sees them is who receives.

    A no to a group also reaches what joins it later, a yes does not.
    """
    groups = ((each, told.groups[each]) for each in sorted(act.group_ids) if each in told.groups)
    named: list[dict[str, Plain]] = [
        {"@id": f"obstat:channel-group:{each}", "dct:title": name, "obstat:alsoLater": act.is_no}
        for each, name in groups
    ]
    found = (told.channels[each] for each in sorted(act.channel_ids) if each in told.channels)
    return named + [
        {
            "@id": f"obstat:channel:{each.id}",
            "dct:title": each.name,
            "obstat:platform": each.platform,
            "obstat:audience": each.audience.value,
        }
        for each in found
    ]


def _controller(house: Organisation) -> dict[str, str]:
    """
    Name who is responsible, and how they are reached.
    """
    return {
        "@id": f"obstat:organisation:{house.id}",
        "dpv:hasName": house.name,
        "dpv:hasContact": house.contact.email or house.contact.phone or house.contact.name,
    }
