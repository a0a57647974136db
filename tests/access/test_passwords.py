"""
Passwords are kept so that a stolen database opens nothing.
"""

import unicodedata

import pytest

from service.access.passwords import Passwords

SENTENCE = "sept tulipes été"


@pytest.fixture(scope="module")
def passwords() -> Passwords:
    """
    Give what keeps passwords.
    """
    return Passwords()


def test_a_password_matches_its_own_hash_alone(passwords: Passwords) -> None:
    stored = passwords.hash(SENTENCE)

    assert passwords.matches(SENTENCE, stored)
    assert not passwords.matches(SENTENCE + " ", stored)
    assert not passwords.matches("", stored)


def test_nothing_stored_is_matched_by_nothing(passwords: Passwords) -> None:
    assert not passwords.matches(SENTENCE, None)
    assert not passwords.matches("", None)
    assert not passwords.matches(SENTENCE, "not a hash")


def test_keyboards_write_accents_in_two_ways(passwords: Passwords) -> None:
    stored = passwords.hash(unicodedata.normalize("NFD", SENTENCE))

    assert passwords.matches(unicodedata.normalize("NFC", SENTENCE), stored)


def test_hashes_are_salted_and_of_todays_parameters(passwords: Passwords) -> None:
    first, second = passwords.hash(SENTENCE), passwords.hash(SENTENCE)

    assert first != second
    assert first.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert not passwords.is_outdated(first)


@pytest.mark.parametrize(
    "password",
    ["password", "P@ssw0rd!!2026", "azertyuiop", "motdepasse123", "aaaaaaaaaaaa", "abcdefghijkl"],
)
def test_what_everybody_tries_first_is_common(passwords: Passwords, password: str) -> None:
    assert passwords.is_common(password)


@pytest.mark.parametrize("password", [SENTENCE, "correct mule battery clip", "h7#kQz!0pWxL"])
def test_what_nobody_tries_first_is_not(passwords: Passwords, password: str) -> None:
    assert not passwords.is_common(password)
