"""
Give a form with all its versions.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.errors import NotFound
from service.records.forms import FormTemplate, FormVersionRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.forms.closures import is_closed


@dataclass(frozen=True, slots=True)
class Form:
    """
    A form and every version of it, by number.
    """

    template: FormTemplate
    versions: tuple[FormVersionRecord, ...]
    closed: bool
    """Nobody is asked in its words any more."""


@dataclass(frozen=True, slots=True)
class GetForm:
    """
    Give a form with all its versions.
    """

    desk: Desk

    def __call__(self, caller: Caller, template: str) -> Form:
        """
        Give the form with this id or short name.

        Raises:
            NotAllowed: The caller has no `forms:read` scope.
            NotFound: There is no such form.
        """
        caller = caller.narrowed(Scope.FORMS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            found = work.forms.find_template(template)
            if found is None:
                raise NotFound("There is no such form.")
            versions = tuple(work.forms.list_versions(found.id))
            return Form(found, versions, is_closed(work, found.id))
