"""
Hold the fingerprints of an organisation in memory.

A photo that was erased may still be held: hits are read again from the database.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from service.persistence.outside import Neighbours, Outside
from service.persistence.queries import mine
from service.persistence.schema.photos import photo_fingerprints as table
from service.persistence.statements import Among, Prepared, Row
from service.persistence.transaction import Transaction
from service.records.photos import FingerprintRecord

_stored = select(
    table.c.photo_id, table.c.algorithm, table.c.algorithm_version, table.c.sealed_bits
).where(mine(table))

EVERY = Prepared(_stored)
SOME = Prepared(_stored.where(Among(table.c.photo_id, "ids")))

Stored = tuple[str, FingerprintRecord]


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """
    Every fingerprint by algorithm, and a few of one transaction only.
    """

    shelves: dict[tuple[str, int], Neighbours] = field(default_factory=dict)
    own: tuple[Stored, ...] = ()

    def within(self, probes: Sequence[FingerprintRecord], radius_bits: int) -> dict[str, int]:
        """
        Give each photo near any probe of its own algorithm, with the distance.
        """
        nearest: dict[str, int] = {}
        for kind, bits in _by_algorithm(probes).items():
            shelf = self.shelves.get(kind)
            hits = list(shelf.within(bits, radius_bits)) if shelf else []
            own = [(photo_id, each) for photo_id, each in self.own if _kind(each) == kind]
            hits += [
                (photo_id, distance)
                for photo_id, each in own
                if (distance := _distance(each.bits, bits)) <= radius_bits
            ]
            for photo_id, distance in hits:
                nearest[photo_id] = min(distance, nearest.get(photo_id, distance))
        return nearest


class FingerprintSource:
    """
    Turn stored fingerprints into something that can be searched.
    """

    log = "photos"

    def __init__(self, outside: Outside) -> None:
        """
        Take what opens them, and what searches them.
        """
        self._open = outside.sealer.open
        self._new_neighbours: Callable[[], Neighbours] = outside.new_neighbours

    def load(self, transaction: Transaction) -> Fingerprints:
        """
        Hold every fingerprint.
        """
        view = Fingerprints()
        self._hold(view, self._read(transaction.all(EVERY)))
        return view

    def learn(
        self, view: Fingerprints, transaction: Transaction, subject_ids: Sequence[str]
    ) -> Fingerprints:
        """
        Hold the fingerprints of these photos too.
        """
        self._hold(view, self._read(transaction.all(SOME, ids=subject_ids)))
        return view

    def beside(
        self, view: Fingerprints, transaction: Transaction, subject_ids: Sequence[str]
    ) -> Fingerprints:
        """
        Give a view that also has these photos, for one transaction.
        """
        rows = transaction.all(SOME, ids=subject_ids)
        return Fingerprints(view.shelves, tuple(self._read(rows)))

    def _read(self, rows: Iterable[Row]) -> Iterable[Stored]:
        for photo_id, algorithm, version, sealed in rows:
            yield photo_id, FingerprintRecord(algorithm, version, self._open(sealed))

    def _hold(self, view: Fingerprints, stored: Iterable[Stored]) -> None:
        by_kind: dict[tuple[str, int], tuple[list[str], list[bytes]]] = {}
        for photo_id, each in stored:
            ids, bits = by_kind.setdefault(_kind(each), ([], []))
            ids.append(photo_id)
            bits.append(each.bits)
        for kind, (ids, bits) in by_kind.items():
            shelf = view.shelves.get(kind)
            if shelf is None:
                shelf = view.shelves[kind] = self._new_neighbours()
            shelf.add(ids, bits)


def _kind(fingerprint: FingerprintRecord) -> tuple[str, int]:
    return fingerprint.algorithm, fingerprint.version


def _by_algorithm(
    fingerprints: Sequence[FingerprintRecord],
) -> dict[tuple[str, int], list[bytes]]:
    grouped: dict[tuple[str, int], list[bytes]] = {}
    for each in fingerprints:
        grouped.setdefault(_kind(each), []).append(each.bits)
    return grouped


def _distance(bits: bytes, probes: Sequence[bytes]) -> int:
    number = int.from_bytes(bits)
    return min((number ^ int.from_bytes(probe)).bit_count() for probe in probes)
