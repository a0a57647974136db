"""
Have the newest head stamped by a time authority.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from service.decision.ids import OrganisationId
from service.decision.powers import Scope
from service.errors import NotFound, Unavailable
from service.ledger.failures import ProofRefused
from service.ledger.stamp import query, read_reply
from service.records.ledger import HeadStamp
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.stamping import TimeAuthority

PAUSE = timedelta(hours=24)
"""An authority is asked once a day for each log, unless somebody wants it now."""


@dataclass(frozen=True, slots=True)
class StampHead:
    """
    Have the newest head stamped by a time authority.

    No line of the log is written: that would make another head to be stamped.
    """

    desk: Desk
    authority: TimeAuthority | None
    new_nonce: Callable[[], int]

    def __call__(self, caller: Caller) -> HeadStamp:
        """
        Give the stamp of the newest head; it is asked for unless it is there.

        Raises:
            NotAllowed: The caller has no `audit` scope.
            NotFound: No authority is set up, or nothing has been signed yet.
            Unavailable: The authority gave no stamp, or one of something else.
        """
        caller.needs(Scope.AUDIT)
        if self.authority is None:
            raise NotFound("No time authority is set up: OBSTAT_TIMESTAMP_URL.")
        with self.desk.database.look(caller.organisation_id) as work:
            head, last = work.ledger.last_checkpoint(), work.head_stamps.last()
        if head is None:
            raise NotFound("Nothing has been signed yet.")
        if last is not None and last.note == head.note:
            return last
        return self._kept(caller.organisation_id, self._asked(head.size, head.note))

    def every_log(self) -> int:
        """
        Stamp what has grown since yesterday; count it.
        """
        if self.authority is None:
            return 0
        ids = self.desk.database.organisation_ids()
        return sum(self._is_stamped_today(each) for each in ids)

    def _is_stamped_today(self, organisation_id: OrganisationId) -> bool:
        """
        Stamp one log if it has grown since yesterday.
        """
        with self.desk.database.look(organisation_id) as work:
            head, last = work.ledger.last_checkpoint(), work.head_stamps.last()
        if head is None or (
            last is not None
            and (last.note == head.note or last.stamped_at > self.desk.clock() - PAUSE)
        ):
            return False
        self._kept(organisation_id, self._asked(head.size, head.note))
        return True

    def _kept(self, organisation_id: OrganisationId, stamp: HeadStamp) -> HeadStamp:
        """
        Keep a stamp, and give it; if two asked at once, the first that came.
        """
        with self.desk.database.begin(organisation_id) as work:
            work.ledger.wait_for_sequencer()
            last = work.head_stamps.last()
            if last is not None and last.note == stamp.note:
                return last
            work.head_stamps.add(stamp)
            work.commit()
        return stamp

    def _asked(self, size: int, note: str) -> HeadStamp:
        """
        Ask the authority, outside of any transaction.
        """
        if self.authority is None:
            raise Unavailable("No time authority is set up.")
        digest, nonce = hashlib.sha256(note.encode()).digest(), self.new_nonce()
        reply = self.authority(query(digest, nonce))
        try:
            stamp = read_reply(reply)
        except ProofRefused as refused:
            raise Unavailable(f"The time authority gave no stamp: {refused}.") from refused
        if (stamp.digest, stamp.nonce) != (digest, nonce):
            raise Unavailable("The time authority gave the stamp of something else.")
        return HeadStamp(size, note, reply, stamp.at)
