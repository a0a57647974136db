"""
Ask a member who is signed in for the password again (ASVS 7.5.1).
"""

from dataclasses import dataclass

from service.decision.ids import MemberId, OrganisationId
from service.errors import NotIdentified
from service.usecases.staff.gate import HERE, Gate
from service.usecases.staff.guessing import Guessing


@dataclass(frozen=True, slots=True)
class Proving:
    """
    Ask for the password again before what would lock its owner out.
    """

    gate: Gate
    guessing: Guessing

    def __call__(self, organisation_id: OrganisationId, member_id: MemberId, password: str) -> None:
        """
        Pass when this is the member's password.

        Raises:
            NotIdentified: It is not.
            TooMany: Too many wrong tries lately.
        """
        desk = self.gate.desk
        with desk.database.begin(organisation_id) as work:
            member = work.staff.get(member_id)
            tried = self.guessing.begin(work, member.email, HERE, desk.clock())
            credentials = work.staff.find_credentials(member_id)
            work.commit()
        stored = credentials.password_hash if credentials else None
        right = self.gate.passwords.matches(password, stored)
        with desk.database.begin(organisation_id) as work:
            if right:
                self.guessing.right(work, tried)
            else:
                self.guessing.wrong(work, tried, "password", member_id, desk.clock())
            work.commit()
        if not right:
            raise NotIdentified("This is not your password.", field="current_password")
