"""
Consents as files: records, tables and resources, out and in.
"""

from typing import Annotated

from litestar import Response, Router, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import MultipartBody, QueryParameter
from msgspec import Struct

from service.api.files import GIVES
from service.api.people_tables import DryRun, RowErrorOut
from service.api.requests import FORM, READS
from service.api.wire import ID_PATTERN
from service.decision.ids import ExportId, PersonId
from service.usecases.caller import Caller
from service.usecases.interchange import MEDIA_TYPES, ConsentReport, Format
from service.usecases.registry import Registry

LD_JSON = "application/ld+json"
MAX_FILE_BYTES = 40 * 1024 * 1024
PersonFilter = Annotated[
    str | None,
    QueryParameter(max_length=64, pattern=ID_PATTERN, description="Only about this person."),
]
RequestFilter = Annotated[
    str | None,
    QueryParameter(max_length=64, pattern=ID_PATTERN, description="An approved request."),
]
FileFormat = Annotated[
    Format,
    QueryParameter(description="Records in JSON-LD, FHIR R5 resources, or a table."),
]

SomebodyElse = Annotated[
    bool, QueryParameter(description="Whoever looks like somebody here is somebody else.")
]


class ConsentFileIn(Struct, frozen=True, forbid_unknown_fields=True):
    """
    Records in JSON-LD as they are exported, or a table (CSV, XLSX).
    """

    file: UploadFile


class ConsentImportOut(Struct, frozen=True, kw_only=True):
    """
    What the import did, or would do.
    """

    dry_run: bool
    format: str
    rows: int
    answers: int
    things: int
    unchanged: int
    errors: list[RowErrorOut]
    remarks: list[RowErrorOut]
    """Rows that come in and count for nothing here, and why."""

    @classmethod
    def of(cls, report: ConsentReport) -> "ConsentImportOut":
        """
        Show a report.
        """
        return cls(
            dry_run=report.dry_run,
            format=report.format,
            rows=report.rows,
            answers=report.answers,
            things=report.things,
            unchanged=report.unchanged,
            errors=[RowErrorOut(each.row, each.field, each.message) for each in report.errors],
            remarks=[RowErrorOut(each.row, each.field, each.message) for each in report.remarks],
        )


@get(
    "/export",
    operation_id="exportConsents",
    sync_to_thread=True,
    media_type=LD_JSON,
    opt={GIVES: tuple(MEDIA_TYPES.values())},
)
def export_consents(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    format: FileFormat = Format.JSON_LD,  # noqa: A002  # what the parameter is called
    person_id: PersonFilter = None,
    request_id: RequestFilter = None,
) -> Response[bytes]:
    """
    Give the answers about one person or about everybody as a file.

    Everybody's take a request that somebody else approved (`requestExport`); each
    approval is good for one file.

    JSON-LD holds ISO/IEC TS 27560 records with everything that they name, so that they
    can come in elsewhere.  That they left is recorded.
    """
    who = PersonId(person_id) if person_id else None
    request = ExportId(request_id) if request_id else None
    made = registry.interchange.export_consents(caller, format, who, request)
    headers = {"Content-Disposition": f'attachment; filename="{made.filename}"'}
    return Response(made.content, media_type=made.media_type, headers=headers)


@post(
    "/import",
    operation_id="importConsents",
    status_code=200,
    sync_to_thread=True,
    request_max_body_size=MAX_FILE_BYTES,
    opt={READS: FORM},
)
def import_consents(
    data: MultipartBody[ConsentFileIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    dry_run: DryRun = True,  # noqa: FBT002  # a query parameter
    somebody_else: SomebodyElse = False,  # noqa: FBT002  # a query parameter
) -> ConsentImportOut:
    """
    Take in answers from elsewhere: all of them, or none.

    What is known stays as it is, so it can be run again.  A yes counts from now on, a
    no from when it was signed.  Without `dry_run=false` nothing is written.  Somebody who
    looks like a person here is refused unless `somebody_else=true` says otherwise.  A yes
    that comes in and counts for nothing here stands in `remarks`.
    """
    content = data.file.file.read()
    report = registry.interchange.import_consents(
        caller, content, dry_run=dry_run, somebody_else=somebody_else
    )
    return ConsentImportOut.of(report)


ROUTES = Router("/consents", route_handlers=[export_consents, import_consents], tags=["consents"])
