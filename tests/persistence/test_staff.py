"""
Those who work here come back as they were written, and what opens doors is sealed.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from service.decision.ids import SessionId
from service.errors import AlreadyExists, NotFound
from service.persistence.database import SqlDatabase
from tests.persistence.behind import everything
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_staff import make_credentials, make_member, make_session, make_ticket


def test_member_comes_back_by_id_and_by_address(database: SqlDatabase) -> None:
    nadia = make_member()
    with database.begin(JACINTHES) as work:
        assert 1 == work.staff.add(nadia, NOW, ASHA)
        work.commit()

    with database.look(JACINTHES) as work:
        assert nadia == work.staff.get(nadia.id)
        assert nadia == work.staff.find_email("nadia@jacinthes.example")
        assert None is work.staff.find_email("bram@jacinthes.example")


def test_an_address_is_of_one_member_only(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.staff.add(make_member(), NOW, ASHA)
        with pytest.raises(AlreadyExists):
            work.staff.add(replace(make_member("bram"), email=make_member().email), NOW, ASHA)


def test_erased_member_leaves_no_name_and_frees_the_address(
    url: str, database: SqlDatabase
) -> None:
    nadia = make_member()
    with database.begin(JACINTHES) as work:
        work.staff.add(nadia, NOW, ASHA)
        work.staff.keep_credentials(make_credentials())
        work.commit()
    with database.begin(JACINTHES) as work:
        work.staff.erase(nadia.id, later())
        work.commit()

    assert "nadia@jacinthes.example" not in str(everything(url))
    with database.begin(JACINTHES) as work:
        assert None is work.staff.find_credentials(nadia.id)
        with pytest.raises(NotFound):
            work.staff.get(nadia.id)
        with pytest.raises(NotFound):
            work.staff.erase(nadia.id, later())


def test_what_opens_an_account_is_kept_under_a_seal(url: str, database: SqlDatabase) -> None:
    credentials, session = make_credentials(), make_session()
    with database.begin(JACINTHES) as work:
        work.staff.keep_credentials(replace(credentials, password_hash="an older one"))
        work.staff.keep_credentials(credentials)
        work.staff_sessions.add(session)
        work.commit()

    stored = str(everything(url))
    with database.look(JACINTHES) as work:
        assert credentials == work.staff.find_credentials(credentials.member_id)
        assert session == work.staff_sessions.find(session.id)
    for secret in (credentials.password_hash, credentials.factor_secret, session.factor_secret):
        assert secret not in stored


def test_when_somebody_was_here_last_is_kept(database: SqlDatabase) -> None:
    session = make_session()
    with database.begin(JACINTHES) as work:
        work.staff.keep_credentials(make_credentials())
        work.staff_sessions.add(session)
        assert None is work.staff.seen_at(session.member_id)
        work.staff.see(session.member_id, later())
        work.staff_sessions.see(session.id, later())
        work.commit()

    with database.look(JACINTHES) as work:
        assert later() == work.staff.seen_at(session.member_id)
        assert [replace(session, seen_at=later())] == work.staff_sessions.list_of(session.member_id)


def test_every_session_but_one_ends(database: SqlDatabase) -> None:
    here, there = make_session(number=1), make_session(number=2)
    other = make_session("bram")
    with database.begin(JACINTHES) as work:
        for each in (here, there, other):
            work.staff_sessions.add(each)
        work.staff_sessions.end_all(here.member_id, but=here.id)
        work.commit()

    with database.look(JACINTHES) as work:
        assert [here] == work.staff_sessions.list_of(here.member_id)
        assert other == work.staff_sessions.find(other.id)
        assert None is work.staff_sessions.find(SessionId("session-nadia-2"))


def test_a_new_link_takes_the_place_of_the_old_one(database: SqlDatabase) -> None:
    old = make_ticket()
    new = replace(old, id=type(old.id)("ticket-new"))
    with database.begin(JACINTHES) as work:
        work.staff_tickets.add(old)
        work.staff_tickets.add(new)
        assert (None, new) == (work.staff_tickets.find(old.id), work.staff_tickets.find(new.id))
        work.staff_tickets.use(old.member_id)
        assert None is work.staff_tickets.find(new.id)


def test_tries_are_counted_within_their_window(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        attempts = work.staff_attempts
        for number in range(3):
            attempts.add(f"attempt-{number}", "account:nadia", NOW + timedelta(minutes=number))
        attempts.add("attempt-other", "account:bram", NOW)

        assert 2 == attempts.count("account:nadia", NOW)
        attempts.take_back("attempt-2")
        assert 1 == attempts.count("account:nadia", NOW)
        attempts.forgive("account:nadia")
        assert 0 == attempts.count("account:nadia", NOW - timedelta(days=1))
        assert 1 == attempts.count("account:bram", NOW - timedelta(days=1))


def test_what_is_over_is_forgotten_and_nothing_else(database: SqlDatabase) -> None:
    session, ticket = make_session(), make_ticket()
    with database.begin(JACINTHES) as work:
        work.staff_sessions.add(session)
        work.staff_tickets.add(ticket)
        work.staff_attempts.add("attempt-1", "account:nadia", NOW)

        places = (work.staff_sessions, work.staff_tickets, work.staff_attempts)
        assert [0, 0, 0] == [each.forget(NOW) for each in places]
        assert [1, 1, 1] == [each.forget(later(24)) for each in places]


def test_a_session_is_found_with_whose_it_is(database: SqlDatabase) -> None:
    session, nadia = make_session(), make_member()
    with database.begin(JACINTHES) as work:
        work.staff.add(nadia, NOW, ASHA)
        work.staff_sessions.add(session)
        work.commit()

    assert (session, nadia) == database.find_session(JACINTHES, session.id)
    assert None is database.find_session(JACINTHES, SessionId("another"))
