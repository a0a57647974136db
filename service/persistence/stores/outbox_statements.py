"""
Hold the statements of the outbox.
"""

from sqlalchemy import (
    ColumnElement,
    Integer,
    Text,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
)

from service.persistence.queries import Pages, equals, mine
from service.persistence.schema.instants import Instant
from service.persistence.schema.mail import (
    letter_attempts as attempts,
)
from service.persistence.schema.mail import (
    letter_contents as contents,
)
from service.persistence.schema.mail import (
    letter_people as people,
)
from service.persistence.schema.mail import (
    letters,
)
from service.persistence.schema.mail import (
    letters_due as due,
)
from service.persistence.statements import Prepared, inserting
from service.records.mail import FAILURES, OPEN, LetterState, Outcome

_NOW = bindparam("now", type_=Instant())
_BEFORE = bindparam("before", type_=Instant())
FORGOTTEN_AT_ONCE = 500

ADD = inserting(letters)
ADD_CONTENT = inserting(contents)
ADD_PERSON = inserting(people)
ADD_ATTEMPT = inserting(attempts)
ADD_DUE = inserting(due)

WAITING = Prepared(select(due.c.organisation_id).where(due.c.due_at <= _NOW).distinct())
"""Of every organisation: identifiers only."""
NEXT = Prepared(
    select(due.c.letter_id, due.c.tries)
    .where(mine(due), due.c.due_at <= _NOW)
    .order_by(due.c.due_at, due.c.letter_id)
    .limit(1)
)
_speaks_of = and_(
    people.c.organisation_id == letters.c.organisation_id, people.c.letter_id == letters.c.id
)
HAS_TOLD = Prepared(
    select(letters.c.id)
    .join(people, _speaks_of)
    .where(mine(letters, "kind"), equals(people.c.person_id, "person_id"))
    .limit(1)
)
AWAITS = Prepared(
    select(letters.c.id)
    .join(
        due,
        and_(due.c.organisation_id == letters.c.organisation_id, due.c.letter_id == letters.c.id),
    )
    .join(people, _speaks_of)
    .where(
        mine(letters, "kind", "recipient_id"),
        equals(people.c.person_id, "person_id"),
        due.c.tries == 0,
    )
    .limit(1)
)
NO_LONGER_DUE = Prepared(delete(due).where(mine(due, "letter_id")))
CONTENT = Prepared(select(contents.c.sealed).where(mine(contents, "letter_id")))
DELETE_CONTENT = Prepared(delete(contents).where(mine(contents, "letter_id")))
LAST_NUMBER = Prepared(select(func.max(attempts.c.number)).where(mine(attempts, "letter_id")))

_newer = attempts.alias()
_last_attempt = and_(
    attempts.c.organisation_id == letters.c.organisation_id,
    attempts.c.letter_id == letters.c.id,
    attempts.c.number
    == select(func.max(_newer.c.number))
    .where(
        _newer.c.organisation_id == letters.c.organisation_id, _newer.c.letter_id == letters.c.id
    )
    .scalar_subquery(),
)
_still_due = and_(
    due.c.organisation_id == letters.c.organisation_id, due.c.letter_id == letters.c.id
)
_story = (
    select(
        letters.c.id,
        letters.c.kind,
        letters.c.carrier,
        letters.c.recipient_id,
        letters.c.written_at,
        attempts.c.outcome,
        attempts.c.detail,
        attempts.c.attempted_at,
        due.c.due_at,
    )
    .select_from(letters)
    .outerjoin(attempts, _last_attempt)
    .outerjoin(due, _still_due)
)


def _came_to(outcomes: frozenset[Outcome]) -> ColumnElement[bool]:
    """
    Keep to letters whose last try came to one of some outcomes.
    """
    return or_(*(attempts.c.outcome == literal(each.value, Text) for each in sorted(outcomes)))


_state = case(
    (
        or_(attempts.c.outcome.is_(None), _came_to(OPEN)),
        literal(LetterState.WAITING.value, Text),
    ),
    (_came_to(FAILURES), literal(LetterState.FAILED.value, Text)),
    else_=literal(LetterState.DONE.value, Text),
)
STORY = Prepared(_story.where(mine(letters, "id")))
PAGES = Pages(
    _story.where(mine(letters)),
    letters.c.id,
    {
        "kind": equals(letters.c.kind, "kind"),
        "recipient_id": equals(letters.c.recipient_id, "recipient_id"),
        "outcome": equals(attempts.c.outcome, "outcome"),
        "state": _state == bindparam("state", type_=Text()),
        "person_id": exists().where(_speaks_of, equals(people.c.person_id, "person_id")),
    },
)

OF_PERSON = Prepared(
    select(contents.c.letter_id)
    .join(
        people,
        and_(
            people.c.organisation_id == contents.c.organisation_id,
            people.c.letter_id == contents.c.letter_id,
        ),
    )
    .where(mine(contents), equals(people.c.person_id, "person_id"))
)
IS_DUE = Prepared(select(due.c.tries).where(mine(due, "letter_id")))

_tried_since = exists().where(
    attempts.c.organisation_id == contents.c.organisation_id,
    attempts.c.letter_id == contents.c.letter_id,
    attempts.c.attempted_at >= _BEFORE,
)
_waits = exists().where(
    due.c.organisation_id == contents.c.organisation_id, due.c.letter_id == contents.c.letter_id
)
SETTLED = Prepared(
    select(contents.c.letter_id)
    .where(mine(contents), ~_tried_since, ~_waits)
    .limit(bindparam("limit", type_=Integer()))
)
