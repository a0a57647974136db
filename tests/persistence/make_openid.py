"""
Make a provider through which staff sign in, and somebody on the way there.
"""

from datetime import timedelta

from service.records.openid import ClientSecret, Provider, SignInState, SignInStateId
from tests.persistence.ground import NOW


def make_provider() -> Provider:
    """
    Make a provider.
    """
    return Provider(
        issuer="https://id.jacinthes.example", client_id="obstat", name="Jacinthes", set_at=NOW
    )


def make_client_secret() -> ClientSecret:
    """
    Make what proves us there.
    """
    return ClientSecret(text="geheim")


def make_state() -> SignInState:
    """
    Make somebody who left now.
    """
    return SignInState(
        id=SignInStateId("state-1"),
        digest=b"digest",
        browser=b"browser",
        expires_at=NOW + timedelta(minutes=10),
        issuer=make_provider().issuer,
        nonce="nonce",
        verifier="verifier",
        back="/",
        account="account:openid",
        of_address=None,
    )
