"""
Hold photos against the log: who is in them, who looked, whose they are.

Taking somebody out of a photo lets it be published without them, so a set of people, an
attestation or rights that were edited, added or removed behind the program's back are
named like an edited answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from service.decision.ids import PhotoId
from service.ledger.bindings import ERASED, digest_of
from service.records.paging import every
from service.records.photos import DepictionSet, RightsRecord
from service.usecases.exports.compared import Difference, Told, forms_of
from service.usecases.ports.work import UnitOfWork

REGISTERED, ERASED_PHOTO = "photo:registered", "photo:erased"
DEPICTIONS, RIGHTS = "photo:depictions_recorded", "photo:rights_recorded"
ATTESTED = "photo:attested"


@dataclass(frozen=True, slots=True)
class Looked:
    """
    What an entry told of an attestation.
    """

    at: datetime
    attestation_id: str
    index: int | None
    payload: Mapping[str, Any]


@dataclass(slots=True)
class PhotosTold:
    """
    Everything that the log told of photos, while it is walked.
    """

    work: UnitOfWork
    registered: set[str] = field(default_factory=set)
    versions: set[tuple[str, str, int]] = field(default_factory=set)
    """The sets of people and of rights that entries tell of."""
    looked: dict[str, Looked] = field(default_factory=dict)
    """The last attestation of each photo."""

    def compare(self, index: int | None, entry: Mapping[str, Any]) -> Iterator[Difference]:
        """
        Hold one entry against what it wrote, and remember that it did.
        """
        kind, payload = entry["kind"], entry["payload"]
        photo_id = str(payload.get("photo_id", ""))
        if kind == REGISTERED:
            self.registered.add(photo_id)
        elif kind == ERASED_PHOTO:
            self.registered.discard(photo_id)
        elif kind == ATTESTED:
            at = datetime.fromisoformat(entry["recorded_at"])
            told = Looked(at, str(payload["attestation"]["id"]), index, payload)
            self.looked[photo_id] = max(told, self.looked.get(photo_id, told), key=_when)
        elif kind in {DEPICTIONS, RIGHTS}:
            version = int(payload["version"])
            self.versions.add((kind, photo_id, version))
            found = [each for each in self._history(kind, photo_id) if each.version == version]
            if not found:
                yield Difference(kind, photo_id, index=index)
            elif not _is_as_told(found[0].record, payload):
                yield Difference(kind, photo_id, f"version {version}", index)

    def unlogged(self, erased_at: set[datetime]) -> Iterator[Difference]:
        """
        Give what no entry tells of, and what is gone without one.

        Args:
            erased_at: When entries were written that an erasure has taken since.
        """
        for photo in every(self.work.photos.list_page):
            if photo.id not in self.registered and photo.registered_at not in erased_at:
                yield Difference("photo", photo.id, "everything")
            self.registered.discard(photo.id)
            for kind in (DEPICTIONS, RIGHTS):
                for each in self._history(kind, photo.id):
                    is_told = (kind, photo.id, each.version) in self.versions
                    if not is_told and each.recorded_at not in erased_at:
                        yield Difference(kind, photo.id, f"version {each.version}")
            yield from self._attestation_of(photo.id, erased_at)
        for photo_id in sorted(self.registered - self._forgotten(erased_at)):
            yield Difference(REGISTERED, photo_id)

    def _forgotten(self, erased_at: set[datetime]) -> set[str]:
        """
        Give photos whose erasure the log forgot, with whoever was in them.
        """
        if not erased_at:
            return set()
        return {each.id for each in self.work.outlived.erased() if each.kind == "photo"}

    def _attestation_of(self, photo_id: PhotoId, erased_at: set[datetime]) -> Iterator[Difference]:
        last, told = self.work.photos.last_attestation(photo_id), self.looked.get(photo_id)
        if last is not None and last.attested_at in erased_at:
            return
        if told is None:
            if last is not None:
                yield Difference(ATTESTED, photo_id, "everything")
        elif last is None or last.attestation.id != told.attestation_id:
            yield Difference(ATTESTED, photo_id, index=told.index)
        elif (
            told.payload["attestation"] not in tuple(forms_of(last.attestation))
            or last.depictions_version != told.payload["depictions_version"]
        ):
            yield Difference(ATTESTED, photo_id, "attestation", told.index)

    def _history(self, kind: str, photo_id: str) -> Sequence[Told]:
        photos = self.work.photos
        return (photos.depictions if kind == DEPICTIONS else photos.rights).history(photo_id)


def _when(told: Looked) -> tuple[int, datetime, str]:
    return int(told.payload["depictions_version"]), told.at, told.attestation_id


def _is_as_told(record: object, payload: Mapping[str, Any]) -> bool:
    """
    Tell whether a version is the one that was written.

    An erasure takes the words of rights that named somebody, each as a whole.
    """
    if isinstance(record, DepictionSet):
        told = payload["depictions"]
        return len(told) == len(record.depictions) and all(
            each in tuple(forms_of(one)) for each, one in zip(told, record.depictions, strict=True)
        )
    if not isinstance(record, RightsRecord):
        return False
    rights = record.rights
    words = (rights.creator, rights.owner, rights.licence, rights.credit_line)
    forms = {digest_of(each) for each in forms_of(rights)}
    return ERASED in words or payload["digest"] in forms
