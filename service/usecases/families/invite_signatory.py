"""
Ask somebody to answer: by mail, or on paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.powers import Scope
from service.errors import AskingHeld, Conflict, NotFound
from service.ledger.entry import EntryKind
from service.records.families import DoorKind, Reachable
from service.records.mail import LetterKind
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.families.charges import Charge, circle_of
from service.usecases.families.doors import LINK_LASTS, Doorkeeper
from service.usecases.families.letters import FamilyMail, Writing
from service.usecases.families.restraint import charge_of, holds_on, may_know
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
    law: Jurisdictions
    doors: Doorkeeper
    mail: FamilyMail

    def __call__(
        self,
        caller: Caller,
        signatory_id: SignatoryId,
        about: PersonId | None = None,
        *,
        on_paper: bool = False,
    ) -> Invitation:
        """
        Make a link for a signatory, or for a person who answers alone, and send it.

        The link says only who is asked: whoever finds it learns nothing, because what
        it leads to needs a code that goes to the registered contact.

        Args:
            about: Whom they are asked about; None: everybody they may answer for.

            on_paper: Give the link to be printed, and send nothing: whoever hands it
                over has decided to, and whoever came to answer may.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is nobody with this id for this caller, or they never had a
                say about whom they are to be asked about.
            AskingHeld: A hold lies on one of those, and the caller may know of it.
            Conflict: They cannot be written to: no mail address or telephone number is
                known that we can use, or something that the caller may not know of.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.clock()
            reached = invited(work, caller, signatory_id)
            charges = asked_about(work, self.law, signatory_id, about, now)
            if not on_paper:
                self._needs_to_reach(work, caller, reached, charges)
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

    def _needs_to_reach(
        self, work: UnitOfWork, caller: Caller, reached: Reachable, charges: Iterable[Charge]
    ) -> None:
        """
        Pass when somebody may be written to, and can be.

        Raises:
            AskingHeld: A hold lies on whom it would be about.
            Conflict: They cannot be; whoever may not know of the hold reads the same.
        """
        held = [each for each in charges if holds_on(each.hearing)]
        if held and all(may_know(work, caller, each) for each in held):
            message = "A hold lies on whom they would be asked about: a human decides."
            raise AskingHeld(message)
        if held or not self.mail.reaches(reached):
            message = (
                "They cannot be written to now. Record an address if none is known, or"
                " print the link."
            )
            raise Conflict(message)

    def reaches(
        self, caller: Caller, about: PersonId, signatory_ids: Iterable[SignatoryId]
    ) -> frozenset[SignatoryId]:
        """
        Give whom of some the caller may ask about a person, and can reach.
        """
        if not caller.may(Scope.CONSENTS_WRITE):
            return frozenset()
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.look(caller.organisation_id) as work:
            charge = charge_of(work, self.law, about, self.desk.clock())
            if charge is None or holds_on(charge.hearing):
                return frozenset()
            return frozenset(
                each
                for each in signatory_ids
                if (reached := work.family_doors.reach(each)) is not None
                and self.mail.reaches(reached)
                and _is_in_sight(work, caller, each)
            )


def asked_about(
    work: UnitOfWork,
    law: Jurisdictions,
    signatory_id: SignatoryId,
    about: PersonId | None,
    now: datetime,
) -> tuple[Charge, ...]:
    """
    Give those whom an invitation is about.

    Raises:
        NotFound: They never had a say about whom was named.
    """
    if about is None:
        charges = circle_of(work, law, signatory_id, now).charges
        return tuple(each for each in charges if not each.is_over)
    held = {each.authority.person_id for each in work.authorities.list_held_by(signatory_id)}
    charge = charge_of(work, law, about, now)
    if charge is None or about not in held | {PersonId(signatory_id)}:
        raise NotFound("There is nobody with this id whom they could answer for.")
    return (charge,)


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
