"""
Close a family's session.
"""

from dataclasses import dataclass

from service.usecases.families.doors import Doorkeeper


@dataclass(frozen=True, slots=True)
class LeaveFamily:
    """
    Close a family's session.
    """

    doors: Doorkeeper

    def __call__(self, session: str) -> None:
        """
        Let the secret of a session open nothing any more; an unknown one never did.
        """
        slug, _, secret = session.partition(".")
        organisation_id = self.doors.organisation_of(slug) if secret else None
        if organisation_id is None:
            return
        with self.doors.database.begin(organisation_id) as work:
            work.family_doors.close(self.doors.token.digest(secret))
            work.commit()
