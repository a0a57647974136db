"""
Write and read what is said of photos; whoever calls commits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import AttestationId, PersonId, PhotoId
from service.decision.photos import Attestation, Depiction, Rights
from service.errors import Conflict, InvalidInput
from service.ledger.entry import EntryKind
from service.records.photos import AttestationRecord, DepictionSet, PhotoRecord, RightsRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.photos.covered_people import covered_people
from service.usecases.photos.photo_details import AttestationDetails, check_photos
from service.usecases.plain import digest_of, plain
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class PhotoStory:
    """
    A photo with everything said of it, as it is now.
    """

    photo: PhotoRecord
    depictions: tuple[Depiction, ...]
    depictions_version: int
    attestation: AttestationRecord | None
    rights: Rights | None

    @property
    def is_attested(self) -> bool:
        """
        Tell whether somebody looked at the very people that are named now.
        """
        found = self.attestation
        return found is not None and found.depictions_version == self.depictions_version


@dataclass(frozen=True, slots=True)
class Album:
    """
    Write what is said of photos, each time with its ledger line.
    """

    desk: Desk

    def depict(
        self,
        work: UnitOfWork,
        caller: Caller,
        photo_id: PhotoId,
        depictions: tuple[Depiction, ...],
        now: datetime,
    ) -> int:
        """
        Write who is in a photo and give the number of that set.
        """
        version = work.photos.depictions.add(
            DepictionSet(photo_id, depictions), now, caller.actor.id
        )
        payload = {"photo_id": photo_id, "version": version, "depictions": plain(depictions)}
        self._line(
            work, caller, EntryKind.PHOTO_DEPICTIONS_RECORDED, now, payload, people_in(depictions)
        )
        return version

    def attest(
        self,
        work: UnitOfWork,
        caller: Caller,
        photo_id: PhotoId,
        details: AttestationDetails,
        now: datetime,
    ) -> AttestationRecord:
        """
        Write that somebody looked at the people a photo has now.

        Raises:
            InvalidInput: A compared photo does not exist, or is the photo itself; or
                somebody is said to be covered who is not.
            Conflict: Other people were named meanwhile; look again.
        """
        if photo_id in details.compared_photo_ids:
            message = "A photo is not compared with itself."
            raise InvalidInput(message, field="compared_photo_ids")
        check_photos(work, details.compared_photo_ids, "compared_photo_ids")
        depictions, version = people_now(work, photo_id)
        if details.depictions_version not in {None, version}:
            message = "Other people were named meanwhile: look again."
            raise Conflict(message, field="depictions_version")
        hidden = covered_people(work, photo_id, people_in(depictions), details)
        last = work.photos.last_attestation(photo_id)
        if last is not None and last.attested_at >= now:
            # The clock was set back.  A look of before would come later: it is made one at
            # a set of people of before.
            version = self.depict(work, caller, photo_id, depictions, now)
        record = AttestationRecord(
            photo_id=photo_id,
            attestation=Attestation(
                id=AttestationId(self.desk.new_id()),
                complete=details.complete,
                informed=details.informed,
                compared_photo_ids=details.compared_photo_ids,
                hidden_person_ids=hidden,
                # The file does not change: whoever looks again need not say it again.
                obscured=details.obscured or (last is not None and last.attestation.obscured),
            ),
            depictions_version=version,
            attested_at=now,
            attested_by=caller.actor.id,
        )
        work.photos.attest(record)
        payload = {
            "photo_id": photo_id,
            "depictions_version": version,
            "attestation": plain(record.attestation),
        }
        people = (*people_in(depictions), *sorted(hidden))
        self._line(work, caller, EntryKind.PHOTO_ATTESTED, now, payload, people)
        return record

    def license(
        self, work: UnitOfWork, caller: Caller, photo_id: PhotoId, rights: Rights, now: datetime
    ) -> None:
        """
        Write whose photo it is and under what terms.
        """
        version = work.photos.rights.add(RightsRecord(photo_id, rights), now, caller.actor.id)
        payload = {"photo_id": photo_id, "version": version, "digest": digest_of(rights)}
        self._line(work, caller, EntryKind.PHOTO_RIGHTS_RECORDED, now, payload, ())

    def _line(
        self,
        work: UnitOfWork,
        caller: Caller,
        kind: EntryKind,
        now: datetime,
        payload: dict[str, object],
        person_ids: Sequence[PersonId],
    ) -> None:
        """
        Write the ledger line.
        """
        self.desk.record.append(work, caller, kind, now, payload, person_ids)


def people_in(depictions: Sequence[Depiction]) -> tuple[PersonId, ...]:
    """
    Name everybody in a set.
    """
    return tuple(each.person_id for each in depictions)


def people_now(work: UnitOfWork, photo_id: PhotoId) -> tuple[tuple[Depiction, ...], int]:
    """
    Give who is in a photo now, and the number of that set; 0 for none yet.
    """
    if work.photos.depictions.find(photo_id) is None:
        return (), 0
    versions = work.photos.depictions.history(photo_id)
    return versions[-1].record.depictions, versions[-1].version


def story_of(work: UnitOfWork, photo: PhotoRecord) -> PhotoStory:
    """
    Give a photo with everything said of it.
    """
    depictions, version = people_now(work, photo.id)
    rights = work.photos.rights.find(photo.id)
    return PhotoStory(
        photo=photo,
        depictions=depictions,
        depictions_version=version,
        attestation=work.photos.last_attestation(photo.id),
        rights=rights.rights if rights else None,
    )
