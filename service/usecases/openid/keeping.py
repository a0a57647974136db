"""
Say who keeps the provider, and what is accepted of it.
"""

from service.decision.powers import Scope
from service.errors import InvalidInput, Unavailable
from service.records.openid import ClientSecret, ProviderTrouble, Trouble
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.ports.openid import IdentityProviders, OpenIdWork
from service.usecases.sight.people import needs_everybody

DISCOVERY = "/.well-known/openid-configuration"
LONGEST_ISSUER = 255
LONGEST_SECRET = 2000


def needs_keeper(caller: Caller) -> None:
    """
    Pass when the caller may say through whom the staff sign in.

    Raises:
        NotAllowed: No `admin` scope, or for some units only.
    """
    caller.needs(Scope.ADMIN)
    needs_everybody(caller)


def checked_issuer(issuer: str, providers: IdentityProviders) -> str:
    """
    Accept the address of a provider, or that of what it says of itself.

    Raises:
        InvalidInput: Nothing is asked at such an address from here.
    """
    address = issuer.strip().removesuffix(DISCOVERY)
    if not address or len(address) > LONGEST_ISSUER or "?" in address:
        raise InvalidInput("An issuer is an address without a question mark.", field="issuer")
    try:
        providers.check(address)
    except InvalidInput as refused:
        raise InvalidInput(refused.message, field="issuer") from None
    return address


def checked_client_id(client_id: str) -> str:
    """
    Accept what we are called at a provider.

    Raises:
        InvalidInput: It cannot be one.
    """
    return text.line(client_id, "client_id", longest=LONGEST_ISSUER)


def checked_secret(secret: str) -> str:
    """
    Accept what proves to a provider that it is us.

    Raises:
        InvalidInput: It cannot be one; the text is not repeated.
    """
    clean = secret.strip()
    if not clean or len(clean) > LONGEST_SECRET or not (clean.isascii() and clean.isprintable()):
        raise InvalidInput("A secret is one line of ASCII characters.", field="client_secret")
    return clean


def opened_secret(work: OpenIdWork) -> ClientSecret:
    """
    Give what proves us to the provider.

    Raises:
        ProviderTrouble: There is none, or its seal does not open.
    """
    try:
        secret = work.openid.find_secret()
    except Unavailable:
        raise ProviderTrouble(Trouble.SEALED) from None
    if secret is None:
        raise ProviderTrouble(Trouble.ABSENT)
    return secret
