"""
Answers that wait are sealed, whole, and gone once they are settled.
"""

import pytest

from service.decision.ids import PendingId, PersonId
from service.errors import NotFound
from service.persistence.database import SqlDatabase
from tests.persistence.ground import JACINTHES, TULIPES, found
from tests.persistence.make_pending import make_pending

SCAN = b"the scan"


def _keep(database: SqlDatabase, *names: str) -> None:
    with database.begin(JACINTHES) as work:
        for name in names:
            work.pending_answers.add(make_pending(name), SCAN)
        work.commit()


def test_what_waits_comes_back_as_it_was(database: SqlDatabase) -> None:
    _keep(database, "anne", "bram")

    with database.look(JACINTHES) as work:
        assert make_pending("bram") == work.pending_answers.get(PendingId("pending-bram"))
        assert SCAN == work.pending_answers.content(PendingId("pending-bram"))
        assert [make_pending("anne"), make_pending("bram")] == work.pending_answers.list_all()


def test_what_is_settled_is_gone(database: SqlDatabase) -> None:
    _keep(database, "bram")

    with database.begin(JACINTHES) as work:
        assert (1, 0) == tuple(work.pending_answers.drop(PendingId("pending-bram")) for _ in "12")
        work.commit()

    with database.look(JACINTHES) as work:
        for read in (work.pending_answers.get, work.pending_answers.content):
            with pytest.raises(NotFound):
                read(PendingId("pending-bram"))


def test_what_is_about_a_person_goes_with_them(database: SqlDatabase) -> None:
    _keep(database, "anne", "bram")
    with database.begin(JACINTHES) as work:
        assert 0 == work.pending_answers.drop_of(PersonId("person-tom"))
        assert 2 == work.pending_answers.drop_of(PersonId("person-lea"))
        work.commit()


def test_another_organisation_has_nothing_of_it(database: SqlDatabase) -> None:
    _keep(database, "bram")
    found(database, TULIPES)

    with database.begin(TULIPES) as work:
        assert [] == work.pending_answers.list_all()
        assert 0 == work.pending_answers.drop(PendingId("pending-bram"))
        assert 0 == work.pending_answers.drop_of(PersonId("person-lea"))
