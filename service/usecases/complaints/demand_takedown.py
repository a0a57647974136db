"""
Ask for what somebody complains about to come down.
"""

from dataclasses import dataclass

from service.decision.ids import ComplaintId, TakedownId
from service.decision.powers import Scope
from service.errors import AlreadyExists, Conflict, InvalidInput
from service.usecases.caller import Caller
from service.usecases.complaints.read_complaints import story_to_continue
from service.usecases.desk import Desk
from service.usecases.takedowns import OpenTakedowns


@dataclass(frozen=True, slots=True)
class DemandTakedown:
    """
    Ask for what somebody complains about to come down.
    """

    desk: Desk
    take_down: OpenTakedowns

    def __call__(self, caller: Caller, complaint_id: ComplaintId) -> tuple[TakedownId, ...]:
        """
        Open a task for the publication and for each place it was shared again.

        Whoever deals with complaints takes nothing down: the publisher of the channel
        gets the task, as for every other.

        Raises:
            NotAllowed: The caller has no `complaints:write` scope.
            NotFound: There is no such complaint for this caller.
            InvalidInput: Nobody has said yet which publication it is about.
            Conflict: The complaint is closed.
            AlreadyExists: All of it is down, or must come down already.
        """
        caller = caller.narrowed(Scope.COMPLAINTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            story = story_to_continue(work, caller, complaint_id)
            if story.is_closed:
                raise Conflict("This complaint is closed; file another one.")
            publication_id = story.publication_id
            if publication_id is None:
                raise InvalidInput(
                    "Say first which publication it is about.", field="publication_id"
                )
            wanted = [publication_id, *work.publications.reshares_of(publication_id)]
            about = [story.person_id] if story.person_id else []
            opened = self.take_down.of_request(work, caller, wanted, about)
            if not opened:
                raise AlreadyExists("It is down, or must come down already.")
            work.commit()
        return tuple(each.id for each in opened)
