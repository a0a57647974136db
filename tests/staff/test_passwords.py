"""
What a password costs, whoever it is of.
"""

from dataclasses import replace

import pytest
from argon2 import PasswordHasher

from service.errors import NotIdentified
from service.records.staff import Stage
from service.usecases.ports.proving import Passwords
from tests.staff.office import OTHER_PASSWORD, PASSWORD, Office


class Counting:
    """
    Count how often a password is looked at.
    """

    def __init__(self, passwords: Passwords) -> None:
        self._passwords = passwords
        self.looks = 0

    def hash(self, password: str) -> str:
        return self._passwords.hash(password)

    def matches(self, password: str, stored: str | None) -> bool:
        self.looks += 1
        return self._passwords.matches(password, stored)

    def is_outdated(self, stored: str) -> bool:
        return self._passwords.is_outdated(stored)

    def is_common(self, password: str) -> bool:
        return self._passwords.is_common(password)


@pytest.mark.parametrize("who", ["asha", "left", "invited", "nobody"])
def test_every_refusal_looks_at_one_password(office: Office, who: str) -> None:
    office.joined()
    office.invited(name="invited")
    left = office.joined(name="left")
    office.registry.staff.deactivate_member(office.operator, left.member.id)
    verb = office.registry.staff.sign_in
    counting = Counting(verb.gate.passwords)
    watched = replace(verb, gate=replace(verb.gate, passwords=counting))

    for slug in (office.organisation.slug, "nowhere"):
        with pytest.raises(NotIdentified):
            watched(slug, f"{who}@jacinthes.example", OTHER_PASSWORD)

    assert 2 == counting.looks


def test_a_password_that_was_hashed_otherwise_is_hashed_anew(office: Office) -> None:
    asha = office.joined()
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1, hash_len=8).hash(PASSWORD)
    database = office.registry.ledger.verify_ledger.database

    def stored() -> str:
        with database.look(office.organisation.id) as work:
            found = work.staff.find_credentials(asha.member.id)
            assert found is not None
            return found.password_hash

    with database.begin(office.organisation.id) as work:
        known = work.staff.find_credentials(asha.member.id)
        assert known is not None
        work.staff.keep_credentials(replace(known, password_hash=weak))
        work.commit()
    office.signed_in(asha)

    passwords = office.registry.staff.sign_in.gate.passwords
    assert (True, False) == (passwords.is_outdated(weak), passwords.is_outdated(stored()))
    assert Stage.CODE is office.half_signed_in(asha.member).stage
