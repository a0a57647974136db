"""
List forms.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.forms import FormTemplate
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class ListForms:
    """
    List forms.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[FormTemplate]:
        """
        Give one page of forms, without their versions.

        Raises:
            NotAllowed: The caller has no `forms:read` scope.
        """
        caller = caller.narrowed(Scope.FORMS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.forms.list_templates(page)
