"""
Note that somebody who is signed in is here.
"""

from dataclasses import dataclass

from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import SignedInMember


@dataclass(frozen=True, slots=True)
class NoteVisit:
    """
    Note that somebody who is signed in is here.
    """

    gate: Gate

    def __call__(self, found: SignedInMember) -> None:
        """
        Write down the use of a session, or it ends as one that is unused.

        Apart from recognising who it is: that happens for each page, on the way in, and
        must wait for no writer.  This is due once a minute (`SignedInMember.is_due`).
        """
        with self.gate.desk.database.begin(found.caller.organisation_id) as work:
            now = self.gate.desk.clock()
            work.staff_sessions.see(found.session.id, now)
            work.staff.see(found.member.id, now)
            work.commit()
