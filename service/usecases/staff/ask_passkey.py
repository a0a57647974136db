"""
Ask for a passkey while signing in.
"""

from dataclasses import dataclass

from service.errors import Conflict
from service.records.passkeys import Asked
from service.records.staff import Stage
from service.usecases.staff.gate import Gate
from service.usecases.staff.opening import Sessions
from service.usecases.staff.passkey_asking import (
    PASSKEY,
    PasskeyAsking,
    PasskeyOffer,
    opening_here,
)


@dataclass(frozen=True, slots=True)
class AskPasskey:
    """
    Ask for a passkey while signing in.
    """

    gate: Gate
    sessions: Sessions
    asking: PasskeyAsking

    def __call__(self, token: str) -> PasskeyOffer:
        """
        Give what a browser needs to have a passkey of the member sign.

        Raises:
            NotIdentified: The password was not said yet, or the session is over.
            Conflict: The member has none, or none works at our address.
        """
        carried = self.sessions.carried(token)
        with self.gate.desk.database.begin(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            session, member = self.sessions.held(work, carried, now, Stage.CODE)
            known = opening_here(work.passkeys.list_of(member.id), self.gate.devices)
            if not known:
                raise Conflict("There is no passkey to be asked for here.", field=PASSKEY)
            challenge = self.asking.ask(work, session.id, Asked.OPEN, now)
            work.commit()
        return PasskeyOffer(self.gate.devices.ask_to_sign(challenge, known))
