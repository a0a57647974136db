"""
Check a post: pictures, names, caption, channel, purpose and day.

The walk of one question from door to door:

    1 see       bytes -> fingerprints and features, compared with what looks alike, in a
                killable process, no transaction open
    2 begin     one transaction of the caller's organisation
    3 examine   recognise -> gather -> decide (pure) -> check and ledger line
    4 commit    from here on the answer is evidence
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from service.decision.ids import CheckId
from service.decision.powers import Scope
from service.errors import Conflict
from service.usecases.caller import Caller
from service.usecases.checks.budget import Budget
from service.usecases.checks.examine import Examiner, shown_to
from service.usecases.checks.kept import Seen
from service.usecases.checks.question import CheckQuestion
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall

REPEATED_FOR: Final = timedelta(hours=1)
"""
An answer that got lost is given again so long, if it is still the answer.

No longer: it is not recorded a second time, and who looks again is to be seen (threat T1).
"""


@dataclass(frozen=True, slots=True)
class CheckPost:
    """
    Check a post.
    """

    desk: Desk
    examine: Examiner
    budget: Budget

    def __call__(self, caller: Caller, question: CheckQuestion) -> dict[str, Any]:
        """
        Give the outcome as plain values, as far as the caller may know it.

        Raises:
            NotAllowed: The caller has no `checks` scope, or looks back without
                `audit`.
            InvalidInput: Something in the question cannot be used.
            BadImage: A picture cannot be trusted.
            TooMany: The caller's hourly budget is used up.
            Conflict: The idempotency key was answered long ago, or otherwise than now.
            Unavailable: The answer could not be recorded, so there is none.
        """
        _needs(caller, question)
        seen = self.examine.see(caller, question)
        with self.desk.database.begin(caller.organisation_id) as work:
            return self._answer(work, caller, question, seen)

    def at_once(self, caller: Caller, question: CheckQuestion) -> dict[str, Any] | None:
        """
        Give the same, or None where a picture has to be looked at before.

        For whoever must not wait for pictures, and keep nobody waiting.

        Raises:
            NotAllowed: As above, and all else but for pictures.
        """
        _needs(caller, question)
        question.check_size()
        if question.uploads:
            return None
        with self.desk.database.begin(caller.organisation_id) as work:
            seen = self.examine.seen_before(work, question)
            return self._answer(work, caller, question, seen) if seen else None

    def _answer(
        self, work: UnitOfWork, caller: Caller, question: CheckQuestion, seen: Seen
    ) -> dict[str, Any]:
        """
        Answer in an open transaction, and commit.
        """
        work.facts.await_register()
        now = self.desk.clock()
        if made_before := recall(work, caller):
            check = work.checks.get(CheckId(made_before))
            if now - check.asked_at > REPEATED_FOR:
                message = "This key was answered long ago: ask again under another key."
                raise Conflict(message)
            # A yes that was taken back since would else be a yes to whoever repeats it.
            if not self.examine.still_holds(work, caller, question, seen, check, now):
                message = "The answer is another one by now: ask again under another key."
                raise Conflict(message)
            return shown_to(work, caller, check)
        self.budget.spend(work, caller, now)
        check = self.examine(work, caller, question, seen, now)
        keep(work, caller, check.id, now)
        shown = shown_to(work, caller, check)
        work.commit()
        return shown


def _needs(caller: Caller, question: CheckQuestion) -> None:
    """
    Pass when the caller may ask this.

    Raises:
        NotAllowed: It may not.
    """
    caller.needs(Scope.CHECKS)
    if question.is_about_the_past():
        caller.needs(Scope.AUDIT)
