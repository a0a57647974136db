"""
Recognise somebody who came in before.
"""

from dataclasses import dataclass

from service.errors import NotIdentified
from service.records.families import DoorKind
from service.usecases.families.doors import Doorkeeper, Family
from service.usecases.ports.services import Clock


@dataclass(frozen=True, slots=True)
class RecogniseFamily:
    """
    Recognise somebody who came in before.
    """

    doors: Doorkeeper
    clock: Clock

    def __call__(self, session: str) -> Family:
        """
        Give whose session it is.

        Raises:
            NotIdentified: It is over, or never was.
        """
        slug, _, secret = session.partition(".")
        organisation_id = self.doors.organisation_of(slug) if secret else None
        if organisation_id is None:
            raise NotIdentified("Nobody is signed in.")
        with self.doors.database.look(organisation_id) as work:
            key = self.doors.find(work, DoorKind.SESSION, secret, self.clock())
            reached = work.family_doors.reach(key.signatory_id) if key else None
        if key is None or reached is None:
            raise NotIdentified("Nobody is signed in.")
        return Family(
            organisation_id,
            slug,
            key.signatory_id,
            key.expires_at,
            name=reached.name,
            language=reached.language,
        )
