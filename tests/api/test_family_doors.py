"""
Families come in by a link and a code, and nobody else does.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from service.errors import NotFound, NotIdentified, TooMany
from service.records.mail import LetterKind
from service.usecases.families.doors import (
    CODE_LASTS,
    LINK_LASTS,
    MOST_CODES_OFTEN,
    MOST_TRIES,
    SESSION_LASTS,
)
from tests.api.clock import Clock
from tests.api.door import Door, House
from tests.api.family import ANNE, Household


def _wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_a_mother_comes_in_by_a_link_and_a_code(family: Household) -> None:
    nonce, code = family.code()

    entered = family.verbs.enter_code(family.slug, nonce, f" {code[:3]} {code[3:]} ")

    session = family.verbs.recognise_family(entered.session)
    assert (family.anne, family.slug) == (session.signatory_id, session.slug)
    assert frozenset() == session.caller.actor.scopes
    kinds = [each["kind"] for each in family.door.entries()]
    assert {"family:invited", "family:signed_in"} <= set(kinds)


def test_a_link_shows_nothing_by_itself_and_stays_good(family: Household) -> None:
    secret = family.link()
    porch, *again = (family.verbs.open_link(family.slug, secret) for _ in range(3))

    assert [porch, porch] == again
    assert (True, "Les Jacinthes") == (porch.is_live, porch.house)
    assert "Anne" not in repr(porch)
    assert [] == family.mailbox.letters(kind=LetterKind.FAMILY_CODE)
    assert not family.verbs.open_link(family.slug, "made-up").is_live


def test_a_code_sent_by_a_scanner_opens_nothing_for_it(family: Household) -> None:
    secret = family.link()
    scanner = family.verbs.send_code(family.slug, secret)
    nonce = family.verbs.send_code(family.slug, secret)
    code = family.mailbox.last_code(ANNE)

    assert "" == family.verbs.enter_code(family.slug, scanner, code).session
    assert family.verbs.enter_code(family.slug, nonce, code).session


def test_a_code_is_good_for_one_browser_only(family: Household) -> None:
    _, code = family.code()

    assert "" == family.verbs.enter_code(family.slug, "another-browser", code).session


def test_a_code_is_good_once(family: Household) -> None:
    nonce, code = family.code()

    assert family.verbs.enter_code(family.slug, nonce, code).session
    assert "" == family.verbs.enter_code(family.slug, nonce, code).session


def test_of_twenty_who_send_the_same_code_at_once_one_comes_in(family: Household) -> None:
    nonce, code = family.code()

    with ThreadPoolExecutor(20) as pool:
        entered = list(
            pool.map(lambda _: family.verbs.enter_code(family.slug, nonce, code), range(20))
        )

    assert 1 == sum(bool(each.session) for each in entered)


def test_a_code_may_be_guessed_five_times(family: Household) -> None:
    nonce, code = family.code()
    wrong = _wrong(code)
    left = [family.verbs.enter_code(family.slug, nonce, wrong).tries_left for _ in range(5)]

    assert list(reversed(range(MOST_TRIES))) == left
    assert "" == family.verbs.enter_code(family.slug, nonce, code).session


def test_of_twenty_guesses_at_once_five_are_heard(family: Household) -> None:
    nonce, code = family.code()
    wrong = _wrong(code)

    with ThreadPoolExecutor(20) as pool:
        left = list(
            pool.map(
                lambda _: family.verbs.enter_code(family.slug, nonce, wrong).tries_left,
                range(20),
            )
        )

    assert [1, 2, 3, 4] == sorted(each for each in left if each)
    assert 16 == left.count(0)


def test_only_so_many_codes_are_sent(family: Household) -> None:
    secret = family.link()
    nonces = [family.verbs.send_code(family.slug, secret) for _ in range(MOST_CODES_OFTEN)]
    code = family.mailbox.last_code(ANNE)

    with pytest.raises(TooMany):
        family.verbs.send_code(family.slug, secret)
    assert family.verbs.enter_code(family.slug, nonces[-1], code).session


def test_whoever_leaves_is_out(family: Household) -> None:
    nonce, code = family.code()
    session = family.verbs.enter_code(family.slug, nonce, code).session

    family.verbs.leave_family(session)
    family.verbs.leave_family("made-up")

    for gone in (session, "", "x", f"{family.slug}.", f"{family.slug}.made-up", "nowhere.x"):
        with pytest.raises(NotIdentified):
            family.verbs.recognise_family(gone)


def test_a_secret_of_one_house_opens_no_other(family: Household, stranger: Door) -> None:
    nonce, code = family.code()
    session = family.verbs.enter_code(family.slug, nonce, code).session
    theirs = stranger.organisation.slug

    assert not family.verbs.open_link(theirs, family.link()).is_live
    assert "" == family.verbs.enter_code(theirs, nonce, code).session
    with pytest.raises(NotIdentified):
        family.verbs.recognise_family(f"{theirs}.{session.partition('.')[2]}")


def test_a_house_that_does_not_exist_is_not_found(family: Household) -> None:
    registry = family.registry
    for ask in (
        lambda: registry.families.open_link("nowhere"),
        lambda: registry.families.send_code("nowhere", "x"),
        lambda: registry.families.enter_code("nowhere", "x", "1"),
        lambda: registry.families.renew_link("nowhere", ANNE),
    ):
        with pytest.raises(NotFound):
            ask()


def test_whoever_is_erased_cannot_come_in_any_more(family: Household) -> None:
    secret = family.link()
    nonce, code = family.code()
    session = family.verbs.enter_code(family.slug, nonce, code).session

    family.door.delete(f"/people/{family.lea}", 204)

    assert not family.verbs.open_link(family.slug, secret).is_live
    with pytest.raises(NotIdentified):
        family.verbs.recognise_family(session)


def test_everything_is_over_in_its_time(
    house_then: House, clock: Clock, found_then: Callable[[str], Door]
) -> None:
    family = Household(found_then("jacinthes"))
    secret = family.link()
    nonce = family.verbs.send_code(family.slug, secret)
    code = family.mailbox.last_code(ANNE)
    start = clock.at

    clock.at = start + CODE_LASTS
    assert "" == family.verbs.enter_code(family.slug, nonce, code).session

    nonce = family.verbs.send_code(family.slug, secret)
    session = family.verbs.enter_code(family.slug, nonce, family.mailbox.last_code(ANNE)).session
    clock.at += SESSION_LASTS
    with pytest.raises(NotIdentified):
        family.verbs.recognise_family(session)

    clock.at = start + LINK_LASTS
    assert not family.verbs.open_link(family.slug, secret).is_live
    with pytest.raises(NotFound):
        family.verbs.send_code(family.slug, secret)
    clock.at += timedelta(days=3)
    assert 0 < house_then.registry.families.forget_doors()
    assert 0 == house_then.registry.families.forget_doors()
