"""
Say of a channel that its rules still hold.
"""

from dataclasses import dataclass
from datetime import date

from service.decision.ids import ChannelId
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.reviews.review_state import ReviewState
from service.usecases.reviews.subjects import channel_subject
from service.usecases.reviews.write_review import write_review


@dataclass(frozen=True, slots=True)
class ReviewChannel:
    """
    Say of a channel that its rules still hold.
    """

    desk: Desk

    def __call__(
        self,
        caller: Caller,
        channel_id: ChannelId,
        next_on: date | None = None,
        seen_version: int | None = None,
    ) -> ReviewState:
        """
        Record that the caller looked at what is registered and at the platform's rules.

        Args:
            next_on: When it is looked at again; None, in a year.

            seen_version: Which version the caller had before them; None, the last.

        Raises:
            NotAllowed: No `channels:write` scope for the channel's unit.
            NotFound: There is no such channel.
            ImpossibleDates: That day is not to come, or too far off.
            Conflict: It is closed, or was changed since it was seen.
        """
        caller = caller.narrowed(Scope.CHANNELS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            # What is looked at stays the last version until this is written.
            work.facts.hold_register()
            subject = channel_subject(work, channel_id)
            caller.needs_in(Scope.CHANNELS_WRITE, subject.unit_id)
            return write_review(self.desk, work, caller, subject, next_on, seen_version)
