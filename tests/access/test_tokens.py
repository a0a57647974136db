"""
Secrets of API keys.
"""

from service.access.tokens import Tokens


def test_a_secret_is_recognised_by_what_is_stored_of_it() -> None:
    tokens = Tokens()
    secret = tokens.issue()

    assert tokens.matches(secret, tokens.digest(secret))
    assert not tokens.matches(secret[:-1], tokens.digest(secret))
    assert not tokens.matches("", tokens.digest(secret))


def test_no_two_secrets_are_alike_and_each_has_256_bits() -> None:
    secrets = {Tokens().issue() for _ in range(1000)}

    assert 1000 == len(secrets)
    assert {43} == {len(secret) for secret in secrets}, "256 bits in base64url"


def test_what_is_stored_does_not_contain_the_secret() -> None:
    secret = Tokens().issue()

    assert secret.encode() not in Tokens().digest(secret)
