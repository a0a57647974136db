"""
Write verdicts as plain values: what is stored and answered.
"""

import hashlib
from collections.abc import Iterable
from typing import Any

from service.decision.frame import cut_away
from service.decision.ids import ChannelId, PhotoId
from service.decision.name_depth import matter_of
from service.decision.naming import Mention
from service.decision.photo import known_photo
from service.decision.photos import Photo, Picture
from service.decision.verdict import Effect, Obligation, Reason, Verdict, worst
from service.records.photos import Place
from service.usecases.checks.gathering import Gathered
from service.usecases.checks.question import CheckQuestion
from service.usecases.checks.recognise import TOO_PLAIN, Recognition
from service.usecases.checks.uses import unseen_in

Plain = dict[str, Any]


def outcome_of(
    check_id: str, verdicts: dict[ChannelId | None, Verdict], gathered: Gathered, evaluated_at: str
) -> Plain:
    """
    Give the whole outcome of a check, personal reasons included.

    With no channel asked for, the answer on top is the worst of all channels: a
    reader of `answer` alone is never told more than holds everywhere.
    """
    single = {channel_id: _combined({channel_id: each}) for channel_id, each in verdicts.items()}
    whole = next(iter(single.values())) if len(single) == 1 else _combined(verdicts)
    return {
        "check_id": check_id,
        "answer": worst(tuple(each.answer for each in verdicts.values())).value,
        **whole,
        "pictures": [
            _picture(recognition, picture, gathered) | _named(number, gathered.case.mentions)
            for number, (recognition, picture) in enumerate(
                zip(gathered.recognitions, gathered.case.pictures, strict=True)
            )
        ],
        "mentions": [
            {
                "start": each.start,
                "end": each.end,
                "person_ids": sorted(each.person_ids),
                "matter": matter_of(each.form).value,
            }
            for each in gathered.case.mentions
        ],
        "evaluated_at": evaluated_at,
        "channels": {
            channel_id: {"answer": each.answer.value, **single[channel_id]}
            for channel_id, each in verdicts.items()
            if channel_id is not None
        },
    }


def _combined(verdicts: dict[ChannelId | None, Verdict]) -> Plain:
    """
    Put the verdicts of several channels into one, the most serious first.
    """
    ordered = sorted(verdicts.values(), key=_gravity)
    reasons = dict.fromkeys(reason for each in ordered for reason in each.reasons)
    obligations = dict.fromkeys(duty for each in ordered for duty in each.obligations)
    first = ordered[0]
    contact = first.next_step.contact
    return {
        "reasons": [plain_reason(each) for each in sorted(reasons, key=lambda each: each.sort_key)],
        "obligations": [_obligation(each) for each in obligations],
        "next_step": {
            "action": first.next_step.action.value,
            "contact": {
                "name": contact.name,
                "role": contact.role,
                "email": contact.email,
                "phone": contact.phone,
            },
        },
        "for_date": first.for_date.isoformat(),
        "versions": {
            "engine": first.versions.engine,
            "jurisdictions": first.versions.jurisdictions,
        },
    }


def _gravity(verdict: Verdict) -> tuple[int, str]:
    """
    Order verdicts: stop, deny, ask, publish.
    """
    effects = tuple(Effect)
    worst_effect = min(
        (effects.index(each.effect) for each in verdict.reasons), default=len(effects)
    )
    return worst_effect, verdict.channel_id or ""


def plain_reason(reason: Reason) -> Plain:
    """
    Give a reason as plain values, without what is not set.
    """
    values = {
        "code": reason.code.value,
        "effect": reason.effect.value,
        "person_id": reason.person_id,
        "matter": reason.matter.value if reason.matter else None,
        "picture": reason.picture,
        "row": reason.row or None,
    }
    return {key: value for key, value in values.items() if value is not None}


def _obligation(obligation: Obligation) -> Plain:
    """
    Give an obligation as plain values, without what is not set.
    """
    values = {
        "duty": obligation.duty.value,
        "text": obligation.text or None,
        "picture": obligation.picture,
    }
    return {key: value for key, value in values.items() if value is not None}


