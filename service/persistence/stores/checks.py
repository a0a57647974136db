"""
Keep every question that was asked, and its answer.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Integer, Text, bindparam, exists, func, select

from service.decision.ids import ActorId, CheckId
from service.errors import NotFound
from service.persistence.documents import document_of, reader
from service.persistence.queries import KNOWN_AT, Pages, equals, mine
from service.persistence.schema.activity import check_people, checks
from service.persistence.schema.instants import Instant
from service.persistence.statements import Prepared, inserting
from service.persistence.transaction import Transaction
from service.records.activity import CheckRecord
from service.records.paging import Listing, Page

_check = select(checks.c.id, checks.c.document)
_about_person = exists().where(
    check_people.c.organisation_id == checks.c.organisation_id,
    check_people.c.check_id == checks.c.id,
    check_people.c.person_id == bindparam("person_id", type_=Text()),
)

ADD = inserting(checks)
ADD_PERSON = inserting(check_people)
ONE = Prepared(_check.where(mine(checks, "id")))
COUNT = Prepared(
    select(func.count())
    .select_from(checks)
    .where(mine(checks, "actor_id"), checks.c.asked_at >= bindparam("since", type_=Instant()))
)
COUNT_PEOPLE = Prepared(
    select(func.count(check_people.c.person_id.distinct()))
    .select_from(checks)
    .join(
        check_people,
        (check_people.c.organisation_id == checks.c.organisation_id)
        & (check_people.c.check_id == checks.c.id),
    )
    .where(mine(checks, "actor_id"), checks.c.asked_at >= bindparam("since", type_=Instant()))
)
LATEST = Prepared(
    _check.where(mine(checks, "actor_id"))
    .order_by(checks.c.asked_at.desc(), checks.c.id.desc())
    .limit(bindparam("limit", type_=Integer()))
)
PAGES = Pages(
    _check.where(mine(checks), checks.c.asked_at <= KNOWN_AT),
    checks.c.id,
    {
        "actor_id": equals(checks.c.actor_id, "actor_id"),
        "answer": equals(checks.c.answer, "answer"),
        "person_id": _about_person,
    },
)

_decode = reader(CheckRecord).decode


class SqlChecks:
    """
    The checks of one transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        """
        Work in *transaction*.
        """
        self._transaction = transaction

    def add(self, check: CheckRecord) -> None:
        """
        Append a check with the people it looked up.
        """
        row = {
            "id": check.id,
            "asked_at": check.asked_at,
            "actor_id": check.actor_id,
            "answer": check.answer.value,
            "document": document_of(check),
        }
        people = [{"check_id": check.id, "person_id": each} for each in set(check.person_ids)]
        self._transaction.append(ADD, row)
        self._transaction.append(ADD_PERSON, *people)

    def get(self, check_id: CheckId) -> CheckRecord:
        """
        Give one check.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(ONE, id=check_id)
        if row is None:
            raise NotFound("There is no such check.")
        return _decode(row[1])

    def list_page(self, page: Page) -> Listing[CheckRecord]:
        """
        Give one page; filters: actor_id, person_id, answer.
        """
        rows, next_after = PAGES.read(self._transaction, page)
        return Listing(tuple(_decode(row[1]) for row in rows), next_after)

    def latest_of(self, actor_id: ActorId, limit: int) -> Sequence[CheckRecord]:
        """
        Give an actor's latest checks, newest first.
        """
        rows = self._transaction.all(LATEST, actor_id=actor_id, limit=limit)
        return [_decode(row[1]) for row in rows]

    def count_by_actor(self, actor_id: ActorId, since: datetime) -> int:
        """
        Count what an actor asked since an instant (threat T1).
        """
        return self._transaction.number(COUNT, actor_id=actor_id, since=since)

    def count_people(self, actor_id: ActorId, since: datetime) -> int:
        """
        Count about how many people an actor asked since an instant.
        """
        return self._transaction.number(COUNT_PEOPLE, actor_id=actor_id, since=since)
