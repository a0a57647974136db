"""
Say where providers send people back to.

Each house has an address of its own.  Else the provider of one, which is whoever its
keeper says, could send somebody on to that of another, and be told the code that comes
back (RFC 9700, section 4.4.2.2).
"""

from dataclasses import dataclass

from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.openid.keeping import needs_keeper


@dataclass(frozen=True, slots=True)
class Callbacks:
    """
    Give the address of each house to come back to.
    """

    pages_url: str

    def at(self, slug: str) -> str:
        """
        Give that of one house.

        It is entered at the provider, so it never changes.
        """
        return f"{self.pages_url}{callback_path(slug)}"


@dataclass(frozen=True, slots=True)
class GetCallback:
    """
    Say what address is entered at the provider.
    """

    desk: Desk
    callbacks: Callbacks

    def __call__(self, caller: Caller) -> str:
        """
        Give the address to come back to, whether there is a provider or none yet.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
        """
        needs_keeper(caller)
        with self.desk.database.look(caller.organisation_id) as work:
            return self.callbacks.at(work.organisations.current().slug)


def callback_path(slug: str) -> str:
    """
    Give the path of a house to come back to.
    """
    return f"/sign-in/openid/{slug}/callback"
