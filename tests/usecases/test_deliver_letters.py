"""
Letters are tried until they arrive, and never lost on the way.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from service.decision.ids import OrganisationId
from service.errors import Conflict, InvalidInput
from service.persistence.database import SqlDatabase, open_database
from service.records.mail import Delivery, Letter, LetterId, LetterStory, Outcome
from service.usecases.desk import Desk
from service.usecases.mail.deliver_letters import LEASE, MOST_AT_ONCE, PAUSES, DeliverLetters
from service.usecases.mail.record_bounce import RecordBounce
from service.usecases.mail.retry_letter import RetryLetter
from service.usecases.organisations.operator import operator_of
from service.usecases.recording import Recorder
from tests.persistence.conftest import sqlite_template
from tests.persistence.ground import ASHA, BRUTE_FORCE, JACINTHES, NOW, TULIPES, Mirror, found
from tests.persistence.make_mail import make_letter
from tests.persistence.make_people import make_signatory

__all__ = ["sqlite_template"]

ONE = LetterId("letter-one")
SENT = Delivery(Outcome.SENT, "250")
LATER = Delivery(Outcome.POSTPONED, "451")
SILENCE = Delivery(Outcome.POSTPONED, "TimeoutError", unreachable=True)


class Bag:
    """
    Carry letters as prepared; remember them.
    """

    def __init__(self) -> None:
        self.outcomes: list[Delivery] = []
        self.carried: list[Letter] = []
        self.on_the_way: Callable[[], None] = lambda: None

    def carry(self, organisation_id: OrganisationId, letter: Letter) -> Delivery:
        assert organisation_id
        self.carried.append(letter)
        self.on_the_way()
        return self.outcomes.pop(0) if self.outcomes else SENT

    def letter_named_by(self, returned: bytes) -> tuple[OrganisationId, LetterId, str] | None:
        return (JACINTHES, ONE, "5.1.1") if returned == b"report" else None


class Watch:
    """
    Show the time that a test sets.
    """

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def database(sqlite_template: Path, tmp_path: Path) -> SqlDatabase:
    url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path)}"
    opened = open_database(url, search=BRUTE_FORCE, sealer=Mirror())
    found(opened)
    return opened


@pytest.fixture
def bag() -> Bag:
    return Bag()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def deliver(database: SqlDatabase, watch: Watch, bag: Bag) -> DeliverLetters:
    return DeliverLetters(database, watch, bag, (lambda _, __, now: now,))


def _write(
    database: SqlDatabase, *letters: Letter, organisation_id: OrganisationId = JACINTHES
) -> None:
    with database.begin(organisation_id) as work:
        for each in letters:
            work.outbox.add(each)
        work.commit()


def _story(database: SqlDatabase) -> LetterStory:
    with database.look(JACINTHES) as work:
        return work.outbox.story_of(ONE)


def test_a_letter_leaves_once(database: SqlDatabase, deliver: DeliverLetters, bag: Bag) -> None:
    _write(database, make_letter())

    assert [1, 0] == [deliver(), deliver()]
    assert [make_letter()] == bag.carried
    assert Outcome.SENT is _story(database).outcome


def test_a_letter_is_tried_for_nearly_five_days_ever_more_rarely(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag, watch: Watch
) -> None:
    _write(database, make_letter())
    bag.outcomes = [LATER] * 99
    deliver()
    while (next_try_at := _story(database).next_try_at) is not None:
        watch.at = next_try_at - timedelta(seconds=1)
        assert 0 == deliver()
        watch.at = next_try_at
        deliver()

    assert len(PAUSES) + 1 == len(bag.carried)
    assert timedelta(days=4) < watch.at - NOW < timedelta(days=5)
    assert (Outcome.GIVEN_UP, "451") == (_story(database).outcome, _story(database).detail)
    assert list(PAUSES) == sorted(PAUSES)


def test_a_refused_letter_is_not_tried_again(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag, watch: Watch
) -> None:
    _write(database, make_letter())
    bag.outcomes = [Delivery(Outcome.REFUSED, "550 5.1.1")]
    deliver()
    watch.at += timedelta(days=9)

    assert 0 == deliver()
    assert _story(database).has_failed


def test_a_code_that_is_too_late_is_not_sent(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag, watch: Watch
) -> None:
    _write(database, make_letter(until_at=NOW + timedelta(minutes=10)))
    watch.at += timedelta(minutes=10)

    assert 0 == deliver()
    assert [] == bag.carried
    assert (Outcome.GIVEN_UP, "too late") == (_story(database).outcome, _story(database).detail)


class PowerCutError(Exception):
    """
    Everything ends at once.
    """


def test_a_crash_on_the_way_sends_the_same_letter_again(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag, watch: Watch
) -> None:
    def end() -> None:
        raise PowerCutError

    _write(database, make_letter())
    bag.on_the_way = end
    with pytest.raises(PowerCutError):
        deliver()
    bag.on_the_way = lambda: None

    assert 0 == deliver()
    watch.at += LEASE
    assert 1 == deliver()
    assert [make_letter()] * 2 == bag.carried


def test_the_storage_is_free_while_a_server_is_silent(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag
) -> None:
    _write(database, make_letter())

    def write_another() -> None:
        bag.on_the_way = lambda: None
        _write(database, make_letter("meanwhile"))

    bag.on_the_way = write_another

    deliver()

    assert make_letter("meanwhile").id in {each.id for each in bag.carried}


def test_when_no_server_answers_only_one_letter_is_tried(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag
) -> None:
    found(database, TULIPES)
    _write(database, make_letter(), make_letter("two"))
    _write(database, make_letter("theirs"), organisation_id=TULIPES)
    bag.outcomes = [SILENCE]

    assert 0 == deliver()
    assert 1 == len(bag.carried)


def test_one_organisation_does_not_keep_another_waiting(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag
) -> None:
    found(database, TULIPES)
    _write(database, *(make_letter(f"{number:03}") for number in range(MOST_AT_ONCE + 1)))
    _write(database, make_letter("theirs"), organisation_id=TULIPES)

    assert MOST_AT_ONCE + 1 == deliver()
    assert "letter-theirs" in {each.id for each in bag.carried}


def _desk(database: SqlDatabase, watch: Watch) -> Desk:
    return Desk(database, watch, lambda: "id", Recorder(watch, lambda: "entry", lambda: "message"))


def test_staff_send_a_letter_again_to_the_address_that_is_known_by_now(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag, watch: Watch
) -> None:
    _write(database, make_letter())
    retry = RetryLetter(_desk(database, watch))
    with pytest.raises(Conflict):
        retry(operator_of(JACINTHES), ONE)
    bag.outcomes = [Delivery(Outcome.REFUSED, "550 5.1.1")]
    deliver()
    with database.begin(JACINTHES) as work:
        work.signatories.add(make_signatory("emeka", email="emeka@new.example"), NOW, ASHA)
        work.commit()

    assert retry(operator_of(JACINTHES), ONE).is_waiting
    assert 1 == deliver()
    assert "emeka@new.example" == bag.carried[-1].to


def test_a_letter_to_whom_no_address_is_known_any_more_is_not_sent_again(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag, watch: Watch
) -> None:
    _write(database, make_letter())
    bag.outcomes = [Delivery(Outcome.REFUSED, "550 5.1.1")]
    deliver()
    with database.begin(JACINTHES) as work:
        work.signatories.add(make_signatory("emeka", email=""), NOW, ASHA)
        work.commit()
    with pytest.raises(Conflict):
        RetryLetter(_desk(database, watch))(operator_of(JACINTHES), ONE)
    assert [0, 1] == [deliver(), len(bag.carried)]


def test_a_letter_that_came_back_is_shown_to_staff(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag, watch: Watch
) -> None:
    bounce = RecordBounce(database, watch, bag)
    _write(database, make_letter())
    deliver()
    with pytest.raises(InvalidInput):
        bounce(b"something else")

    assert [ONE, ONE] == [bounce(b"report"), bounce(b"report")]
    assert (Outcome.BOUNCED, "5.1.1") == (_story(database).outcome, _story(database).detail)
    assert _story(database).has_failed


def test_a_letter_whose_matter_is_settled_does_not_leave(
    database: SqlDatabase, deliver: DeliverLetters, bag: Bag
) -> None:
    _write(database, make_letter())

    assert 0 == replace(deliver, leaves_at=(lambda *_: None,))()

    assert ([], Outcome.SETTLED, False) == (
        bag.carried,
        _story(database).outcome,
        _story(database).is_waiting,
    )
    assert 0 == deliver()


def test_a_letter_waits_for_the_office_however_often_it_was_tried(
    database: SqlDatabase, deliver: DeliverLetters, watch: Watch, bag: Bag
) -> None:
    opens_at = watch.at + timedelta(hours=10)
    office = replace(deliver, leaves_at=(lambda _, __, now: max(now, opens_at),))
    _write(database, make_letter())
    bag.outcomes = [LATER]
    deliver()
    watch.at += timedelta(hours=1)

    assert (0, opens_at) == (office(), _story(database).next_try_at)
    watch.at = opens_at
    assert (1, 2) == (office(), len(bag.carried))
