"""
Name whom and what belongs to a unit.
"""

from dataclasses import dataclass

from service.decision.ids import ChannelId, PersonId, UnitId
from service.records.paging import MAX_PAGE, Page
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class OfUnit:
    """
    The pages of a unit and its people.

    Former people, too: the rules know who left.
    """

    channel_ids: frozenset[ChannelId]
    person_ids: frozenset[PersonId]


def whole_unit(work: UnitOfWork, unit_id: UnitId) -> OfUnit:
    """
    Name all of a unit.
    """
    channel_ids: set[ChannelId] = set()
    page: Page | None = Page(limit=MAX_PAGE, filters={"unit_id": unit_id})
    while page is not None:
        listing = work.channels.list_page(page)
        channel_ids |= {each.channel.id for each in listing.items}
        after = listing.next_after
        page = Page(limit=MAX_PAGE, after=after, filters=page.filters) if after else None
    entries = work.people.name_index().entries([unit_id])
    people = frozenset(PersonId(each.person_id) for each in entries)
    return OfUnit(frozenset(channel_ids), people)
