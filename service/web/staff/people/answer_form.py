"""
Read an answer as it was ticked, and carry it from page to page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from litestar import Request

from service.decision.ids import FormVersionId, PersonId, SignatoryId
from service.decision.terms import ActKind, Matter, Method
from service.errors import InvalidInput
from service.http.multipart import SentFile, read_form
from service.usecases.consents import AnswerLine, EnteredAnswer, EvidenceDetails, Sheet
from service.usecases.paper import ReadLine, Scan
from service.web.fields import Fields
from service.web.staff.people.reading import chosen, day

CHOICES: Final = (ActKind.GIVEN, ActKind.REFUSED, ActKind.DEFERRED)
CARRIED: Final = frozenset(
    {
        *("signatory", "form", "method", "signed_on", "language", "expires_on", "explicit"),
        *("ticks", "scan"),
    }
)
"""What the page that shows everything once more passes on."""
_TYPED: Final = CARRIED | {"witness_note"}
_PARTS: Final = 4


@dataclass(frozen=True, slots=True)
class SentAnswer:
    """
    The last form, with its proof.
    """

    fields: Fields
    proof: SentFile | None


async def provide_answer(request: Request[Any, Any, Any]) -> SentAnswer:
    """
    Read the form that saves.

    Raises:
        ClientException: It is no form.
        ValidationException: It is not ours.
    """
    form = await read_form(request, texts=_TYPED, files=frozenset({"proof"}), from_page=True)
    return SentAnswer(Fields(form.texts), next(iter(form.many("proof")), None))


def box(place: str, matter: Matter, *, is_group: bool) -> str:
    """
    Name the field of one question.
    """
    return f"{'group' if is_group else 'channel'}:{place}:{matter.value}"


def ticked(fields: Fields, sheet: Sheet) -> str:
    """
    Give what was ticked on a sheet, in one text that is passed on.
    """
    found = []
    for row in sheet.rows:
        for matter in sheet.matters:
            name = box(row.place, matter, is_group=row.is_group)
            if fields[name]:
                found.append(f"{name}:{fields[name]}")
    return " ".join(found)


def read_lines(scan: Scan | None) -> dict[str, ReadLine]:
    """
    Give what was read off a scan by the name of its field.
    """
    lines = scan.reading.lines if scan else ()
    return {box(each.row.place, each.row.matter, is_group=False): each for each in lines}


def with_scan(entered: EnteredAnswer, scan: Scan | None) -> EnteredAnswer:
    """
    Give an answer its scan as the proof, and the paper it stands on.
    """
    if scan is None:
        return entered
    proof = EvidenceDetails(scan.media_type, scan.content)
    return replace(entered, evidence=proof, paper_id=scan.reading.paper_id)


def lines_of(ticks: str) -> Iterator[AnswerLine]:
    """
    Read that word again.

    Raises:
        InvalidInput: It is none of ours.
    """
    for tick in ticks.split():
        parts = tick.split(":")
        if len(parts) != _PARTS or parts[0] not in {"group", "channel"}:
            raise InvalidInput("This is no answer.", field="lines")
        kind, place, matter, choice = parts
        yield AnswerLine(
            chosen(Matter, matter, "lines"),
            chosen(ActKind, choice, "lines"),
            place,
            is_group=kind == "group",
        )


def entered_of(
    fields: Fields, person_id: PersonId, ticks: str, proof: SentFile | None = None
) -> EnteredAnswer:
    """
    Give the answer as the verb takes it.

    Raises:
        InvalidInput: No method, no day, or something that is neither.
    """
    signed_on = day(fields, "signed_on")
    if signed_on is None:
        raise InvalidInput("Say when it was signed.", field="signed_on")
    return EnteredAnswer(
        person_id=person_id,
        signatory_id=SignatoryId(fields["signatory"]),
        form_version_id=FormVersionId(fields["form"]),
        method=chosen(Method, fields["method"], "method"),
        signed_on=signed_on,
        lines=tuple(lines_of(ticks)),
        language=fields["language"],
        explicit="explicit" in fields,
        expires_on=_end(fields),
        evidence=EvidenceDetails(proof.media_type, proof.content) if proof else None,
        witness_note=fields["witness_note"],
    )


def _end(fields: Fields) -> date | None:
    return day(fields, "expires_on")
