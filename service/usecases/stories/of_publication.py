"""
Find what the log tells of a publication.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from service.decision.ids import PublicationId
from service.ledger.entry import EntryKind
from service.records.activity import Publication
from service.records.ledger import StoredLeaf
from service.usecases.ports.work import UnitOfWork

ITSELF = (
    EntryKind.PUBLICATION_RECORDED,
    EntryKind.PUBLICATION_RESHARED,
    EntryKind.PUBLICATION_CORRECTED,
    EntryKind.PUBLICATION_TAKEN_DOWN,
    EntryKind.CHECK_ANSWERED,
)
AROUND = (EntryKind.TAKEDOWN_OPENED, EntryKind.COMPLAINT_FILED, EntryKind.COMPLAINT_NOTED)
LATER = (EntryKind.COMPLAINT_FILED, EntryKind.COMPLAINT_NOTED, EntryKind.COMPLAINT_CLOSED)
"""What is found by the complaint: a step does not repeat what it is about."""


def leaves_of_publication(work: UnitOfWork, publication_id: PublicationId) -> list[StoredLeaf]:
    """
    Give what the log tells of a publication, its end and complaints.

    Raises:
        NotFound: There is no such publication.
    """
    publication = work.publications.get(publication_id)
    found = _itself(work, publication)
    around = leaves_naming(work, AROUND, {publication.id})
    complaints = {_complaint(each) for each in around} - {""}
    if complaints:
        around += leaves_naming(work, LATER, complaints)
    return in_order((*found, *around))


def _itself(work: UnitOfWork, publication: Publication) -> list[StoredLeaf]:
    """
    Find what was written of it: by whoever is in it, by its kind, by its instant.
    """
    wanted = {publication.id, publication.check_id}
    kinds = {each.value for each in ITSELF}
    about = [each for one in publication.person_ids for each in work.ledger.leaves_about(one)]
    found = [each for each in about if _is_one_of(each, kinds, wanted)]
    made = {EntryKind.PUBLICATION_RECORDED.value, EntryKind.PUBLICATION_RESHARED.value}

    def is_there() -> bool:
        return any(_is_one_of(each, made, {publication.id}) for each in found)

    if not is_there():
        # Nobody is in it, or only people who were named later.
        found += [
            each for each in leaves_naming(work, ITSELF, wanted) if _is_one_of(each, kinds, wanted)
        ]
    if not is_there():
        # It was erased with whoever was in it: only its instant finds the leaf.
        at = publication.recorded_at
        found += work.ledger.leaves_between(at, at + timedelta(microseconds=1))
    return found


def in_order(found: Iterable[StoredLeaf]) -> list[StoredLeaf]:
    """
    Give each leaf once, in the order of the log.
    """
    whole = {each.index: each for each in found}
    return [whole[index] for index in sorted(whole)]


def leaves_naming(work: UnitOfWork, kinds: Iterable[EntryKind], ids: set[str]) -> list[StoredLeaf]:
    """
    Give the leaves of some kinds that name one of *ids* anywhere.
    """
    kinds = tuple(kinds)
    return [leaf for each in sorted(ids) for leaf in work.ledger.leaves_naming(kinds, each)]


def _is_one_of(leaf: StoredLeaf, kinds: set[str], wanted: set[str]) -> bool:
    """
    Tell whether an entry is of these kinds and about one of *wanted*.
    """
    if leaf.entry is None:
        return False
    entry: dict[str, Any] = json.loads(leaf.entry)
    return entry["kind"] in kinds and _subject(entry["payload"]) in wanted


def _subject(payload: Mapping[str, Any]) -> object:
    """
    Name the publication or check that an entry is about.
    """
    for part, name in (("publication", "id"), ("event", "publication_id")):
        inner = payload.get(part)
        if isinstance(inner, Mapping):
            return inner.get(name)
    return payload.get("check_id")


def _complaint(leaf: StoredLeaf) -> str:
    """
    Name the complaint that an entry is about, if it is one.
    """
    payload: dict[str, Any] = json.loads(leaf.entry or b"{}").get("payload", {})
    for part, name in (("complaint", "id"), ("event", "complaint_id")):
        inner = payload.get(part)
        if isinstance(inner, Mapping) and name in inner:
            return str(inner[name])
    return ""
