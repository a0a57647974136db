"""
People as tables: import them from CSV, export them to CSV.
"""

from typing import Annotated, Literal

from litestar import Response, Router, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import MultipartBody, QueryParameter
from msgspec import Struct

from service.api.files import GIVES
from service.api.requests import FORM, READS
from service.usecases.caller import Caller
from service.usecases.people import ImportReport
from service.usecases.people.workbook import MEDIA_TYPE
from service.usecases.registry import Registry

MAX_TABLE_BYTES = 5 * 1024 * 1024
CSV = "text/csv; charset=utf-8"
XLSX = MEDIA_TYPE
TableFormat = Annotated[
    Literal["csv", "xlsx"], QueryParameter(description="As CSV or as a workbook.")
]
DryRun = Annotated[bool, QueryParameter(description="Try it and write nothing; the default.")]


class TableIn(Struct, frozen=True, forbid_unknown_fields=True):
    """
    A table as CSV or XLSX: the first row names the columns.
    """

    file: UploadFile


class RowErrorOut(Struct, frozen=True):
    """
    What is wrong with one row, numbered as a spreadsheet does.
    """

    row: int
    field: str
    message: str


class ImportOut(Struct, frozen=True, kw_only=True):
    """
    What the import did, or would do.
    """

    dry_run: bool
    encoding: str
    separator: str
    rows: int
    enrolled: int
    changed: int
    unchanged: int
    errors: list[RowErrorOut]

    @classmethod
    def of(cls, report: ImportReport) -> "ImportOut":
        """
        Show a report.
        """
        return cls(
            dry_run=report.dry_run,
            encoding=report.encoding,
            separator=report.separator,
            rows=report.rows,
            enrolled=report.enrolled,
            changed=report.changed,
            unchanged=report.unchanged,
            errors=[RowErrorOut(each.row, each.field, each.message) for each in report.errors],
        )


@post(
    "/import",
    operation_id="importPeople",
    status_code=200,
    sync_to_thread=True,
    request_max_body_size=MAX_TABLE_BYTES,
    opt={READS: FORM},
)
def import_people(
    data: MultipartBody[TableIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    dry_run: DryRun = True,  # noqa: FBT002  # a query parameter
) -> ImportOut:
    """
    Enter and change people out of a table: all of it, or nothing.

    People are recognised by `external_id`, so it can be run again.  Without
    `dry_run=false` nothing is written.  A row that looks like somebody else's is wrong until
    it says yes in the column `somebody_else`.
    """
    content = data.file.file.read()
    return ImportOut.of(registry.interchange.import_people(caller, content, dry_run=dry_run))


@get(
    "/export",
    operation_id="exportPeople",
    sync_to_thread=True,
    media_type=CSV,
    opt={GIVES: (CSV, XLSX)},
)
def export_people(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    format: TableFormat = "csv",  # noqa: A002  # what the parameter is called
) -> Response[bytes]:
    """
    Give a table of all people, for a spreadsheet.
    """
    as_workbook = format == "xlsx"
    content = registry.interchange.export_people(caller, as_workbook=as_workbook)
    headers = {"Content-Disposition": f'attachment; filename="people.{format}"'}
    return Response(content, media_type=XLSX if as_workbook else CSV, headers=headers)


ROUTES = Router("/people", route_handlers=[import_people, export_people], tags=["people"])
