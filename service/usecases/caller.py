"""
Say on whose behalf a verb runs.
"""

from dataclasses import dataclass

from service.decision.ids import OrganisationId
from service.decision.powers import Scope, require
from service.records.activity import Actor


@dataclass(frozen=True, slots=True)
class Idempotency:
    """
    The key a caller chose, and the digest of the request it belongs to.
    """

    key: str
    request_digest: bytes


@dataclass(frozen=True, slots=True)
class Caller:
    """
    Who asks, for which organisation, under which idempotency key.
    """

    organisation_id: OrganisationId
    actor: Actor
    idempotency: Idempotency | None = None

    def needs(self, scope: Scope) -> None:
        """
        Pass when the caller has *scope*.

        Raises:
            NotAllowed: It has not.
        """
        require(self.actor.scopes, scope)
