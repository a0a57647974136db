"""
Sign for the log of each organisation with the deployment's one key.
"""

import json
from dataclasses import dataclass, field
from heapq import merge

from service.ledger.checkpoint import signer_of
from service.ledger.entry import EntryKind
from service.ledger.failures import CheckpointRefused
from service.ledger.keychain import follow
from service.ledger.keys import Verifier
from service.ledger.signing import SigningKey, check_ed25519_fast
from service.usecases.ports.keyring import KeyRing
from service.usecases.ports.work import UnitOfWork

STATEMENTS = (EntryKind.LEDGER_KEY_ROTATED, EntryKind.LEDGER_RECOVERY_KEY_NAMED)


@dataclass(frozen=True, slots=True)
class HouseKey:
    """
    The deployment's public name and the seeds of its keys.

    Every organisation has a log of its own, named after deployment and
    organisation, because a log signs with a key that bears its name.
    """

    deployment: str
    ring: KeyRing = field(repr=False)

    def signer(self, work: UnitOfWork) -> SigningKey:
        """
        Give the key that is to sign the next head of a log.

        It is the log that says which: while keys are rotated, some logs ask for the
        new one already.

        Raises:
            CheckpointRefused: The key that the log asks for is not here.
        """
        found = self._asked_for(work)
        if found is None:
            head = work.ledger.last_checkpoint()
            asked = signer_of(head.note).hex() if head else ""
            message = f"the log {self.origin(work)} asks for the key {asked}, which is not here"
            raise CheckpointRefused(message)
        return found

    def root(self, work: UnitOfWork) -> SigningKey:
        """
        Give the key that this house believes: that of the log, or else its own.
        """
        return self._asked_for(work) or self._named(work)[0]

    def verifiers(self, work: UnitOfWork) -> tuple[Verifier, ...]:
        """
        Give every key of a log, former ones too, that its own key leads to.

        Raises:
            CheckpointRefused: One was put in place of another without its signature.
        """
        vkey = self.root(work).verifier().vkey()
        return follow([vkey], statements_of(work), check_ed25519_fast)

    def was_ours_known(self, work: UnitOfWork) -> bool | None:
        """
        Tell whether a log that asks for a key that is gone ever named ours.

        None: it asks for a key that is here.
        """
        if self._asked_for(work) is not None:
            return None
        own = self._named(work)[0].verifier().vkey()
        return any(own in each for each in statements_of(work))

    def origin(self, work: UnitOfWork) -> str:
        """
        Name the log of an organisation.
        """
        return f"{self.deployment}/{work.organisations.current().slug}"

    def witness(self) -> SigningKey:
        """
        Give the key that vouches for other logs.
        """
        return SigningKey(f"{self.deployment}/witness", self.ring.seeds()[0])

    def _asked_for(self, work: UnitOfWork) -> SigningKey | None:
        keys, head = self._named(work), work.ledger.last_checkpoint()
        if head is None:
            return keys[0]
        wanted = signer_of(head.note)
        return next((each for each in keys if each.key_id == wanted), None)

    def _named(self, work: UnitOfWork) -> list[SigningKey]:
        origin = self.origin(work)
        return [SigningKey(origin, seed) for seed in self.ring.seeds()]


def statements_of(work: UnitOfWork) -> tuple[str, ...]:
    """
    Give what a log says of its keys, in its order.

    Raises:
        CheckpointRefused: An entry that should say it does not.
    """
    told = merge(
        *(work.ledger.leaves_of_kind(kind) for kind in STATEMENTS), key=lambda leaf: leaf.index
    )
    try:
        return tuple(str(json.loads(leaf.entry or b"")["payload"]["statement"]) for leaf in told)
    except (ValueError, KeyError, TypeError):
        raise CheckpointRefused("an entry about the keys of this log was changed") from None
