"""
The organisation's own provider of OpenID Connect: how it is set up.
"""

from datetime import datetime
from typing import Annotated

from litestar import Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from service.api.wire import Incoming, Line
from service.decision.ids import MemberId
from service.records.openid import Provider, Trouble
from service.usecases.caller import Caller
from service.usecases.openid import LinkedMember, ProviderDetails, Trial
from service.usecases.registry import Registry

Issuer = Annotated[
    str, Meta(max_length=400, examples=["https://id.jacinthes.example/realms/staff"])
]
ClientId = Annotated[str, Meta(max_length=400, examples=["obstat"])]
ClientSecret = Annotated[str, Meta(max_length=2000, examples=["kK3vN0bodyKnowsThis"])]


class OpenIdProviderIn(Incoming, frozen=True, kw_only=True):
    """
    Who the provider is.

    The secret that is known stays where none is said; another provider or client has
    another one.
    """

    issuer: Issuer
    client_id: ClientId
    client_secret: ClientSecret | None = None
    name: Line
    trusts_addresses: bool = False
    asks_factor: bool = False
    is_only_way: bool = False


class OpenIdProviderOut(Struct, frozen=True, kw_only=True):
    """
    The provider as recorded; its secret is not part of it.

    `callback` is the address to enter there.
    """

    issuer: str
    client_id: str
    name: str
    trusts_addresses: bool
    asks_factor: bool
    is_only_way: bool
    set_at: datetime
    callback: str

    @classmethod
    def of(cls, provider: Provider, callback: str) -> "OpenIdProviderOut":
        """
        Show a provider.
        """
        return cls(
            issuer=provider.issuer,
            client_id=provider.client_id,
            name=provider.name,
            trusts_addresses=provider.trusts_addresses,
            asks_factor=provider.asks_factor,
            is_only_way=provider.is_only_way,
            set_at=provider.set_at,
            callback=callback,
        )


class OpenIdTrialOut(Struct, frozen=True):
    """
    What came of trying; `trouble` null: the provider answers as it should.
    """

    trouble: Trouble | None
    algorithms: list[str]
    keys: int

    @classmethod
    def of(cls, trial: Trial) -> "OpenIdTrialOut":
        """
        Show a trial.
        """
        algorithms = list(trial.endpoints.algorithms) if trial.endpoints else []
        return cls(trial.trouble, algorithms, trial.keys)


class OpenIdLinkOut(Struct, frozen=True):
    """
    A member who has an account at the provider.
    """

    member_id: str
    linked_at: datetime

    @classmethod
    def of(cls, linked: LinkedMember) -> "OpenIdLinkOut":
        """
        Show a link.
        """
        return cls(linked.member.id, linked.linked_at)


class OpenIdLinksOut(Struct, frozen=True):
    """
    Everybody who signed in through the provider so far.
    """

    items: list[OpenIdLinkOut]


@get("/", operation_id="getProvider", sync_to_thread=True)
def get_provider(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> OpenIdProviderOut:
    """
    Give the provider through which the staff sign in.
    """
    found = registry.openid.get_provider(caller)
    return OpenIdProviderOut.of(found, registry.openid.get_callback(caller))


@put("/", operation_id="setProvider", sync_to_thread=True)
def set_provider(
    data: JSONBody[OpenIdProviderIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> OpenIdProviderOut:
    """
    Say through which provider the staff sign in.

    Nothing is asked there yet.
    """
    found = registry.openid.set_provider(caller, ProviderDetails(**data.told()))
    return OpenIdProviderOut.of(found, registry.openid.get_callback(caller))


@delete("/", operation_id="removeProvider", sync_to_thread=True)
def remove_provider(caller: NamedDependency[Caller], registry: NamedDependency[Registry]) -> None:
    """
    Let nobody sign in through it any more.
    """
    registry.openid.remove_provider(caller)


@post("/try", operation_id="tryProvider", status_code=200, sync_to_thread=True)
def try_provider(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> OpenIdTrialOut:
    """
    Ask the provider what it says of itself, and for its keys.
    """
    return OpenIdTrialOut.of(registry.openid.try_provider(caller))


@get("/links", operation_id="listProviderLinks", sync_to_thread=True)
def list_links(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> OpenIdLinksOut:
    """
    List who signed in through it so far.
    """
    return OpenIdLinksOut([OpenIdLinkOut.of(each) for each in registry.openid.list_links(caller)])


@delete("/links/{member_id:str}", operation_id="unlinkMember", sync_to_thread=True)
def unlink_member(
    member_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> None:
    """
    Forget which account there a member has; the next sign-in links anew.
    """
    registry.openid.unlink_member(caller, MemberId(member_id))


ROUTES = Router(
    "/organisation/openid",
    route_handlers=[
        get_provider,
        set_provider,
        remove_provider,
        try_provider,
        list_links,
        unlink_member,
    ],
    tags=["organisation"],
)
