"""
Read publications: one with what happened to it, or a page of them.
"""

from dataclasses import dataclass

from service.decision.ids import PersonId, PublicationId
from service.decision.powers import Scope
from service.records.activity import Publication, PublicationEvent
from service.records.paging import Listing, Page
from service.records.takedowns import Fate
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.publications import seen_among, seen_fates, seen_publication
from service.usecases.sight.units import within_units


@dataclass(frozen=True, slots=True)
class PublicationStory:
    """
    A publication with what happened to it, oldest first.
    """

    publication: Publication
    events: tuple[PublicationEvent, ...]
    reshares: tuple[PublicationId, ...]
    """Where it was shared again; each is a publication of its own."""
    fate: Fate


@dataclass(frozen=True, slots=True)
class ListedPublication:
    """
    A publication in a list, and what became of it.
    """

    publication: Publication
    fate: Fate


@dataclass(frozen=True, slots=True)
class GetPublication:
    """
    Read one publication with its story.
    """

    desk: Desk

    def __call__(self, caller: Caller, publication_id: PublicationId) -> PublicationStory:
        """
        Give the publication and what happened to it.

        Raises:
            NotFound: There is no such publication for this caller.
        """
        caller = caller.narrowed(Scope.PUBLICATIONS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return story_of(work, caller, seen_publication(work, caller, publication_id))


@dataclass(frozen=True, slots=True)
class ListPublications:
    """
    List publications.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[Publication]:
        """
        Give one page, oldest first.

        Filters: channel_id, person_id, photo_id, live (still out), down.
        Whoever works for some units sees what has to do with these.

        Raises:
            NotAllowed: The caller has no `publications:read` scope, or asks about a
                person without `reasons`.
        """
        caller = _lister(caller, page)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.publications.list_page(within_units(caller, page))

    def with_fates(self, caller: Caller, page: Page) -> Listing[ListedPublication]:
        """
        Give one page that says what is down and what must come down.

        Raises:
            NotAllowed: As above.
        """
        caller = _lister(caller, page)
        with self.desk.database.look(caller.organisation_id) as work:
            listing = work.publications.list_page(within_units(caller, page))
            fates = seen_fates(work, caller, [each.id for each in listing.items])
        items = tuple(ListedPublication(each, fates[each.id]) for each in listing.items)
        return Listing(items, listing.next_after)


def _lister(caller: Caller, page: Page) -> Caller:
    """
    Narrow a caller to where they may list what a page asks for.

    Raises:
        NotAllowed: Nowhere.
    """
    caller = caller.narrowed(Scope.PUBLICATIONS_READ)
    return caller.narrowed(Scope.REASONS) if "person_id" in page.filters else caller


def people_known_to(caller: Caller, publication: Publication) -> tuple[PersonId, ...] | None:
    """
    Say who is in a publication, to whoever may know; None to all others.
    """
    return publication.person_ids if Scope.REASONS in caller.actor.scopes else None


def story_of(work: UnitOfWork, caller: Caller, publication: Publication) -> PublicationStory:
    """
    Give a publication with what happened to it, as far as the caller sees.
    """
    return PublicationStory(
        publication,
        tuple(work.publications.events_of(publication.id)),
        seen_among(work, caller, work.publications.reshares_of(publication.id)),
        seen_fates(work, caller, [publication.id])[publication.id],
    )
