"""
Give what the rules of age know of a person.
"""

from service.decision.ids import PersonId
from service.decision.people import Person
from service.records.people import PersonRecord


def person_of(record: PersonRecord) -> Person:
    """
    Give what the rules of age know of a person.
    """
    return Person(
        id=PersonId(record.id),
        category=record.category,
        jurisdiction=record.jurisdiction,
        born_on=record.born_on,
        known_adult=record.known_adult,
        discerning_from=record.discerning_from,
        emancipated_from=record.emancipated_from,
    )
