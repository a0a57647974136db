"""
Ask for those who work here, their sessions, links and wrong guesses.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from service.decision.ids import ActorId, MemberId, SessionId, TicketId
from service.records.paging import Listing, Page
from service.records.staff import Credentials, Member, StaffSession, Ticket


class Staff(Protocol):
    """
    Members, and what proves that it is them.
    """

    def add(self, record: Member, at: datetime, by: ActorId) -> int:
        """
        Write the next version of a member and give its number.

        Raises:
            AlreadyExists: Somebody else has this e-mail address.
        """
        ...

    def get(self, record_id: str, known_at: datetime | None = None) -> Member:
        """
        Give a member.

        Raises:
            NotFound: There is none.
        """
        ...

    def find(self, record_id: str, known_at: datetime | None = None) -> Member | None:
        """
        Find a member.
        """
        ...

    def find_email(self, email: str) -> Member | None:
        """
        Find a member by the address they sign in with.
        """
        ...

    def list_page(self, page: Page) -> Listing[Member]:
        """
        Give one page, by id.
        """
        ...

    def lock(self, member_id: MemberId) -> None:
        """
        Keep everybody else from a member's credentials until we end.
        """
        ...

    def find_credentials(self, member_id: MemberId) -> Credentials | None:
        """
        Find what proves that it is them.
        """
        ...

    def keep_credentials(self, credentials: Credentials) -> None:
        """
        Write what proves that it is them, in place of what did before.
        """
        ...

    def seen_at(self, member_id: MemberId) -> datetime | None:
        """
        Give when they were here last.
        """
        ...

    def see(self, member_id: MemberId, at: datetime) -> None:
        """
        Note that they are here.
        """
        ...

    def erase(self, member_id: MemberId, at: datetime) -> None:
        """
        Destroy every version of a member, and what proves that it is them.
        """
        ...


class StaffSessions(Protocol):
    """
    Where members are signed in.
    """

    def add(self, session: StaffSession) -> None:
        """
        Write a session.
        """
        ...

    def find(self, session_id: SessionId) -> StaffSession | None:
        """
        Find a session, over or not.
        """
        ...

    def list_of(self, member_id: MemberId) -> Sequence[StaffSession]:
        """
        Give all sessions of a member, oldest first.
        """
        ...

    def see(self, session_id: SessionId, at: datetime) -> None:
        """
        Note that a session is in use.
        """
        ...

    def offer_factor(self, session_id: SessionId, secret: str) -> None:
        """
        Keep the secret of a second factor that is being set up in a session.
        """
        ...

    def end(self, session_id: SessionId) -> None:
        """
        End a session: whoever carries it is nobody from now on.
        """
        ...

    def end_all(self, member_id: MemberId, but: SessionId | None = None) -> None:
        """
        End every session of a member, except one.
        """
        ...

    def forget(self, before: datetime) -> int:
        """
        Delete what was over before an instant.
        """
        ...


class StaffTickets(Protocol):
    """
    One-time links.
    """

    def add(self, ticket: Ticket) -> None:
        """
        Write a link in place of every other that its member has.
        """
        ...

    def find(self, ticket_id: TicketId) -> Ticket | None:
        """
        Find a link that was not used yet.
        """
        ...

    def use(self, member_id: MemberId) -> None:
        """
        Let no link of a member work any more.
        """
        ...

    def forget(self, before: datetime) -> int:
        """
        Delete what was over before an instant.
        """
        ...


class StaffAttempts(Protocol):
    """
    Who guessed wrong lately.
    """

    def count(self, subject: str, since: datetime) -> int:
        """
        Count the attempts on a subject; nobody else counts it until we end.
        """
        ...

    def add(self, attempt_id: str, subject: str, at: datetime) -> None:
        """
        Note an attempt on a subject.
        """
        ...

    def take_back(self, attempt_id: str) -> None:
        """
        Forget one attempt.
        """
        ...

    def forgive(self, subject: str) -> None:
        """
        Forget every attempt on a subject.
        """
        ...

    def forget(self, before: datetime) -> int:
        """
        Delete what was tried before an instant.
        """
        ...


class StaffWork(Protocol):
    """
    What a unit of work reaches of those who work here.
    """

    @property
    def staff(self) -> Staff:
        """
        Reach those who work here.
        """
        ...

    @property
    def staff_sessions(self) -> StaffSessions:
        """
        Reach where they are signed in.
        """
        ...

    @property
    def staff_tickets(self) -> StaffTickets:
        """
        Reach their one-time links.
        """
        ...

    @property
    def staff_attempts(self) -> StaffAttempts:
        """
        Reach who guessed wrong lately.
        """
        ...
