"""
A letter that waits leaves to where its recipient is reached when it leaves.
"""

from dataclasses import replace

from service.persistence.database import SqlDatabase
from service.records.mail import LetterKind, Outcome
from service.usecases.mail.deliver_letters import DeliverLetters
from tests.persistence.ground import ASHA, JACINTHES, NOW
from tests.persistence.make_mail import make_letter
from tests.persistence.make_people import make_signatory
from tests.usecases.test_deliver_letters import (
    Bag,
    _story,
    _write,
    bag,
    database,
    deliver,
    sqlite_template,
    watch,
)

__all__ = ["bag", "database", "deliver", "sqlite_template", "watch"]

NEW = "emeka.new@family.example"


def _reached_at(database: SqlDatabase, email: str) -> None:
    with database.begin(JACINTHES) as work:
        work.signatories.add(make_signatory(email=email), NOW, ASHA)
        work.commit()


def test_it_goes_to_the_new_address(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag
) -> None:
    _write(database, make_letter())
    _reached_at(database, NEW)

    assert 1 == deliver()

    assert [NEW] == [each.to for each in bag.carried]


def test_it_goes_nowhere_where_no_address_is_left(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag
) -> None:
    _write(database, make_letter())
    _reached_at(database, "")

    assert 0 == deliver()

    assert [] == bag.carried
    assert Outcome.SETTLED is _story(database).outcome


def test_a_code_goes_to_nobody_else(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag
) -> None:
    _write(database, replace(make_letter(), kind=LetterKind.FAMILY_CODE))
    _reached_at(database, NEW)

    assert 0 == deliver()
    assert [] == bag.carried


def test_what_tells_the_old_address_goes_there(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag
) -> None:
    told = replace(make_letter(), kind=LetterKind.FAMILY_CONTACT)
    _write(database, told)
    _reached_at(database, NEW)

    deliver()

    assert [told.to] == [each.to for each in bag.carried]
