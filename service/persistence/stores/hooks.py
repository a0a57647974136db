"""
Keep hooks under a seal: address and secrets open doors elsewhere.
"""

from collections.abc import Sequence

from service.errors import NotFound, Unavailable
from service.persistence.documents import document_of, listed, reader, unlisted
from service.persistence.outside import Sealer
from service.persistence.statements import Row
from service.persistence.stores import hook_statements as statements
from service.persistence.transaction import Transaction
from service.records.hooks import Hook, HookEvent, HookId, LockedHook

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

    def get(self, hook_id: HookId) -> Hook | LockedHook:
        """
        Give a hook, or what stands open of it.

        Raises:
            NotFound: There is none.
        """
        found = self.find(hook_id)
        if found is None:
            raise NotFound("There is no such hook.")
        return found

    def find(self, hook_id: HookId) -> Hook | LockedHook | None:
        """
        Find a hook, or what stands open of it.
        """
        row = self._transaction.first(statements.HOOK, id=hook_id)
        return None if row is None else self._opened(row)

    def list_all(self) -> Sequence[Hook | LockedHook]:
        """
        Give every hook, the oldest first.
        """
        return [self._opened(row) for row in self._transaction.all(statements.HOOKS)]

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

    def _opened(self, row: Row) -> Hook | LockedHook:
        """
        Read a hook; a seal that does not open hides no other.
        """
        hook_id, hears, sealed = row
        try:
            return _decode(self._sealer.open(sealed))
        except Unavailable:
            return LockedHook(HookId(hook_id), frozenset(map(HookEvent, unlisted(hears))))
