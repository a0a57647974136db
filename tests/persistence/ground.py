"""
The ground that the store suite stands on: who, when, and simple fakes.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from service.decision.channels import Contact
from service.decision.ids import ActorId, OrganisationId
from service.decision.naming import NameIndex, find_mentions
from service.persistence.database import SqlDatabase
from service.persistence.outside import Search
from service.records.organisation import Organisation

JACINTHES = OrganisationId("org-jacinthes")
TULIPES = OrganisationId("org-tulipes")
ASHA = ActorId("act-asha")
DESK = Contact("Bram", "social networks", "bram@jacinthes.example")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def later(hours: float = 1) -> datetime:
    """
    Give an instant some hours after `NOW`.
    """
    return NOW + timedelta(hours=hours)


class Mirror:
    """
    Seal by turning the bytes round: not secret, but not the content either.
    """

    def seal(self, content: bytes) -> bytes:
        return b"sealed:" + content[::-1]

    def open(self, sealed: bytes) -> bytes:
        return sealed.removeprefix(b"sealed:")[::-1]


class HammingSearch:
    """
    Search by comparing with everything.
    """

    def __init__(self) -> None:
        self.held: list[tuple[str, int]] = []

    def add(self, ids: Sequence[str], bits: Sequence[bytes]) -> None:
        self.held += zip(ids, map(int.from_bytes, bits), strict=True)

    def within(self, probes: Sequence[bytes], radius_bits: int) -> Sequence[tuple[str, int]]:
        wanted = [int.from_bytes(probe) for probe in probes]
        found = [
            (min((number ^ each).bit_count() for each in wanted), name)
            for name, number in self.held
        ]
        return [(name, distance) for distance, name in sorted(found) if distance <= radius_bits]


class SharedParts:
    """
    Count the chunks of eight bytes that a sketch and the views have in common.
    """

    def __init__(self) -> None:
        self.held: list[tuple[str, set[bytes]]] = []

    def add(self, ids: Sequence[str], sketches: Sequence[bytes]) -> None:
        self.held += zip(ids, map(_parts, sketches), strict=True)

    def find(self, views: bytes, limit: int) -> Sequence[tuple[str, int]]:
        votes = [(len(_parts(views) & parts), name) for name, parts in self.held]
        best = sorted((-count, name) for count, name in votes if count)
        return [(name, -count) for count, name in best[:limit]]


def _parts(content: bytes) -> set[bytes]:
    return {content[at : at + 8] for at in range(0, len(content), 8)}


BRUTE_FORCE = Search(HammingSearch, SharedParts)


def make_organisation(organisation_id: OrganisationId = JACINTHES) -> Organisation:
    """
    Make an organisation whose slug follows from its id.
    """
    return Organisation(
        id=organisation_id,
        slug=organisation_id.removeprefix("org-"),
        name="ASBL",
        jurisdiction="BE",
        time_zone="Europe/Brussels",
        languages=("fr", "nl"),
        contact=DESK,
        press=Contact("Chika", "press"),
        legal=Contact("Dario", "legal"),
    )


def found(database: SqlDatabase, organisation_id: OrganisationId = JACINTHES) -> None:
    """
    Write an organisation, so that others can belong to it.
    """
    with database.begin(organisation_id) as work:
        work.organisations.add(make_organisation(organisation_id), NOW, ASHA)
        work.commit()


def recognised(index: NameIndex) -> set[str]:
    """
    Give which of the names in these tests the index knows.
    """
    names = ("Lea Dupont", "Lea Peeters", "Lea Never", "Tom Maes")
    return {name for name in names if find_mentions(name, index, frozenset())}
