"""
Say which holds stop a whole question or a photo (row X1).
"""

from collections.abc import Iterator

from service.decision.effects import HOLD_EFFECTS
from service.decision.holds import Hold
from service.decision.sitting import Sitting
from service.decision.terms import HoldKind
from service.decision.verdict import Reason


def stop_reasons(sitting: Sitting) -> Iterator[Reason]:
    """
    Give the holds on the organisation and on the units touched.
    """
    for hold in sitting.case.holds:
        if hold.person_id is None and hold.photo_id is None and _applies(hold, sitting):
            yield Reason(*HOLD_EFFECTS[hold.kind])


def photo_holds(photo_id: str, index: int, sitting: Sitting) -> Iterator[Reason]:
    """
    Give the holds on one photo.
    """
    for hold in sitting.case.holds:
        if hold.photo_id == photo_id and _applies(hold, sitting):
            yield Reason(*HOLD_EFFECTS[hold.kind], picture=index)


def _applies(hold: Hold, sitting: Sitting) -> bool:
    """
    Tell whether a hold is live and its unit, if any, is touched.
    """
    if not hold.is_live(sitting.at):
        return False
    if hold.kind is HoldKind.SAFEGUARDING_CAUTION and sitting.channel.audience.is_closed:
        return False
    return hold.unit_id is None or hold.unit_id in _units(sitting)


def _units(sitting: Sitting) -> set[str | None]:
    """
    Give the unit of the channel and those the people in question belong to.
    """
    touched: set[str | None] = {sitting.channel.unit_id}
    heard = [one for each in sitting.hearings.values() for one in (each, *each.twins)]
    for hearing in heard:
        touched.update(
            each.unit_id
            for each in hearing.dossier.person.memberships
            if (each.from_on is None or each.from_on <= sitting.day)
            and (each.until_on is None or sitting.day < each.until_on)
        )
    return touched
