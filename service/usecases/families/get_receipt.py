"""
Give a family the proof of what it answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.errors import NotFound
from service.ledger.failures import CheckpointRefused
from service.ledger.kept import Proof, Verified, verify_kept, written
from service.ledger.keys import Verifier
from service.ledger.proofs import inclusion_proof
from service.ledger.receipt import Receipt
from service.records.families import ReceiptRecord
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.families.doors import Family
from service.usecases.ledger import HouseKey
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """
    A receipt with its proof, if the log has grown past it.
    """

    record: ReceiptRecord
    given_name: str
    is_proven: bool
    content: bytes
    """The file to keep."""


@dataclass(frozen=True, slots=True)
class GetReceipt:
    """
    Give a family the proof of what it answered.
    """

    desk: Desk
    house_key: HouseKey

    def __call__(self, family: Family, receipt_id: str) -> KeptReceipt:
        """
        Give one receipt of this signatory, with the proof as it stands now.

        Raises:
            NotFound: They were given no such receipt.
        """
        with self.desk.database.look(family.organisation_id) as work:
            record = work.receipts.get(receipt_id)
            if record.signatory_id != family.signatory_id:
                raise NotFound("There is no such receipt.")
            proof = self._proof(work, record)
            person = work.people.find(record.person_id)
        name = person.given_name if person else ""
        return KeptReceipt(record, name, proof is not None, written(record.document, proof))

    def all(self, family: Family) -> Sequence[ReceiptRecord]:
        """
        Give every receipt of this signatory, the newest first.
        """
        with self.desk.database.look(family.organisation_id) as work:
            return work.receipts.list_of(family.signatory_id)

    def verify(self, caller: Caller, content: bytes) -> Verified:
        """
        Tell what a kept receipt proves by this house's own key.

        Raises:
            ProofRefused: Something in it was changed, or it proves nothing yet.
            CheckpointRefused: The log of this house does not vouch for it.
        """
        with self.desk.database.look(caller.organisation_id) as work:
            known = {each.vkey(): each for each in self.house_key.verifiers(work)}

        def own(vkey: str) -> Verifier:
            if vkey not in known:
                raise CheckpointRefused(f"{vkey} was never a key of this house")
            return known[vkey]

        return verify_kept(content, own)

    def _proof(self, work: UnitOfWork, record: ReceiptRecord) -> Proof | None:
        """
        Lead from the receipt's line to the newest signed head that holds it.
        """
        opening = work.ledger.find_opening(record.entry_id)
        head = work.ledger.last_checkpoint()
        if opening is None or opening.index is None or head is None or head.size <= opening.index:
            return None
        path = inclusion_proof(opening.index, head.size, work.ledger.node)
        vkey = self.house_key.root(work).verifier().vkey()
        tlog = Receipt(opening.index, path, head.note, record.id.encode())
        return Proof(opening.entry, opening.salt, tlog, vkey)
