"""
Ask the provider through which an organisation's staff sign in.

They speak OpenID Connect Core and Discovery 1.0.

    providers.py   ask who somebody is; what was said counts for an hour
    directory.py   what a provider says of itself, and its keys
    tokens.py      what a token must be before anything in it is believed
    asking.py      the connection: where it may go, how long, how much

Whatever goes wrong is a `ProviderTrouble` that says what, and never what was said.
"""

from service.delivery.openid.providers import OpenIdProviders

__all__ = ["OpenIdProviders"]
