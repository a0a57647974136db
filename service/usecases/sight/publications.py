"""
Say which publications a caller may see: all, or those of some units.

A publication is of a unit where it stands on a page of the unit or of the whole house,
where somebody of the unit is in it, or where the unit has to take it down.
"""

from collections.abc import Mapping, Sequence

from service.decision.ids import PublicationId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.activity import Publication
from service.records.takedowns import Fate
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.units import is_channel_seen, listed_units


def seen_publication(
    work: UnitOfWork, caller: Caller, publication_id: PublicationId
) -> Publication:
    """
    Give a publication that the caller may see.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    publication = work.publications.get(publication_id)
    if not seen_among(work, caller, [publication_id]):
        raise NotFound("There is no such publication.")
    return publication


def seen_among(
    work: UnitOfWork, caller: Caller, publication_ids: Sequence[PublicationId]
) -> tuple[PublicationId, ...]:
    """
    Give those of some publications that the caller may see.

    Whoever reads those of one unit may share them again on a page of another; a key that
    may only write sees what it may write about.
    """
    is_reader = caller.may(Scope.PUBLICATIONS_READ)
    asking = caller.narrowed(Scope.PUBLICATIONS_READ if is_reader else Scope.PUBLICATIONS_WRITE)
    units = listed_units(asking)
    if units is None or not publication_ids:
        return tuple(publication_ids)
    seen = work.publications.of_units(publication_ids, units)
    return tuple(each for each in publication_ids if each in seen)


def seen_fates(
    work: UnitOfWork, caller: Caller, publication_ids: Sequence[PublicationId]
) -> Mapping[PublicationId, Fate]:
    """
    Tell what became of publications; a task out of sight stays so.

    That a picture of one child must come down says whose no it is.
    """
    return {
        each: fate if is_channel_seen(caller, fate.unit_id) else Fate(fate.is_down)
        for each, fate in work.publications.fates_of(publication_ids).items()
    }
