"""
Hold what the pictures of an organisation are found by in memory.

A photo that was erased may still be held: hits are read again from the database.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Column, LargeBinary, Table, select

from service.persistence.outside import Candidates, Neighbours, Outside
from service.persistence.queries import mine
from service.persistence.schema.photos import photo_features, photo_fingerprints
from service.persistence.statements import Among, Prepared, Row
from service.persistence.transaction import Transaction
from service.records.photos import FingerprintRecord, ViewsRecord

T = TypeVar("T", Neighbours, Candidates)

Kind = tuple[str, int]
"""An algorithm and its version: only what is of one kind can be compared."""


class Evidence:
    """
    The statements that read one kind of evidence.
    """

    def __init__(self, table: Table, sealed: "Column[LargeBinary]") -> None:
        """
        Read the column *sealed* of *table*, whole or for a few photos.
        """
        stored = select(
            table.c.photo_id, table.c.algorithm, table.c.algorithm_version, sealed
        ).where(mine(table))
        self.every = Prepared(stored)
        self.some = Prepared(stored.where(Among(table.c.photo_id, "ids")))

    def read(self, transaction: Transaction, subject_ids: Sequence[str] | None) -> Sequence[Row]:
        """
        Read what is stored of *subject_ids*, or of everything.
        """
        if subject_ids is None:
            return transaction.all(self.every)
        return transaction.all(self.some, ids=subject_ids)


FINGERPRINTS = Evidence(photo_fingerprints, photo_fingerprints.c.sealed_bits)
SKETCHES = Evidence(photo_features, photo_features.c.sealed_sketch)


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """
    Hold every fingerprint and sketch by its kind.
    """

    neighbours: dict[Kind, Neighbours] = field(default_factory=dict)
    candidates: dict[Kind, Candidates] = field(default_factory=dict)
    own: "Fingerprints | None" = None

    def within(self, probes: Sequence[FingerprintRecord], radius_bits: int) -> dict[str, int]:
        """
        Give each photo near any probe of its own algorithm, with the distance.
        """
        nearest = {} if self.own is None else self.own.within(probes, radius_bits)
        for kind, bits in _by_kind(probes).items():
            shelf = self.neighbours.get(kind)
            for photo_id, distance in shelf.within(bits, radius_bits) if shelf else ():
                nearest[photo_id] = min(distance, nearest.get(photo_id, distance))
        return nearest

    def alike(self, views: ViewsRecord, limit: int) -> dict[str, int]:
        """
        Give at most *limit* photos that share parts with *views*.

        Those of the transaction itself come on top.
        """
        votes = {} if self.own is None else self.own.alike(views, limit)
        shelf = self.candidates.get((views.algorithm, views.version))
        if shelf is not None:
            votes |= dict(shelf.find(views.views, limit))
        return votes


class FingerprintSource:
    """
    Turn what is stored of pictures into something that can be searched.
    """

    log = "photos"

    def __init__(self, outside: Outside) -> None:
        """
        Take what opens them, and what searches them.
        """
        self._open = outside.sealer.open
        self._search = outside.search

    def load(self, transaction: Transaction) -> Fingerprints:
        """
        Hold everything.
        """
        return self._held(Fingerprints(), transaction, None)

    def learn(
        self, view: Fingerprints, transaction: Transaction, subject_ids: Sequence[str]
    ) -> Fingerprints:
        """
        Hold these photos too.
        """
        return self._held(view, transaction, subject_ids)

    def beside(
        self, view: Fingerprints, transaction: Transaction, subject_ids: Sequence[str]
    ) -> Fingerprints:
        """
        Give a view that also has these photos, for one transaction.
        """
        own = self._held(Fingerprints(), transaction, subject_ids)
        return Fingerprints(view.neighbours, view.candidates, own)

    def _held(
        self, view: Fingerprints, transaction: Transaction, subject_ids: Sequence[str] | None
    ) -> Fingerprints:
        prints = self._opened(FINGERPRINTS.read(transaction, subject_ids))
        _shelve(view.neighbours, self._search.new_neighbours, prints)
        sketches = self._opened(SKETCHES.read(transaction, subject_ids))
        _shelve(view.candidates, self._search.new_candidates, sketches)
        return view

    def _opened(self, rows: Sequence[Row]) -> Iterator[tuple[str, Kind, bytes]]:
        for photo_id, algorithm, version, sealed in rows:
            yield photo_id, (algorithm, version), self._open(sealed)


def _shelve(
    shelves: dict[Kind, T], new_shelf: Callable[[], T], stored: Iterator[tuple[str, Kind, bytes]]
) -> None:
    """
    Put each on the shelf of its kind.
    """
    by_kind: dict[Kind, tuple[list[str], list[bytes]]] = {}
    for photo_id, kind, content in stored:
        if not content:  # a picture in which nothing stands out
            continue
        ids, contents = by_kind.setdefault(kind, ([], []))
        ids.append(photo_id)
        contents.append(content)
    for kind, (ids, contents) in by_kind.items():
        if kind not in shelves:
            shelves[kind] = new_shelf()
        shelves[kind].add(ids, contents)


def _by_kind(fingerprints: Sequence[FingerprintRecord]) -> dict[Kind, list[bytes]]:
    grouped: dict[Kind, list[bytes]] = {}
    for each in fingerprints:
        grouped.setdefault((each.algorithm, each.version), []).append(each.bits)
    return grouped
