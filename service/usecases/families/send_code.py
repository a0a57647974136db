"""
Send a short code to the registered contact.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import SignatoryId
from service.errors import Conflict, NotFound, TooMany
from service.records.families import DoorKind
from service.records.mail import LetterKind
from service.usecases.families.doors import (
    CODE_DIGITS,
    CODE_LASTS,
    DAY,
    MOST_CODES_A_DAY,
    MOST_CODES_OFTEN,
    OFTEN,
    Doorkeeper,
)
from service.usecases.families.letters import FamilyMail, Writing
from service.usecases.ports.services import Clock
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SendCode:
    """
    Send a short code to the registered contact.
    """

    doors: Doorkeeper
    clock: Clock
    mail: FamilyMail

    def __call__(self, slug: str, secret: str) -> str:
        """
        Send a code; give the secret that binds it to this browser.

        The link stays good: a scanner that presses the button sends a code to the
        family and learns nothing.

        Raises:
            NotFound: The link is over, or never was.
            TooMany: Enough codes were sent for now.
            Conflict: No contact is known that a code could be sent to.
        """
        organisation_id = self.doors.organisation_of(slug)
        if organisation_id is None:
            raise NotFound("There is no such organisation.")
        with self.doors.database.begin(organisation_id) as work:
            now = self.clock()
            link = self.doors.find(work, DoorKind.LINK, secret, now)
            if link is None:
                raise NotFound("This link is no longer good.")
            check_pace(work, link.signatory_id, now)
            nonce = self._sent(work, link.signatory_id, now)
            work.commit()
        return nonce

    def _sent(self, work: UnitOfWork, signatory_id: SignatoryId, now: datetime) -> str:
        """
        Write the letter with the code.
        """
        reached = work.family_doors.reach(signatory_id)
        if reached is None or not self.mail.reaches(reached):
            raise Conflict("No contact is known to which a code could be sent.")
        code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
        nonce = self.doors.issue(work, DoorKind.CODE, signatory_id, now, CODE_LASTS, code)
        values = {"code": code, "minutes": str(int(CODE_LASTS.total_seconds() // 60))}
        writing = Writing(LetterKind.FAMILY_CODE, values, until_at=now + CODE_LASTS)
        self.mail.send(work, reached, writing, now)
        return nonce


def check_pace(work: UnitOfWork, signatory_id: SignatoryId, now: datetime) -> None:
    """
    Refuse more codes than a human needs.

    Raises:
        TooMany: Enough were sent for now; the last ones still work.
    """
    for since, most in ((now - OFTEN, MOST_CODES_OFTEN), (now - DAY, MOST_CODES_A_DAY)):
        if work.family_doors.count(DoorKind.CODE, signatory_id, since) >= most:
            message = "Enough codes were sent for now; wait a quarter of an hour."
            raise TooMany(message)
