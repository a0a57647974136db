"""
Ask for the provider of an organisation, and for what asks it.

Every store sees one organisation only: that of its unit of work.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from service.decision.ids import MemberId
from service.records.openid import (
    Client,
    ClientSecret,
    Endpoints,
    Identity,
    Provider,
    ProviderLink,
    Returned,
    SignInState,
    SignInStateId,
)


class OpenId(Protocol):
    """
    The provider, and which of its accounts is which member.
    """

    def lock(self) -> None:
        """
        Let nobody else change the provider until the end.
        """
        ...

    def find_provider(self) -> Provider | None:
        """
        Find the provider; no seal is opened.
        """
        ...

    def find_secret(self) -> ClientSecret | None:
        """
        Find what proves us to the provider.

        Raises:
            Unavailable: The seal does not open.
        """
        ...

    def keep_provider(self, provider: Provider, secret: ClientSecret | None) -> None:
        """
        Write what is so from now on; None: the secret stays.
        """
        ...

    def drop_provider(self) -> None:
        """
        Forget the provider, its secret, and who is on the way.
        """
        ...

    def link(self, issuer: str, subject: str, link: ProviderLink) -> None:
        """
        Write which member an account at the provider is.
        """
        ...

    def find_linked(self, issuer: str, subject: str) -> ProviderLink | None:
        """
        Find which member an account at the provider is.
        """
        ...

    def find_link_of(self, member_id: MemberId) -> ProviderLink | None:
        """
        Find whether a member is linked to an account at the provider.
        """
        ...

    def list_links(self) -> Sequence[ProviderLink]:
        """
        Give who is linked, by member.
        """
        ...

    def unlink(self, member_id: MemberId) -> int:
        """
        Forget which account a member has; say how many were forgotten.
        """
        ...

    def unlink_all(self) -> None:
        """
        Forget which account any member has.
        """
        ...


class OpenIdStates(Protocol):
    """
    Who is on the way to the provider and back.
    """

    def add(self, state: SignInState) -> None:
        """
        Write that somebody leaves.
        """
        ...

    def take(self, state_id: SignInStateId) -> SignInState | None:
        """
        Give who left, once: of twenty at once, one alone finds it.
        """
        ...

    def forget(self, before: datetime) -> int:
        """
        Delete what was over before an instant.
        """
        ...


class OpenIdWork(Protocol):
    """
    What a unit of work reaches of signing in through a provider.
    """

    @property
    def openid(self) -> OpenId:
        """
        Reach the provider, and who is linked.
        """
        ...

    @property
    def openid_states(self) -> OpenIdStates:
        """
        Reach who is on the way.
        """
        ...


class IdentityProviders(Protocol):
    """
    Asks providers, and believes nothing that is not proven.
    """

    def check(self, issuer: str) -> None:
        """
        Pass when such an address may be asked; its name is not looked up.

        Raises:
            InvalidInput: Nothing is sent to such an address from here.
        """
        ...

    def discover(self, issuer: str, now: datetime, *, anew: bool = False) -> Endpoints:
        """
        Give what a provider says of itself, perhaps an hour ago.

        Raises:
            ProviderTrouble: It says nothing that can be used.
        """
        ...

    def list_keys(self, endpoints: Endpoints, now: datetime) -> int:
        """
        Ask for its keys, and count those that we could check a token by.

        Raises:
            ProviderTrouble: It gives none.
        """
        ...

    def identify(self, client: Client, returned: Returned, now: datetime) -> Identity:
        """
        Give the code back, and check the token that comes of it.

        Raises:
            ProviderTrouble: The provider does not answer, or does not prove who it is.
        """
        ...
