"""
Remove a passkey.
"""

from dataclasses import dataclass, replace

from service.decision.ids import PasskeyId
from service.errors import Conflict, NotFound
from service.ledger.entry import EntryKind
from service.records.organisation import SecondFactor
from service.records.staff import Member, Stage
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import Gate
from service.usecases.staff.member_caller import caller_for
from service.usecases.staff.opening import Sessions
from service.usecases.staff.passkey_asking import PASSKEY
from service.usecases.staff.proving import Proving


@dataclass(frozen=True, slots=True)
class RemovePasskey:
    """
    Remove a passkey.
    """

    gate: Gate
    sessions: Sessions
    proving: Proving

    def __call__(self, token: str, passkey_id: PasskeyId, password: str) -> None:
        """
        Let a passkey of one's own open nothing any more, and end every other session.

        Raises:
            NotIdentified: Not signed in, or a wrong password.
            NotFound: The member has no such passkey.
            Conflict: It is the last second factor, and one is required.
            TooMany: Too many wrong tries lately.
        """
        carried = self.sessions.carried(token)
        with self.gate.desk.database.look(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            _, member = self.sessions.held(work, carried, now, Stage.FULL)
        self.proving(carried.organisation_id, member.id, password)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, Stage.FULL)
            _take_away(work, member, passkey_id)
            work.staff_sessions.end_all(member.id, but=session.id)
            caller = caller_for(carried.organisation_id, member)
            payload = {"member_id": member.id, "passkey_id": passkey_id}
            record = self.gate.desk.record
            record.append(work, caller, EntryKind.STAFF_PASSKEY_REMOVED, now, payload)
            work.commit()


def _take_away(work: UnitOfWork, member: Member, passkey_id: PasskeyId) -> None:
    """
    Delete a passkey; with the last second factor go its recovery codes.

    Raises:
        NotFound: The member has no such passkey.
        Conflict: It is the last second factor, and one is required.
    """
    ids = {each.id for each in work.passkeys.list_of(member.id)}
    if passkey_id not in ids:
        raise NotFound("There is no such passkey.", field=PASSKEY)
    credentials = work.staff.find_credentials(member.id)
    if credentials is not None and not credentials.factor_secret and len(ids) == 1:
        if work.organisations.current().second_factor is SecondFactor.REQUIRED:
            raise Conflict("Set up another second factor first.", field=PASSKEY)
        work.staff.keep_credentials(replace(credentials, recovery_digests=()))
    work.passkeys.remove(passkey_id)
