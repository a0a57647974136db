"""
Send somebody to the provider of their organisation.
"""

import base64
import hashlib
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlencode

from service.decision.ids import OrganisationId
from service.records.openid import (
    Endpoints,
    Provider,
    ProviderTrouble,
    SignInState,
    SignInStateId,
    Trouble,
)
from service.usecases.openid.coming_back import Callbacks
from service.usecases.ports.openid import IdentityProviders
from service.usecases.staff.gate import HERE, Gate, Origin
from service.usecases.staff.guessing import Guessing, Try
from service.usecases.staff.secret_text import SecretText

WAY = timedelta(minutes=10)
"""How long somebody may take at the provider."""
SCOPE = "openid email"
"""Who it is, and the address by which a member is known the first time; nothing else."""


@dataclass(frozen=True, slots=True)
class Departure:
    """
    Where to send a browser, and what it keeps until it is back.
    """

    url: str = field(repr=False)
    kept: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BeginOpenIdSignIn:
    """
    Send somebody to the provider of their organisation.
    """

    gate: Gate
    guessing: Guessing
    providers: IdentityProviders
    callbacks: Callbacks

    def __call__(self, slug: str, back: str = "/", origin: Origin = HERE) -> Departure:
        """
        Give where to go; who comes back is looked at by `finish_sign_in`.

        Raises:
            ProviderTrouble: There is no provider, or it says nothing that can be used.
            TooMany: Too many left from this address lately and did not come back.
        """
        organisation_id = self.gate.desk.database.find_organisation(slug) if slug else None
        if organisation_id is None:
            raise ProviderTrouble(Trouble.ABSENT)
        state_id = SignInStateId(self.gate.desk.new_id())
        tried, provider = self._counted(organisation_id, state_id, origin)
        endpoints = self.providers.discover(provider.issuer, self.gate.desk.clock())
        secret, kept, nonce, verifier = (self.gate.token.issue() for _ in range(4))
        with self.gate.desk.database.begin(organisation_id) as work:
            state = SignInState(
                id=state_id,
                digest=self.gate.token.digest(secret),
                browser=self.gate.token.digest(kept),
                expires_at=self.gate.desk.clock() + WAY,
                issuer=provider.issuer,
                nonce=nonce,
                verifier=verifier,
                back=back,
                account=tried.account,
                of_address=tried.of_address,
            )
            work.openid_states.add(state)
            work.commit()
        carried = SecretText(slug, state_id, secret)
        return Departure(self._url(provider, endpoints, state, carried), kept)

    def _counted(
        self, organisation_id: OrganisationId, state_id: SignInStateId, origin: Origin
    ) -> tuple[Try, Provider]:
        """
        Write the try down before anybody outside is asked.
        """
        with self.gate.desk.database.begin(organisation_id) as work:
            provider = work.openid.find_provider()
            if provider is None:
                raise ProviderTrouble(Trouble.ABSENT)
            now = self.gate.desk.clock()
            tried = self.guessing.begin(work, f"openid {state_id}", origin, now)
            work.commit()
        return tried, provider

    def _url(
        self, provider: Provider, endpoints: Endpoints, state: SignInState, carried: SecretText
    ) -> str:
        """
        Write the question to the provider (OpenID Connect Core section 3.1.2.1).
        """
        challenge = hashlib.sha256(state.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "scope": SCOPE,
            "client_id": provider.client_id,
            "redirect_uri": self.callbacks.at(carried.slug),
            "state": str(carried),
            "nonce": state.nonce,
            "code_challenge": base64.urlsafe_b64encode(challenge).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        mark = "&" if "?" in endpoints.authorization else "?"
        return f"{endpoints.authorization}{mark}{urlencode(asked)}"
