"""
Place a person among the ages that matter to who must answer.
"""

from datetime import date
from enum import Enum

from service.decision.calendar import birthday_on, eve_ends_on
from service.decision.jurisdiction import Jurisdiction
from service.decision.people import Person


class Stage(Enum):
    """
    Where somebody stands on the way to answering alone.
    """

    UNKNOWN = "unknown"
    """No birth date: a minor of unknown age."""
    YOUNG = "young"
    DISCERNING = "discerning"
    SELF_CONSENTING = "self_consenting"
    BETWEEN = "between"
    """28 February of a common year, born on the 29th: nobody can answer."""
    ADULT = "adult"


def stage_of(person: Person, jurisdiction: Jurisdiction, day: date) -> Stage:
    """
    Give the stage of a living person on *day*.
    """
    if person.known_adult or is_reached(person.emancipated_from, day):
        return Stage.ADULT
    if person.born_on is None:
        return Stage.UNKNOWN
    if day >= birthday_on(person.born_on, jurisdiction.majority_age):
        return Stage.ADULT
    if day >= eve_ends_on(person.born_on, jurisdiction.majority_age):
        return Stage.BETWEEN
    if is_reached(self_consenting_on(person, jurisdiction), day):
        return Stage.SELF_CONSENTING
    return Stage.DISCERNING if is_reached(discerning_on(person, jurisdiction), day) else Stage.YOUNG


def is_reached(threshold_on: date | None, day: date) -> bool:
    """
    Tell whether a threshold exists and has come.
    """
    return threshold_on is not None and day >= threshold_on


def discerning_on(person: Person, jurisdiction: Jurisdiction) -> date | None:
    """
    Give the day from which the child answers beside the holders.

    An assessment of this very child replaces the usual age (row M2).
    """
    if person.discerning_from is not None:
        return person.discerning_from
    if person.born_on is None or jurisdiction.discernment_age is None:
        return None
    return birthday_on(person.born_on, jurisdiction.discernment_age)


def self_consenting_on(person: Person, jurisdiction: Jurisdiction) -> date | None:
    """
    Give the day from which the child's own yes is enough (row M3).
    """
    if person.born_on is None or jurisdiction.self_consent_age is None:
        return None
    return birthday_on(person.born_on, jurisdiction.self_consent_age)


def holders_end_on(person: Person, jurisdiction: Jurisdiction) -> date | None:
    """
    Give the first day on which no parent or guardian answers any more.
    """
    ends = [person.emancipated_from] if person.emancipated_from else []
    if person.born_on is not None:
        ends.append(eve_ends_on(person.born_on, jurisdiction.majority_age))
    return min(ends, default=None)


def alone_from(person: Person, jurisdiction: Jurisdiction) -> date | None:
    """
    Give the first day on which an adult's own yes counts alone.
    """
    starts = [person.emancipated_from] if person.emancipated_from else []
    if person.born_on is not None:
        starts.append(birthday_on(person.born_on, jurisdiction.majority_age))
    return min(starts, default=None)
