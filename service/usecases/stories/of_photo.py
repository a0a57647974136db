"""
Find what the log tells of a photo.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from service.decision.ids import PhotoId
from service.ledger.entry import EntryKind
from service.records.ledger import StoredLeaf
from service.usecases.ports.work import UnitOfWork
from service.usecases.stories.of_publication import in_order, leaves_naming

ITSELF = (
    EntryKind.PHOTO_REGISTERED,
    EntryKind.PHOTO_DEPICTIONS_RECORDED,
    EntryKind.PHOTO_ATTESTED,
    EntryKind.PHOTO_RIGHTS_RECORDED,
    EntryKind.PHOTO_TITLE_CORRECTED,
    EntryKind.PHOTO_REFINGERPRINTED,
    EntryKind.PHOTO_RELEASED,
    # Looked for among all: one of before anybody was named is about nobody.
    EntryKind.CHECK_ANSWERED,
    EntryKind.HOLD_PLACED,
    EntryKind.PROPOSAL_MADE,
    EntryKind.PUBLICATION_RECORDED,
    EntryKind.PUBLICATION_RESHARED,
)
LATER = (
    EntryKind.HOLD_LIFTED,
    EntryKind.PUBLICATION_CORRECTED,
    EntryKind.PUBLICATION_TAKEN_DOWN,
    EntryKind.TAKEDOWN_OPENED,
)
"""What is found by the hold or the publication: it does not name the photo again."""


def leaves_of_photo(work: UnitOfWork, photo_id: PhotoId) -> list[StoredLeaf]:
    """
    Give what the log tells of a photo, checks and uses too.

    Raises:
        NotFound: There is no such photo.
    """
    photo = work.photos.get(photo_id)
    found = leaves_naming(work, ITSELF, {photo.id})
    used = {each for leaf in found for each in _used(_payload(leaf))}
    if used:
        found += leaves_naming(work, LATER, used)
    return in_order(found)


def _payload(leaf: StoredLeaf) -> Mapping[str, Any]:
    payload: dict[str, Any] = json.loads(leaf.entry or b"{}").get("payload", {})
    return payload


def _used(payload: Mapping[str, Any]) -> Iterable[str]:
    """
    Name the hold or the publication that an entry makes.
    """
    made = (payload.get(part) for part in ("hold", "publication"))
    return [str(each["id"]) for each in made if isinstance(each, Mapping) and "id" in each]
