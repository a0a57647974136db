"""
Register a photo.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from service.decision.ids import PhotoId
from service.decision.photos import HOLDS_FOR_SURE
from service.decision.powers import Scope
from service.decision.terms import MatchClass
from service.errors import AlreadyExists
from service.ledger.entry import EntryKind
from service.records.photos import (
    DOCUMENT_FORMATS,
    FingerprintRecord,
    PhotoRecord,
    Place,
    mark_of_stills,
    still_id,
)
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.checks.looking import Looker, SeenFile
from service.usecases.checks.read_documents import words_in
from service.usecases.checks.recognise import recognise
from service.usecases.desk import Desk
from service.usecases.photos.album import Album, PhotoStory, story_of
from service.usecases.photos.covered_people import lineage_of
from service.usecases.photos.file_claims import FileClaims, claims_in
from service.usecases.photos.photo_details import PhotoDetails, check_depictions, checked_rights
from service.usecases.plain import plain
from service.usecases.ports.services import PictureLike
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class RegisteredPhoto:
    """
    A photo as registered, and the photos it resembles, closest first.
    """

    story: PhotoStory
    matches: tuple[tuple[PhotoId, MatchClass], ...]
    notes: tuple[str, ...]
    claims: FileClaims
    """What its file says of itself; nothing of it was recorded."""


@dataclass(frozen=True, slots=True)
class RegisterPhoto:
    """
    Register a photo.
    """

    desk: Desk
    look: Looker
    previews: bool
    """Keep a small sealed preview, so that copies can be verified later."""

    def __call__(self, caller: Caller, details: PhotoDetails) -> RegisteredPhoto:
        """
        Read a picture, keep what it is known by, and never the picture itself.

        Gives the photos it resembles, so that the registrar compares them.

        Raises:
            NotAllowed: The caller has no `photos:write` scope.
            BadImage: It is not a picture that can be trusted.
            InvalidInput: Somebody depicted does not exist, a word is unusable, or the
                photo it is made of is not registered.
            AlreadyExists: This very picture is registered; say there who is in it.
            Busy: Every picture worker is occupied.
        """
        caller = caller.narrowed(Scope.PHOTOS_WRITE)
        title = text.line(details.title, "title", required=False)
        [seen] = self.look(caller.organisation_id, [details.upload])
        with self.desk.database.look(caller.organisation_id) as work:
            claims = claims_in(work, caller, seen.read)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            if made_before := recall(work, caller):
                return self._again(work, PhotoId(made_before), seen, claims)
            recognition = recognise(work, seen, self.look.rules)
            _refuse_twice(recognition.matches)
            photo = self._photo(seen.read, details, title, now, caller)
            photo = replace(photo, lineage=lineage_of(work, details.derived_from))
            self._write(work, caller, photo, details, now)
            keep(work, caller, photo.id, now)
            story = story_of(work, photo)
            work.commit()
        return RegisteredPhoto(story, recognition.matches, recognition.notes, claims)

    def _again(
        self, work: UnitOfWork, photo_id: PhotoId, seen: SeenFile, claims: FileClaims
    ) -> RegisteredPhoto:
        """
        Give what the idempotency key registered before.
        """
        recognition = recognise(work, seen, self.look.rules)
        others = tuple(each for each in recognition.matches if each[0] != photo_id)
        story = story_of(work, work.photos.get(photo_id))
        return RegisteredPhoto(story, others, recognition.notes, claims)

    def _photo(
        self, read: PictureLike, details: PhotoDetails, title: str, now: datetime, caller: Caller
    ) -> PhotoRecord:
        """
        Put together what a photo is known by, and each of its stills.
        """
        photo_id = PhotoId(self.desk.new_id())
        whole = replace(
            self._known_by(read, photo_id, read.digest_bytes, now, caller),
            title=title,
            intimate=details.intimate,
            public_place=details.public_place,
            words=words_in(read) if read.format in DOCUMENT_FORMATS else None,
        )
        stills = [
            self._known_by(still, each, mark_of_stills(photo_id), now, caller)
            for each, still in stills_by_id(photo_id, read)
        ]
        return replace(whole, stills=tuple(stills))

    def _known_by(
        self,
        read: PictureLike,
        photo_id: PhotoId,
        digest_bytes: bytes,
        now: datetime,
        caller: Caller,
    ) -> PhotoRecord:
        """
        Put together what one picture is known by.
        """
        seen = read.fingerprint
        return PhotoRecord(
            id=photo_id,
            digest_bytes=digest_bytes,
            digest_pixels=read.digest_pixels,
            format=read.format,
            width_px=read.width_px,
            height_px=read.height_px,
            textureless=read.textureless,
            fingerprint=FingerprintRecord(seen.algorithm, seen.version, seen.bits),
            features=self.look.rules.features_of(read) if self.previews else None,
            preview=read.preview_jpeg if self.previews else None,
            registered_at=now,
            registered_by=caller.actor.id,
        )

    def _write(
        self,
        work: UnitOfWork,
        caller: Caller,
        photo: PhotoRecord,
        details: PhotoDetails,
        now: datetime,
    ) -> None:
        """
        Write the photo and everything said of it, each with its ledger line.
        """
        album = Album(self.desk)
        depictions = check_depictions(work, caller, details.depictions)
        rights = checked_rights(work, details.rights) if details.rights else None
        work.photos.add(photo, now, caller.actor.id)
        kind = EntryKind.PHOTO_REGISTERED
        self.desk.record.append(work, caller, kind, now, registration(photo))
        album.depict(work, caller, photo.id, depictions, now)
        if details.attestation is not None:
            album.attest(work, caller, photo.id, details.attestation, now)
        if rights is not None:
            album.license(work, caller, photo.id, rights, now)


def registration(photo: PhotoRecord) -> Mapping[str, object]:
    """
    Say that a photo was registered, by nothing that shows it (threat T16).
    """
    made_of = {} if photo.lineage is None else {"lineage": plain(photo.lineage)}
    return {
        **made_of,
        "photo_id": photo.id,
        "format": photo.format,
        "width_px": photo.width_px,
        "height_px": photo.height_px,
        "textureless": photo.textureless,
        "intimate": photo.intimate,
        "public_place": photo.public_place,
        "keeps_preview": photo.preview is not None,
        "stills": len(photo.stills),
    }


def stills_by_id(photo_id: PhotoId, read: PictureLike) -> Iterator[tuple[PhotoId, PictureLike]]:
    """
    Name the stills of a clip or a document that show enough to be found by.
    """
    for number, still in enumerate(read.stills):
        if not still.textureless:
            yield still_id(photo_id, Place(still.at_seconds, still.page), number), still


def _refuse_twice(matches: tuple[tuple[PhotoId, MatchClass], ...]) -> None:
    """
    Refuse to register one picture twice.

    Two records of one picture could name two sets of people, and the newer one
    would hide whoever is only in the older.
    """
    if matches and matches[0][1] in HOLDS_FOR_SURE:
        message = f"This very picture is registered as photo {matches[0][0]}."
        raise AlreadyExists(message, field="image")
