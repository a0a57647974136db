"""
A provider is believed when everything about its token is right.
"""

import json
from datetime import timedelta

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from service.delivery.openid import OpenIdProviders
from service.records.openid import Identity, Trouble
from tests.openid.provider import CLIENT, Claims, Provider, published, rsa_key
from tests.openid.returning import AT, DISCOVERY, client_at, identified, trouble_of


def test_a_right_token_names_who_it_is(providers: OpenIdProviders, provider: Provider) -> None:
    identity = identified(providers, provider)

    assert (
        Identity(provider.issuer, "account-1", provider.account.email, is_email_verified=True)
        == identity
    )


def test_several_factors_are_known_by_their_name(
    providers: OpenIdProviders, provider: Provider
) -> None:
    found = []
    for said in (["pwd", "mfa"], ["pwd"], "mfa", None):
        provider.claims = {"amr": said}
        found.append(identified(providers, provider).used_factors)

    assert [True, False, False, False] == found


def test_an_address_counts_as_verified_only_if_the_token_says_true(
    providers: OpenIdProviders, provider: Provider
) -> None:
    found = []
    for said in (True, False, None, "true", 1):
        provider.account.more = {"email_verified": said}
        found.append(identified(providers, provider).is_email_verified)

    assert [True, False, False, False, False] == found


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.example"},
        {"aud": "another-client"},
        {"aud": [CLIENT, "another-client"]},
        {"aud": [CLIENT, "another-client"], "azp": "another-client"},
        {"azp": "another-client"},
        {"nonce": "of somebody else"},
        {"exp": AT.timestamp() - 61},
        {"iat": AT.timestamp() + 61},
        {"nbf": AT.timestamp() + 61},
        {"sub": ""},
        {"sub": "x" * 256},
    ],
)
def test_a_token_for_others_or_of_another_time_is_refused(
    providers: OpenIdProviders, provider: Provider, claims: Claims
) -> None:
    provider.claims = claims

    assert Trouble.TOKEN is trouble_of(lambda: identified(providers, provider))


@pytest.mark.parametrize("missing", ["iss", "sub", "aud", "exp", "iat", "nonce"])
def test_a_token_that_lacks_something_is_refused(
    providers: OpenIdProviders, provider: Provider, missing: str
) -> None:
    provider.claims = {missing: None}

    assert Trouble.UNREADABLE is trouble_of(lambda: identified(providers, provider))


def test_clocks_may_differ_by_a_minute(providers: OpenIdProviders, provider: Provider) -> None:
    at = AT.timestamp()
    for claims in ({"exp": at - 59}, {"iat": at + 59}, {"aud": [CLIENT, "b"], "azp": CLIENT}):
        provider.claims = claims
        assert "account-1" == identified(providers, provider).subject


def _unsigned(claims: Claims) -> str:
    return jwt.encode(claims, "", algorithm="none", headers={"kid": "one"})


def test_a_token_that_nobody_signed_is_refused(
    providers: OpenIdProviders, provider: Provider
) -> None:
    provider.sign = _unsigned

    assert Trouble.TOKEN is trouble_of(lambda: identified(providers, provider))


def test_a_token_signed_with_the_public_key_as_a_secret_is_refused(
    providers: OpenIdProviders, provider: Provider
) -> None:
    """
    The provider says that it takes HS256; nobody here ever does.
    """
    pem = provider.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    secret = jwt.algorithms.HMACAlgorithm(jwt.algorithms.HMACAlgorithm.SHA256)

    def forged(claims: Claims) -> str:
        whole = jwt.encode(claims, "k" * 64, algorithm="HS256", headers={"kid": "one"})
        signed = whole.rpartition(".")[0]
        signature = jwt.utils.base64url_encode(secret.sign(signed.encode(), pem)).decode()
        return f"{signed}.{signature}"

    provider.sign = forged

    assert Trouble.TOKEN is trouble_of(lambda: identified(providers, provider))


def test_a_token_of_another_key_is_refused(providers: OpenIdProviders, provider: Provider) -> None:
    other = rsa_key()
    for name in ("one", "unknown"):
        provider.sign = lambda claims, name=name: jwt.encode(  # type: ignore[misc]  # bound here
            claims, other, algorithm="RS256", headers={"kid": name}
        )
        assert Trouble.TOKEN is trouble_of(lambda: identified(providers, provider))


