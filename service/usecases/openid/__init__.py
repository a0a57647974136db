"""
Verbs about signing in through an organisation's own provider.

    set_provider ─► try_provider        an administrator says who it is, and tries
    begin_sign_in ─► the provider ─► finish_sign_in ─► a code, or signed in

Start reading at `finish_sign_in.py`, then `admitting.py`; `keeping.py` says who may say
what of a provider, `read_provider.py` shows it.

What we chose, and why:

*   Nobody is entered by signing in, and nothing of who came is kept but a digest.
*   Who an account is, is said once, by an address that the provider vouches for; from then
    on issuer and subject count alone: addresses are given to others.
*   Who leaves is written down here, under a seal, for ten minutes and one return, and their
    browser keeps the other half: a code that was caught elsewhere opens nothing.
*   Providers are asked outside of any transaction: they may take seconds.
*   Whoever has an account here but not there, and the other way about, is told alike.
"""

from service.usecases.openid.begin_sign_in import Departure
from service.usecases.openid.finish_sign_in import Arrival, Callback
from service.usecases.openid.read_provider import LinkedMember
from service.usecases.openid.set_provider import ProviderDetails
from service.usecases.openid.try_provider import Trial
from service.usecases.openid.verbs import OpenIdVerbs, openid_verbs

__all__ = [
    "Arrival",
    "Callback",
    "Departure",
    "LinkedMember",
    "OpenIdVerbs",
    "ProviderDetails",
    "Trial",
    "openid_verbs",
]
