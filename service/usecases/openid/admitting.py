"""
Say who an account at the provider is here, once and for all.

The first time by an address that the provider vouches for; from then on by issuer and
subject alone.  An address that the provider gives to somebody else opens nothing.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.channels import Contact
from service.decision.ids import OrganisationId
from service.ledger.entry import EntryKind
from service.records.openid import (
    THROUGH,
    Identity,
    Provider,
    ProviderLink,
    ProviderTrouble,
    SignInState,
    Trouble,
)
from service.records.organisation import SecondFactor
from service.records.staff import Member, Stage
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import Gate, Origin, stranger_in
from service.usecases.staff.guessing import Guessing, Try
from service.usecases.staff.member_caller import caller_for
from service.usecases.staff.member_details import tidied_email
from service.usecases.staff.opening import Sessions, SignedIn


@dataclass(frozen=True, slots=True)
class Proven:
    """
    Whom a provider names, as we knew it when it was asked.
    """

    asked: Provider
    identity: Identity


@dataclass(frozen=True, slots=True)
class Admitting:
    """
    Say who an account at the provider is here, and let them in.
    """

    gate: Gate
    guessing: Guessing
    sessions: Sessions

    def __call__(
        self,
        organisation_id: OrganisationId,
        proven: Proven,
        state: SignInState,
        origin: Origin,
    ) -> tuple[SignedIn | None, Contact]:
        """
        Give the session of the step that comes next; None: nobody who may come in.

        Nobody is entered by signing in.

        Raises:
            ProviderTrouble: The provider was changed meanwhile.
        """
        with self.gate.desk.database.begin(organisation_id) as work:
            # Whoever forgets every link meanwhile must not find one more afterwards.
            work.openid.lock()
            now, identity = self.gate.desk.clock(), proven.identity
            provider = work.openid.find_provider()
            if provider is None or provider.accounts != proven.asked.accounts:
                raise ProviderTrouble(Trouble.ABSENT)
            member = self._known(work, provider, identity, now)
            signed_in = None
            if member is None:
                self._refused(work, now)
            else:
                signed_in = self._step(work, member, provider, identity, origin, now)
                self.guessing.right(work, Try(state.account, state.of_address))
            contact = work.organisations.current().contact
            work.commit()
        return signed_in, contact

    def _known(
        self, work: UnitOfWork, provider: Provider, identity: Identity, now: datetime
    ) -> Member | None:
        """
        Find who it is; the first time, write it down.
        """
        linked = work.openid.find_linked(identity.issuer, identity.subject)
        if linked is not None:
            work.staff.lock(linked.member_id)
            return _active(work.staff.find(linked.member_id))
        if not identity.email or not (identity.is_email_verified or provider.trusts_addresses):
            return None
        found = work.staff.find_email(tidied_email(identity.email))
        if found is None or found.email != _as_written(identity.email):
            return None
        work.staff.lock(found.id)
        # Read again under the lock: of two accounts with one address, one is linked.
        member = _active(work.staff.find(found.id))
        if member is None or work.openid.find_link_of(member.id) is not None:
            return None
        work.openid.link(identity.issuer, identity.subject, ProviderLink(member.id, now))
        caller, payload = caller_for(work.organisation_id, member), {"member_id": member.id}
        self.gate.desk.record.append(work, caller, EntryKind.OPENID_LINKED, now, payload)
        return member

    def _step(
        self,
        work: UnitOfWork,
        member: Member,
        provider: Provider,
        identity: Identity,
        origin: Origin,
        now: datetime,
    ) -> SignedIn:
        """
        Open the session of the step that comes next.
        """
        if identity.used_factors or provider.asks_factor:
            return self.sessions.enter(work, member, origin, now, "provider", THROUGH)
        credentials = work.staff.find_credentials(member.id)
        has_codes = bool(credentials and credentials.factor_secret)
        if has_codes or work.passkeys.list_of(member.id):
            return self.sessions.open(work, member, Stage.CODE, origin, now, THROUGH)
        if work.organisations.current().second_factor is SecondFactor.REQUIRED:
            return self.sessions.open(work, member, Stage.ENROL, origin, now, THROUGH)
        return self.sessions.enter(work, member, origin, now, "none", THROUGH)

    def _refused(self, work: UnitOfWork, now: datetime) -> None:
        """
        Write down that somebody came who has no account here, and nothing of who.
        """
        payload = {"member_id": None, "what": THROUGH}
        kind, caller = EntryKind.STAFF_SIGN_IN_FAILED, stranger_in(work.organisation_id)
        self.gate.desk.record.append(work, caller, kind, now, payload)


def _as_written(email: str) -> str:
    """
    Give an address with small letters for capitals from A to Z, and no other changed.

    A Kelvin sign is no K to a provider, which may have vouched for either.
    """
    return email.strip().encode().lower().decode()


def _active(member: Member | None) -> Member | None:
    return member if member is not None and member.is_active else None
