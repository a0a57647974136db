"""
End an API key.
"""

from dataclasses import dataclass, replace

from service.decision.ids import KeyId
from service.decision.powers import Scope
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.records.activity import ApiKey
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.sight.people import needs_everybody


@dataclass(frozen=True, slots=True)
class RevokeKey:
    """
    End an API key.
    """

    desk: Desk

    def __call__(self, caller: Caller, key_id: KeyId) -> ApiKey:
        """
        End a key: the next request that carries it is refused.

        Ending it again changes nothing, so that nobody hesitates to.

        Raises:
            NotAllowed: The caller has no `admin` scope, or sees some units only.
            NotFound: There is no such key.
        """
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            key = work.keys.find(key_id)
            if key is None:
                raise NotFound("There is no such key.")
            if key.revoked_at is not None:
                return key
            work.keys.revoke(key_id, now)
            self.desk.record.append(work, caller, EntryKind.KEY_REVOKED, now, {"key_id": key_id})
            work.commit()
        return replace(key, revoked_at=now)
