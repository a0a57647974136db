"""
Issue an API key; its secret is shown once.
"""

from dataclasses import dataclass, field
from datetime import datetime

from service.decision.ids import KeyId, UnitId
from service.decision.powers import Scope
from service.errors import AlreadyExists, ImpossibleDates, InvalidInput, NotAllowed
from service.ledger.entry import EntryKind
from service.records.activity import ApiKey
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.keys.key_text import KeyText
from service.usecases.plain import plain
from service.usecases.ports.services import Token
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import keep, recall


@dataclass(frozen=True, slots=True)
class KeyDetails:
    """
    What a key is for and what it may do.
    """

    name: str
    scopes: frozenset[Scope]
    unit_ids: frozenset[UnitId] | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """
    A key and, this once, its text.
    """

    key: ApiKey
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class IssueKey:
    """
    Issue an API key.
    """

    desk: Desk
    token: Token

    def __call__(self, caller: Caller, details: KeyDetails) -> IssuedKey:
        """
        Issue a key and give its text, which nobody can read again.

        Raises:
            NotAllowed: No `admin` scope, or more is given than the caller has.
            InvalidInput: No scope, an unknown unit, an end in the past.
            AlreadyExists: The idempotency key issued one before: its text is gone.
        """
        caller.needs(Scope.ADMIN)
        _require_own(caller, details)
        name = text.line(details.name, "name")
        if not details.scopes:
            raise InvalidInput("A key without scopes opens nothing.", field="scopes")
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            if recall(work, caller):
                message = "This request issued its key already, and a key is shown once."
                raise AlreadyExists(message)
            if details.expires_at is not None and details.expires_at <= now:
                raise ImpossibleDates("The key would end before it begins.", field="expires_at")
            _check_units(work, details.unit_ids or frozenset())
            secret = self.token.issue()
            key = ApiKey(
                id=KeyId(self.desk.new_id()),
                name=name,
                digest=self.token.digest(secret),
                scopes=details.scopes,
                unit_ids=details.unit_ids,
                issued_at=now,
                expires_at=details.expires_at,
            )
            slug = work.organisations.current().slug
            work.keys.add(key)
            self.desk.record.append(work, caller, EntryKind.KEY_ISSUED, now, _payload(key))
            keep(work, caller, key.id, now)
            work.commit()
        return IssuedKey(key=key, text=str(KeyText(slug, key.id, secret)))


def _payload(key: ApiKey) -> dict[str, object]:
    """
    Say what the key may do, not what opens it.
    """
    return {
        "key_id": key.id,
        "scopes": plain(key.scopes),
        "unit_ids": plain(key.unit_ids),
        "expires_at": plain(key.expires_at),
    }


def _require_own(caller: Caller, details: KeyDetails) -> None:
    """
    Refuse to hand on more than the caller has.
    """
    if not details.scopes <= caller.actor.scopes:
        raise NotAllowed("A key cannot be given scopes that its issuer does not have.")
    own = caller.actor.unit_ids
    if own is not None and (details.unit_ids is None or not details.unit_ids <= own):
        raise NotAllowed("A key cannot be given units that its issuer does not see.")


def _check_units(work: UnitOfWork, unit_ids: frozenset[UnitId]) -> None:
    """
    Refuse units that do not exist.
    """
    if any(work.organisations.units.find(unit_id) is None for unit_id in unit_ids):
        raise InvalidInput("There is no such unit.", field="unit_ids")
