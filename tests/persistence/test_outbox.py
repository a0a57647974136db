"""
The outbox: written with what causes it, taken by one, destroyed in time.
"""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from service.errors import NotFound
from service.persistence.database import SqlDatabase
from service.persistence.stores.outbox_statements import FORGOTTEN_AT_ONCE
from service.records.mail import Claimed, Delivery, LetterId, Outcome
from service.records.paging import Page
from tests.persistence.behind import everything
from tests.persistence.ground import JACINTHES, NOW, TULIPES, found, later
from tests.persistence.make_mail import make_letter

ONE = LetterId("letter-one")
LEASE = timedelta(minutes=10)
SENT = Delivery(Outcome.SENT, "250 2.0.0")


def _write(database: SqlDatabase, *names: str) -> None:
    with database.begin(JACINTHES) as work:
        for name in names:
            work.outbox.add(make_letter(name))
        work.commit()


def _claim(database: SqlDatabase, hours: float = 0) -> Claimed | None:
    with database.begin(JACINTHES) as work:
        claimed = work.outbox.claim(later(hours), later(hours) + LEASE)
        work.commit()
    return claimed


def _settle(database: SqlDatabase, delivery: Delivery, hours: float | None = None) -> None:
    with database.begin(JACINTHES) as work:
        work.outbox.settle(ONE, delivery, NOW, None if hours is None else later(hours))
        work.commit()