def _picture(recognition: Recognition, picture: Picture, gathered: Gathered) -> Plain:
    """
    Say as what one picture was recognised.
    """
    known = known_photo(picture, gathered.case.house.policy)
    return {
        "match": picture.match.value,
        "photo_id": known.id if known else None,
        **(_places(recognition, known.id) if known else {}),
        "resembles": [
            {
                "photo_id": each.photo.id,
                "match": each.match.value,
                **_places(recognition, each.photo.id),
                **_difference(recognition, each.photo),
            }
            for each in picture.resemblances
            if known is None or each.photo.id != known.id
        ],
        "people": sorted(
            {
                depiction.person_id
                for each in picture.resemblances
                for depiction in each.photo.depictions
                if known is None or each.photo.id == known.id
            }
        ),
        "notes": [
            *recognition.notes,
            *([TOO_PLAIN] if recognition.textureless else []),
        ],
    }


def _named(number: int, mentions: Iterable[Mention]) -> Plain:
    """
    Say whom the pages of a document name, if it is one and anybody is known by name.
    """
    named = [
        {"page": each.leaf.page, "person_ids": sorted(each.person_ids)}
        for each in mentions
        if each.leaf is not None and each.leaf.picture == number
    ]
    return {"named": named} if named else {}


def _difference(recognition: Recognition, photo: Photo) -> Plain:
    """
    Say where an altered copy differs, what of the photo it shows, and who was cut away.

    A human looks who is still there; who has no region may be anywhere.
    """
    found = recognition.differences.get(photo.id)
    if found is None:
        return {}
    return {
        "differs": [
            {"left": left, "top": top, "width": right - left, "height": bottom - top}
            for left, top, right, bottom in found.differing
        ],
        "seen": [list(corner) for corner in found.seen],
        "cut": found.cut,
        "cut_away": sorted(cut_away(photo.depictions, found.seen)),
    }


def _places(recognition: Recognition, photo_id: PhotoId) -> Plain:
    """
    Say when or on which page a photo is seen, if anything moves or has pages.
    """
    found = recognition.sightings.get(photo_id, ())
    places = [
        {**_place(each.sent, "sent"), **_place(each.registered, "registered")} for each in found
    ]
    return {"places": places} if places else {}


def _place(place: Place | None, where: str) -> Plain:
    """
    Give a place as plain values; nothing for a single picture.
    """
    if place is None:
        return {}
    known = {"at_seconds": place.at_seconds, "page": place.page}
    return {where: {name: number for name, number in known.items() if number is not None}}


def digest_of(text: str) -> str:
    """
    Give the SHA-256 of a text, hexadecimal; nothing for nothing.
    """
    return hashlib.sha256(text.encode()).hexdigest() if text else ""


def plain_question(question: CheckQuestion) -> Plain:
    """
    Give the question as it is stored: no picture, no fingerprint, no words.

    A name that was asked for would outlive the erasure of its person here, so
    only whom it means is kept, and the digest by which a caption can be proven.
    """
    return {
        "channel": question.channel,
        "purpose": question.purpose.value,
        "pictures": len(question.uploads) + len(question.photo_ids),
        "photo_ids": list(question.photo_ids),
        "names": len(question.names),
        "text_digest": digest_of(question.text),
        "uses": [
            {"person_id": each.person_id, "matter": each.matter.value} for each in question.uses
        ],
        "on": question.on.isoformat() if question.on else None,
        "as_of": question.as_of.isoformat() if question.as_of else None,
        "known_at": question.known_at.isoformat() if question.known_at else None,
        "intent": question.intent.value,
    }


def read_in(gathered: Gathered) -> Plain:
    """
    Give what was read in a question and is seen nowhere else: for a replay.
    """
    unseen, approvals = unseen_in(gathered.case.uses), gathered.case.approvals
    return {
        "moving": [each.moving for each in gathered.recognitions],
        "names_unknown": gathered.case.names_unknown,
        **({"unseen": unseen} if unseen else {}),
        **({"approvals": approvals} if approvals else {}),
    }
