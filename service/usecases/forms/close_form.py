"""
Close a form.
"""

from dataclasses import dataclass

from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.forms.closures import ListedForm, write_closure


@dataclass(frozen=True, slots=True)
class CloseForm:
    """
    Close a form.
    """

    desk: Desk

    def __call__(self, caller: Caller, template: str) -> ListedForm:
        """
        Ask nobody in the words of this form any more.

        What was answered on it stands, each no above all, and papers that come back are
        entered as ever.  Families are asked by the other forms, as far as those ask the
        same.  Closing it again changes nothing.

        Args:
            template: Id or short name of the form.

        Raises:
            NotAllowed: The caller has no `forms:write` scope.
            NotFound: There is no such form.
        """
        return write_closure(self.desk, caller, template, EntryKind.FORM_CLOSED)
