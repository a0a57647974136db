"""
Say whom the law asks themselves, and who can be written to.
"""

from datetime import date

from service.decision.ages import Stage, stage_of
from service.decision.calendar import birthday_on
from service.decision.jurisdiction import Jurisdictions
from service.records.people import PersonRecord
from service.usecases.people.ages import person_of

READS_FROM_YEARS = 12
"""Younger children are asked by those around them; our words begin at 12 (domain section 5)."""
VOICES = frozenset({Stage.DISCERNING, Stage.SELF_CONSENTING, Stage.BETWEEN, Stage.ADULT})


def has_voice(record: PersonRecord, law: Jurisdictions, day: date) -> bool:
    """
    Tell whether the law asks somebody who can be written to.
    """
    here = law.by_code.get(record.jurisdiction)
    if here is None or record.died_on is not None:
        return False
    return stage_of(person_of(record), here, day) in VOICES and reads(record, day)


def reads(record: PersonRecord, day: date) -> bool:
    """
    Tell whether somebody is old enough to be written to.
    """
    if record.known_adult or record.emancipated_from is not None:
        return True
    return record.born_on is not None and day >= birthday_on(record.born_on, READS_FROM_YEARS)


def is_here(record: PersonRecord, day: date) -> bool:
    """
    Tell whether somebody lives and has not left.
    """
    is_gone = record.left_on is not None and record.left_on <= day
    return not is_gone and record.died_on is None
