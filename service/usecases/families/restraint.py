"""
Say about whom nobody is written to, and who may know why.

To write to a family about a child in hiding can itself be the harm, so while a hold lies
on somebody a human decides who is written to: every verb that asks for an answer asks
here first.  Whoever wants to answer, or to take a yes back, always may.

What tells that an answer or an address changed waits until the hold that protects them is
lifted: nothing of them is published until then, so that nobody is told too late.  Who
answers on our pages gets the receipt at once, to the address they just used.
"""

from datetime import datetime

from service.decision.hearing import Hearing
from service.decision.holds import Hold
from service.decision.ids import PersonId, SignatoryId
from service.decision.jurisdiction import Jurisdictions
from service.decision.people import in_force
from service.decision.powers import Scope
from service.decision.terms import HoldKind
from service.records.mail import Letter, LetterKind
from service.usecases.caller import Caller
from service.usecases.families.charges import Charge, circle_of
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen

NOTICES = frozenset(
    {LetterKind.FAMILY_NOTICE, LetterKind.FAMILY_OWN_NOTICE, LetterKind.FAMILY_CONTACT}
)
"""Letters that tell of a change, so that nobody answers in another's place unseen."""
KNOWING = frozenset({Scope.REASONS, Scope.HOLDS_READ})
"""Who has either is told of holds on those they see; nobody else is."""


def holds_on(hearing: Hearing) -> tuple[Hold, ...]:
    """
    Give the holds because of which nobody is asked about a person now.

    Every kind on the person, on whichever of their records; of those on a unit the one
    that protects each of its people.  A crisis, a legal matter or caution about a unit
    stops what is published, not what is asked.
    """
    records = (hearing, *hearing.twins)
    own = [hold for each in records for hold in each.holds]
    units = {
        held.unit_id
        for each in records
        for held in each.dossier.person.memberships
        if in_force(held.from_on, held.until_on, hearing.day)
    }
    protected = [
        hold
        for hold in hearing.case.holds
        if hold.kind is HoldKind.SAFEGUARDING and hold.unit_id in units
    ]
    return tuple(each for each in (*own, *protected) if each.is_live(hearing.at))


def charge_of(
    work: UnitOfWork, law: Jurisdictions, person_id: PersonId, now: datetime
) -> Charge | None:
    """
    Give what is known of one person; None: there is none.
    """
    own = circle_of(work, law, SignatoryId(person_id), now).charges
    return next((each for each in own if each.id == person_id), None)


def may_know(work: UnitOfWork, caller: Caller, charge: Charge) -> bool:
    """
    Tell whether the caller may know that a hold lies on somebody.

    To anybody else it looks as if no address were known.
    """
    if KNOWING.isdisjoint(caller.actor.scopes):
        return False
    twins = work.people.among([each.dossier.person.id for each in charge.hearing.twins])
    return all(is_seen(caller, each) for each in (charge.person, *twins))


def is_restrained(work: UnitOfWork, law: Jurisdictions, letter: Letter, now: datetime) -> bool:
    """
    Tell whether a hold came since a letter that asks was written.

    One that names nobody may have been written about others whom its reader answers for.
    """
    charges = circle_of(work, law, SignatoryId(letter.recipient_id), now).charges
    if letter.about:
        return any(holds_on(each.hearing) for each in charges if each.id in letter.about)
    return any(
        hold.from_at > letter.written_at
        for each in charges
        if not each.is_over
        for hold in holds_on(each.hearing)
    )


def is_hidden(work: UnitOfWork, law: Jurisdictions, person_id: PersonId, now: datetime) -> bool:
    """
    Tell whether a hold protects somebody, by themselves or with their unit.
    """
    charge = charge_of(work, law, person_id, now)
    return charge is not None and _protects(charge)


def waits(work: UnitOfWork, law: Jurisdictions, letter: Letter, now: datetime) -> bool:
    """
    Tell whether a notice waits until a protecting hold is lifted.

    So does the receipt of an answer that others entered.  One about an address waits for
    everybody whom its reader ever answered for.
    """
    if letter.kind not in NOTICES and not letter.is_unasked:
        return False
    if letter.about:
        return any(is_hidden(work, law, PersonId(each), now) for each in letter.about)
    return any(map(_protects, circle_of(work, law, SignatoryId(letter.recipient_id), now).charges))


def _protects(charge: Charge) -> bool:
    return any(each.kind is HoldKind.SAFEGUARDING for each in holds_on(charge.hearing))


def may_know_of_letter(
    work: UnitOfWork, law: Jurisdictions, caller: Caller, recipient_id: str, now: datetime
) -> bool:
    """
    Tell whether the caller may know of a hold on a letter to somebody.

    Who sees everybody they answer for may: whom it is about, the letter alone knows.
    """
    if KNOWING.isdisjoint(caller.actor.scopes):
        return False
    charges = circle_of(work, law, SignatoryId(recipient_id), now).charges
    return bool(charges) and all(may_know(work, caller, each) for each in charges)
