"""
Enter and change many people out of a table: all of it, or nothing.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.errors import AlreadyExists, InvalidInput, PossibleDuplicate
from service.records.paging import MAX_PAGE, Page
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.csv_text import CsvTable, Row
from service.usecases.people.duplicates import Duplicates
from service.usecases.people.person_columns import (
    SOMEBODY_ELSE,
    UNIT,
    check_columns,
    details_of,
    is_somebody_else,
    with_unit,
)
from service.usecases.people.workbook import read_table
from service.usecases.people.writing import PeopleWriter
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen
from service.usecases.sight.units import is_unit_seen

MAX_ROWS = 5000
MAX_ERRORS = 100


@dataclass(frozen=True, slots=True)
class RowError:
    """
    What is wrong with one row; never what stood in it.
    """

    row: int
    field: str
    message: str


class RowsRefused(InvalidInput):
    """
    Some rows of a table cannot be used, so none was.
    """

    code = "rows-refused"

    def __init__(self, errors: tuple[RowError, ...]) -> None:
        """
        Keep what is wrong with which row.
        """
        super().__init__("Some rows cannot be used, so nothing was written.", field="file")
        self.errors = errors


@dataclass(slots=True)
class ImportReport:
    """
    What an import did, or would do.
    """

    dry_run: bool
    encoding: str
    separator: str
    rows: int
    enrolled: int = 0
    changed: int = 0
    unchanged: int = 0
    errors: list[RowError] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ImportPeople:
    """
    Enter and change many people out of a table.
    """

    desk: Desk
    writer: PeopleWriter

    def __call__(
        self,
        caller: Caller,
        content: bytes,
        *,
        dry_run: bool = True,
        somebody_else: Collection[int] = (),
    ) -> ImportReport:
        """
        Try a table, and write it unless this is a dry run.

        People are recognised by `external_id`, so that running it twice changes
        nothing the second time.  An empty cell leaves what is known.  A row that looks
        like somebody else's needs a yes in the column `somebody_else`.

        Args:
            somebody_else: Rows of which the caller says so beside the table.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            InvalidInput: The table as a whole cannot be read.
            RowsRefused: Some rows cannot be used, and this is no dry run.
        """
        caller.needs(Scope.PEOPLE_WRITE)
        table = _said_apart(read_table(content, most_rows=MAX_ROWS), somebody_else)
        check_columns(table.columns)
        report = ImportReport(dry_run, table.encoding, table.separator, len(table.rows))
        with self.desk.database.begin(caller.organisation_id) as work:
            self._write(work, caller, table, report)
            if report.errors and not dry_run:
                raise RowsRefused(tuple(report.errors))
            if not dry_run:
                work.commit()
        return report

    def _write(
        self, work: UnitOfWork, caller: Caller, table: CsvTable, report: ImportReport
    ) -> None:
        """
        Write every row that can be, noting those that cannot.
        """
        units, others = _unit_names(work), Duplicates(work, caller)
        numbers: dict[str, int] = {}
        written: dict[str, int] = {}
        for row in table.rows:
            try:
                person = self._write_row(work, caller, row, report, others, units=units)
                _check_first(numbers, row)
                written[person.id] = row.number
            except PossibleDuplicate as alike:
                message = _who(alike, written)
                report.errors.append(RowError(row.number, SOMEBODY_ELSE, message))
            except (InvalidInput, AlreadyExists) as refused:
                report.errors.append(RowError(row.number, refused.field or "", refused.message))
            if len(report.errors) >= MAX_ERRORS:
                return

    def _write_row(
        self,
        work: UnitOfWork,
        caller: Caller,
        row: Row,
        report: ImportReport,
        others: Duplicates,
        *,
        units: dict[str, UnitId],
    ) -> PersonRecord:
        """
        Enter or change the person of one row.
        """
        somebody_else = is_somebody_else(row.cells)
        now = self.desk.now_alone(work)
        details = details_of(row.cells)
        before = work.people.find_external(str(details.external_id))
        if before is not None and not is_seen(caller, before):
            raise AlreadyExists("Somebody has this outside number already.", field="external_id")
        if row.cells.get(UNIT):
            unit_id = _unit(caller, row.cells[UNIT], units)
            known = before.memberships if before else ()
            details = replace(details, memberships=with_unit(known, unit_id))
        if before is None:
            entered = self.writer.enter(
                work, caller, details, now, others, somebody_else=somebody_else
            )
            report.enrolled += 1
            return entered
        after = self.writer.change(
            work, caller, before, details, now, others, somebody_else=somebody_else
        )
        if after == before:
            report.unchanged += 1
        else:
            report.changed += 1
        return after


def _said_apart(table: CsvTable, numbers: Collection[int]) -> CsvTable:
    """
    Give the table as if some of its rows said that they are somebody else.
    """
    rows = (
        replace(row, cells=row.cells | {SOMEBODY_ELSE: "yes"}) if row.number in numbers else row
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _who(alike: PossibleDuplicate, written: Mapping[str, int]) -> str:
    """
    Say whom a row looks like, by row or by id, and what settles it.
    """
    rows = [f"row {written[each]}" for each in alike.person_ids if each in written]
    known = [each for each in alike.person_ids if each not in written]
    same = f" The same? Give {known[0]} this outside number." if known else ""
    return (
        f"This looks like the same person as {', '.join((*rows, *known))}.{same}"
        f" Somebody else? Say yes in the column {SOMEBODY_ELSE}."
    )


def _check_first(numbers: dict[str, int], row: Row) -> None:
    """
    Refuse an outside number that stands in two rows of one table.
    """
    first = numbers.setdefault(row.cells["external_id"], row.number)
    if first != row.number:
        raise InvalidInput(f"Row {first} has the same outside number.", field="external_id")


def _unit(caller: Caller, name: str, units: dict[str, UnitId]) -> UnitId:
    """
    Find the unit that a cell names.
    """
    unit_id = units.get(name.casefold())
    if unit_id is None or not is_unit_seen(caller, unit_id):
        raise InvalidInput("There is no such unit.", field=UNIT)
    return unit_id


def _unit_names(work: UnitOfWork) -> dict[str, UnitId]:
    """
    Map names and ids of units; a name that two units have means neither.
    """
    names: dict[str, UnitId] = {}
    doubled: set[str] = set()
    for unit_id, name in _units(work):
        if name.casefold() in names:
            doubled.add(name.casefold())
        names[name.casefold()] = names[unit_id.casefold()] = unit_id
    return {name: unit_id for name, unit_id in names.items() if name not in doubled}


def _units(work: UnitOfWork) -> Iterator[tuple[UnitId, str]]:
    """
    Walk every unit.
    """
    page: Page | None = Page(limit=MAX_PAGE)
    while page is not None:
        listing = work.organisations.units.list_page(page)
        yield from ((each.id, each.name) for each in listing.items)
        page = replace(page, after=listing.next_after) if listing.next_after else None
