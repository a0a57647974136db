"""
Say who may do what, in one table that web, API and CLI share.

A *scope* is what an API key or a role is given; a *power* is one verb of the
registry.  No page, route or query holds a permission rule of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from service.decision.ids import UnitId
from service.errors import NotAllowed


class Scope(StrEnum):
    """
    What a key of a machine, or a role, may be given.
    """

    CHECKS = "checks"
    """Ask whether something may be published."""
    REASONS = "reasons"
    """See personal reasons instead of `not_cleared`, and who they are about."""
    PEOPLE_READ = "people:read"
    PEOPLE_WRITE = "people:write"
    CONSENTS_READ = "consents:read"
    CONSENTS_WRITE = "consents:write"
    CHANNELS_READ = "channels:read"
    CHANNELS_WRITE = "channels:write"
    FORMS_READ = "forms:read"
    FORMS_WRITE = "forms:write"
    PHOTOS_READ = "photos:read"
    PHOTOS_WRITE = "photos:write"
    PUBLICATIONS_READ = "publications:read"
    PUBLICATIONS_WRITE = "publications:write"
    HOLDS_READ = "holds:read"
    HOLDS_WRITE = "holds:write"
    COMPLAINTS_READ = "complaints:read"
    COMPLAINTS_WRITE = "complaints:write"
    AUDIT = "audit"
    """Read past checks and the ledger, ask as of earlier instants."""
    ADMIN = "admin"
    """Keys and settings of the organisation; erasing a person."""


class Role(StrEnum):
    """
    What a human is in the organisation.
    """

    CHECKER = "checker"
    """Has a photo and wants to post it: learns the class of an obstacle, no more."""
    PUBLISHER = "publisher"
    """Decides what is posted, and must know what exactly stands in the way."""
    REGISTRAR = "registrar"
    """Enters people and what they answered."""
    CHANNEL_MANAGER = "channel_manager"
    """Keeps pages, forms and what stops publication; needs nobody's reasons."""
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    """Reads everything, changes nothing but holds and complaints."""
    ADMINISTRATOR = "administrator"
    """Sets everything up, and could appoint themselves to the rest anyway."""


ROLE_SCOPES: dict[Role, frozenset[Scope]] = {
    Role.CHECKER: frozenset({Scope.CHECKS, Scope.CHANNELS_READ, Scope.PHOTOS_WRITE}),
    Role.PUBLISHER: frozenset(
        {
            Scope.CHECKS,
            Scope.REASONS,
            Scope.CHANNELS_READ,
            Scope.PHOTOS_READ,
            Scope.PHOTOS_WRITE,
            Scope.PUBLICATIONS_READ,
            Scope.PUBLICATIONS_WRITE,
        }
    ),
    Role.REGISTRAR: frozenset(
        {
            Scope.CHECKS,
            Scope.REASONS,
            Scope.PEOPLE_READ,
            Scope.PEOPLE_WRITE,
            Scope.CONSENTS_READ,
            Scope.CONSENTS_WRITE,
            Scope.FORMS_READ,
            Scope.CHANNELS_READ,
            Scope.HOLDS_READ,
        }
    ),
    Role.CHANNEL_MANAGER: frozenset(
        {
            Scope.CHECKS,
            Scope.CHANNELS_READ,
            Scope.CHANNELS_WRITE,
            Scope.FORMS_READ,
            Scope.FORMS_WRITE,
            Scope.PUBLICATIONS_READ,
            Scope.HOLDS_READ,
            Scope.HOLDS_WRITE,
        }
    ),
    Role.DATA_PROTECTION_OFFICER: frozenset(
        {
            Scope.CHECKS,
            Scope.REASONS,
            Scope.PEOPLE_READ,
            Scope.CONSENTS_READ,
            Scope.CHANNELS_READ,
            Scope.FORMS_READ,
            Scope.PHOTOS_READ,
            Scope.PUBLICATIONS_READ,
            Scope.HOLDS_READ,
            Scope.HOLDS_WRITE,
            Scope.COMPLAINTS_READ,
            Scope.COMPLAINTS_WRITE,
            Scope.AUDIT,
        }
    ),
    Role.ADMINISTRATOR: frozenset(Scope),
}


@dataclass(frozen=True, slots=True)
class Appointment:
    """
    One role of a human, in the whole organisation or in one unit.
    """

    role: Role
    unit_id: UnitId | None = None
    """None is the whole organisation."""


@dataclass(frozen=True, slots=True)
class Reach:
    """
    What somebody may do, and where.

    Whoever reads `scopes` and `unit_ids` alone never allows too much: every scope in
    the one holds in every unit of the other.
    """

    scopes: frozenset[Scope]
    """What they may do wherever they see anybody."""
    unit_ids: frozenset[UnitId] | None
    """Units they see; None is the whole organisation."""
    in_units: Mapping[UnitId, frozenset[Scope]] = field(default_factory=dict)
    """All they may do in single units: `scopes`, and more."""

    def scopes_in(self, unit_id: UnitId | None) -> frozenset[Scope]:
        """
        Give all they may do in a unit; None is the whole organisation.
        """
        sees = self.unit_ids is None or unit_id in self.unit_ids
        own = self.in_units.get(unit_id, frozenset()) if unit_id is not None else frozenset()
        return own | (self.scopes if sees else frozenset())

    def has_somewhere(self, scope: Scope) -> bool:
        """
        Tell whether they may do it, be it in one unit.
        """
        return scope in self.narrowed(scope).scopes

    def narrowed(self, scope: Scope) -> "Reach":
        """
        Give the part of it in which *scope* holds everywhere; maybe none.
        """
        if scope in self.scopes:
            return self
        return _in_units(
            {unit_id: held for unit_id, held in self.in_units.items() if scope in held}
        )


def reach_of(appointments: Iterable[Appointment]) -> Reach:
    """
    Give what a human with these roles may do, and where.
    """
    everywhere: frozenset[Scope] = frozenset()
    single: dict[UnitId, frozenset[Scope]] = {}
    for each in appointments:
        scopes = ROLE_SCOPES[each.role]
        if each.unit_id is None:
            everywhere |= scopes
        else:
            single[each.unit_id] = single.get(each.unit_id, frozenset()) | scopes
    in_units = {unit_id: scopes | everywhere for unit_id, scopes in single.items()}
    return Reach(everywhere, None, in_units) if everywhere else _in_units(in_units)


def _in_units(in_units: Mapping[UnitId, frozenset[Scope]]) -> Reach:
    """
    Give the reach of whoever sees some units only: what holds in all, holds.
    """
    held = list(in_units.values())
    shared = frozenset.intersection(*held) if held else frozenset[Scope]()
    return Reach(shared, frozenset(in_units), in_units)


def require(scopes: frozenset[Scope], needed: Scope) -> None:
    """
    Pass when *needed* is among *scopes*.

    Raises:
        NotAllowed: It is not; the message names the scope, nothing else.
    """
    if needed not in scopes:
        message = (
            f"This needs the scope {needed.value!r}; ask an administrator for a key that has it."
        )
        raise NotAllowed(message)
