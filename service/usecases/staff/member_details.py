"""
Say what can be told about a member of staff, and accept it.
"""

from dataclasses import dataclass, replace

from service.decision.powers import Appointment
from service.errors import InvalidInput
from service.records.notices import BINDING, Topic
from service.records.staff import Member
from service.usecases import text
from service.usecases.details import KEEP, Told
from service.usecases.ports.work import UnitOfWork

MOST_APPOINTMENTS = 100


@dataclass(frozen=True, slots=True)
class MemberDetails:
    """
    What is told about a member; the address stays what it was at first.
    """

    email: Told[str] = KEEP
    name: Told[str] = KEEP
    language: Told[str] = KEEP
    appointments: Told[tuple[Appointment, ...]] = KEEP
    quiet: Told[frozenset[Topic]] = KEEP


def checked_member(work: UnitOfWork, member: Member) -> Member:
    """
    Accept a member, tidied.

    Raises:
        InvalidInput: A part cannot be used, or there is no role at all.
    """
    appointments = tuple(sorted(set(member.appointments), key=_order))
    if not appointments or len(appointments) > MOST_APPOINTMENTS:
        raise InvalidInput("A member has at least one role.", field="roles")
    for each in appointments:
        if each.unit_id is not None and work.organisations.units.find(each.unit_id) is None:
            raise InvalidInput("There is no such unit.", field="roles")
    if member.quiet & BINDING:
        raise InvalidInput("The law sets a time for this: somebody must hear of it.", field="quiet")
    email = text.email(tidied_email(member.email))
    if not email:
        raise InvalidInput("This is needed.", field="email")
    return replace(
        member,
        email=email,
        name=text.line(member.name, "name"),
        language=text.language(member.language),
        appointments=appointments,
    )


def tidied_email(email: str) -> str:
    """
    Give an address as it is compared: people write it in both cases.

    Letters stay what they are: what is folded further is the address of somebody else.
    """
    return email.strip().lower()


def _order(appointment: Appointment) -> tuple[str, str]:
    return appointment.role.value, appointment.unit_id or ""