def test_a_letter_whose_cause_is_rolled_back_was_never_written(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.outbox.add(make_letter())

    assert None is _claim(database)
    assert [] == database.with_due_letters(later())


def test_a_letter_is_taken_as_it_was_written(database: SqlDatabase) -> None:
    _write(database, "one")

    assert [JACINTHES] == database.with_due_letters(NOW)
    assert Claimed(ONE, make_letter(), tries=1) == _claim(database)


def test_a_letter_that_is_taken_is_nobody_elses_until_the_lease_ends(
    database: SqlDatabase,
) -> None:
    _write(database, "one")
    _claim(database)

    assert None is _claim(database)
    again = _claim(database, hours=1)
    assert again is not None
    assert 2 == again.tries


def test_many_workers_take_each_letter_once(database: SqlDatabase) -> None:
    names = [f"{number:02}" for number in range(12)]
    _write(database, *names)

    with ThreadPoolExecutor(4) as pool:
        claimed = list(pool.map(lambda _: _claim(database), range(16)))

    taken = [each.letter_id for each in claimed if each]
    assert sorted(f"letter-{name}" for name in names) == sorted(taken)


def test_what_is_sent_is_sent_for_good(database: SqlDatabase) -> None:
    _write(database, "one")
    _claim(database)
    _settle(database, SENT)

    assert None is _claim(database, hours=99)
    with database.look(JACINTHES) as work:
        story = work.outbox.story_of(ONE)
    assert (Outcome.SENT, "250 2.0.0", NOW, None) == (
        story.outcome,
        story.detail,
        story.last_tried_at,
        story.next_try_at,
    )
    assert not story.is_waiting


def test_what_is_postponed_waits_for_its_hour(database: SqlDatabase) -> None:
    _write(database, "one")
    _claim(database)
    _settle(database, Delivery(Outcome.POSTPONED, "451"), hours=2)

    assert None is _claim(database, hours=1)
    again = _claim(database, hours=2)
    assert again is not None
    assert 2 == again.tries


def test_what_only_waits_was_not_tried(database: SqlDatabase) -> None:
    _write(database, "one")
    for hours in (0, 12, 24):
        _claim(database, hours)
        with database.begin(JACINTHES) as work:
            work.outbox.wait(ONE, later(hours + 12))
            work.commit()

    assert None is _claim(database, hours=35)
    with database.look(JACINTHES) as work:
        story = work.outbox.story_of(ONE)
    assert (None, later(36)) == (story.outcome, story.next_try_at)
    again = _claim(database, hours=36)
    assert again is not None
    assert 1 == again.tries


@pytest.mark.parametrize("end", [Outcome.SENT, Outcome.ERASED])
def test_who_was_slow_and_failed_says_nothing_of_what_is_settled(
    database: SqlDatabase, end: Outcome
) -> None:
    _write(database, "one")
    _claim(database)
    _settle(database, Delivery(end))
    _settle(database, Delivery(Outcome.POSTPONED, "451"), hours=2)

    with database.look(JACINTHES) as work:
        story = work.outbox.story_of(ONE)
    assert (end, False) == (story.outcome, story.is_waiting)
    assert None is _claim(database, hours=99)


def test_a_letter_can_be_sent_again_to_another_address(database: SqlDatabase) -> None:
    _write(database, "one")
    _claim(database)
    _settle(database, Delivery(Outcome.REFUSED, "550 5.1.1"))
    with database.begin(JACINTHES) as work:
        work.outbox.renew(make_letter(to="emeka@new.example"), later())
        work.commit()

    again = Claimed(ONE, make_letter(to="emeka@new.example"), tries=1)
    assert again == _claim(database, hours=1)


def test_the_words_of_a_letter_are_sealed(database: SqlDatabase, url: str) -> None:
    _write(database, "one")

    assert "Bonjour" not in repr(everything(url))
    assert "emeka@family.example" not in repr(everything(url))


def test_the_words_go_some_days_after_the_letter(database: SqlDatabase) -> None:
    _write(database, "one", "waiting")
    _settle(database, SENT)

    with database.begin(JACINTHES) as work:
        assert 0 == work.outbox.forget(NOW)
        assert 1 == work.outbox.forget(later())
        assert 0 == work.outbox.forget(later())
        work.commit()
    with database.look(JACINTHES) as work:
        with pytest.raises(NotFound):
            work.outbox.get(ONE)
        assert Outcome.SENT is work.outbox.story_of(ONE).outcome
        assert make_letter("waiting") == work.outbox.get(LetterId("letter-waiting"))


def test_very_many_are_forgotten_a_few_at_a_time(database: SqlDatabase) -> None:
    count = FORGOTTEN_AT_ONCE + 1
    with database.begin(JACINTHES) as work:
        for number in range(count):
            letter = make_letter(f"{number}")
            work.outbox.add(letter)
            work.outbox.settle(letter.id, SENT, NOW, None)
        assert [FORGOTTEN_AT_ONCE, 1, 0] == [work.outbox.forget(later()) for _ in range(3)]


@pytest.mark.parametrize("whom", ["person-lea", "signatory-emeka"])
def test_whoever_is_erased_takes_the_letters_along(database: SqlDatabase, whom: str) -> None:
    _write(database, "one")
    with database.begin(JACINTHES) as work:
        work.outbox.add(make_letter("other", "tom", to="x@family.example"))
        assert 0 == work.outbox.erase("person-nobody", NOW)
        erased = work.outbox.erase(whom, NOW)
        work.commit()

    assert (2 if whom == "signatory-emeka" else 1) == erased
    with database.look(JACINTHES) as work:
        assert Outcome.ERASED is work.outbox.story_of(ONE).outcome
        with pytest.raises(NotFound):
            work.outbox.get(ONE)


def test_letters_are_found_by_what_became_of_them(database: SqlDatabase) -> None:
    _write(database, "one", "two")
    _settle(database, Delivery(Outcome.REFUSED, "550 5.1.1"))

    def listed(**filters: str) -> list[str]:
        with database.look(JACINTHES) as work:
            page = Page(filters=filters)
            return [each.id for each in work.outbox.list_page(page).items]

    assert ["letter-one", "letter-two"] == listed()
    assert ["letter-one"] == listed(outcome="refused")
    assert ["letter-one", "letter-two"] == listed(person_id="person-lea")
    assert [] == listed(recipient_id="signatory-other")
    assert ["letter-one", "letter-two"] == listed(kind="family_notice")


def test_letters_of_another_organisation_are_not_there(database: SqlDatabase) -> None:
    found(database, TULIPES)
    _write(database, "one")

    with database.begin(TULIPES) as work:
        assert None is work.outbox.claim(later(), later(2))
        for ask in (work.outbox.get, work.outbox.story_of):
            with pytest.raises(NotFound):
                ask(ONE)
