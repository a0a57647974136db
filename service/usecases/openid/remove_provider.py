"""
Let nobody sign in through the provider any more.
"""

from dataclasses import dataclass

from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.openid.keeping import needs_keeper


@dataclass(frozen=True, slots=True)
class RemoveProvider:
    """
    Let nobody sign in through the provider any more.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> None:
        """
        Forget provider, secret, links and who is on the way; passwords open again.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is none.
        """
        needs_keeper(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            work.openid.lock()
            provider = work.openid.find_provider()
            if provider is None:
                raise NotFound("There is no provider.")
            work.openid.drop_provider()
            work.openid.unlink_all()
            kind, payload = EntryKind.OPENID_PROVIDER_REMOVED, {"issuer": provider.issuer}
            self.desk.record.append(work, caller, kind, self.desk.clock(), payload)
            work.commit()
