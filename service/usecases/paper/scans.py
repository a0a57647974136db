"""
Read scans of printed forms, and keep one between two steps.

What was read is a proposal.  It becomes an answer only when somebody has compared every
line with the paper and entered it; until then the scan is a draft of whoever sent it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.decision.ids import DraftId, PersonId
from service.decision.powers import Scope
from service.errors import BadImage, NotFound
from service.records.drafts import Draft
from service.usecases.caller import Caller
from service.usecases.checks.question import Upload
from service.usecases.drafts.keeping import DraftShelf, clean_filename
from service.usecases.paper import layout
from service.usecases.paper.accepting import PaperFault, PaperRefused, accepted
from service.usecases.paper.proposing import PaperReading, code_of, reading_of
from service.usecases.ports.paper import PaperPageLike, PaperReader
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person

_STARTS = {
    b"%PDF": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG": "image/png",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
    b"RIFF": "image/webp",
}
_HEIC_MARK = slice(4, 8)
_LENGTH_BYTES = 4


@dataclass(frozen=True, slots=True)
class Scan:
    """
    A scan as it was sent, with what it seems to say.
    """

    draft_id: DraftId
    media_type: str
    content: bytes = field(repr=False)
    reading: PaperReading


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """
    Tell what a scan of a printed form seems to say.
    """

    shelf: DraftShelf
    reader: PaperReader

    def __call__(self, caller: Caller, person_id: PersonId, upload: Upload) -> PaperReading:
        """
        Read a scan; nothing is kept of it.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is no such person for this caller.
            PaperRefused: It is no form of this house for this person, came back
                before, or cannot be read.
            Busy: Every picture worker is occupied.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        pages = self.pages(caller, person_id, upload)
        with self.shelf.desk.database.look(caller.organisation_id) as work:
            return read(work, caller, person_id, pages)

    def pages(self, caller: Caller, person_id: PersonId, upload: Upload) -> Sequence[PaperPageLike]:
        """
        Look at every page; no transaction is open meanwhile.

        Raises:
            NotFound: There is no such person for this caller.
            PaperRefused: It is no picture that can be trusted.
        """
        with self.shelf.desk.database.look(caller.organisation_id) as work:
            seen_person(work, caller, person_id)
        media_type_of(upload.content)
        try:
            return self.reader.read_paper(upload.content, layout.order(), filename=upload.filename)
        except BadImage:
            raise PaperRefused(PaperFault.UNREADABLE) from None


@dataclass(frozen=True, slots=True)
class KeepScan:
    """
    Read a scan and keep it until its answers are entered.
    """

    read_paper: ReadPaper

    def __call__(self, caller: Caller, person_id: PersonId, upload: Upload) -> DraftId:
        """
        Keep a scan for a while, for the caller alone.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is no such person for this caller.
            PaperRefused: As when reading.
            TooMany: It is more than one person may keep.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        pages = self.read_paper.pages(caller, person_id, upload)
        shelf = self.read_paper.shelf
        with shelf.desk.database.begin(caller.organisation_id) as work:
            reading = read(work, caller, person_id, pages)
            draft = Draft(
                id=DraftId(shelf.desk.new_id()),
                actor_id=caller.actor.id,
                kept_at=shelf.desk.clock(),
                filename=clean_filename(upload.filename),
                size_bytes=len(upload.content),
            )
            shelf.put(work, draft, upload.content, _packed(reading))
            work.commit()
        return draft.id


@dataclass(frozen=True, slots=True)
class OpenScan:
    """
    Give a scan that is kept, with what it seems to say.
    """

    read_paper: ReadPaper

    def __call__(self, caller: Caller, person_id: PersonId, draft_id: DraftId) -> Scan:
        """
        Read one of the caller's own scans again.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is none, it is somebody else's, or its time is over.
            PaperRefused: Its answers were entered meanwhile.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        shelf = self.read_paper.shelf
        with shelf.desk.database.look(caller.organisation_id) as work:
            draft = shelf.find(work, caller, draft_id)
            content = work.drafts.content(caller.actor.id, draft_id)
        upload = Upload(content, draft.filename or None)
        reading = self.read_paper(caller, person_id, upload)
        return Scan(draft_id, media_type_of(content), content, reading)

    def page(self, caller: Caller, draft_id: DraftId, number: int) -> bytes:
        """
        Give the straight picture of one page, as JPEG.

        Raises:
            NotFound: There is none.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        shelf = self.read_paper.shelf
        with shelf.desk.database.look(caller.organisation_id) as work:
            shelf.find(work, caller, draft_id)
            pages = dict(_unpacked(work.drafts.preview(caller.actor.id, draft_id)))
        if number not in pages:
            raise NotFound("There is no such page.")
        return pages[number]

    def drop(self, caller: Caller, draft_id: DraftId) -> None:
        """
        Let go of a scan that was entered: it is evidence by now.
        """
        shelf = self.read_paper.shelf
        with shelf.desk.database.begin(caller.organisation_id) as work:
            work.drafts.drop(caller.actor.id, draft_id)
            work.commit()


def read(
    work: UnitOfWork, caller: Caller, person_id: PersonId, pages: Sequence[PaperPageLike]
) -> PaperReading:
    """
    Lay what was seen beside the form as it was printed.

    Raises:
        NotFound: There is no such person for this caller.
        PaperRefused: It is not for this person, not of this house, or came back before.
    """
    seen_person(work, caller, person_id)
    code = code_of(pages)
    return reading_of(pages, accepted(work, code.paper_id, person_id, code.form_version_id))


def media_type_of(content: bytes) -> str:
    """
    Tell what a scan is by its first bytes.

    Raises:
        PaperRefused: None of those that are kept as evidence.
    """
    for start, media_type in _STARTS.items():
        if content.startswith(start):
            return media_type
    if content[_HEIC_MARK] == b"ftyp":
        return "image/heic"
    raise PaperRefused(PaperFault.UNREADABLE)


def _packed(reading: PaperReading) -> bytes:
    """
    Put the pictures of the pages into one value.
    """
    return b"".join(
        number.to_bytes(1, "big") + len(image).to_bytes(_LENGTH_BYTES, "big") + image
        for number, image in reading.images
    )


def _unpacked(packed: bytes) -> list[tuple[int, bytes]]:
    found, at = [], 0
    while at < len(packed):
        start = at + 1 + _LENGTH_BYTES
        end = start + int.from_bytes(packed[at + 1 : start], "big")
        found.append((packed[at], packed[start:end]))
        at = end
    return found
