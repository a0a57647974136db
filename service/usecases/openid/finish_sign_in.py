"""
Let in who comes back from the provider, if they work here.
"""

from dataclasses import dataclass, field

from service.decision.channels import Contact
from service.decision.ids import OrganisationId
from service.errors import Unavailable
from service.records.openid import (
    Client,
    Endpoints,
    Provider,
    ProviderTrouble,
    Returned,
    SignInState,
    SignInStateId,
    Trouble,
)
from service.usecases.openid.admitting import Admitting, Proven
from service.usecases.openid.coming_back import Callbacks
from service.usecases.openid.keeping import opened_secret
from service.usecases.ports.openid import IdentityProviders
from service.usecases.staff.gate import HERE, Gate, Origin
from service.usecases.staff.opening import SignedIn
from service.usecases.staff.secret_text import SecretText, read_secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """
    What a browser brings back from a provider.
    """

    house: str
    """Of which house the address is that they came back to."""
    state: str = field(repr=False)
    code: str = field(default="", repr=False)
    issuer: str = ""
    """Who says that it sent them (RFC 9207)."""
    kept: str = field(default="", repr=False)
    """What this browser kept meanwhile."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """
    Somebody who is let in, or whom to ask for an account.
    """

    back: str
    signed_in: SignedIn | None
    contact: Contact


@dataclass(frozen=True, slots=True)
class FinishOpenIdSignIn:
    """
    Let in who comes back from the provider.
    """

    gate: Gate
    providers: IdentityProviders
    admitting: Admitting
    callbacks: Callbacks

    def __call__(self, callback: Callback, origin: Origin = HERE) -> Arrival:
        """
        Give a session at the step that comes next, or nobody who works here.

        Raises:
            ProviderTrouble: They did not leave from this browser a moment ago, or the
                provider does not prove who it is.
        """
        text, organisation_id = self._carried(callback)
        state, client = self._taken(text, organisation_id, callback)
        if not callback.code:
            raise ProviderTrouble(Trouble.CANCELLED)
        now = self.gate.desk.clock()
        self._refuse_mixed_up(self.providers.discover(state.issuer, now), callback)
        returned = Returned(callback.code, state.verifier, state.nonce)
        identity = self.providers.identify(client, returned, now)
        proven = Proven(client.provider, identity)
        signed_in, contact = self.admitting(organisation_id, proven, state, origin)
        return Arrival(state.back, signed_in, contact)

    def _carried(self, callback: Callback) -> tuple[SecretText, OrganisationId]:
        """
        Say in which organisation to look for who left: they come back where they left.
        """
        text = read_secret(callback.state)
        found = self.gate.desk.database.find_organisation(text.slug) if text else None
        if text is None or found is None or text.slug != callback.house:
            raise ProviderTrouble(Trouble.STATE)
        return text, found

    def _taken(
        self, text: SecretText, organisation_id: OrganisationId, callback: Callback
    ) -> tuple[SignInState, Client]:
        """
        Find who left, and the provider they left for; they are found this once.

        Whatever is wrong with them afterwards: a state that was shown once is used.
        """
        with self.gate.desk.database.begin(organisation_id) as work:
            try:
                state = work.openid_states.take(SignInStateId(text.id))
            except Unavailable:
                raise ProviderTrouble(Trouble.STATE) from None
            if state is None or not self.gate.token.matches(text.secret, state.digest):
                raise ProviderTrouble(Trouble.STATE)  # rolled back: a guess uses nothing up
            provider = work.openid.find_provider()
            work.commit()
        is_theirs = self.gate.token.matches(callback.kept, state.browser)
        if not is_theirs or self.gate.desk.clock() >= state.expires_at:
            raise ProviderTrouble(Trouble.STATE)
        if provider is None or provider.issuer != state.issuer:
            raise ProviderTrouble(Trouble.ABSENT)
        return state, self._client(organisation_id, provider)

    def _client(self, organisation_id: OrganisationId, provider: Provider) -> Client:
        with self.gate.desk.database.look(organisation_id) as work:
            slug = work.organisations.current().slug
            return Client(provider, opened_secret(work), self.callbacks.at(slug))

    @staticmethod
    def _refuse_mixed_up(endpoints: Endpoints, callback: Callback) -> None:
        """
        Refuse what another provider sent (RFC 9207 section 2.4).
        """
        named = callback.issuer or (None if endpoints.names_issuer else endpoints.issuer)
        if named != endpoints.issuer:
            raise ProviderTrouble(Trouble.STATE)
