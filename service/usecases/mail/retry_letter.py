"""
Send a letter again that did not arrive.
"""

from dataclasses import dataclass, replace

from service.decision.powers import Scope
from service.errors import Conflict
from service.records.mail import Carrier, Letter, LetterId, LetterKind, LetterStory
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class RetryLetter:
    """
    Send a letter again that did not arrive.
    """

    desk: Desk

    def __call__(self, caller: Caller, letter_id: LetterId) -> LetterStory:
        """
        Put a letter back into the outbox, to the address that is known by now.

        Raises:
            NotAllowed: The caller has no `people:write` scope.
            NotFound: There is no such letter, or its words were destroyed.
            Conflict: It arrived, still waits, or is of no use any more.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            if not work.outbox.story_of(letter_id).has_failed:
                raise Conflict("This letter was sent, or is still being tried.")
            letter = work.outbox.get(letter_id)
            if letter.until_at is not None and letter.until_at <= now:
                raise Conflict("This letter is too old to be of use; ask for a new one.")
            work.outbox.renew(readdressed(work, letter), now)
            story = work.outbox.story_of(letter_id)
            work.commit()
        return story


def readdressed(work: UnitOfWork, letter: Letter) -> Letter:
    """
    Give a letter with the address that its recipient has now.

    What tells an old address that it is one, goes to no other.
    """
    if letter.kind is LetterKind.FAMILY_CONTACT:
        return letter
    signatory = work.signatories.find(letter.recipient_id)
    person = work.people.find(letter.recipient_id)
    if letter.carrier is Carrier.SMS:
        known = signatory.phone if signatory else ""
    else:
        known = signatory.email if signatory else person.email if person else ""
    return replace(letter, to=known or letter.to)
