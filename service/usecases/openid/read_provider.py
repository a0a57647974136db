"""
Show the provider, who is linked, and what is offered to strangers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.errors import NotFound
from service.records.openid import Provider
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.openid.keeping import needs_keeper


@dataclass(frozen=True, slots=True)
class LinkedMember:
    """
    A member who has an account at the provider, and since when we know.
    """

    member: Member
    linked_at: datetime


@dataclass(frozen=True, slots=True)
class GetProvider:
    """
    Show the provider.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> Provider:
        """
        Give what was said of the provider; its secret is never shown.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is none.
        """
        needs_keeper(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            provider = work.openid.find_provider()
        if provider is None:
            raise NotFound("There is no provider.")
        return provider


@dataclass(frozen=True, slots=True)
class ListLinks:
    """
    Show who signed in through the provider so far.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> Sequence[LinkedMember]:
        """
        Give who is linked to an account there.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
        """
        needs_keeper(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            found = [
                (work.staff.find(each.member_id), each.linked_at)
                for each in work.openid.list_links()
            ]
        return [LinkedMember(member, at) for member, at in found if member is not None]


@dataclass(frozen=True, slots=True)
class OfferProvider:
    """
    Say what the page of signing in offers.
    """

    desk: Desk

    def __call__(self, slug: str) -> str:
        """
        Give the name of an organisation's provider.

        Empty: it has none, or there is no such organisation.
        """
        organisation_id = self.desk.database.find_organisation(slug) if slug else None
        if organisation_id is None:
            return ""
        with self.desk.database.look(organisation_id) as work:
            provider = work.openid.find_provider()
        return provider.name if provider else ""
