"""
List channels.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.records.channels import ChannelRecord
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class ListChannels:
    """
    List channels.
    """

    desk: Desk

    def __call__(self, caller: Caller, page: Page) -> Listing[ChannelRecord]:
        """
        Give one page of channels, closed ones too.

        Raises:
            NotAllowed: The caller has no `channels:read` scope.
        """
        caller.needs(Scope.CHANNELS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            return work.channels.list_page(page)
