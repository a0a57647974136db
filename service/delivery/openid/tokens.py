"""
Check an ID token: who signed it, for whom, when, and what for.

The signature is checked by pyjwt; everything else here, by the clock that is given:
OpenID Connect Core section 3.1.3.7, in its order.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from msgspec import Struct

from service.delivery.openid.directory import read_json
from service.records.openid import Endpoints, Identity, ProviderTrouble, Trouble

LEEWAY_SECONDS = 60
"""Clocks of two houses differ."""
LONGEST_TOKEN = 64 * 1024
LONGEST_SUBJECT = 255
LEAST_RSA_BITS = 2048
SEVERAL_FACTORS = "mfa"
PRIVATE = "d"
"""Part of keys that are nobody's secret any more once they stand in a key set."""
KEY_TYPES = {"RS256": "RSA", "PS256": "RSA", "ES256": "EC", "EdDSA": "OKP"}


class UnknownKey(Exception):
    """
    A token was signed by none of the keys that we have.
    """


class _Claims(Struct, frozen=True):
    """
    What we read of a token.
    """

    iss: str
    sub: str
    aud: str | list[str]
    exp: float
    iat: float
    nonce: str
    nbf: float = 0
    azp: str | None = None
    email: str | None = None
    email_verified: Any = False
    amr: Any = None


def usable_keys(keys: Sequence[dict[str, Any]], algorithms: Sequence[str]) -> int:
    """
    Count the keys by which a token could be checked.
    """
    return sum(any(_fits(each, one) for one in algorithms) for each in keys)


def checked_token(
    token: str,
    keys: Sequence[dict[str, Any]],
    endpoints: Endpoints,
    client_id: str,
    nonce: str,
    now: datetime,
) -> Identity:
    """
    Give whom a token names, after everything about it was checked.

    Raises:
        UnknownKey: It names a key that is none of *keys*.
        ProviderTrouble: Anything about it is not as it must be.
    """
    claims = read_json(_signed(token, keys, endpoints.algorithms), _Claims)
    named = [claims.aud] if isinstance(claims.aud, str) else claims.aud
    at = now.timestamp()
    is_right = (
        claims.iss == endpoints.issuer
        and client_id in named
        and (claims.azp == client_id or (claims.azp is None and named == [client_id]))
        and at < claims.exp + LEEWAY_SECONDS
        and max(claims.iat, claims.nbf) <= at + LEEWAY_SECONDS
        and claims.nonce == nonce
        and 0 < len(claims.sub) <= LONGEST_SUBJECT
        and "\0" not in claims.sub
    )
    if not is_right:
        raise ProviderTrouble(Trouble.TOKEN)
    return Identity(
        issuer=claims.iss,
        subject=claims.sub,
        email=claims.email or "",
        is_email_verified=claims.email_verified is True,
        used_factors=isinstance(claims.amr, list) and SEVERAL_FACTORS in claims.amr,
    )


def _signed(token: str, keys: Sequence[dict[str, Any]], algorithms: Sequence[str]) -> bytes:
    """
    Give what was signed.
    """
    if len(token) > LONGEST_TOKEN or not token.isascii():
        raise ProviderTrouble(Trouble.TOKEN)
    try:
        header = jwt.get_unverified_header(token)
        algorithm = header.get("alg")
        if algorithm not in algorithms or algorithm not in KEY_TYPES:
            raise ProviderTrouble(Trouble.TOKEN)
        chosen = _key(keys, algorithm, header.get("kid"))
        key = jwt.PyJWK(chosen, algorithm=algorithm)
        if isinstance(key.key, RSAPublicKey) and key.key.key_size < LEAST_RSA_BITS:
            raise ProviderTrouble(Trouble.TOKEN)
        payload = jwt.PyJWS().decode_complete(token, key, algorithms=[algorithm])["payload"]
    except (jwt.PyJWTError, ValueError, TypeError, KeyError, RecursionError):
        raise ProviderTrouble(Trouble.TOKEN) from None
    return bytes(payload)


def _key(keys: Sequence[dict[str, Any]], algorithm: str, name: object) -> dict[str, Any]:
    """
    Give the one key that a token names; without a name, the only one there is.
    """
    fitting = [
        each
        for each in keys
        if _fits(each, algorithm) and (name is None or name == each.get("kid"))
    ]
    if not fitting:
        raise UnknownKey
    if len(fitting) > 1:
        raise ProviderTrouble(Trouble.TOKEN)
    return fitting[0]


def _fits(key: dict[str, Any], algorithm: str) -> bool:
    """
    Tell whether a key is one for signatures of a kind, and not one to make them with.
    """
    # Compared, not looked up: whoever publishes odd things breaks nothing here.
    return (
        key.get("kty") == KEY_TYPES[algorithm]
        and any(key.get("use") == each for each in (None, "sig"))
        and any(key.get("alg") == each for each in (None, algorithm))
        and PRIVATE not in key
    )
