"""
Name whom letters went to, as far as the caller may see them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from service.decision.ids import PersonId, SignatoryId
from service.decision.powers import Scope
from service.errors import NotFound
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person
from service.usecases.signatories.signatory_details import seen_signatory


@dataclass(frozen=True, slots=True)
class Recipient:
    """
    Somebody a letter went to.
    """

    name: str
    about_id: str = ""
    """The person whose page leads to them: themselves, or the first they answer for."""


@dataclass(frozen=True, slots=True)
class NameRecipients:
    """
    Name whom letters went to.
    """

    desk: Desk

    def __call__(self, caller: Caller, ids: Iterable[str]) -> dict[str, Recipient]:
        """
        Name those whom the caller may see; the others are left out.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            found = {each: recipient_seen(work, caller, each) for each in sorted(set(ids) - {""})}
        return {key: each for key, each in found.items() if each is not None}


def recipient_seen(work: UnitOfWork, caller: Caller, recipient_id: str) -> Recipient | None:
    """
    Name one of them; None: whom the caller does not see.
    """
    try:
        if work.signatories.find(SignatoryId(recipient_id)) is not None:
            answering = seen_signatory(work, caller, SignatoryId(recipient_id))
            held = work.authorities.list_held_by(answering.id)
            about = held[0].authority.person_id if held else ""
            return Recipient(f"{answering.given_name} {answering.family_name}".strip(), about)
        person = seen_person(work, caller, PersonId(recipient_id))
    except NotFound:
        return None
    return Recipient(f"{person.given_name} {person.family_name}".strip(), person.id)
