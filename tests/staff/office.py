"""
An organisation with people who sign in, and words for what tests need often.
"""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pyotp

from service.decision.channels import Contact
from service.decision.ids import UnitId
from service.decision.powers import Appointment, Role
from service.errors import NotIdentified
from service.records.mail import Letter
from service.records.organisation import Organisation
from service.records.paging import Page
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.staff import HERE, MemberDetails, OneTimeLink, Origin, SignedIn
from service.usecases.units import UnitDetails
from tests.api.clock import Clock

PASSWORD = "seven violet tulips"
OTHER_PASSWORD = "nine orange tulips"
STEP = timedelta(seconds=30)


@dataclass
class Telephone:
    """
    What shows the codes of somebody's second factor.
    """

    secret: str
    clock: Clock

    def code(self) -> str:
        """
        Give the code that it shows now.
        """
        return pyotp.TOTP(self.secret).at(self.clock.at)

    def next_code(self) -> str:
        """
        Wait for the next code: every code opens once.
        """
        self.clock.at += STEP
        return self.code()


@dataclass(frozen=True)
class Colleague:
    """
    Somebody who has joined: their account, telephone, session and recovery codes.
    """

    member: Member
    telephone: Telephone
    token: str
    recovery_codes: tuple[str, ...]


@dataclass(frozen=True)
class Office:
    """
    One organisation.
    """

    registry: Registry
    clock: Clock
    organisation: Organisation
    operator: Caller

    def invited(self, *roles: Role, name: str = "asha", unit: UnitId | None = None) -> OneTimeLink:
        """
        Invite somebody, by default Asha, who checks.
        """
        appointments = tuple(Appointment(role, unit) for role in roles or (Role.CHECKER,))
        return self.registry.staff.invite_member(
            self.operator,
            MemberDetails(
                email=f"{name}@jacinthes.example",
                name=name.capitalize(),
                language="fr",
                appointments=appointments,
            ),
        )

    def joined(self, *roles: Role, name: str = "asha", unit: UnitId | None = None) -> Colleague:
        """
        Invite somebody who accepts and sets up a second factor.
        """
        return self.accepted(self.invited(*roles, name=name, unit=unit).text)

    def accepted(self, link: str, password: str = PASSWORD) -> Colleague:
        """
        Walk through an invitation to its end.
        """
        half = self.registry.staff.accept_invitation(link, password)
        telephone = Telephone(self.registry.staff.begin_factor(half.token).secret, self.clock)
        whole = self.registry.staff.confirm_factor(half.token, telephone.code())
        token = whole.signed_in.token
        member = self.registry.staff.identify_session(token).member
        return Colleague(member, telephone, token, whole.recovery_codes)

    def half_signed_in(
        self, who: Member, password: str = PASSWORD, origin: Origin = HERE
    ) -> SignedIn:
        """
        Say address and password.
        """
        return self.registry.staff.sign_in(self.organisation.slug, who.email, password, origin)

    def signed_in(self, who: Colleague, password: str = PASSWORD) -> SignedIn:
        """
        Say address, password and the next code.
        """
        half = self.half_signed_in(who.member, password)
        return self.registry.staff.confirm_code(half.token, who.telephone.next_code())

    def caller(self, who: Colleague) -> Caller:
        """
        Give the caller that somebody is who joined.
        """
        return self.registry.staff.identify_session(who.token).caller

    def unit(self, name: str = "Les Coquelicots") -> UnitId:
        """
        Enter a unit; give its id.
        """
        details = UnitDetails(name=name, contact=Contact("Nadia Peeters", "head of service"))
        return self.registry.units.enrol_unit(self.operator, details).id

    def entries(self, subject: str = "staff") -> list[dict[str, Any]]:
        """
        Read what the ledger holds about a subject, oldest first.
        """
        self.registry.ledger.sequence_ledger()
        with self.registry.ledger.verify_ledger.database.look(self.organisation.id) as work:
            kept = [json.loads(leaf.entry) for leaf in work.ledger.leaves() if leaf.entry]
        return [each for each in kept if each["kind"].startswith(f"{subject}:")]

    def letters(self, who: Member) -> list[Letter]:
        """
        Read the letters to a member, oldest first.
        """
        with self.registry.ledger.verify_ledger.database.look(self.organisation.id) as work:
            stories = work.outbox.list_page(Page(filters={"recipient_id": who.id})).items
            return [work.outbox.get(each.id) for each in stories]

    def entry(self, kind: str) -> dict[str, Any]:
        """
        Read the only entry of a kind.
        """
        (found,) = (each for each in self.entries() if each["kind"] == f"staff:{kind}")
        return found

    def kinds(self) -> list[str]:
        """
        Name what the ledger holds about the staff; what came at once is in any order.
        """
        return [each["kind"].partition(":")[2] for each in self.entries()]

    def is_signed_in(self, token: str) -> bool:
        """
        Tell whether a token opens anything.
        """
        try:
            found = self.registry.staff.identify_session(token)
        except NotIdentified:
            return False
        if found.is_due:
            self.registry.staff.note_visit(found)
        return True

    def later(self, **units: float) -> None:
        """
        Let time pass.
        """
        self.clock.at += timedelta(**units)


def roles_of(*appointments: Appointment) -> MemberDetails:
    """
    Say other roles of a member.
    """
    return MemberDetails(appointments=appointments)
