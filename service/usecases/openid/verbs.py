"""
Hold the verbs about signing in through an organisation's own provider.
"""

from dataclasses import dataclass

from service.usecases.openid.admitting import Admitting
from service.usecases.openid.begin_sign_in import BeginOpenIdSignIn
from service.usecases.openid.coming_back import Callbacks, GetCallback
from service.usecases.openid.finish_sign_in import FinishOpenIdSignIn
from service.usecases.openid.read_provider import GetProvider, ListLinks, OfferProvider
from service.usecases.openid.remove_provider import RemoveProvider
from service.usecases.openid.set_provider import SetProvider
from service.usecases.openid.try_provider import TryProvider
from service.usecases.openid.unlink_member import UnlinkMember
from service.usecases.ports.openid import IdentityProviders
from service.usecases.staff.gate import Gate
from service.usecases.staff.guessing import Guessing
from service.usecases.staff.opening import Sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenIdVerbs:
    """
    Every such verb as a field: `registry.openid.set_provider`.
    """

    get_callback: GetCallback
    set_provider: SetProvider
    get_provider: GetProvider
    try_provider: TryProvider
    remove_provider: RemoveProvider
    list_links: ListLinks
    unlink_member: UnlinkMember
    offer_provider: OfferProvider
    begin_sign_in: BeginOpenIdSignIn
    finish_sign_in: FinishOpenIdSignIn


def openid_verbs(gate: Gate, providers: IdentityProviders, pages_url: str) -> OpenIdVerbs:
    """
    Give each verb its ports.
    """
    desk, callbacks = gate.desk, Callbacks(pages_url)
    guessing, sessions = Guessing(desk), Sessions(gate)
    admitting = Admitting(gate, guessing, sessions)
    return OpenIdVerbs(
        get_callback=GetCallback(desk, callbacks),
        set_provider=SetProvider(desk, providers),
        get_provider=GetProvider(desk),
        try_provider=TryProvider(desk, providers),
        remove_provider=RemoveProvider(desk),
        list_links=ListLinks(desk),
        unlink_member=UnlinkMember(desk),
        offer_provider=OfferProvider(desk),
        begin_sign_in=BeginOpenIdSignIn(gate, guessing, providers, callbacks),
        finish_sign_in=FinishOpenIdSignIn(gate, providers, admitting, callbacks),
    )
