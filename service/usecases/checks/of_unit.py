"""
Name whom and what belongs to a unit.
"""

from dataclasses import dataclass

from service.decision.ids import ChannelId, PersonId, UnitId
from service.records.paging import every
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class OfUnit:
    """
    The pages of a unit and its people.

    Former people, too: the rules know who left.  Whoever is entered twice, by every record.
    """

    channel_ids: frozenset[ChannelId]
    person_ids: frozenset[PersonId]


def whole_unit(work: UnitOfWork, unit_id: UnitId) -> OfUnit:
    """
    Name all of a unit.
    """
    found = every(work.channels.list_page, unit_id=unit_id)
    channel_ids = frozenset(each.channel.id for each in found)
    entries = work.people.name_index().entries([unit_id])
    people = frozenset(PersonId(each.person_id) for each in entries)
    return OfUnit(channel_ids, work.pairs.whole(people))
