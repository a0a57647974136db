"""
Hooks and their messages: sealed, taken by one, deleted in time.
"""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from service.errors import NotFound, Unavailable
from service.persistence.database import SqlDatabase, open_database
from service.persistence.stores.hook_statements import FORGOTTEN_AT_ONCE
from service.records.hooks import (
    ClaimedMessage,
    HookAttempt,
    HookEvent,
    HookId,
    HookOutcome,
    LockedHook,
)
from service.records.paging import Page
from tests.persistence.behind import everything
from tests.persistence.ground import BRUTE_FORCE, JACINTHES, NOW, TULIPES, Mirror, found, later
from tests.persistence.make_hooks import make_hook, make_message


class Jammed(Mirror):
    """
    What opens no seal.
    """

    def open(self, sealed: bytes) -> bytes:
        raise Unavailable(f"{len(sealed)} bytes of another key")


ONE = make_message().id
LEASE = timedelta(minutes=10)
DELIVERED = HookAttempt(HookOutcome.DELIVERED, "204")
POSTPONED = HookAttempt(HookOutcome.POSTPONED, "503")


def _write(database: SqlDatabase, *names: str) -> None:
    with database.begin(JACINTHES) as work:
        for name in names:
            work.hook_deliveries.add(make_message(name))
        work.commit()


def _claim(database: SqlDatabase, hours: float = 0) -> ClaimedMessage | None:
    with database.begin(JACINTHES) as work:
        claimed = work.hook_deliveries.claim(later(hours), later(hours) + LEASE)
        work.commit()
    return claimed


def _settle(database: SqlDatabase, attempt: HookAttempt, hours: float | None = None) -> None:
    with database.begin(JACINTHES) as work:
        next_try_at = None if hours is None else later(hours)
        work.hook_deliveries.settle(ONE, attempt, NOW, next_try_at)
        work.commit()


def test_a_hook_is_read_as_it_was_written_and_is_nobody_elses(database: SqlDatabase) -> None:
    found(database, TULIPES)
    with database.begin(JACINTHES) as work:
        work.hooks.add(make_hook())
        work.commit()

    with database.look(JACINTHES) as work:
        assert make_hook() == work.hooks.get(make_hook().id)
    with database.look(TULIPES) as work, pytest.raises(NotFound):
        work.hooks.get(make_hook().id)


def test_who_hears_of_what_is_known_without_opening_a_seal(url: str, database: SqlDatabase) -> None:
    """
    Whoever takes a yes back must not wait for a key that is lost (design rule 7).
    """
    disabled = replace(make_hook("off"), disabled_at=NOW)
    with database.begin(JACINTHES) as work:
        for hook in (make_hook(), make_hook("archive", HookEvent.PHOTO_ERASED), disabled):
            work.hooks.add(hook)
        work.commit()
    other = open_database(url, search=BRUTE_FORCE, sealer=Jammed())

    with closing(other), other.look(JACINTHES) as work:
        assert ["hook-cms"] == work.hooks.hearing(HookEvent.TAKEDOWN_OPENED)
        assert [
            LockedHook(HookId("hook-archive"), frozenset({HookEvent.PHOTO_ERASED})),
            LockedHook(make_hook().id, make_hook().events),
            LockedHook(disabled.id, frozenset()),
        ] == work.hooks.list_all()
        assert LockedHook(disabled.id, frozenset()) == work.hooks.find(disabled.id)


def test_neither_address_nor_secret_of_a_hook_lies_open(url: str, database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.hooks.add(make_hook())
        work.commit()

    stored = repr(everything(url))
    assert "cms.jacinthes" not in stored
    assert "geheim" not in stored
    assert "MfKQ9r8GKYqr" not in stored


def test_a_message_whose_cause_is_rolled_back_was_never_written(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.hook_deliveries.add(make_message())

    assert None is _claim(database)
    assert [] == database.with_due_messages(later())


def test_a_message_that_is_taken_is_nobody_elses_until_the_lease_ends(
    database: SqlDatabase,
) -> None:
    _write(database, "one")

    assert [JACINTHES] == database.with_due_messages(NOW)
    assert ClaimedMessage(make_message(), tries=1) == _claim(database)
    assert None is _claim(database)
    assert ClaimedMessage(make_message(), tries=2) == _claim(database, hours=1)


def test_a_message_that_is_renewed_is_tried_as_if_it_were_new(database: SqlDatabase) -> None:
    _write(database, "one")
    _claim(database)
    _settle(database, POSTPONED, hours=1)
    _claim(database, hours=1)
    _settle(database, DELIVERED)
    assert None is _claim(database, hours=9)

    with database.begin(JACINTHES) as work:
        work.hook_deliveries.renew(ONE, later(9))
        work.commit()

    claimed = _claim(database, hours=9)
    assert claimed is not None
    assert 1 == claimed.tries


def test_what_arrived_by_another_worker_does_not_wait_again(database: SqlDatabase) -> None:
    _write(database, "one")
    _claim(database)
    assert _claim(database, hours=1)  # the lease of the first, which is slow, has ended
    _settle(database, DELIVERED)

    _settle(database, POSTPONED, hours=2)

    assert None is _claim(database, hours=9)


def test_what_became_of_a_message_is_told_by_its_last_try(database: SqlDatabase) -> None:
    _write(database, "one", "two")
    _claim(database)
    _settle(database, POSTPONED, hours=1)

    with database.look(JACINTHES) as work:
        first, second = work.hook_deliveries.list_page(Page(filters={"hook_id": "hook-cms"})).items
        assert () == work.hook_deliveries.list_page(Page(filters={"hook_id": "hook-x"})).items
    assert (HookOutcome.POSTPONED, "503", NOW, later(1)) == (
        first.outcome,
        first.detail,
        first.last_tried_at,
        first.next_try_at,
    )
    assert (None, None, NOW) == (second.outcome, second.last_tried_at, second.next_try_at)


def test_what_was_settled_long_ago_is_deleted_and_what_waits_is_not(
    url: str, database: SqlDatabase
) -> None:
    _write(database, "one", "two")
    _claim(database)
    _settle(database, DELIVERED)

    with database.begin(JACINTHES) as work:
        assert 0 == work.hook_deliveries.forget(NOW)
        assert 1 == work.hook_deliveries.forget(later(1))
        assert 0 == work.hook_deliveries.forget(later(1))
        work.commit()
    rows = everything(url)
    assert (1, 1, 0) == tuple(
        len(rows[each]) for each in ("hook_deliveries", "hooks_due", "hook_attempts")
    )


def test_of_very_many_only_some_are_deleted_at_once(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        for number in range(FORGOTTEN_AT_ONCE + 1):
            work.hook_deliveries.add(make_message(f"{number}"))
            work.hook_deliveries.settle(make_message(f"{number}").id, DELIVERED, NOW, None)
        assert FORGOTTEN_AT_ONCE == work.hook_deliveries.forget(later(1))
        assert 1 == work.hook_deliveries.forget(later(1))


def test_with_a_hook_its_messages_go_sent_or_not(database: SqlDatabase) -> None:
    _write(database, "one", "two")
    _claim(database)
    with database.begin(JACINTHES) as work:
        work.hook_deliveries.add(make_message("other", "archive"))
        assert 2 == work.hook_deliveries.drop_of(make_hook().id)
        work.commit()

    _settle(database, DELIVERED)  # it was on its way

    left = _claim(database)
    assert left is not None
    assert make_message("other", "archive") == left.message
