"""
Begin to add a passkey as a second factor.
"""

from dataclasses import dataclass

from service.errors import Conflict
from service.records.passkeys import Asked
from service.records.staff import Stage
from service.usecases import text
from service.usecases.staff.gate import Gate
from service.usecases.staff.opening import Sessions
from service.usecases.staff.passkey_asking import PasskeyAsking, PasskeyOffer
from service.usecases.staff.proving import Proving

MOST_PASSKEYS = 20
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class BeginPasskey:
    """
    Begin to add a passkey.
    """

    gate: Gate
    sessions: Sessions
    proving: Proving
    asking: PasskeyAsking

    def __call__(self, token: str, name: str, password: str = "") -> PasskeyOffer:
        """
        Give what a browser needs to have a key made, which counts once it came back.

        Whoever is signed in already says the password again, as for a code app.

        Raises:
            NotIdentified: Not signed in so far, or a wrong password.
            InvalidInput: The name cannot be used.
            Conflict: No passkey works at our address, or there are too many.
            TooMany: Too many wrong tries lately.
        """
        if not self.gate.devices.address:
            raise Conflict("Passkeys need the address of a name over HTTPS.", field="passkey")
        carried = self.sessions.carried(token)
        with self.gate.desk.database.look(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, Stage.ENROL, Stage.FULL)
        called = text.line(name, "passkey_name", longest=LONGEST_NAME)
        if session.stage is Stage.FULL:
            self.proving(carried.organisation_id, member.id, password)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, session.stage)
            known = work.passkeys.list_of(member.id)
            if len(known) >= MOST_PASSKEYS:
                raise Conflict("Remove a passkey first: there are too many.", field="passkey")
            challenge = self.asking.ask(work, session.id, Asked.ADD, now, called)
            work.commit()
        return PasskeyOffer(self.gate.devices.ask_to_make(challenge, member, known), called)
