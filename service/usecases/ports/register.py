"""
Ask for channels, holds, closed forms, and who looked at what.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from service.decision.holds import Hold
from service.records.channels import ChannelGroup, ChannelRecord
from service.records.forms import FormClosure
from service.records.reviews import Review
from service.usecases.ports.versions import Versions


class Channels(Versions[ChannelRecord], Protocol):
    """
    The register of channels; slug and address are unique.
    """

    def find_slug(self, slug: str) -> ChannelRecord | None:
        """
        Find by short name.
        """
        ...

    def find_address(self, address: str) -> ChannelRecord | None:
        """
        Find by registered address, exactly as `normal_address` writes it.
        """
        ...

    def list_known(self, known_at: datetime) -> Sequence[ChannelRecord]:
        """
        Give the register as it stood at an instant.
        """
        ...

    def list_in_group(self, group_id: str) -> Sequence[ChannelRecord]:
        """
        Give the channels that belong to a group now.
        """
        ...


class ChannelGroups(Versions[ChannelGroup], Protocol):
    """
    Named sets of channels.
    """

    def find_slug(self, slug: str) -> ChannelGroup | None:
        """
        Find by short name.
        """
        ...


class Holds(Versions[Hold], Protocol):
    """
    What stands in the way whatever anybody answered.
    """


class Reviews(Versions[Review], Protocol):
    """
    Who looked at channels and forms.

    Each review is another version, beside those of the same channel or form.
    """


class FormClosures(Versions[FormClosure], Protocol):
    """
    Which forms were closed.

    Each closing and opening is another version, beside those of the same form.
    """
