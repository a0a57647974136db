"""
Say who may do what, in one table that web, API and CLI share.

A *scope* is what an API key or a role is given; a *power* is one verb of the
registry.  No page, route or query holds a permission rule of its own.
"""

from enum import StrEnum

from service.errors import NotAllowed


class Scope(StrEnum):
    """
    What a key of a machine may be given.
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
    AUDIT = "audit"
    """Read past checks and the ledger, ask as of earlier instants."""
    ADMIN = "admin"
    """Keys and settings of the organisation; erasing a person."""


class Role(StrEnum):
    """
    What a human is in the organisation.
    """

    CHECKER = "checker"
    PUBLISHER = "publisher"
    REGISTRAR = "registrar"
    CHANNEL_MANAGER = "channel_manager"
    DATA_PROTECTION_OFFICER = "data_protection_officer"
    ADMINISTRATOR = "administrator"


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
            Scope.AUDIT,
        }
    ),
    Role.ADMINISTRATOR: frozenset(Scope),
}


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
