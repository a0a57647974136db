"""
Find whose yes ends soon, and who could say it again.
"""

from collections.abc import Iterator
from datetime import date

from service.decision.ids import SignatoryId
from service.records.reminders import Occasion
from service.usecases.families.charges import Charge, speaks
from service.usecases.families.reminding.occasions import step_of
from service.usecases.overviews.list_expiring import decides


def ending(charge: Charge) -> Iterator[tuple[SignatoryId, date, int]]:
    """
    Give who said a yes that still counts and ends soon, and when.

    Not who may no longer say it by then: their yes ends for another reason.
    """
    hearing = charge.hearing
    found: dict[tuple[SignatoryId, date], int] = {}
    for act in hearing.dossier.acts:
        if not act.is_yes or act.expires_on is None or not may_say_again(charge, act.signatory_id):
            continue
        step_days = step_of(Occasion.EXPIRY, hearing.day, act.expires_on)
        if step_days is not None and decides(hearing, act):
            found[act.signatory_id, act.expires_on] = step_days
    for (signatory_id, on), step_days in found.items():
        is_own = signatory_id == SignatoryId(charge.id)
        ends_on = hearing.holders_end_on
        if is_own or ends_on is None or on < ends_on:
            yield signatory_id, on, step_days


def may_say_again(charge: Charge, signatory_id: SignatoryId) -> bool:
    """
    Tell whether somebody's yes about a person would count today.
    """
    if signatory_id == SignatoryId(charge.id):
        return True
    return any(
        each.signatory_id == signatory_id and each.verified and speaks(each, charge.hearing)
        for each in charge.dossier.authorities
    )
