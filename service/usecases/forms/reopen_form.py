"""
Open a closed form again.
"""

from dataclasses import dataclass

from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.forms.closures import ListedForm, write_closure


@dataclass(frozen=True, slots=True)
class ReopenForm:
    """
    Open a closed form again.
    """

    desk: Desk

    def __call__(self, caller: Caller, template: str) -> ListedForm:
        """
        Ask people in the words of this form again.

        Args:
            template: Id or short name of the form.

        Raises:
            NotAllowed: The caller has no `forms:write` scope.
            NotFound: There is no such form.
        """
        return write_closure(self.desk, caller, template, EntryKind.FORM_REOPENED)
