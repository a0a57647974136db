"""
Ask for people, those who answer for them, and the organisation.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from service.decision.ids import ActorId, PersonId
from service.decision.naming import NameIndex, Namesakes
from service.records.organisation import Organisation, Unit
from service.records.people import (
    AuthorityRecord,
    Pair,
    PersonRecord,
    ProtectionRecord,
    Signatory,
)
from service.usecases.ports.versions import Versions


class People(Versions[PersonRecord], Protocol):
    """
    People, whose names feed the name index in the same transaction.
    """

    def find_external(self, external_id: str) -> PersonRecord | None:
        """
        Find by the organisation's own number.
        """
        ...

    def among(self, person_ids: Sequence[PersonId]) -> Sequence[PersonRecord]:
        """
        Give those of these people who are registered, in one statement.
        """
        ...

    def erase(self, person_id: PersonId, at: datetime) -> None:
        """
        Destroy every version and every name; keep that the id was erased.
        """
        ...

    def is_erased(self, person_id: PersonId) -> bool:
        """
        Tell whether the id belonged to somebody who was erased.
        """
        ...

    def name_index(self, known_at: datetime | None = None) -> NameIndex:
        """
        Give the names of the organisation, never older than this transaction.

        With *known_at* those that were known then.
        """
        ...

    def namesakes(self) -> Namesakes:
        """
        Give what finds namesakes, never older than this transaction.
        """
        ...


class Signatories(Versions[Signatory], Protocol):
    """
    Those who answer for others.
    """

    def find_external(self, external_id: str) -> Signatory | None:
        """
        Find by the organisation's own number.
        """
        ...

    def erase(self, signatory_id: str) -> None:
        """
        Destroy every version of somebody who answers for nobody any more.
        """
        ...


class Authorities(Versions[AuthorityRecord], Protocol):
    """
    Who may speak for whom.
    """

    def list_of(self, person_id: PersonId) -> Sequence[AuthorityRecord]:
        """
        Give all authorities over a person, ended ones too.
        """
        ...

    def list_held_by(self, signatory_id: str) -> Sequence[AuthorityRecord]:
        """
        Give all authorities somebody holds or held.
        """
        ...


class Protections(Versions[ProtectionRecord], Protocol):
    """
    Orders that protect adults.
    """

    def list_of(self, person_id: PersonId) -> Sequence[ProtectionRecord]:
        """
        Give all orders about a person.
        """
        ...


class Pairs(Versions[Pair], Protocol):
    """
    What was said of two records: two people, or one who is entered twice.

    Nothing stands any more of a pair of which one was erased.
    """

    def standing(self) -> Sequence[Pair]:
        """
        Give what was said last of each pair.
        """
        ...

    def standing_with(
        self, person_ids: Iterable[PersonId], known_at: datetime | None = None
    ) -> Sequence[Pair]:
        """
        Give what was said last of each pair with one of these people.
        """
        ...

    def whole(
        self, person_ids: Iterable[PersonId], known_at: datetime | None = None
    ) -> frozenset[PersonId]:
        """
        Give these people with every other record of theirs.
        """
        ...


class Organisations(Protocol):
    """
    The organisation of this unit of work and its units.
    """

    @property
    def units(self) -> Versions[Unit]:
        """
        Reach the units.
        """
        ...

    def current(self, known_at: datetime | None = None) -> Organisation:
        """
        Give the organisation's settings.

        Raises:
            NotFound: It does not exist.
        """
        ...

    def add(self, organisation: Organisation, at: datetime, by: ActorId) -> int:
        """
        Write its next version; the first one creates it.
        """
        ...


class Words(Protocol):
    """
    What people typed: titles, notes, credits, addresses of posts.
    """

    def erase(
        self,
        person_ids: Sequence[str],
        are_traces: Callable[[str], bool],
        at: datetime,
        *,
        all_words: bool = False,
    ) -> int:
        """
        Blot out what names people in records that involve them.

        Gives how many words went.  Comes before whatever else an erasure destroys.
        """
        ...
