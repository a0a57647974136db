"""
List whose age soon changes who must answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.decision.ages import discerning_on, holders_end_on, self_consenting_on
from service.decision.jurisdiction import Jurisdiction, Jurisdictions
from service.decision.powers import Scope
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.days import today
from service.usecases.desk import Desk
from service.usecases.overviews.windows import NOTICE_DAYS, Window, window_of
from service.usecases.people.ages import person_of
from service.usecases.people.search_people import by_name, in_sight


class Threshold(StrEnum):
    """
    What somebody reaches.
    """

    MAJORITY = "majority"
    """The parents' answers end; the young adult answers alone (row A6)."""
    DISCERNMENT = "discernment"
    """The child must say yes beside the holders (row M2)."""
    SELF_CONSENT = "self_consent"
    """The child's own yes is enough (row M3)."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """
    One person reaches one threshold on a day.
    """

    person: PersonRecord
    threshold: Threshold
    on: date
    days: int
    """From today; 0 is today."""


@dataclass(frozen=True, slots=True)
class ListComingOfAge:
    """
    List whose age soon changes who must answer.
    """

    desk: Desk
    jurisdictions: Jurisdictions

    def __call__(self, caller: Caller, days: int = NOTICE_DAYS) -> tuple[Milestone, ...]:
        """
        Give everybody in sight who reaches a threshold within *days*, the next first.

        The dead and those who left are not asked any more.

        Raises:
            NotAllowed: The caller has no `people:read` scope.
            InvalidInput: No day, or more than a year.
        """
        caller = caller.narrowed(Scope.PEOPLE_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            window = window_of(today(work, self.desk.clock()), days)
            found = [
                milestone
                for person in in_sight(work, caller)
                if _is_asked(person, window)
                for milestone in self._of(person, window)
            ]
        return tuple(sorted(found, key=lambda each: (each.on, *by_name(each.person))))

    def _of(self, person: PersonRecord, window: Window) -> Iterator[Milestone]:
        """
        Give what one person reaches.
        """
        law = self.jurisdictions.by_code.get(person.jurisdiction)
        if law is None:
            return
        for threshold, on in thresholds_of(person, law).items():
            if window.holds(on):
                yield Milestone(person, threshold, on, window.days_to(on))


def thresholds_of(person: PersonRecord, law: Jurisdiction) -> dict[Threshold, date]:
    """
    Give the days on which somebody reaches what, none after majority.
    """
    if person.known_adult:
        return {}
    known = person_of(person)
    of_age_on = holders_end_on(known, law)
    days = {
        Threshold.MAJORITY: of_age_on,
        Threshold.SELF_CONSENT: self_consenting_on(known, law),
        Threshold.DISCERNMENT: discerning_on(known, law),
    }
    return {
        threshold: on
        for threshold, on in days.items()
        if on is not None and (of_age_on is None or on <= of_age_on)
    }


def _is_asked(person: PersonRecord, window: Window) -> bool:
    """
    Tell whether somebody is here, alive and not surely of age.
    """
    is_gone = person.left_on is not None and person.left_on <= window.first
    return not (is_gone or person.died_on or person.known_adult)
