"""
Sign out: the session is over for whoever has its token.
"""

from dataclasses import dataclass

from service.errors import NotIdentified
from service.ledger.entry import EntryKind
from service.records.staff import Stage
from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import caller_for
from service.usecases.staff.opening import Sessions


@dataclass(frozen=True, slots=True)
class SignOut:
    """
    Sign out.
    """

    gate: Gate
    sessions: Sessions

    def __call__(self, token: str) -> None:
        """
        End a session at whatever stage; one that is over already is no error.
        """
        try:
            carried = self.sessions.carried(token)
        except NotIdentified:
            return
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            try:
                session, member = self.sessions.held(work, carried, now, *Stage)
            except NotIdentified:
                return
            work.staff_sessions.end(session.id)
            if session.stage is Stage.FULL:
                caller = caller_for(carried.organisation_id, member)
                payload = {"session_id": session.id}
                # The next user of a shared telephone sees nothing of theirs (threat T23).
                work.drafts.drop_of(caller.actor.id)
                record = self.gate.desk.record
                record.append(work, caller, EntryKind.STAFF_SIGNED_OUT, now, payload)
            work.commit()
