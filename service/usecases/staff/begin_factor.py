"""
Begin to set up a second factor.
"""

from dataclasses import dataclass, field

from service.records.staff import Stage
from service.usecases.staff.gate import Gate
from service.usecases.staff.opening import Sessions
from service.usecases.staff.proving import Proving


@dataclass(frozen=True, slots=True)
class FactorOffer:
    """
    What an app on a telephone needs to show codes.
    """

    secret: str = field(repr=False)
    """To be typed where no camera is at hand."""
    address: str = field(repr=False)
    """What a QR code holds."""


@dataclass(frozen=True, slots=True)
class BeginFactor:
    """
    Begin to set up a second factor.
    """

    gate: Gate
    sessions: Sessions
    proving: Proving

    def __call__(self, token: str, password: str = "") -> FactorOffer:
        """
        Give the secret to put into an app; nothing counts before a code of it came back.

        Whoever is signed in already says the password again: a telephone left on a table
        must not be enough to lock its owner out.  Asked again while signing in, it gives
        the same secret, so that a page can be loaded twice.

        Raises:
            NotIdentified: Not signed in so far, or a wrong password.
        """
        carried = self.sessions.carried(token)
        with self.gate.desk.database.look(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, Stage.ENROL, Stage.FULL)
        if session.stage is Stage.FULL:
            self.proving(carried.organisation_id, member.id, password)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, session.stage)
            known = session.factor_secret if session.stage is Stage.ENROL else ""
            secret = known or self.gate.codes.new_secret()
            work.staff_sessions.offer_factor(session.id, secret)
            house = work.organisations.current().name
            work.commit()
        return FactorOffer(secret, self.gate.codes.address(secret, member.email, house))
