"""
Print a form, to be answered by hand.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.decision.channels import Channel
from service.decision.ids import FormVersionId, PaperId, PersonId
from service.decision.powers import Scope
from service.decision.terms import Matter
from service.errors import InvalidInput
from service.ledger.entry import EntryKind
from service.records.forms import FormVersionRecord
from service.records.paging import MAX_PAGE, Page
from service.records.paper import PaperForm, PaperRow
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.forms import refuse_closed
from service.usecases.paper import layout
from service.usecases.paper.layout import Group, Line
from service.usecases.paper.sheets import Told, content_of
from service.usecases.paper.wording import EASY, words_of
from service.usecases.ports.services import NewId
from service.usecases.ports.typesetting import Typesetter
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class PrintDetails:
    """
    Which form is printed, and how.
    """

    form_version_id: FormVersionId
    language: str
    person_id: PersonId | None = None
    easy: bool = False
    """Larger, and in easy words where the form has any."""


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """
    A form to be answered by hand, as PDF.
    """

    form: PaperForm
    content: bytes


@dataclass(frozen=True, slots=True)
class PrintForm:
    """
    Print a form, to be answered by hand.
    """

    desk: Desk
    typeset: Typesetter
    new_reference: NewId

    def __call__(self, caller: Caller, details: PrintDetails) -> PrintedForm:
        """
        Give a tagged PDF with the words of the form as stored; nothing is ticked.

        Each print has a reference of its own, good for one answer.

        Raises:
            NotAllowed: The caller has no `forms:read` scope, or for a person no
                `consents:write`.
            NotFound: There is no such form, or no such person for this caller.
            InvalidInput: It has no text in this language, or asks about no channel.
            Conflict: The form is closed.
            Unavailable: It could not be made.
        """
        caller.needs(Scope.FORMS_READ)
        if details.person_id is not None:
            caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            told, groups = self._told(work, caller, details)
            pages = layout.pages_of(groups, easy=details.easy)
            form = self._kept(details, told.language, pages)
            work.paper_forms.add(form)
            payload = {
                "paper_id": form.id,
                "form_version_id": form.form_version_id,
                "language": form.language,
                "easy": form.easy,
            }
            person_ids = [form.person_id] if form.person_id else []
            self.desk.record.append(
                work, caller, EntryKind.FORM_PRINTED, form.printed_at, payload, person_ids
            )
            work.commit()
        content = json.dumps(content_of(told, form, pages), ensure_ascii=False)
        (made,) = self.typeset("paper", [{"content": content}])
        return PrintedForm(form, made)

    def _told(
        self, work: UnitOfWork, caller: Caller, details: PrintDetails
    ) -> tuple[Told, Sequence[Group]]:
        """
        Gather what stands on the paper.
        """
        version = work.forms.get_version(details.form_version_id)
        language = _language(version, details)
        words = words_of(language, easy=details.easy)
        refuse_closed(work, version.version.template_id)
        template = work.forms.find_template(version.version.template_id)
        person = seen_person(work, caller, details.person_id) if details.person_id else None
        groups = _groups(work, version, words)
        if not groups:
            raise InvalidInput("This form asks about no open channel.", field="form_version_id")
        told = Told(
            words=words,
            language=language,
            name=template.name if template else "",
            version=version,
            house=work.organisations.current(),
            person=person,
        )
        return told, groups

    def _kept(
        self, details: PrintDetails, language: str, pages: Sequence[Sequence[Line]]
    ) -> PaperForm:
        """
        Put together what is kept of a print.
        """
        return PaperForm(
            id=PaperId(self.new_reference()),
            form_version_id=details.form_version_id,
            language=language,
            easy=details.easy,
            printed_at=self.desk.clock(),
            person_id=details.person_id,
            rows=tuple(_rows(pages)),
        )


def _language(version: FormVersionRecord, details: PrintDetails) -> str:
    """
    Choose the text: the easy one if that is wanted and there is one.

    Raises:
        InvalidInput: The form has no text in this language.
    """
    easy = f"{details.language.removesuffix(EASY)}{EASY}"
    if details.easy and easy in version.texts:
        return easy
    if details.language not in version.texts:
        raise InvalidInput("The form has no text in this language.", field="language")
    return details.language


def _groups(work: UnitOfWork, version: FormVersionRecord, words: Mapping[str, str]) -> list[Group]:
    """
    Give every open channel that the form names, the widest first.
    """
    named = version.channel_ids
    asked = [
        each for each in _channels(work) if not each.closed and (not named or each.id in named)
    ]
    asked.sort(key=lambda each: (-each.audience.width, each.name.casefold()))
    matters = tuple(each for each in Matter if each in version.matters)
    return [
        Group(each.id, f"{each.name} ({words[f'audience-{each.audience.value}']})", matters)
        for each in asked
    ]


def _channels(work: UnitOfWork) -> Iterator[Channel]:
    page: Page | None = Page(limit=MAX_PAGE)
    while page is not None:
        listing: Any = work.channels.list_page(page)
        yield from (each.channel for each in listing.items)
        page = Page(limit=MAX_PAGE, after=listing.next_after) if listing.next_after else None


def _rows(pages: Sequence[Sequence[Line]]) -> Iterator[PaperRow]:
    for page in pages:
        yield from (each.row for each in page if each.row is not None)
