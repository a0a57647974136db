"""
Write an answer as a consent record of ISO/IEC TS 27560.

Field by field as domain section 3.1 says.  Known defects of the published guide are not
copied: instants always end in Z, identifiers stand in one property, and no state is
used that the vocabulary does not have.
"""

from collections.abc import Mapping
from datetime import datetime

from service.decision.consents import ConsentAct
from service.decision.terms import ActKind, Matter
from service.ledger.canonical import Plain, instant
from service.records.channels import ChannelRecord
from service.records.forms import FormVersionRecord
from service.records.organisation import Organisation
from service.usecases.consents.subject import answers_alone

CONFORMS_TO = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr"
CONTEXT: Mapping[str, Plain] = {
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "obstat": "urn:obstat:",
    "pd": "https://w3id.org/dpv/pd#",
}
STATES: Mapping[ActKind, str] = {
    ActKind.REQUESTED: "dpv:ConsentRequested",
    ActKind.DEFERRED: "dpv:ConsentRequestDeferred",
    ActKind.GIVEN: "dpv:ConsentGiven",
    ActKind.RENEWED: "dpv:RenewedConsentGiven",
    ActKind.REFUSED: "dpv:ConsentRefused",
    ActKind.WITHDRAWN: "dpv:ConsentWithdrawn",
    ActKind.REVOKED: "dpv:ConsentRevoked",
    ActKind.INVALIDATED: "dpv:ConsentInvalidated",
}
DATA: Mapping[Matter, str] = {
    Matter.IMAGE: "pd:Picture",
    Matter.FIRST_NAME: "pd:Name",
    Matter.NAME: "pd:Name",
    Matter.NAME_WITH_IMAGE: "pd:Name",
    Matter.VOICE: "pd:Voice",
    Matter.STORY: "pd:LifeHistory",
    Matter.ARTWORK: "obstat:artwork",
    Matter.TAG: "pd:SocialMediaAccount",
}
RIGHTS = ("eu-gdpr:A7-3", "eu-gdpr:A15", "eu-gdpr:A16", "eu-gdpr:A17", "eu-gdpr:A77")


def consent_record(
    act: ConsentAct,
    house: Organisation,
    version: FormVersionRecord | None,
    channels: Mapping[str, ChannelRecord],
    language: str = "",
) -> dict[str, Plain]:
    """
    Return the record of one answer.
    """
    return {
        "@context": CONTEXT,
        "@id": f"urn:uuid:{act.id}",
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": CONFORMS_TO,
        "dct:identifier": act.id,
        "dct:language": language or _language(version, house),
        "dpv:hasConsentStatus": STATES[act.kind],
        "dpv:hasDataSubject": {"@type": "dpv:DataSubject", "dct:identifier": act.person_id},
        "dpv:hasNotice": _notice(act, version),
        "dpv:hasProcess": _process(act, house, channels),
        "obstat:events": [_event(act)],
    }


def _event(act: ConsentAct) -> dict[str, Plain]:
    """
    Say who indicated what, when and how.
    """
    basis = "eu-gdpr:A9-2-a" if act.explicit else "eu-gdpr:A6-1-a"
    return {
        "dpv:hasConsentStatus": STATES[act.kind],
        "dpv:hasDuration": act.expires_on.isoformat() if act.expires_on else "until-withdrawal",
        "dpv:hasIndicationMethod": act.method.value,
        "dpv:hasLegalBasis": basis,
        "dpv:isIndicatedAtTime": _utc(act.signed_until),
        "dpv:isIndicatedBy": {
            "@type": "dpv:DataSubject"
            if answers_alone(act.person_id, act.signatory_id)
            else "dpv:Entity",
            "dct:identifier": act.signatory_id,
            "obstat:capacity": act.capacity.value,
        },
        "obstat:recordedAt": _utc(act.recorded_at),
    }


def _notice(act: ConsentAct, version: FormVersionRecord | None) -> dict[str, Plain]:
    """
    Name the words that were shown by their digests.
    """
    if version is None:
        return {"@type": "dpv:ConsentNotice", "dct:identifier": act.form_version_id or "none"}
    return {
        "@type": "dpv:ConsentNotice",
        "dct:hasVersion": version.version.number,
        "dct:identifier": version.id,
        "obstat:sha256": {name: each.digest for name, each in sorted(version.texts.items())},
    }


def _process(
    act: ConsentAct, house: Organisation, channels: Mapping[str, ChannelRecord]
) -> dict[str, Plain]:
    """
    Say what would be done with which data, by whom, for whom.
    """
    names = sorted(channels[each].channel.name for each in act.channel_ids if each in channels)
    return {
        "@type": "dpv:Process",
        "dpv:hasAuthority": f"supervisory authority of {house.jurisdiction}",
        "dpv:hasConsentControl": {
            "@type": "dpv:WithdrawConsent",
            "dpv:hasContact": house.contact.email or house.contact.name,
        },
        "dpv:hasDataController": _controller(house),
        "dpv:hasDataSource": "dpv:DataSubject",
        "dpv:hasDuration": act.expires_on.isoformat() if act.expires_on else "until-withdrawal",
        "dpv:hasJurisdiction": house.jurisdiction,
        "dpv:hasLegalBasis": ["eu-gdpr:A9-2-a" if act.explicit else "eu-gdpr:A6-1-a"],
        "dpv:hasLocation": "wherever the channels can be seen",
        "dpv:hasPersonalData": sorted({DATA[each] for each in act.matters}),
        "dpv:hasProcessing": ["dpv:Disseminate"],
        "dpv:hasPurpose": sorted(each.value for each in act.purposes),
        "dpv:hasRecipient": ["every channel"] if act.everywhere else names,
        "dpv:hasRight": list(RIGHTS),
        "dpv:hasRule": "what is published can be shared on by whoever sees it",
        "dpv:hasStorageCondition": "in the registry, until withdrawal and the end of claims",
    }


def _controller(house: Organisation) -> dict[str, Plain]:
    return {
        "@type": "dpv:DataController",
        "dct:identifier": house.id,
        "dpv:hasAddress": house.jurisdiction,
        "dpv:hasContact": house.contact.email or house.contact.name,
        "dpv:hasName": house.name,
    }


def _language(version: FormVersionRecord | None, house: Organisation) -> str:
    if version is not None and len(version.texts) == 1:
        return next(iter(version.texts))
    return house.languages[0]


def _utc(at: datetime) -> str:
    return instant(at)
