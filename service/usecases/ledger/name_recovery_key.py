"""
Name the key that may replace one that is lost or stolen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.decision.ids import OrganisationId
from service.errors import Conflict
from service.ledger.keychain import RecoveryKey, read_statement
from service.usecases.desk import Desk
from service.usecases.ledger.house_key import HouseKey, statements_of
from service.usecases.ledger.rotate_key import name_recovery_key
from service.usecases.ledger.sequence_ledger import SequenceLedger


@dataclass(frozen=True, slots=True)
class NameRecoveryKey:
    """
    Name the recovery key in every log.  Never offered over HTTP.
    """

    desk: Desk
    key: HouseKey
    sequence_ledger: SequenceLedger

    def __call__(self, recovery: str) -> Sequence[str]:
        """
        Name the public half in each log that names none; give those logs.

        Raises:
            Conflict: A log names another one: whoever has the signing key could
                otherwise put their own in its place.
            LedgerBroken: A log asks for a key that is not here.
        """
        ids = self.desk.database.organisation_ids()
        named = [self._name(each, recovery) for each in ids]
        return [each for each in named if each]

    def _name(self, organisation_id: OrganisationId, recovery: str) -> str | None:
        """
        Name it in one log, unless it is named there.
        """
        self.sequence_ledger.sequence(organisation_id)
        with self.desk.database.begin(organisation_id) as work:
            key = self.key.signer(work)
            vkey = key.verifier().vkey()
            for each in map(read_statement, statements_of(work)):
                if isinstance(each, RecoveryKey) and each.of == vkey:
                    if each.key == recovery:
                        return None
                    message = f"The log {key.name} names another recovery key already."
                    raise Conflict(message)
            name_recovery_key(self.desk, work, key, recovery, self.desk.clock())
            work.commit()
        self.sequence_ledger.sequence(organisation_id)
        return key.name
