"""
Make those who work here, with what opens their account.
"""

from datetime import timedelta

from service.decision.ids import MemberId, PasskeyId, SessionId, TicketId
from service.decision.powers import Appointment, Role
from service.records.passkeys import Asked, Challenge, NewKey, Passkey
from service.records.staff import Credentials, Member, StaffSession, Stage, Ticket, TicketKind
from tests.persistence.ground import NOW


def make_member(name: str = "nadia") -> Member:
    """
    Make somebody who checks for everybody.
    """
    return Member(
        id=MemberId(f"member-{name}"),
        email=f"{name}@jacinthes.example",
        name=name.capitalize(),
        language="fr",
        appointments=(Appointment(Role.CHECKER),),
        joined_at=NOW,
    )


def make_credentials(name: str = "nadia") -> Credentials:
    """
    Make what opens the account of somebody.
    """
    return Credentials(
        member_id=MemberId(f"member-{name}"),
        password_hash="$argon2id$of-nobody",
        password_set_at=NOW,
        factor_secret="JBSWY3DPEHPK3PXP",
        recovery_digests=(b"one", b"two"),
    )


def make_session(name: str = "nadia", number: int = 1) -> StaffSession:
    """
    Make a session of somebody that began now.
    """
    return StaffSession(
        id=SessionId(f"session-{name}-{number}"),
        member_id=MemberId(f"member-{name}"),
        digest=b"digest",
        stage=Stage.FULL,
        started_at=NOW,
        seen_at=NOW,
        expires_at=NOW + timedelta(hours=12),
        client="Firefox",
        factor_secret="KRSXG5CTMVRXEZLU",
    )


def make_ticket(name: str = "nadia") -> Ticket:
    """
    Make a link to choose another password.
    """
    return Ticket(
        id=TicketId(f"ticket-{name}"),
        member_id=MemberId(f"member-{name}"),
        kind=TicketKind.RESET,
        digest=b"digest",
        made_at=NOW,
        expires_at=NOW + timedelta(minutes=30),
    )


def make_passkey(name: str = "nadia", number: int = 1) -> Passkey:
    """
    Make a passkey of somebody that has signed once.
    """
    return Passkey(
        id=PasskeyId(f"passkey-{name}-{number}"),
        member_id=MemberId(f"member-{name}"),
        name="The blue telephone",
        key=NewKey(f"credential-{name}-{number}".encode(), b"public", 1, ("internal",)),
        added_at=NOW,
    )


def make_challenge(name: str = "nadia", number: int = 1) -> Challenge:
    """
    Make what a passkey is to sign in the session of somebody.
    """
    return Challenge(
        session_id=SessionId(f"session-{name}-{number}"),
        asked=Asked.OPEN,
        octets=b"sixteen octets or more of chance",
        expires_at=NOW + timedelta(minutes=5),
    )
