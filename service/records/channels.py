"""
Hold the register of channels and of their groups, addresses included.
"""

from dataclasses import dataclass, field

from service.decision.channels import Channel
from service.decision.ids import GroupId
from service.decision.later import ADDED_LATER


@dataclass(frozen=True, slots=True)
class ChannelRecord:
    """
    A channel with its registered address (domain rule 14).

    `channel.group_ids` holds the groups it belongs to in this version; the
    decision is given every group it ever belonged to.
    """

    channel: Channel
    slug: str
    address: str
    """The page's address, or for print its title; unique in the organisation."""
    rules_address: str = ""
    report_address: str = ""
    template: str = field(default="", metadata=ADDED_LATER)
    """Its editorial line and what its posts look like (domain rule 48): no rule decides by it."""

    @property
    def id(self) -> str:
        """
        Give the identifier of the channel.
        """
        return self.channel.id


@dataclass(frozen=True, slots=True)
class ChannelGroup:
    """
    A named set of channels, as forms speak of them.
    """

    id: GroupId
    slug: str
    name: str
