"""
Every way to refuse has one code and one status.
"""

from collections.abc import Iterator

from service import app, errors
from service.api.problems import FRAMEWORK, TITLES, title_of
from service.errors import ObstatError
from service.http.statuses import STATUS, status_of

FRAMEWORK_SHARES = {
    "not-found": 404,
    "not-identified": 401,
    "not-allowed": 403,
    "too-many": 429,
    "unavailable": 503,
}
"""What the framework refuses as we do ourselves, and so under the same code."""


def _refusals(root: type[ObstatError] = ObstatError) -> Iterator[type[ObstatError]]:
    """
    Walk every class of refusal that the running application could raise.
    """
    assert callable(app.create_app), "everything that can refuse is imported"
    yield root
    for child in root.__subclasses__():
        yield from _refusals(child)


def test_every_refusal_has_a_code_of_its_own() -> None:
    codes = [refusal.code for refusal in set(_refusals())]

    assert sorted(set(codes)) == sorted(codes)
    assert [] == [code for code in codes if not code.replace("-", "").isalpha()]


def test_every_refusal_has_a_status() -> None:
    for refusal in _refusals():
        assert status_of(refusal) in {401, 403, 404, 409, 422, 429, 500, 503}, refusal
        assert title_of(refusal)


def test_every_class_of_the_tree_is_in_the_table() -> None:
    tree = {each for each in vars(errors).values() if isinstance(each, type)}

    refusals = {each for each in tree if issubclass(each, ObstatError)}
    assert set() == refusals - set(STATUS)
    assert set(TITLES) == set(STATUS)


def test_our_own_code_and_that_of_the_framework_mean_the_same_status() -> None:
    ours = {refusal.code: status_of(refusal) for refusal in _refusals()}
    theirs = {code: status for status, (code, _) in FRAMEWORK.items()}

    assert FRAMEWORK_SHARES == {code: theirs[code] for code in theirs.keys() & ours.keys()}
    assert FRAMEWORK_SHARES == {code: ours[code] for code in theirs.keys() & ours.keys()}
