"""
Recognise whoever carries an API key.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import ActorId, OrganisationId
from service.errors import NotIdentified
from service.ledger.kinds import ActorKind
from service.records.activity import Actor, ApiKey
from service.usecases.caller import Caller
from service.usecases.keys.key_text import KeyText, read_key
from service.usecases.ports.database import Database
from service.usecases.ports.services import Clock, Token

_NO_DIGEST = bytes(32)


@dataclass(frozen=True, slots=True)
class IdentifyKey:
    """
    Recognise whoever carries an API key.
    """

    database: Database
    clock: Clock
    token: Token

    def __call__(self, text: str) -> Caller:
        """
        Give the caller whose key this is; a revoked key is nobody's from its end on.

        Every refusal is the same, whichever part was wrong.

        Raises:
            NotIdentified: Not a key, or one that is unknown, revoked or expired.
        """
        parts = read_key(text)
        found = self._find(parts) if parts else None
        digest = found[1].digest if found else _NO_DIGEST
        proven = parts is not None and self.token.matches(parts.secret, digest)
        if found is None or not proven or not _lives(found[1], self.clock()):
            raise NotIdentified("This key is not known here, or no longer.")
        organisation_id, key = found
        actor = Actor(
            id=ActorId(key.id),
            kind=ActorKind.KEY,
            name=key.name,
            scopes=key.scopes,
            unit_ids=key.unit_ids,
        )
        return Caller(organisation_id=organisation_id, actor=actor)

    def _find(self, parts: KeyText) -> tuple[OrganisationId, ApiKey] | None:
        """
        Find the key by its id, in the organisation that it names.
        """
        organisation_id = self.database.find_organisation(parts.slug)
        if organisation_id is None:
            return None
        key = self.database.find_key(organisation_id, parts.key_id)
        return (organisation_id, key) if key else None


def _lives(key: ApiKey, at: datetime) -> bool:
    """
    Tell whether a key opens anything at *at*.
    """
    expired = key.expires_at is not None and key.expires_at <= at
    return key.revoked_at is None and not expired
