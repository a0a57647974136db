"""
Tell which publications have to do with some units.

Those on their pages and on pages of the house, those of their people (former ones too,
as for photos), and those that they have to take down, wherever the page went since.
"""

from sqlalchemy import (
    ColumnElement,
    Integer,
    Text,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from service.persistence.queries import is_latest, listed_in, mine
from service.persistence.schema.activity import publication_people, publications
from service.persistence.schema.organisations import units
from service.persistence.schema.people import people
from service.persistence.schema.register import channels
from service.persistence.schema.takedowns import takedowns
from service.persistence.statements import Among, Prepared

UNITS = "unit_ids"
"""The parameter that lists them: `|a|b|`."""

_bar = literal("|", Text)
_pages = select(channels.c.id).where(
    mine(channels),
    is_latest(channels),
    or_(channels.c.unit_id.is_(None), listed_in(channels.c.unit_id, UNITS)),
)
# Not LIKE: in it the underscore of an identifier would mean any character.
_is_of = func.replace(people.c.unit_ids, _bar + units.c.id + _bar, "") != people.c.unit_ids
_is_theirs = exists().where(
    units.c.organisation_id == people.c.organisation_id, listed_in(units.c.id, UNITS), _is_of
)
_one = literal_column("1", Integer)
# A value, where `exists` would let PostgreSQL look up everybody of the organisation first.
_somebody = (
    select(_one)
    .where(
        publication_people.c.organisation_id == publications.c.organisation_id,
        publication_people.c.publication_id == publications.c.id,
        people.c.organisation_id == publication_people.c.organisation_id,
        people.c.id == publication_people.c.person_id,
        is_latest(people),
        _is_theirs,
    )
    .limit(_one)
    .scalar_subquery()
    .correlate(publications)
)
_taken_down = exists().where(
    takedowns.c.organisation_id == publications.c.organisation_id,
    takedowns.c.publication_id == publications.c.id,
    listed_in(takedowns.c.unit_id, UNITS),
)


def of_units() -> ColumnElement[bool]:
    """
    Keep to publications that have to do with the units.
    """
    return or_(publications.c.channel_id.in_(_pages), _taken_down, _somebody.is_not(None))


SEEN = Prepared(
    select(publications.c.id).where(mine(publications), Among(publications.c.id, "ids"), of_units())
)
