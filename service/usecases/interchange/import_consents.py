"""
Take in consents from elsewhere: all of them, or none.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any

from service.decision.jurisdiction import Jurisdictions
from service.decision.powers import Scope
from service.errors import AlreadyExists, InvalidInput, NotFound, PossibleDuplicate
from service.ledger.canonical import canonical
from service.ledger.entry import EntryKind
from service.ledger.failures import NotCanonical
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.interchange import graph, table
from service.usecases.interchange.export_consents import CONFORMS_TO
from service.usecases.interchange.fitting import remarks_on
from service.usecases.interchange.taking import Taken, Taker
from service.usecases.people.duplicates import Duplicates
from service.usecases.people.import_people import MAX_ERRORS, RowError, RowsRefused
from service.usecases.people.workbook import START, read_table
from service.usecases.ports.aftermath import Aftermath
from service.usecases.sight.people import needs_everybody

MAX_NODES = 50_000
_FIELD = "file"


@dataclass(slots=True)
class ConsentReport:
    """
    What an import of consents did, or would do.
    """

    dry_run: bool
    format: str
    rows: int = 0
    answers: int = 0
    """Answers that are new here."""
    things: int = 0
    """People, channels, forms and the like that are new here."""
    unchanged: int = 0
    errors: list[RowError] = field(default_factory=list)
    remarks: list[RowError] = field(default_factory=list)
    """Rows that come in, and count for nothing here."""


@dataclass(frozen=True, slots=True)
class ImportConsents:
    """
    Take in consents from elsewhere.
    """

    desk: Desk
    jurisdictions: Jurisdictions
    aftermath: Aftermath

    def __call__(
        self,
        caller: Caller,
        content: bytes,
        *,
        dry_run: bool = True,
        somebody_else: bool = False,
    ) -> ConsentReport:
        """
        Try a file of records or a table, and write it unless this is a dry run.

        What is known already stays as it is, so it can be run again.  A yes counts
        from now on, a no from when it was signed.  Nobody is written to.

        Args:
            somebody_else: Whoever looks like somebody here is somebody else.

        Raises:
            NotAllowed: The caller lacks `consents:write`, `people:write` or `admin`
                for the whole organisation.
            InvalidInput: The file as a whole cannot be read.
            RowsRefused: Some rows cannot be used, and this is no dry run.
        """
        for scope in (Scope.CONSENTS_WRITE, Scope.PEOPLE_WRITE, Scope.ADMIN):
            caller.needs(scope)
        needs_everybody(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            others = Duplicates(work, caller)
            taker = Taker(self.desk, work, caller, now, self.jurisdictions, others, somebody_else)
            report = self._taken(taker, content, dry_run=dry_run)
            if report.errors and not dry_run:
                raise RowsRefused(tuple(report.errors))
            if not dry_run:
                if taker.person_ids:
                    self.aftermath.of_people(work, caller, sorted(taker.person_ids))
                payload = {
                    "format": report.format,
                    "answers": report.answers,
                    "things": report.things,
                }
                kind = EntryKind.CONSENTS_IMPORTED
                self.desk.record.append(work, caller, kind, now, payload)
                work.commit()
        return report

    def _taken(self, taker: Taker, content: bytes, *, dry_run: bool) -> ConsentReport:
        """
        Take every row that can be, noting those that cannot.
        """
        if content.lstrip()[:1] == b"{" and not content.startswith(START):
            report = ConsentReport(dry_run, "jsonld")
            nodes = _nodes(content)
            report.rows = len(nodes)
            for number, node in enumerate(nodes, start=1):
                _note(report, taker, number, partial(_take_node, taker, node))
        else:
            read = read_table(content, most_rows=MAX_NODES)
            _check_columns(read.columns)
            report = ConsentReport(dry_run, "table", len(read.rows))
            for row in read.rows:
                _note(report, taker, row.number, partial(_take_row, taker, row.cells))
        report.remarks = list(islice(_remarks(taker), MAX_ERRORS))
        return report


def _take_node(taker: Taker, node: Mapping[str, Any]) -> Taken:
    """
    Take one node of a graph.

    Raises:
        NotCanonical: It holds what no record can hold: nobody looks at the rest.
    """
    canonical(node)
    kind = graph.BY_TYPE.get(str(node.get("@type")))
    if kind is not None:
        return taker.take_thing(kind, graph.record_in(kind, node))
    return taker.take_record(node)


def _take_row(taker: Taker, cells: Mapping[str, str]) -> Taken:
    """
    Take one row of a table.
    """
    act, has_evidence = table.act_in(taker.work, cells)
    return taker.take_row(act, has_evidence=has_evidence)


def _note(report: ConsentReport, taker: Taker, number: int, take: Callable[[], Taken]) -> None:
    """
    Count what was taken, or note what is wrong with it.
    """
    if len(report.errors) >= MAX_ERRORS:
        return
    taker.row = number
    try:
        taken = take()
    except PossibleDuplicate as alike:
        message = (
            f"This looks like the same person as {', '.join(alike.person_ids)}. Somebody else?"
            " Then bring the file in with somebody_else. The same? Bring their answers in as a"
            " table, which names people who are here."
        )
        report.errors.append(RowError(number, alike.field or "", message))
        return
    except (InvalidInput, AlreadyExists, NotFound) as refused:
        where = getattr(refused, "field", None) or ""
        report.errors.append(RowError(number, where, refused.message))
        return
    except NotCanonical:
        message = "It holds what cannot be kept: a fraction, a giant number, or broken text."
        report.errors.append(RowError(number, _FIELD, message))
        return
    report.answers += taken is Taken.ANSWER
    report.things += taken is Taken.THING
    report.unchanged += taken is Taken.KNOWN


def _remarks(taker: Taker) -> Iterator[RowError]:
    """
    Say which answers count for nothing here, once all are in.

    What takes a yes away may stand below it.
    """
    for number, act in taker.answers:
        for each in remarks_on(taker.work, act, taker.now):
            yield RowError(number, *each)


def _nodes(content: bytes) -> list[Mapping[str, Any]]:
    """
    Read a graph.

    Raises:
        InvalidInput: It is no JSON, or none that is known here.
    """
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        raise InvalidInput("This is no JSON.", field=_FIELD) from None
    if not isinstance(document, dict) or document.get("dct:conformsTo") != CONFORMS_TO:
        raise InvalidInput("This is no file of consent records.", field=_FIELD)
    nodes = document.get("@graph")
    if not isinstance(nodes, list) or not all(isinstance(each, dict) for each in nodes):
        raise InvalidInput("This file holds no records.", field=_FIELD)
    if len(nodes) > MAX_NODES:
        raise InvalidInput(f"At most {MAX_NODES} records at once.", field=_FIELD)
    return nodes


def _check_columns(columns: tuple[str, ...]) -> None:
    """
    Refuse columns that mean nothing here, and a lack of those that are needed.

    Raises:
        InvalidInput: Naming the column; a misspelt one would be lost in silence.
    """
    unknown = [each for each in columns if each not in table.COLUMNS]
    if unknown:
        known = ", ".join(table.COLUMNS)
        message = f"Column {unknown[0][:40]!r} is not known; known are {known}."
        raise InvalidInput(message, field=_FIELD)
    if missing := sorted(table.NEEDED - set(columns)):
        raise InvalidInput(f"The column {missing[0]} is needed.", field=_FIELD)
