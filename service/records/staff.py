"""
Hold those who work here, what proves it, where they are signed in.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from service.decision.ids import MemberId, SessionId, TicketId, UnitId
from service.decision.powers import Appointment, Reach, Role, reach_of
from service.records.notices import Topic


@dataclass(frozen=True, slots=True)
class Member:
    """
    A named human of the organisation, with an account.
    """

    id: MemberId
    email: str
    """In small letters; nobody else of the organisation has it."""
    name: str
    language: str
    """BCP 47; what the pages speak."""
    appointments: tuple[Appointment, ...]
    joined_at: datetime | None = None
    """When they first chose a password; until then nobody can sign in."""
    deactivated_at: datetime | None = None
    quiet: frozenset[Topic] = frozenset()
    """Of what they want no letters; never of what is binding."""

    @property
    def is_active(self) -> bool:
        """
        Tell whether they may sign in.
        """
        return self.joined_at is not None and self.deactivated_at is None

    @property
    def reach(self) -> Reach:
        """
        Give what they may do, and where.
        """
        return reach_of(self.appointments)

    def holds(self, role: Role, unit_id: UnitId | None) -> bool:
        """
        Tell whether they have a role in a unit, or in the whole organisation.
        """
        return any(
            each.role is role and each.unit_id in {None, unit_id} for each in self.appointments
        )


@dataclass(frozen=True, slots=True)
class Credentials:
    """
    What proves that it is them.  Stored under a seal.
    """

    member_id: MemberId
    password_hash: str = field(repr=False)
    password_set_at: datetime
    factor_secret: str = field(default="", repr=False)
    """Of the second factor (RFC 6238); empty: there is none yet."""
    factor_last_step: int = 0
    """The newest step whose code was used: none up to it opens anything again."""
    recovery_digests: tuple[bytes, ...] = field(default=(), repr=False)


class Stage(StrEnum):
    """
    How far somebody has come in signing in.
    """

    CODE = "code"
    """The password was right; the code of the second factor is missing."""
    ENROL = "enrol"
    """The password was right; a second factor has to be set up first."""
    FULL = "full"
    """Signed in."""


@dataclass(frozen=True, slots=True)
class StaffSession:
    """
    One browser in which a member is signed in, or nearly.
    """

    id: SessionId
    member_id: MemberId
    digest: bytes = field(repr=False)
    stage: Stage
    started_at: datetime
    seen_at: datetime
    """Last used, to the minute."""
    expires_at: datetime
    client: str = ""
    """What the browser says it is."""
    previous_visit_at: datetime | None = None
    """When they were here before this session."""
    factor_secret: str = field(default="", repr=False)
    """Of a second factor that is being set up; stored under a seal."""
    through: str = ""
    """What proved who it is in place of a password: the organisation's provider."""


class TicketKind(StrEnum):
    """
    What a one-time link is for.
    """

    INVITATION = "invitation"
    """Choose the first password, or all anew after everything was lost."""
    RESET = "reset"
    """Choose another password; the second factor stays."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """
    A link that works once.
    """

    id: TicketId
    member_id: MemberId
    kind: TicketKind
    digest: bytes = field(repr=False)
    made_at: datetime
    expires_at: datetime
