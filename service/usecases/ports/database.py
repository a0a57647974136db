"""
Ask for the storage of all organisations: what begins a unit of work.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from service.decision.ids import KeyId, OrganisationId, SessionId
from service.records.activity import ApiKey
from service.records.staff import Member, StaffSession
from service.usecases.ports.work import UnitOfWork


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

    def glance(self, organisation_id: OrganisationId) -> AbstractContextManager[UnitOfWork]:
        """
        Begin what is one statement only, and reads: a look at half the price.

        Raises:
            Unavailable: The storage cannot be reached.
        """
        ...

    @property
    def has_one_writer(self) -> bool:
        """
        Tell whether transactions that write run one after the other anyway.
        """
        ...

    def together(self) -> AbstractContextManager[None]:
        """
        Let the transactions of this thread share one wait for the disk.

        Their `commit` then promises nothing yet: leaving the block does.

        Raises:
            Unavailable: Some of them were not kept.
        """
        ...

    def forget_unused(self) -> None:
        """
        Let go from memory what nobody asked for since this was called last.
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

    def find_key(self, organisation_id: OrganisationId, key_id: KeyId) -> ApiKey | None:
        """
        Find a key, revoked ones too: what every request begins with.
        """
        ...

    def find_session(
        self, organisation_id: OrganisationId, session_id: SessionId
    ) -> tuple[StaffSession, Member] | None:
        """
        Find a session and whose it is: what every page begins with.
        """
        ...

    def with_pending_entries(self) -> Sequence[OrganisationId]:
        """
        Give the organisations whose ledger has entries to sequence.
        """
        ...

    def with_due_letters(self, now: datetime) -> Sequence[OrganisationId]:
        """
        Give the organisations that have letters to be sent.
        """
        ...

    def with_due_messages(self, now: datetime) -> Sequence[OrganisationId]:
        """
        Give the organisations that have messages to be sent to hooks.
        """
        ...
