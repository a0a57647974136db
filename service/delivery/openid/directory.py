"""
Read what a provider says of itself, and its keys.
"""

from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from service.delivery.openid.asking import Asking
from service.records.openid import Endpoints, ProviderTrouble, Trouble

ALLOWED = ("RS256", "PS256", "ES256", "EdDSA")
"""Signatures that only the provider can make: never `none`, never a shared secret."""
DISCOVERY = "/.well-known/openid-configuration"
_POSTED = "client_secret_post"
_IN_HEADER = "client_secret_basic"

S = TypeVar("S")


class _Document(Struct, frozen=True):
    """
    What we read of a provider's description (OpenID Connect Discovery section 3).
    """

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    id_token_signing_alg_values_supported: tuple[str, ...] = ("RS256",)
    token_endpoint_auth_methods_supported: tuple[str, ...] = (_IN_HEADER,)
    authorization_response_iss_parameter_supported: bool = False


class _KeySet(Struct, frozen=True):
    """
    The keys of a provider (RFC 7517 section 5).
    """

    keys: list[dict[str, Any]]


def read_json(body: bytes, kind: type[S]) -> S:
    """
    Read an answer that must have a shape.

    Raises:
        ProviderTrouble: It is no JSON, or of another shape.
    """
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise ProviderTrouble(Trouble.UNREADABLE) from None


def read_endpoints(asking: Asking, issuer: str) -> Endpoints:
    """
    Read what a provider says of itself.

    Raises:
        ProviderTrouble: It says nothing that can be used, or that it is somebody else.
    """
    found = read_json(asking.get(issuer.removesuffix("/") + DISCOVERY), _Document)
    if found.issuer != issuer:
        raise ProviderTrouble(Trouble.ISSUER)
    for each in (found.authorization_endpoint, found.token_endpoint, found.jwks_uri):
        if asking.goes_to(each) is None:
            raise ProviderTrouble(Trouble.ENDPOINTS)
    signs = tuple(each for each in ALLOWED if each in found.id_token_signing_alg_values_supported)
    if not signs:
        raise ProviderTrouble(Trouble.ALGORITHMS)
    ways = found.token_endpoint_auth_methods_supported
    return Endpoints(
        issuer=issuer,
        authorization=found.authorization_endpoint,
        token=found.token_endpoint,
        keys=found.jwks_uri,
        algorithms=signs,
        posts_secret=_POSTED in ways and _IN_HEADER not in ways,
        names_issuer=found.authorization_response_iss_parameter_supported,
    )


def read_keys(asking: Asking, endpoints: Endpoints) -> list[dict[str, Any]]:
    """
    Read the keys by which a provider signs.

    Raises:
        ProviderTrouble: It gives none.
    """
    return read_json(asking.get(endpoints.keys), _KeySet).keys
