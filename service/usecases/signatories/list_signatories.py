"""
List signatories.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from service.decision.naming.normalise import words_of
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.paging import MAX_PAGE, Listing, Page
from service.records.people import Signatory
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import needs_everybody
from service.usecases.signatories.signatory_details import seen_signatory

MOST_NAMED = 20
"""More are a wrong name: a human reads them."""


@dataclass(frozen=True, slots=True)
class ListSignatories:
    """
    List signatories.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[Signatory]:
        """
        Give one page of signatories; filter: external_id.

        Raises:
            NotAllowed: The caller has no `people:read` scope, or sees some units
                only: then the authorities of a person lead to their signatories.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        needs_everybody(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.signatories.list_page(page)

    def named(self, caller: Caller, name: str) -> tuple[Signatory, ...]:
        """
        Give those in sight in whose name each word of *name* begins a word.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        asked = words_of(name)
        if not asked:
            return ()
        with self.desk.database.look(caller.organisation_id) as work:
            alike = (each for each in _everyone(work) if _is_called(each, asked))
            seen = (each for each in alike if _is_seen(work, caller, each))
            return tuple(islice(seen, MOST_NAMED))


def _everyone(work: UnitOfWork) -> Iterator[Signatory]:
    page: Page | None = Page(limit=MAX_PAGE)
    while page is not None:
        listing = work.signatories.list_page(page)
        yield from listing.items
        page = replace(page, after=listing.next_after) if listing.next_after else None


def _is_called(signatory: Signatory, asked: tuple[str, ...]) -> bool:
    known = words_of(f"{signatory.given_name} {signatory.family_name}")
    return all(any(word.startswith(each) for word in known) for each in asked)


def _is_seen(work: UnitOfWork, caller: Caller, signatory: Signatory) -> bool:
    try:
        seen_signatory(work, caller, signatory.id)
    except NotFound:
        return False
    return True
