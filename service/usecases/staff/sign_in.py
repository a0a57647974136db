"""
Sign in: a password first, then a second factor.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NoReturn

from service.decision.ids import OrganisationId
from service.decision.powers import Role
from service.errors import NotIdentified
from service.records.organisation import SecondFactor
from service.records.staff import Credentials, Member, Stage
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import HERE, Gate, Origin
from service.usecases.staff.guessing import Guessing, Try
from service.usecases.staff.member_details import tidied_email
from service.usecases.staff.opening import Sessions, SignedIn


@dataclass(frozen=True, slots=True)
class _Looked:
    """
    What was found before the password was looked at.
    """

    tried: Try
    member: Member | None
    credentials: Credentials | None

    @property
    def stored(self) -> str | None:
        """
        Give the hash that the password must have; None: nobody may come in.
        """
        active = self.member is not None and self.member.is_active
        return self.credentials.password_hash if active and self.credentials else None


@dataclass(frozen=True, slots=True)
class SignIn:
    """
    Sign in.
    """

    gate: Gate
    guessing: Guessing
    sessions: Sessions

    def __call__(self, slug: str, email: str, password: str, origin: Origin = HERE) -> SignedIn:
        """
        Give a session that waits for a second factor, or a full one where none is asked for.

        Unknown organisations, unknown addresses and wrong passwords are refused alike,
        after the same work.

        Raises:
            NotIdentified: Not an address and password of anybody who may come in; on the
                field `provider`: they come in through that one only.
            TooMany: Too many wrong tries lately.
        """
        organisation_id = self.gate.desk.database.find_organisation(slug)
        if organisation_id is None:
            self.gate.passwords.matches(password, None)
            refuse_sign_in()
        looked = self._look(organisation_id, tidied_email(email), origin)
        right = self.gate.passwords.matches(password, looked.stored)
        with self.gate.desk.database.begin(organisation_id) as work:
            now = self.gate.desk.clock()
            member = self._admitted(work, looked) if right else None
            if member is None:
                who = looked.member.id if looked.member else None
                self.guessing.wrong(work, looked.tried, "password", who, now)
                work.commit()
                refuse_sign_in()
            if _comes_otherwise(work, member):
                self._refuse_password(work, looked.tried)
            signed_in = self._step(work, member, password, origin, now)
            if signed_in.stage is Stage.CODE:
                self.guessing.half_right(work, looked.tried)
            else:
                self.guessing.right(work, looked.tried)
            work.commit()
        return signed_in

    def _look(self, organisation_id: OrganisationId, email: str, origin: Origin) -> _Looked:
        """
        Write the try down and find whose it may be.
        """
        with self.gate.desk.database.begin(organisation_id) as work:
            tried = self.guessing.begin(work, email, origin, self.gate.desk.clock())
            member = work.staff.find_email(email)
            credentials = work.staff.find_credentials(member.id) if member else None
            work.commit()
        return _Looked(tried, member, credentials)

    def _admitted(self, work: UnitOfWork, looked: _Looked) -> Member | None:
        """
        Find the member again, unless the password was changed meanwhile.
        """
        if looked.member is None:
            return None
        work.staff.lock(looked.member.id)
        member = work.staff.find(looked.member.id)
        credentials = work.staff.find_credentials(looked.member.id)
        same = credentials is not None and credentials.password_hash == looked.stored
        return member if member is not None and member.is_active and same else None

    def _refuse_password(self, work: UnitOfWork, tried: Try) -> NoReturn:
        """
        Refuse the right password of somebody who comes in otherwise.

        Raises:
            NotIdentified: Always.
        """
        self.guessing.half_right(work, tried)
        work.commit()
        message = "Your organisation signs in through its own provider."
        raise NotIdentified(message, field="provider")

    def _step(
        self, work: UnitOfWork, member: Member, password: str, origin: Origin, now: datetime
    ) -> SignedIn:
        """
        Open the session of the step that comes next.
        """
        credentials = work.staff.find_credentials(member.id)
        if credentials and self.gate.passwords.is_outdated(credentials.password_hash):
            again = self.gate.passwords.hash(password)
            work.staff.keep_credentials(replace(credentials, password_hash=again))
        has_codes = bool(credentials and credentials.factor_secret)
        if has_codes or work.passkeys.list_of(member.id):
            return self.sessions.open(work, member, Stage.CODE, origin, now)
        if work.organisations.current().second_factor is SecondFactor.REQUIRED:
            return self.sessions.open(work, member, Stage.ENROL, origin, now)
        return self.sessions.enter(work, member, origin, now, "none")


def _comes_otherwise(work: UnitOfWork, member: Member) -> bool:
    """
    Tell whether a password does not open here, since the provider alone does.

    Administrators keep theirs: somebody must get in when the provider is down.
    """
    provider = work.openid.find_provider()
    is_keeper = any(each.role is Role.ADMINISTRATOR for each in member.appointments)
    return provider is not None and provider.is_only_way and not is_keeper


def refuse_sign_in() -> NoReturn:
    """
    Refuse an address and a password, whichever is wrong.

    Raises:
        NotIdentified: Always.
    """
    raise NotIdentified("This address and this password do not belong together.")
