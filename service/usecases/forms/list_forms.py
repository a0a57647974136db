"""
List forms.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.forms.closures import ListedForm, closed_forms


@dataclass(frozen=True, slots=True)
class ListForms:
    """
    List forms.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[ListedForm]:
        """
        Give one page of forms, closed ones too, without their versions.

        Raises:
            NotAllowed: The caller has no `forms:read` scope.
        """
        caller = caller.narrowed(Scope.FORMS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            listing = work.forms.list_templates(page)
            closed = closed_forms(work, page.known_at)
        items = tuple(ListedForm.of(each, closed=each.id in closed) for each in listing.items)
        return Listing(items, listing.next_after)
