"""
Hold the statements of what lets families in.
"""

from sqlalchemy import ColumnElement, Table, Text, bindparam, delete, func, select

from service.persistence.queries import mine
from service.persistence.schema.families import door_keys as keys
from service.persistence.schema.families import door_requests as requests
from service.persistence.schema.families import door_tries as tries
from service.persistence.schema.instants import Instant
from service.persistence.schema.people import people, signatories
from service.persistence.statements import Prepared, inserting

_SINCE = bindparam("since", type_=Instant())
_BEFORE = bindparam("before", type_=Instant())
SIGNIFICANT_DIGITS = 9
LEAST_DIGITS = 6

ADD_KEY = inserting(keys)
ADD_TRY = inserting(tries)
ADD_REQUEST = inserting(requests)

FIND = Prepared(
    select(
        keys.c.id, keys.c.signatory_id, keys.c.code_digest, keys.c.made_at, keys.c.expires_at
    ).where(mine(keys, "kind", "digest"))
)
CLOSE = Prepared(delete(keys).where(mine(keys, "digest")))
COUNT = Prepared(
    select(func.count())
    .select_from(keys)
    .where(mine(keys, "kind", "signatory_id"), keys.c.made_at > _SINCE)
)
SHUT = Prepared(delete(keys).where(mine(keys, "kind", "signatory_id")))
ERASE = Prepared(delete(keys).where(mine(keys, "signatory_id")))
TRIES = Prepared(select(tries.c.was_right).where(mine(tries, "key_id")).order_by(tries.c.number))
COUNT_REQUESTS = Prepared(
    select(func.count())
    .select_from(requests)
    .where(mine(requests), requests.c.requested_at > _SINCE)
)
COUNT_SAME = Prepared(
    select(func.count())
    .select_from(requests)
    .where(mine(requests, "digest"), requests.c.requested_at > _SINCE)
)
FORGET = (
    Prepared(delete(keys).where(mine(keys), keys.c.expires_at < _BEFORE)),
    Prepared(delete(tries).where(mine(tries), tries.c.tried_at < _BEFORE)),
    Prepared(delete(requests).where(mine(requests), requests.c.requested_at < _BEFORE)),
)


def _now(table: Table) -> ColumnElement[bool]:
    """
    Keep to the version of each record that holds.
    """
    newer = table.alias()
    last = select(func.max(newer.c.version)).where(
        newer.c.organisation_id == table.c.organisation_id, newer.c.id == table.c.id
    )
    return table.c.version == last.scalar_subquery()


def _like(table: Table) -> ColumnElement[bool]:
    """
    Keep to documents in which a contact may stand, however it is spelled.
    """
    spelled: ColumnElement[str] = func.lower(table.c.document)
    for each in " ./-()":
        spelled = func.replace(spelled, each, "")
    part: ColumnElement[str] = bindparam("part", type_=Text())
    for each in " ./-()":
        part = func.replace(part, each, "")
    return func.replace(spelled, part, "") != spelled


SIGNATORY = Prepared(
    select(signatories.c.document).where(mine(signatories, "id"), _now(signatories))
)
PERSON = Prepared(select(people.c.document).where(mine(people, "id"), _now(people)))
SIGNATORIES_LIKE = Prepared(
    select(signatories.c.document).where(mine(signatories), _now(signatories), _like(signatories))
)
PEOPLE_LIKE = Prepared(select(people.c.document).where(mine(people), _now(people), _like(people)))
