"""
Let consents leave: as records, as a table, or as FHIR resources.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from service.decision.consents import ConsentAct
from service.decision.ids import ExportId, PersonId
from service.decision.powers import Scope
from service.ledger.canonical import Plain, canonical
from service.ledger.entry import EntryKind
from service.records.forms import FormVersionRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.exports.consent_record import CONTEXT
from service.usecases.exports.two_people import used_for_everything
from service.usecases.interchange import graph
from service.usecases.interchange.fhir import bundle_of
from service.usecases.interchange.gathering import Gathered, everything, of_person
from service.usecases.interchange.record import record_of
from service.usecases.interchange.table import COLUMNS, cells_of
from service.usecases.people import workbook
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import needs_everybody, seen_person

CONFORMS_TO = "urn:obstat:interchange:1"


class Format(StrEnum):
    """
    How consents leave.
    """

    JSON_LD = "jsonld"
    FHIR = "fhir"
    CSV = "csv"
    XLSX = "xlsx"


MEDIA_TYPES: Mapping[Format, str] = {
    Format.JSON_LD: "application/ld+json",
    Format.FHIR: "application/fhir+json",
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: workbook.MEDIA_TYPE,
}
ENDINGS: Mapping[Format, str] = {
    Format.JSON_LD: "jsonld",
    Format.FHIR: "fhir.json",
    Format.CSV: "csv",
    Format.XLSX: "xlsx",
}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """
    A file that leaves.
    """

    format: Format
    answers: int
    content: bytes = field(repr=False)

    @property
    def media_type(self) -> str:
        """
        Name what it is.
        """
        return MEDIA_TYPES[self.format]

    @property
    def filename(self) -> str:
        """
        Name the file; nobody is named in it.
        """
        return f"consents.{ENDINGS[self.format]}"


@dataclass(frozen=True, slots=True)
class ExportConsents:
    """
    Let consents leave.
    """

    desk: Desk

    def __call__(
        self,
        caller: Caller,
        form: Format,
        person_id: PersonId | None = None,
        export_id: ExportId | None = None,
    ) -> Outgoing:
        """
        Give every answer about one person or about everybody; that it left is recorded.

        Args:
            form: JSON-LD holds everything that answers name, so that it can come in
                elsewhere; a table and FHIR hold the answers alone, by ids.

            export_id: For everybody, the request that somebody else approved; each
                approval is good for one (threat T22).

        Raises:
            NotAllowed: The caller lacks `consents:read` and `people:read`; for
                everybody also `audit` for the whole organisation and an approval.
            NotFound: There is no such person for this caller.
        """
        caller = caller.narrowed(Scope.CONSENTS_READ).narrowed(Scope.PEOPLE_READ)
        if person_id is None:
            caller.needs(Scope.AUDIT)
            needs_everybody(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            if person_id is not None:
                seen_person(work, caller, person_id)
            else:
                used_for_everything(work, caller, export_id, now)
            gathered = of_person(work, person_id) if person_id else everything(work)
            written = _written(form, work, gathered)
            payload = {
                "subject": "consents",
                "format": form.value,
                "answers": len(gathered.acts),
                "person_id": person_id,
                "request_id": export_id,
            }
            person_ids = [person_id] if person_id else []
            self.desk.record.append(work, caller, EntryKind.EXPORT_MADE, now, payload, person_ids)
            work.commit()
        return Outgoing(form, len(gathered.acts), written)


def records_of(work: UnitOfWork, gathered: Gathered) -> list[dict[str, Any]]:
    """
    Give the record of every answer; a received one as it came.
    """
    house = work.organisations.current()
    found = [
        json.loads(gathered.received[act.id])
        if act.id in gathered.received
        else record_of(act, house, _version(gathered, act), gathered.channels)
        for act in gathered.acts
    ]
    return sorted(found, key=_order)


def document_of(work: UnitOfWork, gathered: Gathered) -> dict[str, Any]:
    """
    Give all records with everything that they name, as one graph.
    """
    nodes: list[Plain] = [
        graph.node_of(kind, each)
        for kind in graph.KINDS
        for each in gathered.things.get(kind.name, ())
    ]
    return {
        "@context": dict(CONTEXT),
        "@graph": [*nodes, *records_of(work, gathered)],
        "dct:conformsTo": CONFORMS_TO,
    }


def _written(form: Format, work: UnitOfWork, gathered: Gathered) -> bytes:
    """
    Write the file.
    """
    if form is Format.JSON_LD:
        return canonical(document_of(work, gathered))
    if form is Format.FHIR:
        return canonical(bundle_of(records_of(work, gathered), work.organisations.current()))
    rows = _rows(work, gathered)
    return workbook.write_table(COLUMNS, rows, as_workbook=form is Format.XLSX)


def _rows(work: UnitOfWork, gathered: Gathered) -> Iterator[Sequence[str]]:
    for record in records_of(work, gathered):
        yield cells_of(record, gathered)


def _version(gathered: Gathered, act: ConsentAct) -> FormVersionRecord | None:
    return gathered.versions.get(act.form_version_id or "")


def _order(record: Mapping[str, Any]) -> tuple[str, str]:
    """
    Put records in the order in which they were learned, where they were learned.
    """
    return str(record["obstat:events"][0]["obstat:recordedAt"]), str(record["dct:identifier"])
