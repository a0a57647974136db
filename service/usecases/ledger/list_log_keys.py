"""
List the keys of the organisation's log, former ones too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.decision.powers import Scope
from service.ledger.keychain import RecoveryKey, Rotation, Why, read_statement
from service.usecases.caller import Caller
from service.usecases.ledger.house_key import HouseKey, statements_of
from service.usecases.ports.database import Database


@dataclass(frozen=True, slots=True)
class LogKey:
    """
    One key of the log.
    """

    vkey: str
    until: int | None
    """Up to which entry its heads count; None: it signs today."""
    why: Why | None
    """Why it was replaced."""
    recovery: str | None
    """The key that may replace it."""


@dataclass(frozen=True, slots=True)
class LogKeys:
    """
    The keys of a log, the newest last, and what proves that they follow.
    """

    origin: str
    keys: Sequence[LogKey]
    statements: Sequence[str]


@dataclass(frozen=True, slots=True)
class ListLogKeys:
    """
    List the keys of the organisation's log, former ones too.
    """

    database: Database
    key: HouseKey

    def __call__(self, caller: Caller) -> LogKeys:
        """
        Give each key with how far it counts, and what proves it.

        Raises:
            NotAllowed: The caller has no `audit` scope.
            CheckpointRefused: One was put in place of another without its signature.
        """
        caller.needs(Scope.AUDIT)
        with self.database.look(caller.organisation_id) as work:
            said = statements_of(work)
            verifiers = self.key.verifiers(work)
            origin = self.key.origin(work)
        read = [read_statement(each) for each in said]
        why = {each.old: each.why for each in read if isinstance(each, Rotation)}
        recovery = {each.of: each.key for each in reversed(read) if isinstance(each, RecoveryKey)}
        until = {each.vkey(): each.until for each in verifiers}
        ordered = sorted(until, key=lambda each: (until[each] is None, until[each] or 0))
        keys = [_key(each, until, why, recovery) for each in ordered]
        return LogKeys(origin, keys, said)


def _key(
    vkey: str,
    until: Mapping[str, int | None],
    why: Mapping[str, Why],
    recovery: Mapping[str, str],
) -> LogKey:
    return LogKey(vkey, until[vkey], why.get(vkey), recovery.get(vkey))
