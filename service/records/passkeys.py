"""
Hold the passkeys of staff, and what one was asked to sign.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from service.decision.ids import MemberId, PasskeyId, SessionId


@dataclass(frozen=True, slots=True)
class NewKey:
    """
    What a device made for us: nothing secret, and nobody's name.
    """

    credential_id: bytes = field(repr=False)
    public_key: bytes = field(repr=False)
    """As COSE writes it (RFC 9052)."""
    counter: int
    """How often it has signed; 0 for ever where a device does not count."""
    transports: tuple[str, ...] = ()
    """How a browser reaches the device: a hint for the next time."""
    host: str = ""
    """For which name of ours it was made, at no other of which it signs."""


@dataclass(frozen=True, slots=True)
class Passkey:
    """
    A device, or what it keeps in step with others, that signs for a member.
    """

    id: PasskeyId
    member_id: MemberId
    name: str
    """What the member calls it."""
    key: NewKey
    added_at: datetime
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """
    Which passkey signed what was asked, and how often it has signed.
    """

    credential_id: bytes = field(repr=False)
    counter: int


class Asked(StrEnum):
    """
    What a passkey is asked for.
    """

    ADD = "add"
    """To make a key for us."""
    OPEN = "open"
    """To sign, so that its owner is let in."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """
    What a passkey has to sign in one session, once, within minutes.
    """

    session_id: SessionId
    asked: Asked
    octets: bytes = field(repr=False)
    expires_at: datetime
    name: str = ""
    """What the passkey that is being added will be called."""
