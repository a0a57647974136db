"""
Give a new link to somebody who lost theirs, without asking anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import SignatoryId
from service.errors import NotFound
from service.records.families import DoorKind, Reachable
from service.records.mail import LetterKind
from service.usecases.families.doors import (
    HOUR,
    LINK_LASTS,
    MOST_REQUESTS_AN_HOUR,
    MOST_SAME_REQUESTS,
    OFTEN,
    Doorkeeper,
)
from service.usecases.families.letters import FamilyMail, Writing
from service.usecases.ports.services import Clock
from service.usecases.ports.work import UnitOfWork

MOST_OF_ONE_CONTACT = 4
NOBODY = SignatoryId("nobody")


@dataclass(frozen=True, slots=True)
class RenewLink:
    """
    Give a new link to somebody who lost theirs.
    """

    doors: Doorkeeper
    clock: Clock
    mail: FamilyMail

    def __call__(self, slug: str, contact: str) -> None:
        """
        Send a link to everybody who is reached at *contact*; say nothing of it.

        Known or not, the same is done: for a stranger a letter is written as well, to
        nobody, which is of no use from the start and never leaves.  So neither the
        answer nor its time tells who is known here (threat T2).

        Raises:
            NotFound: There is no such organisation.
        """
        organisation_id = self.doors.organisation_of(slug)
        if organisation_id is None:
            raise NotFound("There is no such organisation.")
        with self.doors.database.begin(organisation_id) as work:
            now = self.clock()
            digest = self.doors.token.digest(contact.strip().lower())
            is_quick = (
                work.family_doors.count_requests(now - OFTEN, digest) >= MOST_SAME_REQUESTS
                or work.family_doors.count_requests(now - HOUR) >= MOST_REQUESTS_AN_HOUR
            )
            found = work.family_doors.with_contact(contact)
            work.family_doors.note_request(digest, now)
            fresh = [each for each in found if self._is_fresh(work, each, now)]
            self._written(work, [] if is_quick else fresh, now)
            work.commit()

    def _is_fresh(self, work: UnitOfWork, reached: Reachable, now: datetime) -> bool:
        """
        Tell whether somebody was not given enough links just now.

        One number can be typed in a hundred ways: whoever is written to is counted too.
        """
        since = now - OFTEN
        given = work.family_doors.count(DoorKind.LINK, reached.signatory_id, since)
        return given < MOST_SAME_REQUESTS

    def _written(self, work: UnitOfWork, found: Sequence[Reachable], now: datetime) -> None:
        """
        Write to whoever was found, else to nobody.
        """
        decoy = Reachable(NOBODY, "-", email="nobody@invalid")
        for each in found[:MOST_OF_ONE_CONTACT] or [decoy]:
            secret = self.doors.issue(work, DoorKind.LINK, each.signatory_id, now, LINK_LASTS)
            link = self.mail.link(work.organisations.current(), secret)
            until_at = now if each is decoy else None
            writing = Writing(LetterKind.FAMILY_LINK, {"link": link}, until_at=until_at)
            self.mail.send(work, each, writing, now)
