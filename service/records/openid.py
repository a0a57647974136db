"""
Hold through which provider an organisation's staff sign in.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from service.decision.ids import MemberId

SignInStateId = NewType("SignInStateId", str)

THROUGH = "openid"
"""What a session and its line in the log say of such a sign-in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """
    The provider of an organisation, without the secret that it gave us.
    """

    issuer: str
    """Its address, exactly as its tokens write it."""
    client_id: str
    """What we are called there."""
    name: str
    """What the button on the page of signing in calls it."""
    set_at: datetime
    trusts_addresses: bool = False
    """An e-mail address counts although the token does not say that it was verified."""
    asks_factor: bool = False
    """It asks for a second factor itself, so ours is not asked for on top."""
    is_only_way: bool = False
    """Passwords open nothing, except to administrators: nobody is locked out."""

    @property
    def accounts(self) -> tuple[str, str]:
        """
        Say whose accounts it has.

        Under another name of ours they may have other numbers.
        """
        return self.issuer, self.client_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientSecret:
    """
    What proves to a provider that it is us.  Stored under a seal.
    """

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInState:
    """
    Somebody on the way to the provider and back; works once.
    """

    id: SignInStateId
    digest: bytes = field(repr=False)
    """Of what the provider sends back."""
    browser: bytes = field(repr=False)
    """Digest of what the browser keeps meanwhile: nobody else can come back with it."""
    expires_at: datetime
    issuer: str
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    """Of the code (RFC 7636)."""
    back: str
    account: str
    """Under which this try is counted."""
    of_address: str | None
    """Under which it is counted for the network address."""


@dataclass(frozen=True, slots=True)
class ProviderLink:
    """
    Which account at the provider is which member, once and for all.
    """

    member_id: MemberId
    linked_at: datetime


@dataclass(frozen=True, slots=True)
class Endpoints:
    """
    What a provider says of itself (OpenID Connect Discovery).
    """

    issuer: str
    authorization: str
    token: str
    keys: str
    algorithms: tuple[str, ...]
    """Those by which it signs and that we accept."""
    posts_secret: bool
    """It wants our secret in the body, not in a header."""
    names_issuer: bool
    """Whoever comes back must bring its name along (RFC 9207)."""


@dataclass(frozen=True, slots=True)
class Client:
    """
    Who we are at a provider, and where it sends people back to.
    """

    provider: Provider
    secret: ClientSecret
    callback: str


@dataclass(frozen=True, slots=True)
class Returned:
    """
    What somebody brought back, and what it must fit.
    """

    code: str = field(repr=False)
    verifier: str = field(repr=False)
    nonce: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Identity:
    """
    Whom a token names, after everything about it was checked.
    """

    issuer: str
    subject: str
    email: str = ""
    is_email_verified: bool = False
    used_factors: bool = False
    """The provider asked for more than one thing (`mfa`, RFC 8176)."""


class Trouble(StrEnum):
    """
    Why signing in through a provider did not work.
    """

    ADDRESS = "address"
    """Its name leads nowhere, or to where nothing is asked from here."""
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    TLS = "tls"
    STATUS = "status"
    """It answered with an error."""
    HUGE = "huge"
    """Its answer is far longer than such an answer is."""
    UNREADABLE = "unreadable"
    """Its answer is no JSON, or lacks what must be in it."""
    ISSUER = "issuer"
    """It calls itself otherwise."""
    ENDPOINTS = "endpoints"
    """One of its addresses is none that we go to."""
    ALGORITHMS = "algorithms"
    """It signs in no way that we accept."""
    CLIENT = "client"
    """It does not know us, or not by this secret."""
    CODE = "code"
    """It did not take the code back that it gave."""
    TOKEN = "token"  # noqa: S105 -- a name of a trouble
    """Its token does not prove what it must."""
    STATE = "state"
    """Nobody is on the way like this: forged, used, over, or in another browser."""
    CANCELLED = "cancelled"
    """The provider sent them back without a code."""
    SEALED = "sealed"
    """Our secret lies under the seal of another key."""
    ABSENT = "absent"
    """There is no provider, or another one by now."""


class ProviderTrouble(Exception):
    """
    Signing in through the provider did not work; `trouble` says why.
    """

    def __init__(self, trouble: Trouble) -> None:
        """
        Keep why; never what a provider said.
        """
        super().__init__(trouble.value)
        self.trouble = trouble
