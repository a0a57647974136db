"""
Open sessions, and find them again.

Each step of signing in gets a token of its own, made here; none is ever taken over
from a browser, so nobody can plant one.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NoReturn

from service.decision.ids import OrganisationId, SessionId
from service.errors import NotIdentified
from service.ledger.entry import EntryKind
from service.records.staff import Member, StaffSession, Stage
from service.usecases.ports.work import UnitOfWork
from service.usecases.staff.gate import HALF_SESSIONS, SEEN_EVERY, Gate, Origin
from service.usecases.staff.member_caller import caller_for
from service.usecases.staff.secret_text import SecretText, read_secret
from service.usecases.text import MAX_LINE


@dataclass(frozen=True, slots=True)
class SignedIn:
    """
    A session, and what the browser has to keep for it.
    """

    session: StaffSession
    token: str = field(repr=False)

    @property
    def house(self) -> str:
        """
        Give the short name of the organisation.
        """
        return self.token.partition(".")[0]

    @property
    def stage(self) -> Stage:
        """
        Say how far they have come.
        """
        return self.session.stage


@dataclass(frozen=True, slots=True)
class Carried:
    """
    A token whose organisation exists; nothing is proven yet.
    """

    organisation_id: OrganisationId
    text: SecretText


@dataclass(frozen=True, slots=True)
class Sessions:
    """
    Open sessions, and find them again.
    """

    gate: Gate

    def open(
        self,
        work: UnitOfWork,
        member: Member,
        stage: Stage,
        origin: Origin,
        now: datetime,
        through: str = "",
    ) -> SignedIn:
        """
        Open a session with a token of its own.

        Args:
            through: What stood in place of a password.
        """
        secret = self.gate.token.issue()
        full = stage is Stage.FULL
        session = StaffSession(
            id=SessionId(self.gate.desk.new_id()),
            member_id=member.id,
            digest=self.gate.token.digest(secret),
            stage=stage,
            started_at=now,
            seen_at=now,
            expires_at=now + HALF_SESSIONS.get(stage, self.gate.rules.longest),
            client=_shown(origin.client),
            previous_visit_at=work.staff.seen_at(member.id) if full else None,
            through=through,
        )
        work.staff_sessions.add(session)
        slug = work.organisations.current().slug
        return SignedIn(session, str(SecretText(slug, session.id, secret)))

    def enter(
        self,
        work: UnitOfWork,
        member: Member,
        origin: Origin,
        now: datetime,
        factor: str,
        through: str = "",
    ) -> SignedIn:
        """
        Open a full session; write down by which *factor*, *through* what.
        """
        signed_in = self.open(work, member, Stage.FULL, origin, now, through)
        work.staff.see(member.id, now)
        payload = {"session_id": signed_in.session.id, "factor": factor}
        if through:
            payload["through"] = through
        caller = caller_for(work.organisation_id, member)
        self.gate.desk.record.append(work, caller, EntryKind.STAFF_SIGNED_IN, now, payload)
        return signed_in

    def carried(self, token: str) -> Carried:
        """
        Say in which organisation to look for a token.

        Raises:
            NotIdentified: It cannot be one of ours.
        """
        text = read_secret(token)
        found = self.gate.desk.database.find_organisation(text.slug) if text else None
        if text is None or found is None:
            signed_out()
        return Carried(found, text)

    def held(
        self, work: UnitOfWork, carried: Carried, now: datetime, *stages: Stage
    ) -> tuple[StaffSession, Member]:
        """
        Find the session of a token, which nobody else changes until we end.

        Raises:
            NotIdentified: There is none, it is over, or at another stage.
        """
        session_id = SessionId(carried.text.id)
        before = work.staff_sessions.find(session_id)
        if before is None:
            signed_out()
        work.staff.lock(before.member_id)
        # Read again under the lock: of twenty at once one alone finds it.
        session = work.staff_sessions.find(session_id)
        member = work.staff.find(before.member_id)
        if session is None or member is None or session.stage not in stages:
            signed_out()
        if not self.is_proven(session, member, carried.text.secret, now):
            signed_out()
        return session, member

    def is_proven(self, session: StaffSession, member: Member, secret: str, now: datetime) -> bool:
        """
        Tell whether *secret* opens a session that lives.
        """
        right = self.gate.token.matches(secret, session.digest)
        return (
            right
            and member.is_active
            and now < session.expires_at
            and now - session.seen_at <= self.gate.rules.idle
        )


def is_worth_noting(session: StaffSession, now: datetime) -> bool:
    """
    Tell whether the use of a session is to be written down again.
    """
    return now - session.seen_at >= SEEN_EVERY


def signed_out() -> NoReturn:
    """
    Refuse a token, whatever is wrong with it.

    Raises:
        NotIdentified: Always.
    """
    raise NotIdentified("You are not signed in, or no longer.")


def _shown(client: str) -> str:
    """
    Give what is kept of a browser's name: one short line of plain letters.
    """
    return "".join(letter for letter in client if " " <= letter <= "~")[:MAX_LINE]
