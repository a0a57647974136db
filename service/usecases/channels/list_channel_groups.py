"""
List groups of channels.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.channels import ChannelGroup
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class ListChannelGroups:
    """
    List groups of channels.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[ChannelGroup]:
        """
        Give one page of groups.

        Raises:
            NotAllowed: The caller has no `channels:read` scope.
        """
        caller.needs(Scope.CHANNELS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.channel_groups.list_page(page)
