"""
Say on whose behalf a verb runs.
"""

from dataclasses import dataclass, replace

from service.decision.ids import ActorId, OrganisationId, UnitId
from service.decision.powers import Scope, require
from service.ledger.kinds import ActorKind
from service.records.activity import Actor
from service.usecases.plain import digest_of

_LONGEST_ONCE = 64


@dataclass(frozen=True, slots=True)
class Idempotency:
    """
    The key a caller chose, and the digest of the request it belongs to.
    """

    key: str
    request_digest: bytes

    @classmethod
    def of_form(cls, once: str, content: object) -> "Idempotency":
        """
        Let a form count once with the same content, however often it is sent.

        Whoever goes back to it for something else sends something else.

        Args:
            once: What the page was given, as it came back.
        """
        digest = digest_of(content)
        return cls(f"{once[:_LONGEST_ONCE]} {digest}", bytes.fromhex(digest))


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

    def has_in(self, scope: Scope, unit_id: UnitId | None) -> bool:
        """
        Tell whether the caller has *scope* in a unit; None is everywhere.
        """
        return scope in self.actor.reach.scopes_in(unit_id)

    def may(self, scope: Scope) -> bool:
        """
        Tell whether the caller has *scope*, be it in one unit.
        """
        return self.actor.reach.has_somewhere(scope)

    def needs_in(self, scope: Scope, unit_id: UnitId | None) -> None:
        """
        Pass when the caller has *scope* in a unit; None is everywhere.

        Raises:
            NotAllowed: It has not, or elsewhere only.
        """
        require(self.actor.reach.scopes_in(unit_id), scope)

    def narrowed(self, scope: Scope) -> "Caller":
        """
        Give the caller as far as *scope* goes: in all units that it then sees.

        Somebody who checks for everybody and registers people of one unit checks like
        anybody, and registers in that unit only.

        Raises:
            NotAllowed: The caller has the scope nowhere.
        """
        reach = self.actor.reach.narrowed(scope)
        require(reach.scopes, scope)
        if reach.scopes == self.actor.scopes and reach.unit_ids == self.actor.unit_ids:
            return self
        actor = replace(
            self.actor, scopes=reach.scopes, unit_ids=reach.unit_ids, in_units=reach.in_units
        )
        return replace(self, actor=actor)


SERVICE = Actor(id=ActorId("service"), kind=ActorKind.SYSTEM, name="service", scopes=frozenset())
"""The service itself, which may nothing that a scope is needed for."""


def the_service(organisation_id: OrganisationId) -> Caller:
    """
    Give the caller that the service itself is.
    """
    return Caller(organisation_id, SERVICE)
