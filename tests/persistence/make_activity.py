"""
Make photos, checks, publications and entries, each complete and plain to see.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from service.decision.ids import (
    AttestationId,
    ChannelId,
    CheckId,
    KeyId,
    OrganisationId,
    PersonId,
    PhotoId,
    PublicationId,
    TakedownId,
    UnitId,
)
from service.decision.photos import Attestation, Depiction, Rights
from service.decision.powers import Scope
from service.decision.takedowns import Cause
from service.decision.terms import Answer, Medium, Purpose, RightsSource
from service.ledger.entry import Entry, EntryActor, EntryKind
from service.ledger.kinds import ActorKind
from service.records.activity import ApiKey, CheckRecord, Publication
from service.records.photos import (
    AttestationRecord,
    DepictionSet,
    FeaturesRecord,
    FingerprintRecord,
    PhotoRecord,
    RightsRecord,
)
from service.records.takedowns import Takedown
from tests.persistence.ground import ASHA, JACINTHES, NOW


def make_photo(
    name: str = "outing", *, bits: bytes = b"\0" * 32, parts: bytes = b""
) -> PhotoRecord:
    """
    Make a registered photo with the given fingerprint and parts.
    """
    return PhotoRecord(
        id=PhotoId(f"photo-{name}"),
        digest_bytes=f"bytes of {name}".encode(),
        digest_pixels=f"pixels of {name}".encode(),
        format="jpeg",
        width_px=4000,
        height_px=3000,
        textureless=False,
        fingerprint=FingerprintRecord("dct", 1, bits),
        features=FeaturesRecord("sift", 1, b"features of " + parts, parts) if parts else None,
        preview=f"preview of {name}".encode(),
        title=f"The {name}",
        registered_at=NOW,
        registered_by=ASHA,
    )


def make_depictions(photo: str, *people: str) -> DepictionSet:
    """
    Say who is in a photo.
    """
    return DepictionSet(
        PhotoId(f"photo-{photo}"),
        tuple(Depiction(PersonId(f"person-{person}")) for person in people),
    )


def make_attestation(
    name: str = "first", *, photo: str = "outing", version: int = 1, at: datetime = NOW
) -> AttestationRecord:
    """
    Say that somebody looked at one version of the depictions.
    """
    return AttestationRecord(
        PhotoId(f"photo-{photo}"),
        Attestation(AttestationId(f"attestation-{name}"), complete=True),
        version,
        at,
        ASHA,
    )


def make_rights(photo: str = "outing") -> RightsRecord:
    """
    Say that the house took the photo.
    """
    return RightsRecord(PhotoId(f"photo-{photo}"), Rights(RightsSource.OWN, creator="The house"))


def make_check(
    name: str = "one", *people: str, at: datetime = NOW, answer: str = "ask"
) -> CheckRecord:
    """
    Make a question and its answer.
    """
    return CheckRecord(
        id=CheckId(f"check-{name}"),
        asked_at=at,
        actor_id=ASHA,
        question={"channel": "facebook", "names": 1},
        outcome={"answer": answer, "reasons": [{"code": "never_asked"}]},
        answer=Answer(answer),
        person_ids=tuple(PersonId(f"person-{person}") for person in people),
    )


def make_publication(
    name: str = "post",
    *people: str,
    channel: str = "facebook",
    at: datetime = NOW,
    photos: Iterable[str] = (),
    alt_text: str = "",
) -> Publication:
    """
    Make something that was published.
    """
    return Publication(
        id=PublicationId(f"publication-{name}"),
        channel_id=ChannelId(f"channel-{channel}"),
        purpose=Purpose.INFORMATION,
        published_at=at,
        recorded_at=at,
        actor_id=ASHA,
        check_id=CheckId("check-one"),
        photo_ids=tuple(PhotoId(f"photo-{photo}") for photo in photos),
        person_ids=tuple(PersonId(f"person-{person}") for person in people),
        where="https://pages.example/facebook/1",
        alt_text=alt_text,
    )


def make_takedown(post: str = "post", *, unit: str = "kitchen", at: datetime = NOW) -> Takedown:
    """
    Say that a publication must come down within a day.
    """
    return Takedown(
        id=TakedownId(f"takedown-{post}"),
        publication_id=PublicationId(f"publication-{post}"),
        channel_id=ChannelId("channel-facebook"),
        medium=Medium.SOCIAL,
        unit_id=UnitId(f"unit-{unit}"),
        cause=Cause.NOT_CLEARED,
        opened_at=at,
        due_at=at + timedelta(days=1),
    )


def make_key(name: str = "cms") -> ApiKey:
    """
    Make a key that may ask.
    """
    return ApiKey(
        KeyId(f"key-{name}"), name, b"digest", frozenset({Scope.CHECKS}), None, issued_at=NOW
    )


def make_entry(
    name: str = "one", *people: str, organisation_id: OrganisationId = JACINTHES
) -> Entry:
    """
    Make a ledger entry about people.
    """
    return Entry(
        entry_id=f"entry-{name}",
        organisation_id=organisation_id,
        kind=EntryKind.CHECK_ANSWERED,
        recorded_at=NOW,
        actor=EntryActor("act-asha", ActorKind.STAFF),
        person_ids=tuple(f"person-{person}" for person in people),
        payload={"answer": "ask"},
    )
