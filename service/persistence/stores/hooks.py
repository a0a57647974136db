"""
Keep hooks under a seal: address and secrets open doors elsewhere.
"""

from collections.abc import Sequence

from service.errors import NotFound, Unavailable
from service.persistence.documents import document_of, listed, reader
from service.persistence.outside import Sealer
from service.persistence.stores import hook_statements as statements
from service.persistence.transaction import Transaction
from service.records.hooks import Hook, HookEvent, HookId

_decode = reader(Hook).decode


class SqlHooks:
    """
    The hooks of one organisation, in one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* keeps addresses and secrets from thieves.
        """
        self._transaction = transaction
        self._sealer = sealer

    def add(self, hook: Hook) -> None:
        """
        Write a hook.
        """
        sealed = self._sealer.seal(document_of(hook).encode())
        hears = listed(each.value for each in HookEvent if hook.hears(each))
        self._transaction.run(statements.ADD_HOOK, id=hook.id, hears=hears, sealed=sealed)

    def hearing(self, event: HookEvent) -> Sequence[HookId]:
        """
        Name the hooks that are told of an event; no seal is opened.
        """
        rows = self._transaction.all(statements.HEARING, event=event.value)
        return [HookId(row[0]) for row in rows]

    def lock(self) -> None:
        """
        Let nobody else change hooks until the end.
        """
        self._transaction.lock("hooks")

    def get(self, hook_id: HookId) -> Hook:
        """
        Give a hook.

        Raises:
            NotFound: There is none.
        """
        found = self.find(hook_id)
        if found is None:
            raise NotFound("There is no such hook.")
        return found

    def is_locked(self, hook_id: HookId) -> bool:
        """
        Tell whether a hook is there whose seal does not open.
        """
        row = self._transaction.first(statements.HOOK, id=hook_id)
        try:
            return row is not None and not self._sealer.open(row[0])
        except Unavailable:
            return True

    def find(self, hook_id: HookId) -> Hook | None:
        """
        Find a hook.
        """
        row = self._transaction.first(statements.HOOK, id=hook_id)
        return None if row is None else _decode(self._sealer.open(row[0]))

    def list_all(self) -> Sequence[Hook]:
        """
        Give every hook, the oldest first.
        """
        rows = self._transaction.all(statements.HOOKS)
        return [_decode(self._sealer.open(row[0])) for row in rows]

    def replace(self, hook: Hook) -> None:
        """
        Write what is so of a hook from now on.
        """
        self.drop(hook.id)
        self.add(hook)

    def drop(self, hook_id: HookId) -> None:
        """
        Delete a hook.
        """
        self._transaction.run(statements.DROP_HOOK, id=hook_id)
