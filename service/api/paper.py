"""
Paper: forms to be answered by hand, and what a scan seems to say.
"""

from typing import Annotated

from litestar import Response, Router, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, MultipartBody
from msgspec import Meta, Struct

from service.api.requests import FORM, READS
from service.api.wire import Id, Incoming
from service.decision.ids import FormVersionId, PersonId
from service.decision.terms import ActKind, Matter
from service.usecases.caller import Caller
from service.usecases.checks.question import Upload
from service.usecases.paper import PaperReading, PrintDetails, ReadLine
from service.usecases.ports.paper import Mark
from service.usecases.registry import Registry

PDF = "application/pdf"
MAX_SCAN_BYTES = 21 * 1024 * 1024


class PrintIn(Incoming, frozen=True, kw_only=True):
    """
    How a form is printed.
    """

    language: Annotated[str, Meta(min_length=2, max_length=35, examples=["fr-BE"])]
    person_id: Id | None = None
    easy: Annotated[bool, Meta(description="Larger, and in easy words where the form has any.")] = (
        False
    )


class ScanIn(Struct, frozen=True, forbid_unknown_fields=True):
    """
    A scan or photograph of a printed form, as a picture or a PDF.
    """

    file: UploadFile


class ReadLineOut(Struct, frozen=True, kw_only=True):
    """
    One question of the paper, with what stands in its boxes.
    """

    channel_id: str
    matter: Matter
    marks: list[Mark]
    proposed: ActKind | None
    is_doubtful: bool

    @classmethod
    def of(cls, line: ReadLine) -> "ReadLineOut":
        """
        Show a line.
        """
        return cls(
            channel_id=line.row.place,
            matter=line.row.matter,
            marks=list(line.marks),
            proposed=line.proposed,
            is_doubtful=line.is_doubtful,
        )


class PaperReadingOut(Struct, frozen=True, kw_only=True):
    """
    What a scan seems to say; a human compares every line.
    """

    paper_id: str
    form_version_id: str
    language: str
    lines: list[ReadLineOut]
    missing_pages: list[int]

    @classmethod
    def of(cls, reading: PaperReading) -> "PaperReadingOut":
        """
        Show a reading.
        """
        return cls(
            paper_id=reading.paper_id,
            form_version_id=reading.form_version_id,
            language=reading.language,
            lines=[ReadLineOut.of(each) for each in reading.lines],
            missing_pages=list(reading.missing_pages),
        )


@post(
    "/form-versions/{version_id:str}/print",
    operation_id="printForm",
    status_code=200,
    sync_to_thread=True,
    media_type=PDF,
)
def print_form(
    version_id: FromPath[str],
    data: JSONBody[PrintIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> Response[bytes]:
    """
    Print a form, with its words as stored and nothing ticked.

    Each print has a one-time reference in its code, good for one answer.
    """
    details = PrintDetails(
        form_version_id=FormVersionId(version_id),
        language=data.language,
        person_id=PersonId(data.person_id) if data.person_id else None,
        easy=data.easy,
    )
    made = registry.paper.print_form(caller, details)
    headers = {"Content-Disposition": f'attachment; filename="obstat-form-{made.form.id[:8]}.pdf"'}
    return Response(made.content, media_type=PDF, headers=headers)


@post(
    "/people/{person_id:str}/paper-readings",
    operation_id="readPaper",
    status_code=200,
    sync_to_thread=True,
    request_max_body_size=MAX_SCAN_BYTES,
    opt={READS: FORM},
)
def read_paper(
    person_id: FromPath[str],
    data: MultipartBody[ScanIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> PaperReadingOut:
    """
    Tell what a scan of a printed form seems to say; nothing is kept of it.

    Refused (`paper-refused`): a form of another house, person or version, one whose
    answers were entered before, and what cannot be read.
    """
    upload = Upload(data.file.file.read(), data.file.filename)
    return PaperReadingOut.of(registry.paper.read_paper(caller, PersonId(person_id), upload))


ROUTES = Router("/", route_handlers=[print_form, read_paper], tags=["forms"])
