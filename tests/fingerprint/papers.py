"""
Print a form without a house behind it.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from service.decision.consents import FormVersion
from service.decision.ids import ChannelId, FormVersionId, OrganisationId, PaperId, TemplateId
from service.decision.terms import Matter, Purpose
from service.records.forms import FormText, FormVersionRecord
from service.records.paper import PaperForm
from service.typesetting import ChildTypesetter
from service.usecases.paper import layout
from service.usecases.paper.layout import Group
from service.usecases.paper.sheets import Told, content_of
from service.usecases.paper.wording import words_of
from tests.persistence.ground import make_organisation

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
VERSION = FormVersionId("01900000-0000-7000-8000-000000000001")
PAPER = PaperId("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
MATTERS = (Matter.IMAGE, Matter.NAME, Matter.VOICE)


@dataclass(frozen=True)
class Print:
    """
    A printed form, and what is kept of it.
    """

    form: PaperForm
    pdf: bytes


@cache
def printed(language: str = "fr", *, easy: bool = False, channels: int = 5) -> Print:
    """
    Print a form about some channels.
    """
    words = words_of(language, easy=easy)
    groups = [
        Group(ChannelId(f"channel-{number}"), f"Page {number}", MATTERS)
        for number in range(channels)
    ]
    pages = layout.pages_of(groups, easy=easy)
    rows = tuple(each.row for page in pages for each in page if each.row)
    form = PaperForm(PAPER, VERSION, language, easy, NOW, None, rows)
    version = FormVersionRecord(
        FormVersion(VERSION, TemplateId("image"), 2, NOW, material=True),
        {language: FormText("Pouvons-nous montrer votre photo ?\n\nOui ou non.", "0" * 64)},
        frozenset(MATTERS),
        frozenset(),
        frozenset(),
        frozenset({Purpose.INFORMATION}),
        explicit=True,
    )
    house = make_organisation(OrganisationId("jacinthes"))
    told = Told(words, language, "Mon image", version, house, None)
    (pdf,) = ChildTypesetter()(
        "paper", [{"content": json.dumps(content_of(told, form, pages), ensure_ascii=False)}]
    )
    return Print(form, pdf)
