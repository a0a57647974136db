"""
Bundle what every verb of signing in needs.
"""

from dataclasses import dataclass
from datetime import timedelta

from service.decision.ids import ActorId, OrganisationId
from service.ledger.kinds import ActorKind
from service.records.activity import Actor
from service.records.staff import Stage
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.passkeys import Devices
from service.usecases.ports.proving import OneTimeCodes, Passwords
from service.usecases.ports.services import Token

HALF_SESSIONS: dict[Stage, timedelta] = {
    Stage.CODE: timedelta(minutes=10),
    # An app has to be found and installed first.
    Stage.ENROL: timedelta(minutes=30),
}
"""How long a right password waits for what comes next."""
INVITATION = timedelta(days=7)
RESET = timedelta(minutes=30)
SEEN_EVERY = timedelta(minutes=1)
"""A session's use is written no more often: a page would cost a write otherwise."""


@dataclass(frozen=True, slots=True)
class SessionRules:
    """
    How long a session lives.
    """

    idle: timedelta
    """Unused for so long, it is over (ASVS 7.3.1)."""
    longest: timedelta
    """Over after so long, however it is used (ASVS 7.3.2)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """
    Where somebody signs in from.
    """

    address: str = ""
    """The network address; empty: the machine itself.  Counted, never stored as it is."""
    client: str = ""
    """What the browser says it is."""


HERE = Origin()


@dataclass(frozen=True, slots=True)
class Gate:
    """
    Where a verb of signing in finds storage, secrets and proofs.
    """

    desk: Desk
    token: Token
    passwords: Passwords
    codes: OneTimeCodes
    devices: Devices
    rules: SessionRules


def stranger_in(organisation_id: OrganisationId) -> Caller:
    """
    Give the caller that somebody is who has proved nothing yet.
    """
    actor = Actor(
        id=ActorId("unidentified"),
        kind=ActorKind.UNIDENTIFIED,
        name="",
        scopes=frozenset(),
        unit_ids=None,
    )
    return Caller(organisation_id=organisation_id, actor=actor)
