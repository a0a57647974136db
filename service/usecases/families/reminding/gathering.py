"""
Gather whose days come near, and what is due about one of them.
"""

from collections.abc import Iterator
from datetime import datetime

from service.decision.ids import PersonId
from service.decision.jurisdiction import Jurisdictions
from service.records.mail import LetterKind
from service.records.people import PersonRecord
from service.records.reminders import Occasion, ReminderKey
from service.usecases.caller import Caller, the_service
from service.usecases.days import today
from service.usecases.families.cards import current_forms
from service.usecases.families.charges import Charge
from service.usecases.families.reminding.expiring import ending
from service.usecases.families.reminding.occasions import Due, Obstacle, first_and_last
from service.usecases.families.reminding.own_voice import near, told_of_own_voice
from service.usecases.families.restraint import charge_of, holds_on, may_know
from service.usecases.families.voices import is_here
from service.usecases.overviews.list_expiring import every_yes
from service.usecases.people.search_people import in_sight
from service.usecases.ports.work import UnitOfWork


def candidates(work: UnitOfWork, law: Jurisdictions, now: datetime) -> Iterator[PersonRecord]:
    """
    Give everybody about whom something may be due, by days alone.
    """
    day = today(work, now)
    first, last = first_and_last(day)
    expiring = {
        each.person_id
        for each in every_yes(work)
        if each.expires_on is not None and first <= each.expires_on <= last
    }
    for record in in_sight(work, the_service(work.organisation_id)):
        here = law.by_code.get(record.jurisdiction)
        is_near = here is not None and any(near(record, here, day))
        if is_here(record, day) and (is_near or record.id in expiring):
            yield record


def due_about(
    work: UnitOfWork,
    law: Jurisdictions,
    person_id: PersonId,
    now: datetime,
    caller: Caller | None = None,
) -> Iterator[Due]:
    """
    Give every reminder about one person that is due, written or not.

    Args:
        caller: To whom it is shown, if to anybody.
    """
    charge = charge_of(work, law, person_id, now)
    if charge is None or not is_here(charge.person, charge.hearing.day):
        return
    obstacle = _obstacle(work, charge, caller)
    for key, kind in _keys(work, law, charge):
        to = work.family_doors.reach(key.signatory_id)
        if to is None:
            continue
        record = charge.person
        yield Due(key, kind, charge.name, record.given_name, to, obstacle)


def _obstacle(work: UnitOfWork, charge: Charge, caller: Caller | None) -> Obstacle:
    """
    Say whether a hold is in the way; whoever may not know of it reads of no address.
    """
    if not holds_on(charge.hearing):
        return Obstacle.NONE
    is_told = caller is None or may_know(work, caller, charge)
    return Obstacle.HELD if is_told else Obstacle.UNREACHABLE


def _keys(
    work: UnitOfWork, law: Jurisdictions, charge: Charge
) -> Iterator[tuple[ReminderKey, LetterKind]]:
    """
    Give what is due, and as which letter.
    """
    here = law.by_code.get(charge.person.jurisdiction)
    if here is not None:
        forms = current_forms(work)
        for occasion, on, step_days, signatory_id, kind in told_of_own_voice(charge, here, forms):
            yield ReminderKey(occasion, charge.id, signatory_id, on, step_days), kind
    for signatory_id, on, step_days in ending(charge):
        key = ReminderKey(Occasion.EXPIRY, charge.id, signatory_id, on, step_days)
        yield key, LetterKind.FAMILY_EXPIRY
