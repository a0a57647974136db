"""
Ask for a unit of work: one transaction, all stores, an explicit end.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from service.decision.ids import OrganisationId
from service.usecases.ports.activity import CaseFacts, Checks, Keys, Publications, Replays
from service.usecases.ports.consents import Acts, Forms
from service.usecases.ports.ledger import Ledger
from service.usecases.ports.people import (
    Authorities,
    Organisations,
    People,
    Protections,
    Signatories,
)
from service.usecases.ports.photos import Photos
from service.usecases.ports.register import ChannelGroups, Channels, Holds


class UnitOfWork(Protocol):
    """
    One transaction of one organisation.

    Leaving it without `commit` rolls everything back.  When `commit` returns,
    everything written survives `kill -9` and power loss.
    """

    organisation_id: OrganisationId
    organisations: Organisations
    people: People
    signatories: Signatories
    authorities: Authorities
    protections: Protections
    channels: Channels
    channel_groups: ChannelGroups
    holds: Holds
    forms: Forms
    acts: Acts
    photos: Photos
    checks: Checks
    publications: Publications
    facts: CaseFacts
    keys: Keys
    replays: Replays
    ledger: Ledger

    def commit(self) -> None:
        """
        Make everything durable, or raise and keep nothing.
        """
        ...


class Database(Protocol):
    """
    The storage of all organisations.
    """

    def begin(self, organisation_id: OrganisationId) -> AbstractContextManager[UnitOfWork]:
        """
        Begin a transaction that reads and writes.

        Raises:
            Unavailable: The storage cannot be reached or written.
        """
        ...

    def look(self, organisation_id: OrganisationId) -> AbstractContextManager[UnitOfWork]:
        """
        Begin a transaction that only reads, a consistent snapshot.

        Raises:
            Unavailable: The storage cannot be reached.
        """
        ...

    def organisation_ids(self) -> Sequence[OrganisationId]:
        """
        Give every organisation there is.
        """
        ...

    def find_organisation(self, slug: str) -> OrganisationId | None:
        """
        Find an organisation by its short name.
        """
        ...

    def with_pending_entries(self) -> Sequence[OrganisationId]:
        """
        Give the organisations whose ledger has entries to sequence.
        """
        ...
