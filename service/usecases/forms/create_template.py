"""
Begin a form.
"""

from dataclasses import dataclass

from service.decision.ids import TemplateId
from service.decision.powers import Scope
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.records.forms import FormTemplate
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.channels.slugs import checked_slug
from service.usecases.desk import Desk
from service.usecases.forms.closures import ListedForm, is_closed
from service.usecases.plain import digest_of
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class CreateTemplate:
    """
    Begin a form.
    """

    desk: Desk

    def __call__(self, caller: Caller, slug: str, name: str) -> ListedForm:
        """
        Begin a form; nobody can answer it before a version is published.

        Raises:
            NotAllowed: The caller has no `forms:write` scope.
            InvalidInput: Short name or name is unusable.
            AlreadyExists: Another form has the short name.
        """
        caller.needs_in(Scope.FORMS_WRITE, None)
        template = FormTemplate(
            id=TemplateId(self.desk.new_id()), slug=checked_slug(slug), name=text.line(name, "name")
        )
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            if made_before := recall(work, caller):
                found = _found(work.forms.find_template(made_before))
                return ListedForm.of(found, closed=is_closed(work, found.id))
            work.forms.add_template(template, now, caller.actor.id)
            payload = {"template_id": template.id, "digest": digest_of(template)}
            kind = EntryKind.FORM_TEMPLATE_CREATED
            self.desk.record.append(work, caller, kind, now, payload)
            keep(work, caller, template.id, now)
            work.commit()
        return ListedForm.of(template, closed=False)


def _found(template: FormTemplate | None) -> FormTemplate:
    """
    Give what an idempotency key made.

    Raises:
        NotFound: It is gone.
    """
    if template is None:
        raise NotFound("There is no such form.")
    return template
