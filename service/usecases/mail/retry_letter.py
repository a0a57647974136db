"""
Send a letter again that did not arrive.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.errors import Conflict, NotFound
from service.records.mail import LetterId, LetterStory
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.mail.name_recipients import recipient_seen
from service.usecases.mail.readdressing import readdressed
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
            NotFound: There is no such letter for this caller, or its words were
                destroyed.
            Conflict: It arrived, still waits, is of no use any more, or no address is
                known by now.
        """
        caller = caller.narrowed(Scope.PEOPLE_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            story = work.outbox.story_of(letter_id)
            if not _is_seen(work, caller, story):
                raise NotFound("There is no such letter.")
            if not story.has_failed:
                raise Conflict("This letter was sent, or is still being tried.")
            letter = work.outbox.get(letter_id)
            if letter.until_at is not None and letter.until_at <= now:
                raise Conflict("This letter is too old to be of use; ask for a new one.")
            work.outbox.renew(readdressed(work, letter), now)
            story = work.outbox.story_of(letter_id)
            work.commit()
        return story


def _is_seen(work: UnitOfWork, caller: Caller, story: LetterStory) -> bool:
    """
    Tell whether the caller sees whom a letter went to.
    """
    is_whole = caller.actor.unit_ids is None
    return is_whole or recipient_seen(work, caller, story.recipient_id) is not None
