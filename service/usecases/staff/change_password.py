"""
Choose another password while signed in.
"""

from dataclasses import dataclass, replace

from service.ledger.entry import EntryKind
from service.records.staff import Stage
from service.usecases.staff.gate import HERE, Gate, Origin
from service.usecases.staff.member_caller import caller_for
from service.usecases.staff.opening import Sessions, SignedIn, signed_out
from service.usecases.staff.password_rules import accepted_password
from service.usecases.staff.proving import Proving


@dataclass(frozen=True, slots=True)
class ChangePassword:
    """
    Choose another password while signed in.
    """

    gate: Gate
    sessions: Sessions
    proving: Proving

    def __call__(self, token: str, current: str, password: str, origin: Origin = HERE) -> SignedIn:
        """
        Change the password; give a new session, all others end (ASVS 7.4.3).

        Raises:
            NotIdentified: Not signed in, or the current password is wrong.
            InvalidInput: The new password is too weak.
            TooMany: Too many wrong tries lately.
        """
        carried = self.sessions.carried(token)
        with self.gate.desk.database.look(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            _, member = self.sessions.held(work, carried, now, Stage.FULL)
            house = work.organisations.current().name
        self.proving(carried.organisation_id, member.id, current)
        passwords = self.gate.passwords
        stored = passwords.hash(accepted_password(password, member, house, passwords))
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            _, member = self.sessions.held(work, carried, now, Stage.FULL)
            credentials = work.staff.find_credentials(member.id)
            if credentials is None:
                signed_out()
            changed = replace(credentials, password_hash=stored, password_set_at=now)
            work.staff.keep_credentials(changed)
            work.staff_sessions.end_all(member.id)
            caller, kind = caller_for(carried.organisation_id, member), EntryKind
            payload = {"member_id": member.id, "how": "signed_in"}
            record = self.gate.desk.record
            record.append(work, caller, kind.STAFF_PASSWORD_CHANGED, now, payload)
            signed_in = self.sessions.enter(work, member, origin, now, "password changed")
            work.commit()
        return signed_in
