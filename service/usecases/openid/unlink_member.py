"""
Forget which account at the provider a member has.
"""

from dataclasses import dataclass

from service.decision.ids import MemberId
from service.errors import NotFound
from service.ledger.entry import EntryKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.openid.keeping import needs_keeper


@dataclass(frozen=True, slots=True)
class UnlinkMember:
    """
    Forget which account at the provider a member has.
    """

    desk: Desk

    def __call__(self, caller: Caller, member_id: MemberId) -> None:
        """
        Let the next sign-in link anew: their account there was made anew, or was wrong.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: No such member is linked.
        """
        needs_keeper(caller)
        with self.desk.database.begin(caller.organisation_id) as work:
            if not work.openid.unlink(member_id):
                raise NotFound("No such member is linked.")
            kind, payload = EntryKind.OPENID_UNLINKED, {"member_id": member_id}
            self.desk.record.append(work, caller, kind, self.desk.clock(), payload)
            work.commit()
