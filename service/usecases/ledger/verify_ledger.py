"""
Verify the organisation's log from its first entry to its signed head.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from service.decision.ids import OrganisationId
from service.decision.powers import Scope
from service.errors import Unavailable
from service.ledger.bundle import Row
from service.ledger.failures import LogBroken
from service.ledger.signing import check_ed25519_fast
from service.ledger.verify import VerifiedLog, verify_log
from service.usecases.caller import Caller
from service.usecases.ledger.house_key import HouseKey
from service.usecases.ledger.sequence_ledger import SequenceLedger
from service.usecases.ports.ledger import Ledger
from service.usecases.ports.work import Database


@dataclass(frozen=True, slots=True)
class Verification:
    """
    What verifying found: all is true, or the first flaw.
    """

    origin: str
    vkey: str
    log: VerifiedLog | None
    broken: LogBroken | None = None


@dataclass(frozen=True, slots=True)
class VerifyLedger:
    """
    Verify the organisation's log.
    """

    database: Database
    key: HouseKey
    sequence_ledger: SequenceLedger

    def __call__(self, caller: Caller) -> Verification:
        """
        Verify every row and every head; a flaw is a finding, not a failure.

        Raises:
            NotAllowed: The caller has no `audit` scope.
            Unavailable: Another worker is signing the first head just now.
        """
        caller.needs(Scope.AUDIT)
        self.sequence_ledger.sequence(caller.organisation_id)
        return self.verify(caller.organisation_id)

    def verify(self, organisation_id: OrganisationId) -> Verification:
        """
        Verify the log of one organisation as it is stored.
        """
        with self.database.look(organisation_id) as work:
            if work.ledger.last_checkpoint() is None and work.ledger.pending(1):
                raise Unavailable("The first head is being signed; ask again in a moment.")
            key = self.key.of(work.organisations.current())
            vkey = key.verifier().vkey()
            try:
                log = verify_log(
                    _rows(work.ledger),
                    (each.note for each in work.ledger.checkpoints()),
                    organisation_id=organisation_id,
                    origin=key.name,
                    vkeys=[vkey],
                    ed25519=check_ed25519_fast,
                )
            except LogBroken as broken:
                return Verification(origin=key.name, vkey=vkey, log=None, broken=broken)
        return Verification(origin=key.name, vkey=vkey, log=log)


def _rows(ledger: Ledger) -> Iterator[Row]:
    """
    Give the stored leaves as rows of an export.
    """
    for each in ledger.leaves():
        yield Row(each.index, each.entry_id, each.commitment, each.salt, each.entry)
