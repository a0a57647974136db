"""
Know which forms are closed, and write that one is.

Closing is an act of its own, beside the form: the log holds stored forms by their
digest, and those never change.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import TemplateId
from service.decision.powers import Scope
from service.errors import Conflict, NotFound
from service.ledger.entry import EntryKind
from service.records.forms import FormClosure, FormTemplate
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.plain import digest_of
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ListedForm:
    """
    A form, and whether people are still asked in its words.
    """

    id: TemplateId
    slug: str
    name: str
    closed: bool

    @classmethod
    def of(cls, template: FormTemplate, *, closed: bool) -> "ListedForm":
        """
        Put both together.
        """
        return cls(template.id, template.slug, template.name, closed)


def closed_forms(work: UnitOfWork, known_at: datetime | None = None) -> frozenset[TemplateId]:
    """
    Give every form that is closed now, or was then, in one statement.
    """
    latest = (each.record for each in work.form_closures.list_latest(known_at))
    return frozenset(each.template_id for each in latest if each.closed)


def is_closed(work: UnitOfWork, template_id: TemplateId) -> bool:
    """
    Tell whether one form is closed now.
    """
    found = work.form_closures.find(template_id)
    return found is not None and found.closed


def refuse_closed(work: UnitOfWork, template_id: TemplateId) -> None:
    """
    Refuse to ask in the words of a closed form.

    Raises:
        Conflict: It is closed.
    """
    if is_closed(work, template_id):
        raise Conflict("This form is closed: open it again first.")


def write_closure(desk: Desk, caller: Caller, template: str, kind: EntryKind) -> ListedForm:
    """
    Close or open a form, with its ledger line.

    What is so already is left alone.

    Raises:
        NotAllowed: The caller has no `forms:write` scope.
        NotFound: There is no such form.
    """
    caller.needs_in(Scope.FORMS_WRITE, None)
    closes = kind is EntryKind.FORM_CLOSED
    with desk.database.begin(caller.organisation_id) as work:
        # Of two at once the second finds what the first wrote.
        work.facts.hold_register()
        now = desk.clock()
        found = work.forms.find_template(template)
        if found is None:
            raise NotFound("There is no such form.")
        if is_closed(work, found.id) == closes:
            return ListedForm.of(found, closed=closes)
        closure = FormClosure(found.id, closes)
        version = work.form_closures.add(closure, now, caller.actor.id)
        payload = {"template_id": found.id, "version": version, "digest": digest_of(closure)}
        desk.record.append(work, caller, kind, now, payload)
        work.commit()
    return ListedForm.of(found, closed=closes)
