"""
Look at a link, and change nothing.
"""

from dataclasses import dataclass

from service.decision.channels import Contact
from service.errors import NotFound
from service.records.families import DoorKind
from service.usecases.families.doors import Doorkeeper
from service.usecases.ports.services import Clock


@dataclass(frozen=True, slots=True)
class Porch:
    """
    What anybody may see who stands before the door: whose house it is.
    """

    slug: str
    house: str
    contact: Contact
    languages: tuple[str, ...]
    time_zone: str
    is_live: bool
    """The link can still ask for a code."""


@dataclass(frozen=True, slots=True)
class OpenLink:
    """
    Look at a link.
    """

    doors: Doorkeeper
    clock: Clock

    def __call__(self, slug: str, secret: str = "") -> Porch:
        """
        Say whose house it is, and whether the link still asks; nothing of anybody.

        Scanners of mail open links again and again: looking uses nothing up (threat T4).

        Raises:
            NotFound: There is no such house.
        """
        organisation_id = self.doors.organisation_of(slug)
        if organisation_id is None:
            raise NotFound("There is no such organisation.")
        with self.doors.database.look(organisation_id) as work:
            house = work.organisations.current()
            found = self.doors.find(work, DoorKind.LINK, secret, self.clock()) if secret else None
        return Porch(
            slug, house.name, house.contact, house.languages, house.time_zone, found is not None
        )
