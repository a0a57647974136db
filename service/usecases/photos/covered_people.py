"""
Find out whom a photo no longer shows.
"""

from collections.abc import Collection, Iterator, Sequence

from service.decision.ids import PersonId, PhotoId
from service.decision.lineage import composed, is_hidden
from service.decision.photos import Cover, Depiction, Lineage
from service.errors import InvalidInput, NotFound
from service.usecases.photos.photo_details import AttestationDetails, Derivation, check_covers
from service.usecases.ports.work import UnitOfWork


def lineage_of(work: UnitOfWork, derivation: Derivation | None) -> Lineage | None:
    """
    Say what a new photo is made of, back to the first.

    Raises:
        InvalidInput: That photo is not registered, or nothing is covered.
    """
    if derivation is None:
        return None
    covers = check_covers(derivation.covers, "derived_from.covers")
    try:
        parent = work.photos.get(derivation.photo_id)
    except NotFound:
        message = "There is no such photo."
        raise InvalidInput(message, field="derived_from.photo_id") from None
    before = parent.lineage.ancestor_ids if parent.lineage else ()
    return Lineage((parent.id, *before), covers)


def covered_people(
    work: UnitOfWork,
    photo_id: PhotoId,
    named: Collection[PersonId],
    details: AttestationDetails,
) -> frozenset[PersonId]:
    """
    Give who is in an ancestor and cannot be recognised any more.

    Nobody, unless it is said of the covers, and that everybody else is named.

    Raises:
        InvalidInput: Somebody's marked place in an ancestor is not covered, and they
            are not named.
    """
    if not (details.nobody_under_covers and details.complete):
        return frozenset()
    hidden: set[PersonId] = set()
    for depictions, covers in _ancestors(work, photo_id):
        for each in depictions:
            if each.person_id in named:
                continue
            if each.region is not None and not is_hidden(each.region, covers):
                message = "Somebody is not covered: name everybody who still shows, or cover them."
                raise InvalidInput(message, field="nobody_under_covers")
            hidden.add(each.person_id)
    return frozenset(hidden)


def _ancestors(
    work: UnitOfWork, photo_id: PhotoId
) -> Iterator[tuple[Sequence[Depiction], tuple[Cover, ...]]]:
    """
    Give who is in each ancestor, and what was covered since, on that ancestor.
    """
    lineage = work.photos.get(photo_id).lineage
    covers: tuple[Cover, ...] = ()
    while lineage is not None:
        covers = composed(lineage.covers, covers)
        parent_id = lineage.ancestor_ids[0]
        found = work.photos.depictions.find(parent_id)
        yield (found.depictions if found else ()), covers
        try:
            lineage = work.photos.get(parent_id).lineage
        except NotFound:
            # Erased: nothing is found to be like it or what it was made of.
            return
