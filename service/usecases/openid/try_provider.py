"""
Try whether the provider can be asked.
"""

from dataclasses import dataclass

from service.records.openid import Endpoints, ProviderTrouble, Trouble
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.openid.keeping import opened_secret
from service.usecases.openid.read_provider import GetProvider
from service.usecases.ports.openid import IdentityProviders


@dataclass(frozen=True, slots=True)
class Trial:
    """
    What came of trying.
    """

    trouble: Trouble | None
    """None: all that can be tried without a person is well."""
    endpoints: Endpoints | None = None
    keys: int = 0
    """By how many of its keys a token could be checked."""


@dataclass(frozen=True, slots=True)
class TryProvider:
    """
    Try whether the provider can be asked.
    """

    desk: Desk
    providers: IdentityProviders

    def __call__(self, caller: Caller) -> Trial:
        """
        Read anew what the provider says of itself, and its keys; nothing is written.

        Whether it knows us shows when the first person signs in.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            NotFound: There is none.
        """
        provider = GetProvider(self.desk)(caller)
        now = self.desk.clock()
        try:
            with self.desk.database.look(caller.organisation_id) as work:
                opened_secret(work)
            endpoints = self.providers.discover(provider.issuer, now, anew=True)
            keys = self.providers.list_keys(endpoints, now)
        except ProviderTrouble as refused:
            return Trial(refused.trouble)
        return Trial(None, endpoints, keys)
