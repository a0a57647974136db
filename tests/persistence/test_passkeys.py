"""
Passkeys come back as they were written, under a seal, and are of one member only.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from service.errors import AlreadyExists
from service.persistence.database import SqlDatabase
from tests.persistence.behind import everything
from tests.persistence.ground import JACINTHES, NOW, later
from tests.persistence.make_staff import make_challenge, make_passkey


def test_passkeys_of_a_member_come_back_oldest_first(url: str, database: SqlDatabase) -> None:
    first, second = make_passkey(number=1), make_passkey(number=2)
    with database.begin(JACINTHES) as work:
        for each in (second, first, make_passkey("bram")):
            work.passkeys.add(each)
        work.commit()

    assert first.name not in str(everything(url))
    with database.look(JACINTHES) as work:
        assert [first, second] == work.passkeys.list_of(first.member_id)


def test_a_credential_is_of_one_member_only(database: SqlDatabase) -> None:
    nadia, bram = make_passkey(), make_passkey("bram")
    with database.begin(JACINTHES) as work:
        work.passkeys.add(nadia)
        with pytest.raises(AlreadyExists):
            work.passkeys.add(replace(bram, key=nadia.key))


def test_what_is_so_now_takes_the_place_of_what_was(database: SqlDatabase) -> None:
    passkey = make_passkey()
    used = replace(passkey, key=replace(passkey.key, counter=7), used_at=later())
    with database.begin(JACINTHES) as work:
        work.passkeys.add(passkey)
        work.passkeys.keep(used)
        assert [used] == work.passkeys.list_of(passkey.member_id)
        work.passkeys.remove(passkey.id)
        assert [] == work.passkeys.list_of(passkey.member_id)


def test_every_passkey_of_one_member_is_dropped(database: SqlDatabase) -> None:
    nadia, bram = make_passkey(), make_passkey("bram")
    with database.begin(JACINTHES) as work:
        for each in (nadia, make_passkey(number=2), bram):
            work.passkeys.add(each)
        work.passkeys.drop_of(nadia.member_id)
        assert [] == work.passkeys.list_of(nadia.member_id)
        assert [bram] == work.passkeys.list_of(bram.member_id)


def test_a_challenge_is_taken_once_and_the_last_one_counts(database: SqlDatabase) -> None:
    older = make_challenge()
    newer = replace(older, octets=bytes(32))
    with database.begin(JACINTHES) as work:
        work.challenges.ask(older)
        work.challenges.ask(newer)
        assert newer == work.challenges.take(older.session_id)
        assert None is work.challenges.take(older.session_id)


def test_challenges_that_are_over_are_forgotten(database: SqlDatabase) -> None:
    challenge = make_challenge()
    with database.begin(JACINTHES) as work:
        work.challenges.ask(challenge)
        assert 0 == work.challenges.forget(NOW)
        assert 1 == work.challenges.forget(NOW + timedelta(minutes=6))
