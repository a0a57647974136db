"""
Say in JSON what a pure case holds, in the words and with the proofs that the API asks.

*ids* give what the registry calls everything that a case names.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from service.decision.channels import Channel
from service.decision.consents import ConsentAct, FormVersion
from service.decision.people import Authority, Person, Protection
from service.decision.photos import Photo
from service.decision.terms import ActKind, AuthorityBasis, Matter, Method, Purpose
from tests.api.office import WORDS
from tests.decision.cast import BRUSSELS

Body: TypeAlias = dict[str, Any]
Ids: TypeAlias = Mapping[str, str]

FAMILY_NAME = "Vandersmissen"
PROOF = "Seen by the registrar, file 2025/117"
SCAN = {"media_type": "application/pdf", "content": "JVBERi0xLjcK"}


def given_name(person_id: str) -> str:
    """
    Give the first name of whoever a case calls by an id.
    """
    return person_id.capitalize()


def slug_of(channel_id: str) -> str:
    """
    Give the short name of a channel.
    """
    return channel_id.replace(".", "-")


def person_body(person: Person) -> Body:
    """
    Enter a person.
    """
    return {
        "given_name": given_name(person.id),
        "family_name": FAMILY_NAME,
        "category": person.category,
        "jurisdiction": person.jurisdiction,
        "born_on": _day(person.born_on),
        "died_on": _day(person.died_on),
    }


def authority_body(authority: Authority, ids: Ids) -> Body:
    """
    Record an authority; one that is verified has its proof, a sole one its judgment.
    """
    basis = AuthorityBasis.JUDGMENT if authority.sole else authority.basis
    return {
        "signatory_id": ids[authority.signatory_id],
        "kind": authority.kind,
        "basis": basis,
        "until_on": _day(authority.until_on),
        "sole": authority.sole,
        "verified": authority.verified,
        "proof": PROOF if authority.verified else "",
    }


def protection_body(order: Protection) -> Body:
    """
    Record an order that protects an adult.
    """
    return {"kind": order.kind, "covers_image": order.covers_image, "proof": PROOF}


def channel_body(channel: Channel, ids: Ids) -> Body:
    """
    Register a channel.
    """
    quota = channel.quota
    return {
        "slug": slug_of(channel.id),
        "name": channel.name,
        "medium": channel.medium,
        "platform": channel.platform,
        "audience": channel.audience,
        "purposes": sorted(channel.purposes),
        "address": f"{slug_of(channel.id)}.example/jacinthes",
        "unit_id": ids[channel.unit_id] if channel.unit_id else None,
        "group_ids": sorted(ids[each] for each in channel.group_ids),
        "publisher_ids": sorted(ids[each] for each in channel.publisher_ids),
        "quota": {"limit": quota.limit, "window": quota.window} if quota else None,
    }


def version_body(version: FormVersion | None, ids: Ids) -> Body:
    """
    Publish a version of a form that asks about everything; None is the only one.
    """
    changed = version.changed_channel_ids if version else None
    return {
        "texts": WORDS,
        "matters": list(Matter),
        "purposes": list(Purpose),
        "states_refusal_is_free": True,
        "material": version.material if version else True,
        "changed_channel_ids": None if changed is None else sorted(ids[each] for each in changed),
    }


def act_body(act: ConsentAct, ids: Ids) -> Body:
    """
    Say what somebody answers; a paper bears its day, and comes with its scan.
    """
    body: Body = {
        "person_id": ids[act.person_id],
        "signatory_id": ids[act.signatory_id],
        "channels": sorted(ids[each] for each in act.channel_ids),
        "groups": sorted(ids[each] for each in act.group_ids),
        "matters": sorted(act.matters),
    }
    if act.signed_from != act.signed_until:
        body |= {"method": Method.PAPER, "signed_on": _day(act.signed_from.astimezone(BRUSSELS))}
    else:
        body |= {"method": act.method, "signed_at": act.signed_from.isoformat()}
    if act.kind is ActKind.WITHDRAWN:
        return body
    if body["method"] is Method.PAPER:
        body["evidence"] = SCAN
    return body | {
        "capacity": act.capacity,
        "kind": act.kind,
        "purposes": sorted(act.purposes),
        "expires_on": _day(act.expires_on),
        "form_version_id": ids[act.form_version_id or ""] if act.is_yes else None,
    }


def photo_body(photo: Photo, ids: Ids) -> Body:
    """
    Register a photo: who is in it, who looked, whose it is.
    """
    looked, rights = photo.attestation, photo.rights
    return {
        "title": photo.id,
        "depictions": [
            {
                "person_id": ids[each.person_id],
                "visibility": each.visibility,
                "in_function": each.in_function,
            }
            for each in photo.depictions
        ],
        "attestation": {
            "complete": looked.complete,
            "compared_photo_ids": sorted(ids[each] for each in looked.compared_photo_ids),
        }
        if looked
        else None,
        "rights": {
            "source": rights.source,
            "creator": rights.creator,
            "owner": rights.owner,
            "licence": rights.licence,
            "credit_line": rights.credit_line,
        }
        if rights
        else None,
    }


def _day(day: Any) -> str | None:  # noqa: ANN401  # a day or an instant
    """
    Write a day.
    """
    return None if day is None else f"{day:%Y-%m-%d}"
