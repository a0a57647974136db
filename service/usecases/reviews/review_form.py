"""
Say of a form that its words still hold.
"""

from dataclasses import dataclass
from datetime import date

from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.reviews.review_state import ReviewState
from service.usecases.reviews.subjects import form_subject
from service.usecases.reviews.write_review import write_review


@dataclass(frozen=True, slots=True)
class ReviewForm:
    """
    Say of a form that its words still hold.
    """

    desk: Desk

    def __call__(
        self,
        caller: Caller,
        template: str,
        next_on: date | None = None,
        seen_version: int | None = None,
    ) -> ReviewState:
        """
        Record that the caller looked at the last version of a form.

        Args:
            template: Id or short name of the form.

            next_on: When it is looked at again; None, in a year.

            seen_version: Which version the caller had before them; None, the last.

        Raises:
            NotAllowed: The caller has no `forms:write` scope.
            NotFound: There is no such form, or no version of it yet.
            ImpossibleDates: That day is not to come, or too far off.
            Conflict: It asks about closed channels alone, or has another version since.
        """
        caller.needs_in(Scope.FORMS_WRITE, None)
        with self.desk.database.begin(caller.organisation_id) as work:
            # What is looked at stays the last version until this is written.
            work.facts.hold_register()
            subject = form_subject(work, template)
            return write_review(self.desk, work, caller, subject, next_on, seen_version)
