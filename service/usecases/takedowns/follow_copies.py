"""
Let a hold on a photo reach what is live of its registered copies.

Whoever registered a picture again after a chat has it twice: what stops the one stops the
other (`decision/photo.py`).  Finding copies takes a picture worker, and a hold waits for
none: it counts at once, and what is live of copies is looked for right after it.  Where no
worker was free, the sweep finds it.
"""

from contextlib import suppress
from dataclasses import dataclass

from service.decision.holds import Hold
from service.decision.ids import OrganisationId
from service.decision.photos import HOLDS_FOR_SURE
from service.decision.terms import MatchClass
from service.errors import Busy, Unavailable
from service.records.paging import every
from service.usecases.caller import Caller, the_service
from service.usecases.checks.examine import Examiner
from service.usecases.checks.kept import SeenAgain, registered
from service.usecases.desk import Desk
from service.usecases.ports.aftermath import Aftermath

SAME_PICTURE = frozenset({*HOLDS_FOR_SURE, MatchClass.VERIFIED_COPY})


@dataclass(frozen=True, slots=True)
class FollowCopies:
    """
    See to what is live or planned of copies of a photo that is held.
    """

    desk: Desk
    examine: Examiner
    aftermath: Aftermath

    def __call__(self, caller: Caller, hold: Hold) -> None:
        """
        Look for copies after a hold was placed; what fails now the sweep does.
        """
        with suppress(Busy, Unavailable):
            self._follow(caller, hold)

    def sweep(self, organisation_id: OrganisationId) -> None:
        """
        Look again for every photo that is held.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        with self.desk.database.look(organisation_id) as work:
            now = self.desk.clock()
            held = [each for each in every(work.holds.list_page) if each.is_live(now)]
        for each in held:
            with suppress(Busy):
                self._follow(the_service(organisation_id), each)

    def _follow(self, caller: Caller, hold: Hold) -> None:
        """
        Find the copies, outside of any transaction, and see to them in one.

        Raises:
            Busy: Every picture worker is occupied.
        """
        if hold.photo_id is None:
            return
        seen = self.examine.look_again(caller.organisation_id, [hold.photo_id])
        with self.desk.database.begin(caller.organisation_id) as work:
            work.facts.keep_register()
            again = seen.get(hold.photo_id, SeenAgain())
            alike = registered(work, hold.photo_id, again, self.examine.look.rules).matches
            copies = {each for each, match in alike if match in SAME_PICTURE} - {hold.photo_id}
            if copies:
                self.aftermath.of_copies(work, caller, hold.photo_id, copies)
                work.commit()
