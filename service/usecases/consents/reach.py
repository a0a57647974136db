"""
Fix which channels an answer reaches, on the day it is recorded.

A yes reaches what was named and nothing that comes later; a no keeps the groups
it named, so that it also reaches every channel that joins them.
"""

from dataclasses import dataclass

from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId, GroupId
from service.decision.terms import Matter
from service.errors import InvalidInput
from service.records.channels import ChannelRecord
from service.records.forms import FormVersionRecord
from service.usecases.consents.act_details import Reach
from service.usecases.ports.work import UnitOfWork

ALL_MATTERS = frozenset(Matter)


@dataclass(frozen=True, slots=True)
class Named:
    """
    The channels and groups that an answer is about.
    """

    channel_ids: frozenset[ChannelId] = frozenset()
    group_ids: frozenset[GroupId] = frozenset()
    everywhere: bool = False

    def touches(self, act: ConsentAct, matters: frozenset[Matter]) -> bool:
        """
        Tell whether an answer about this would say something about *act*.
        """
        meets = (
            self.everywhere
            or not self.channel_ids.isdisjoint(act.channel_ids)
            or not self.group_ids.isdisjoint(act.group_ids)
        )
        return meets and not matters.isdisjoint(act.matters)


def reach_of_yes(work: UnitOfWork, told: Reach, form: FormVersionRecord) -> Named:
    """
    Give the channels that a yes covers, for ever these and no others.

    Raises:
        InvalidInput: No channel at all, an unknown or closed one, or one that the
            form did not name; or every channel there is.
    """
    if told.everywhere:
        message = "A yes names its channels: what is not foreseen is not authorised."
        raise InvalidInput(message, field="everywhere")
    direct = [_channel(work, each) for each in told.channels]
    if any(each.channel.closed for each in direct):
        raise InvalidInput("This channel is closed.", field="channels")
    chosen = frozenset(each.channel.id for each in direct)
    if form.channel_ids and not chosen <= form.channel_ids:
        raise InvalidInput("The form did not name this channel.", field="channels")
    group_ids = _groups(work, told)
    joined = frozenset(
        each.channel.id
        for each in _members(work, group_ids)
        if not each.channel.closed and (not form.channel_ids or each.channel.id in form.channel_ids)
    )
    if not chosen | joined:
        raise InvalidInput("A yes names at least one channel.", field="channels")
    return Named(chosen | joined, group_ids)


def reach_of_no(work: UnitOfWork, told: Reach) -> Named:
    """
    Give the channels and groups that a no (or a question) is about.

    Raises:
        InvalidInput: Nothing is named, or something unknown.
    """
    if told.is_open:
        raise InvalidInput("Name channels or groups, or `everywhere`.", field="channels")
    group_ids = _groups(work, told)
    direct = frozenset(_channel(work, each).channel.id for each in told.channels)
    members = frozenset(each.channel.id for each in _members(work, group_ids))
    return Named(direct | members, group_ids, told.everywhere)


def reach_of_stop(work: UnitOfWork, told: Reach) -> Named:
    """
    Give what is taken back: everything, if nothing is named.

    Raises:
        InvalidInput: Something unknown is named.
    """
    return Named(everywhere=True) if told.is_open else reach_of_no(work, told)


def _channel(work: UnitOfWork, id_or_slug: str) -> ChannelRecord:
    """
    Find a channel, closed ones too.
    """
    found = work.channels.find_slug(id_or_slug) or work.channels.find(id_or_slug)
    if found is None:
        raise InvalidInput("There is no such channel.", field="channels")
    return found


def _groups(work: UnitOfWork, told: Reach) -> frozenset[GroupId]:
    """
    Find the groups that were named.
    """
    group_ids = set()
    for each in told.groups:
        found = work.channel_groups.find_slug(each) or work.channel_groups.find(each)
        if found is None:
            raise InvalidInput("There is no such group of channels.", field="groups")
        group_ids.add(found.id)
    return frozenset(group_ids)


def _members(work: UnitOfWork, group_ids: frozenset[GroupId]) -> list[ChannelRecord]:
    """
    Give the channels that belong to groups now.
    """
    return [
        each for group_id in sorted(group_ids) for each in work.channels.list_in_group(group_id)
    ]
