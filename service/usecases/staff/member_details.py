"""
Say what can be told about a member of staff, and accept it.
"""

from dataclasses import dataclass, replace

from service.decision.powers import Appointment, Scope
from service.errors import InvalidInput, NotAllowed
from service.records.staff import Member
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.details import KEEP, Told
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.staff import is_over

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


def needs_over(caller: Caller, member: Member) -> None:
    """
    Pass when the caller administers wherever *member* has a role.

    So whoever administers one unit cannot take over somebody of the whole organisation.

    Raises:
        NotAllowed: They do not.
    """
    if not is_over(caller, member):
        message = f"This needs the scope {Scope.ADMIN.value!r} wherever they have a role."
        raise NotAllowed(message)


def tidied_email(email: str) -> str:
    """
    Give an address as it is compared: people write it in both cases.
    """
    return email.strip().casefold()


def _order(appointment: Appointment) -> tuple[str, str]:
    return appointment.role.value, appointment.unit_id or ""
