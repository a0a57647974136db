"""
Read earlier checks again.
"""

from dataclasses import dataclass
from typing import Any

from service.decision.ids import CheckId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.activity import CheckRecord
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.checks.examine import is_about_own, shown_to
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class GetCheck:
    """
    Read one check again: one's own, or with `audit` of others, too.
    """

    desk: Desk

    def __call__(self, caller: Caller, check_id: CheckId) -> dict[str, Any]:
        """
        Give the outcome as it was answered, as far as the caller may know it.

        Raises:
            NotFound: There is no such check, or it is somebody else's, or about people of
                other units.
        """
        caller.needs(Scope.CHECKS)
        with self.desk.database.look(caller.organisation_id) as work:
            check = work.checks.get(check_id)
            audits = Scope.AUDIT in caller.actor.scopes and is_about_own(work, caller, check)
            if check.actor_id != caller.actor.id and not audits:
                message = "There is no such check."
                raise NotFound(message)
            return shown_to(work, caller, check)


@dataclass(frozen=True, slots=True)
class RecalledCheck:
    """
    What was answered, and what is kept of the question.
    """

    outcome: dict[str, Any]
    purpose: str
    on: str
    """The day it was planned for, as it is written in ISO 8601; empty: at once."""
    is_everywhere: bool
    has_words: bool
    """There was a caption; its words are kept nowhere."""


@dataclass(frozen=True, slots=True)
class RecallCheck:
    """
    Go back to the answer of a check of one's own.
    """

    desk: Desk

    def __call__(self, caller: Caller, check_id: CheckId) -> RecalledCheck:
        """
        Give the answer as far as the caller may know it now.

        Raises:
            NotAllowed: The caller has no `checks` scope.
            NotFound: There is no such check of the caller, whatever else they may read.
        """
        caller.needs(Scope.CHECKS)
        with self.desk.database.look(caller.organisation_id) as work:
            check = work.checks.get(check_id)
            if check.actor_id != caller.actor.id:
                raise NotFound("There is no such check.")
            asked = check.question
            return RecalledCheck(
                outcome=shown_to(work, caller, check),
                purpose=asked["purpose"],
                on=asked["on"] or "",
                is_everywhere=asked["channel"] is None,
                has_words=asked["text_digest"] != "",
            )


@dataclass(frozen=True, slots=True)
class ListChecks:
    """
    List checks of the whole organisation.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[CheckRecord]:
        """
        Give one page, oldest first; to whoever sees some units, of their people only.

        Raises:
            NotAllowed: The caller has no `audit` scope.
        """
        caller.needs(Scope.AUDIT)
        with self.desk.database.look(caller.organisation_id) as work:
            listing = work.checks.list_page(page)
            seen = tuple(each for each in listing.items if is_about_own(work, caller, each))
        return Listing(seen, listing.next_after)
