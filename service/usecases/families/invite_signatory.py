"""
Ask somebody to answer: by mail, or on paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from service.decision.ids import PersonId, SignatoryId
from service.decision.powers import Scope
from service.errors import Conflict, NotFound
from service.ledger.entry import EntryKind
from service.records.families import DoorKind, Reachable
from service.records.mail import LetterKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.families.doors import LINK_LASTS, Doorkeeper
from service.usecases.families.letters import FamilyMail, Writing
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen


@dataclass(frozen=True, slots=True)
class Invitation:
    """
    A link that was made, as it is written or printed.
    """

    signatory_id: SignatoryId
    address: str
    """For a QR code on paper; it shows nothing without the code that is sent."""
    is_sent: bool


@dataclass(frozen=True, slots=True)
class InviteSignatory:
    """
    Ask somebody to answer.
    """

    desk: Desk
    doors: Doorkeeper
    mail: FamilyMail

    def __call__(
        self, caller: Caller, signatory_id: SignatoryId, *, on_paper: bool = False
    ) -> Invitation:
        """
        Make a link for a signatory, or for a person who answers alone, and send it.

        The link says only who is asked: whoever finds it learns nothing, because what
        it leads to needs a code that goes to the registered contact.

        Args:
            on_paper: Give the link to be printed, and send nothing.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is nobody with this id for this caller.
            Conflict: No mail address or telephone number is known that we can use.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            reached = invited(work, caller, signatory_id)
            if not on_paper and not self.mail.reaches(reached):
                message = "No address is known for them: record one, or print the link."
                raise Conflict(message)
            secret = self.doors.issue(work, DoorKind.LINK, signatory_id, now, LINK_LASTS)
            address = self.mail.link(work.organisations.current(), secret)
            if not on_paper:
                writing = Writing(LetterKind.FAMILY_INVITATION, {"link": address})
                self.mail.send(work, reached, writing, now)
            payload = {"signatory_id": signatory_id, "on_paper": on_paper}
            kind = EntryKind.FAMILY_INVITED
            self.desk.record.append(work, caller, kind, now, payload, [PersonId(signatory_id)])
            work.commit()
        return Invitation(signatory_id, address, is_sent=not on_paper)

    def reaches(
        self, caller: Caller, signatory_ids: Iterable[SignatoryId]
    ) -> frozenset[SignatoryId]:
        """
        Give whom of some the caller may ask, and a link can be sent to.
        """
        if not caller.may(Scope.CONSENTS_WRITE):
            return frozenset()
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.look(caller.organisation_id) as work:
            return frozenset(
                each
                for each in signatory_ids
                if (reached := work.family_doors.reach(each)) is not None
                and self.mail.reaches(reached)
                and _is_in_sight(work, caller, each)
            )


def invited(work: UnitOfWork, caller: Caller, signatory_id: SignatoryId) -> Reachable:
    """
    Give somebody who can be asked.

    Raises:
        NotFound: There is nobody with this id for this caller.
    """
    reached = work.family_doors.reach(signatory_id)
    if reached is None or not _is_in_sight(work, caller, signatory_id):
        raise NotFound("There is nobody with this id who could answer.")
    return reached


def _is_in_sight(work: UnitOfWork, caller: Caller, signatory_id: SignatoryId) -> bool:
    """
    Tell whether the caller sees everybody whom somebody answers for.
    """
    if caller.actor.unit_ids is None:
        return True
    held = work.authorities.list_held_by(signatory_id)
    about = {each.authority.person_id for each in held}
    if work.people.find(PersonId(signatory_id)) is not None:
        about = {PersonId(signatory_id)}
    found = [work.people.find(each) for each in about]
    return bool(found) and all(each is not None and is_seen(caller, each) for each in found)
