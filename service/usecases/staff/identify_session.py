"""
Recognise whoever carries a session.
"""

from dataclasses import dataclass

from service.decision.ids import SessionId
from service.records.staff import Stage
from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import SignedInMember, caller_for
from service.usecases.staff.opening import Sessions, is_worth_noting, signed_out

_NO_DIGEST = bytes(32)


@dataclass(frozen=True, slots=True)
class IdentifySession:
    """
    Recognise whoever carries a session.
    """

    gate: Gate
    sessions: Sessions

    def __call__(self, token: str) -> SignedInMember:
        """
        Give who is signed in, with the roles they have at this instant; only read.

        Every refusal is the same, whichever part was wrong.

        Raises:
            NotIdentified: No session, or one that is over or not complete yet.
        """
        carried = self.sessions.carried(token)
        database = self.gate.desk.database
        found = database.find_session(carried.organisation_id, SessionId(carried.text.id))
        if found is None:
            self.gate.token.matches(carried.text.secret, _NO_DIGEST)
            signed_out()
        session, member = found
        now = self.gate.desk.clock()
        proven = self.sessions.is_proven(session, member, carried.text.secret, now)
        if not proven or session.stage is not Stage.FULL:
            signed_out()
        caller = caller_for(carried.organisation_id, member)
        return SignedInMember(caller, member, session, is_due=is_worth_noting(session, now))
