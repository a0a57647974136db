"""
End a session from elsewhere: the telephone was lost, somebody left.
"""

from dataclasses import dataclass

from service.decision.ids import MemberId, SessionId
from service.decision.powers import Scope
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import is_own
from service.usecases.staff.overseeing import kept_member

_NONE = "There is no such session."


@dataclass(frozen=True, slots=True)
class RevokeSession:
    """
    End a session from elsewhere.
    """

    gate: Gate

    def __call__(self, caller: Caller, session_id: SessionId) -> None:
        """
        End a session: the next page that it asks for is refused.

        Raises:
            NotAllowed: Somebody else's, and no `admin` scope where they have a role.
            NotFound: There is no such session for this caller.
        """
        with self.gate.desk.database.begin(caller.organisation_id) as work:
            now = self.gate.desk.clock()
            session = work.staff_sessions.find(session_id)
            mine = session is not None and is_own(caller, session.member_id)
            if not mine:
                caller.narrowed(Scope.ADMIN)
            if session is None:
                raise NotFound(_NONE)
            if not mine:
                _keeps(work, caller, session.member_id)
            work.staff_sessions.end(session_id)
            payload = {"session_id": session_id, "member_id": session.member_id}
            record = self.gate.desk.record
            record.append(work, caller, EntryKind.STAFF_SESSION_REVOKED, now, payload)
            work.commit()


def _keeps(work: UnitOfWork, caller: Caller, member_id: MemberId) -> None:
    """
    Pass when the caller keeps the account that a session is of.

    Raises:
        NotAllowed: They see its member only.
        NotFound: They do not even: then there is no session either.
    """
    try:
        kept_member(work, caller, member_id)
    except NotFound:
        raise NotFound(_NONE) from None
