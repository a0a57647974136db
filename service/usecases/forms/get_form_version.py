"""
Give one version of a form with its words.
"""

from dataclasses import dataclass

from service.decision.ids import FormVersionId
from service.decision.powers import Scope
from service.records.forms import FormVersionRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class GetFormVersion:
    """
    Give one version of a form with its words.
    """

    desk: Desk

    def __call__(self, caller: Caller, version_id: FormVersionId) -> FormVersionRecord:
        """
        Give a version exactly as it was shown.

        Raises:
            NotAllowed: The caller has no `forms:read` scope.
            NotFound: There is no such version.
        """
        caller = caller.narrowed(Scope.FORMS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.forms.get_version(version_id)
