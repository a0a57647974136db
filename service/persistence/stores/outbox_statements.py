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
    literal,
    or_,
    select,
)

from service.persistence.queries import Pages, equals, mine
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
from service.persistence.stores.leaving import Leaving
from service.records.mail import FAILURES, OPEN, LetterState, Outcome

FORGOTTEN_AT_ONCE = 500

ADD = inserting(letters)
ADD_CONTENT = inserting(contents)
ADD_PERSON = inserting(people)
LEAVING = Leaving(letters, attempts, due, "letter_id")
WAITING = LEAVING.waiting
"""Of every organisation: identifiers only."""
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
    .join(due, LEAVING.still_due())
    .join(people, _speaks_of)
    .where(
        mine(letters, "kind", "recipient_id"),
        equals(people.c.person_id, "person_id"),
        due.c.tries == 0,
    )
    .limit(1)
)
CONTENT = Prepared(select(contents.c.sealed).where(mine(contents, "letter_id")))
DELETE_CONTENT = Prepared(delete(contents).where(mine(contents, "letter_id")))

_story = LEAVING.told(
    letters.c.id,
    letters.c.kind,
    letters.c.carrier,
    letters.c.recipient_id,
    letters.c.written_at,
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

SETTLED = Prepared(
    select(contents.c.letter_id)
    .where(mine(contents), LEAVING.is_over(contents, "letter_id"))
    .limit(bindparam("limit", type_=Integer()))
)
