"""
List what was erased, to be kept beside backups.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.ledger.note import sign_note
from service.usecases.caller import Caller
from service.usecases.ledger import HouseKey
from service.usecases.ports.database import Database
from service.usecases.sight.people import needs_everybody

FIRST_LINE = "obstat erasures 1"


@dataclass(frozen=True, slots=True)
class ListErased:
    """
    List what was erased, to be kept beside backups.
    """

    database: Database
    key: HouseKey

    def __call__(self, caller: Caller) -> str:
        """
        Give a signed list of identifiers; it names nobody.

        A backup from before an erasure brings back what was erased: whoever restores
        it applies this list.  Not made from the log, which forgets the erasure of a
        photo with whoever was in it.

        Raises:
            NotAllowed: The caller has no `admin` scope, or sees some units only.
        """
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.database.look(caller.organisation_id) as work:
            key = self.key.signer(work)
            lines = [f"{each.kind} {each.id}" for each in work.outlived.erased()]
        text = "".join(f"{line}\n" for line in (FIRST_LINE, key.name, *lines))
        return sign_note(text, [key])
