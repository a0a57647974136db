"""
Show what erasing a person would destroy, and what must stay.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from service.decision.ids import PersonId
from service.decision.jurisdiction import Jurisdictions
from service.decision.powers import Scope
from service.decision.terms import HoldKind
from service.errors import NotFound
from service.records.activity import Publication, taken_down_at
from service.records.paging import MAX_PAGE, Page
from service.records.people import PersonRecord, Signatory
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.people.erasing import (
    answering_for_nobody_else,
    holds_reaching,
    need_of,
)
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """
    What would go with a person, and what would stay.
    """

    person: PersonRecord
    is_kept: bool
    """A legal hold reaches them: nothing may be erased now."""
    speaks_alone: bool
    """Something is refused by this record alone of several of one person."""
    signatories: tuple[Signatory, ...]
    """Who answers for nobody else, and goes along."""
    entries: int
    """Lines of the log whose words go; their commitments stay in the tree."""
    acts: int
    """Answers that stay, under an identifier that means nobody."""
    photos: int
    """Photos that stay; from then on somebody unknown is in them."""
    live: int
    """Publications that are to come down."""
    down: int
    """Publications that came down; that they were there stays on record."""
    hold_kinds: tuple[HoldKind, ...]
    """What else holds them now, and forbids no erasure."""


@dataclass(frozen=True, slots=True)
class PreviewErasure:
    """
    Show what erasing a person would destroy, and what must stay.
    """

    desk: Desk
    law: Jurisdictions

    def __call__(self, caller: Caller, person_id: PersonId) -> ErasurePreview:
        """
        Count what would go and what would stay; nothing changes.

        Raises:
            NotAllowed: The caller has no `admin` scope.
            NotFound: There is no such person for this caller.
        """
        caller = caller.narrowed(Scope.ADMIN)
        with self.desk.database.look(caller.organisation_id) as work:
            now = self.desk.clock()
            person = seen_person(work, caller, person_id)
            need = need_of(work, self.law, caller, person, now)
            facts = need.facts
            going = answering_for_nobody_else(work, person_id)
            live, down = live_and_down(work, person_id)
            dossier = facts.dossiers.get(person_id)
            kinds = {each.kind for each in holds_reaching(facts, person, now)}
            return ErasurePreview(
                person=person,
                is_kept=need.is_kept,
                speaks_alone=need.speaks_alone,
                signatories=tuple(work.signatories.get(each) for each in going),
                entries=len(work.ledger.leaves_about(person_id)),
                acts=len(dossier.acts) if dossier else 0,
                photos=_photos(work, person_id),
                live=live,
                down=down,
                hold_kinds=tuple(sorted(kinds - {HoldKind.LEGAL})),
            )

    def may(self, caller: Caller, person_id: PersonId) -> bool:
        """
        Tell whether the caller may erase a person.
        """
        if not caller.may(Scope.ADMIN):
            return False
        with self.desk.database.look(caller.organisation_id) as work, suppress(NotFound):
            seen_person(work, caller.narrowed(Scope.ADMIN), person_id)
            return True
        return False


def live_and_down(work: UnitOfWork, person_id: PersonId) -> tuple[int, int]:
    """
    Count what is published of a person, and what came down.
    """
    down = [
        taken_down_at(work.publications.events_of(each.id)) is not None
        for each in _publications(work, person_id)
    ]
    return down.count(False), down.count(True)


def _publications(work: UnitOfWork, person_id: PersonId) -> Iterator[Publication]:
    page: Page | None = Page(limit=MAX_PAGE, filters={"person_id": person_id})
    while page is not None:
        listing = work.publications.list_page(page)
        yield from listing.items
        page = replace(page, after=listing.next_after) if listing.next_after else None


def _photos(work: UnitOfWork, person_id: PersonId) -> int:
    count = 0
    page: Page | None = Page(limit=MAX_PAGE, filters={"person_id": person_id})
    while page is not None:
        listing = work.photos.depictions.list_page(page)
        count += len(listing.items)
        page = replace(page, after=listing.next_after) if listing.next_after else None
    return count
