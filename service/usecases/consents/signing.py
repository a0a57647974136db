"""
Read when something was signed: not in the future, not before birth.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from service.decision.calendar import ONE_DAY, day_of, start_of
from service.decision.consents import ConsentAct
from service.decision.ids import SignatoryId
from service.errors import ImpossibleDates, InvalidInput
from service.records.people import PersonRecord
from service.usecases.consents.act_details import Signing
from service.usecases.days import check_order, check_plausible

TOLERANCE = timedelta(minutes=5)
"""How far the clock of whoever sends may run ahead of ours."""
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Signed:
    """
    The earliest and the latest instant at which it can have been signed.
    """

    from_at: datetime
    until_at: datetime
    day: date
    field: str
    """What the caller calls it: `signed_at` or `signed_on`."""


def signed_when(told: Signing, now: datetime, zone: ZoneInfo, *, may_be_now: bool) -> Signed:
    """
    Give when it was signed; a day lasts from its start to its end.

    Raises:
        InvalidInput: It must be said, or was said twice.
        ImpossibleDates: It lies in the future, or before anybody lived.
    """
    if told.at is not None and told.on is not None:
        raise InvalidInput("Give the instant or the day of signing, not both.", field="signed_on")
    if told.on is not None:
        return _on_day(told.on, now, zone)
    if told.at is None and not may_be_now:
        message = "Say when it was signed: an older paper must not overrule a newer answer."
        raise InvalidInput(message, field="signed_on")
    return _at_instant(told.at or now, now, zone)


def yes_of(acts: Iterable[ConsentAct], signatory_id: SignatoryId) -> list[ConsentAct]:
    """
    Give every yes of a signatory, in the order they were recorded.
    """
    return [each for each in acts if each.is_yes and each.signatory_id == signatory_id]


def said_after(own_yes: Sequence[ConsentAct], signed: Signed, told: Signing) -> Signed:
    """
    Let what is no yes and is said now come after every own yes.

    Whatever the clock says: set back, or of a machine that is behind, it would put the
    no before the yes that it takes back, which would then count for ever.
    """
    if told != Signing():
        return signed
    latest = max((each.signed_from for each in own_yes), default=signed.until_at)
    return replace(signed, until_at=max(signed.until_at, latest))


def check_lifetime(signed: Signed, person: PersonRecord, *, by_person: bool) -> None:
    """
    Refuse what was signed before the person was born, or by the dead.

    Raises:
        ImpossibleDates: It was.
    """
    check_order(person.born_on, signed.day, signed.field, "Nobody signs about the unborn.")
    if by_person:
        check_order(signed.day, person.died_on, signed.field, "The dead do not sign.")


def _at_instant(at: datetime, now: datetime, zone: ZoneInfo) -> Signed:
    """
    Read an instant; one that is a little ahead is brought back to now.
    """
    if at > now + TOLERANCE:
        raise ImpossibleDates("It cannot be signed in the future.", field="signed_at")
    instant = min(at, now).astimezone(UTC)
    check_plausible(instant.date(), "signed_at")
    return Signed(instant, instant, day_of(instant, zone), "signed_at")


def _on_day(day: date, now: datetime, zone: ZoneInfo) -> Signed:
    """
    Read a day in the organisation's time zone.
    """
    check_plausible(day, "signed_on")
    if day > day_of(now + TOLERANCE, zone):
        raise ImpossibleDates("It cannot be signed in the future.", field="signed_on")
    from_at = min(start_of(day, zone).astimezone(UTC), now)
    until_at = min(start_of(day + ONE_DAY, zone).astimezone(UTC) - _INSTANT, now)
    return Signed(from_at, until_at, day, "signed_on")
