"""
List what was erased, to be kept beside backups.
"""

import json
from dataclasses import dataclass

from service.decision.powers import Scope
from service.ledger.entry import EntryKind
from service.ledger.note import sign_note
from service.usecases.caller import Caller
from service.usecases.ledger import HouseKey, SequenceLedger
from service.usecases.people.sight import needs_everybody
from service.usecases.ports.work import Database

FIRST_LINE = "obstat erasures 1"
ERASURES = {
    EntryKind.PERSON_ERASED: ("person", "person_id"),
    EntryKind.PHOTO_ERASED: ("photo", "photo_id"),
    EntryKind.STAFF_ERASED: ("member", "member_id"),
}


@dataclass(frozen=True, slots=True)
class ListErased:
    """
    List what was erased, to be kept beside backups.
    """

    database: Database
    key: HouseKey
    sequence_ledger: SequenceLedger

    def __call__(self, caller: Caller) -> str:
        """
        Give a signed list of identifiers; it names nobody.

        A backup from before an erasure brings back what was erased: whoever restores
        it applies this list.

        Raises:
            NotAllowed: The caller has no `admin` scope, or sees some units only.
        """
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        self.sequence_ledger.settle(caller.organisation_id)
        with self.database.look(caller.organisation_id) as work:
            key = self.key.signer(work)
            leaves = [
                (leaf, *told)
                for kind, told in ERASURES.items()
                for leaf in work.ledger.leaves_of_kind(kind)
            ]
        lines = [
            f"{kind} {json.loads(leaf.entry or b'')['payload'][name]}"
            for leaf, kind, name in sorted(leaves, key=lambda each: each[0].index)
        ]
        text = "".join(f"{line}\n" for line in (FIRST_LINE, key.name, *lines))
        return sign_note(text, [key])
