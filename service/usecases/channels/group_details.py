"""
Say what can be told about a group of channels, and accept it.
"""

from dataclasses import dataclass, replace

from service.records.channels import ChannelGroup
from service.usecases import text
from service.usecases.channels.slugs import checked_slug
from service.usecases.details import KEEP, Told


@dataclass(frozen=True, slots=True)
class GroupDetails:
    """
    What is told about a group of channels.
    """

    slug: Told[str] = KEEP
    name: Told[str] = KEEP


def checked_group(group: ChannelGroup) -> ChannelGroup:
    """
    Accept a group, tidied.

    Raises:
        InvalidInput: A part of it cannot be used.
    """
    return replace(group, slug=checked_slug(group.slug), name=text.line(group.name, "name"))
