"""
Write down that a letter came back.
"""

from dataclasses import dataclass

from service.errors import InvalidInput
from service.records.mail import Delivery, LetterId, Outcome
from service.usecases.ports.database import Database
from service.usecases.ports.mail import Postman
from service.usecases.ports.services import Clock


@dataclass(frozen=True, slots=True)
class RecordBounce:
    """
    Write down that a letter came back.  Never offered over HTTP.
    """

    database: Database
    clock: Clock
    postman: Postman

    def __call__(self, returned: bytes) -> LetterId:
        """
        Read a delivery report, whoever's letter it is about.

        Raises:
            InvalidInput: It names no letter that was sent from here, or no failure.
            NotFound: The letter is not there.
        """
        named = self.postman.letter_named_by(returned)
        if named is None:
            raise InvalidInput("This reports no failure of a letter that was sent from here.")
        organisation_id, letter_id, status = named
        with self.database.begin(organisation_id) as work:
            story = work.outbox.story_of(letter_id)
            if story.outcome is Outcome.SENT:
                delivery = Delivery(Outcome.BOUNCED, status)
                work.outbox.settle(letter_id, delivery, self.clock(), None)
            work.commit()
        return letter_id
