"""
Put together everything that stands on a printed form.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.records.forms import FormVersionRecord
from service.records.organisation import Organisation
from service.records.paper import PaperForm
from service.records.people import PersonRecord
from service.usecases.paper import layout
from service.usecases.paper.code import PageCode
from service.usecases.paper.layout import Line

BLANK = " ____________________"


@dataclass(frozen=True, slots=True)
class Told:
    """
    What the paper says beside its questions.
    """

    words: Mapping[str, str]
    language: str
    name: str
    version: FormVersionRecord
    house: Organisation
    person: PersonRecord | None


def content_of(told: Told, form: PaperForm, pages: Sequence[Sequence[Line]]) -> dict[str, Any]:
    """
    Give the content of a form as its template reads it.
    """
    words, version = told.words, told.version
    name = words["version"].format(name=told.name, n=version.version.number)
    contact = told.house.contact
    return {
        "language": told.language.partition("-")[0],
        "easy": form.easy,
        "title": name,
        "name": name,
        "paragraphs": [
            each for each in version.texts[told.language].text.split("\n") if each.strip()
        ],
        "free": words["free"],
        "answers": words["answers"],
        "about": _about(told),
        "how": words["how"],
        "choices": [words[each.value] for each in layout.CHOICES],
        "explicit": words["explicit"] if version.explicit else "",
        "as": words["as"],
        "capacities": words["capacities"],
        "signer": words["name"],
        "date": words["date"],
        "sign": words["sign"],
        "complain": words["complain"].format(
            contact=f"{told.house.name}, {contact.email or contact.phone or contact.name}"
        ),
        "qr_alt": words["qr"],
        "sheets": [_sheet(told, form, number, pages) for number in range(1, len(pages) + 1)],
        **_geometry(),
    }


def _geometry() -> dict[str, Any]:
    """
    Say where everything goes.
    """
    return {
        "boxes": [each.x for each in layout.order().boxes[: len(layout.CHOICES)]],
        "box_size": layout.BOX_SIZE,
        "corners": [list(each) for each in layout.CORNERS],
        "corner_size": layout.CORNER_SIZE,
        "patterns": [list(each) for each in layout.PATTERNS],
        "qr": list(layout.QR),
        "qr_size": layout.QR_SIZE,
    }


def _about(told: Told) -> str:
    if told.person is None:
        return told.words["about-blank"] + BLANK
    name = f"{told.person.given_name} {told.person.family_name}".strip()
    return told.words["about"].format(name=name)


def _sheet(
    told: Told, form: PaperForm, number: int, pages: Sequence[Sequence[Line]]
) -> dict[str, Any]:
    """
    Give one page of answers.
    """
    words, is_last = told.words, number == len(pages)
    return {
        "code": PageCode(form.form_version_id, form.id, number).drawing(),
        "page": words["page"].format(n=number, of=len(pages)),
        "continued": "" if is_last else words["continued"].format(n=number + 1),
        "lines": [
            {
                "kind": "heading" if each.row is None else "question",
                "title": each.title if each.row is None else words[f"matter-{each.row.matter}"],
                "y": layout.top_of(each.slot),
            }
            for each in pages[number - 1]
        ],
    }
