"""
Remove a passkey.
"""

from dataclasses import dataclass

from service.decision.ids import PasskeyId
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.records.staff import Credentials
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.passkey_asking import PASSKEY
from service.usecases.staff.removing import Removing, Taken


@dataclass(frozen=True, slots=True)
class RemovePasskey:
    """
    Remove a passkey.
    """

    removing: Removing

    def __call__(self, token: str, passkey_id: PasskeyId, password: str) -> None:
        """
        Let a passkey of one's own open nothing any more, and end every other session.

        Raises:
            NotIdentified: Not signed in, or a wrong password.
            NotFound: The member has no such passkey.
            Conflict: It is the last second factor that opens, and one is required.
            TooMany: Too many wrong tries lately.
        """

        def take(work: UnitOfWork, credentials: Credentials) -> Taken:
            known = work.passkeys.list_of(credentials.member_id)
            if all(each.id != passkey_id for each in known):
                raise NotFound("There is no such passkey.", field=PASSKEY)
            work.passkeys.remove(passkey_id)
            kind = EntryKind.STAFF_PASSKEY_REMOVED
            return Taken(credentials, kind, {"passkey_id": passkey_id})

        self.removing(token, password, take)