@pytest.mark.parametrize("token", ["", "a.b.c", "é", "a" * 100_000, "eyJhbGciOiJSUzI1NiJ9.e30."])
def test_what_is_no_token_is_refused(
    providers: OpenIdProviders, provider: Provider, token: str
) -> None:
    provider.sign = lambda _: token

    assert Trouble.TOKEN is trouble_of(lambda: identified(providers, provider))


def test_a_short_key_is_refused(providers: OpenIdProviders, provider: Provider) -> None:
    short = rsa_key(1024)
    provider.keys = [published(short)]

    def signed(claims: Claims) -> str:
        whole = provider.signed(claims).rpartition(".")[0]
        signature = short.sign(whole.encode(), PKCS1v15(), SHA256())
        return f"{whole}.{jwt.utils.base64url_encode(signature).decode()}"

    provider.sign = signed

    assert Trouble.TOKEN is trouble_of(lambda: identified(providers, provider))


def test_a_new_key_is_asked_for_once(providers: OpenIdProviders, provider: Provider) -> None:
    identified(providers, provider)
    new = rsa_key()
    provider.keys = [*provider.keys, published(new, "two")]
    provider.sign = lambda claims: jwt.encode(
        claims, new, algorithm="RS256", headers={"kid": "two"}
    )
    for _ in range(2):
        assert "account-1" == identified(providers, provider).subject

    assert 2 == provider.asked.count("/keys")
    assert 1 == provider.asked.count(DISCOVERY)


def test_what_a_provider_said_is_asked_again_after_an_hour(
    providers: OpenIdProviders, provider: Provider
) -> None:
    later = AT + timedelta(hours=1)
    identified(providers, provider)
    provider.now = later.timestamp
    identified(providers, provider, later)

    assert 2 == provider.asked.count("/keys") == provider.asked.count(DISCOVERY)


def test_other_kinds_of_keys_sign_too(providers: OpenIdProviders, provider: Provider) -> None:
    curve, edwards = generate_private_key(SECP256R1()), Ed25519PrivateKey.generate()
    algorithms = jwt.algorithms
    provider.described = {"id_token_signing_alg_values_supported": ["ES256", "EdDSA", "PS256"]}
    signers = {
        "ES256": (curve, algorithms.ECAlgorithm.to_jwk(curve.public_key(), as_dict=True)),
        "EdDSA": (edwards, algorithms.OKPAlgorithm.to_jwk(edwards.public_key(), as_dict=True)),
        "PS256": (provider.key, provider.keys[0]),
    }
    for name, (key, public) in signers.items():
        provider.keys = [{**public, "kid": name}]
        provider.sign = lambda claims, key=key, name=name: jwt.encode(  # type: ignore[misc]  # bound here
            claims, key, algorithm=name, headers={"kid": name}
        )
        assert "account-1" == identified(providers, provider).subject


def test_who_we_are_is_proven_as_the_provider_wants_it(
    providers: OpenIdProviders, provider: Provider
) -> None:
    provider.described = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert "account-1" == identified(providers, provider).subject

    wrong = client_at(provider, "another")
    assert Trouble.CLIENT is trouble_of(lambda: identified(providers, provider, client=wrong))


def test_a_code_without_its_verifier_is_not_taken_back(
    providers: OpenIdProviders, provider: Provider
) -> None:
    assert Trouble.CODE is trouble_of(lambda: identified(providers, provider, verifier="other"))


def test_a_key_that_everybody_could_sign_with_proves_nothing(
    providers: OpenIdProviders, provider: Provider
) -> None:
    """
    Some provider has published its private key: whoever reads it is the provider.
    """
    secret = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(provider.key))
    provider.keys = [{**secret, "kid": "one", "use": "sig"}]

    assert Trouble.TOKEN is trouble_of(lambda: identified(providers, provider))
    endpoints = providers.discover(provider.issuer, AT)
    assert Trouble.ALGORITHMS is trouble_of(lambda: providers.list_keys(endpoints, AT))


@pytest.mark.parametrize("odd", [["sig"], {"sig": 1}, 5])
def test_a_key_that_is_written_oddly_breaks_nothing(
    providers: OpenIdProviders, provider: Provider, odd: object
) -> None:
    good = provider.keys[0]
    provider.keys = [{**good, name: odd} for name in ("use", "alg", "kty", "kid")]
    endpoints = providers.discover(provider.issuer, AT)

    # The last is a good key under an odd name, which no token can call.
    assert 1 == providers.list_keys(endpoints, AT)
    assert Trouble.TOKEN is trouble_of(lambda: identified(providers, provider))
