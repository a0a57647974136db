"""
Whoever forges, repeats, overhears or mixes up stays outside; a bad provider breaks nothing.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import jwt
import pytest

from service.records.openid import ProviderTrouble, Trouble
from service.usecases.openid import Callback
from service.web.session import COOKIE, STEP
from service.web.staff.openid import KEPT
from tests.openid.comings import OpenHouse, Surfer, changed
from tests.openid.provider import Claims, Provider
from tests.web.site import Site
from tests.web.staffed import staffing

USED = "This way of signing in was used already"


def _outside(surfer: Surfer, path: str, said: str, status: int = 422) -> None:
    """
    Come back, and stay outside with a page that says why.
    """
    answer = surfer.load(path)
    assert status == answer.status_code
    assert said in answer.text
    assert not {COOKIE, STEP, KEPT} & surfer.kept.keys()


def test_a_state_that_was_forged_opens_nothing(open_house: OpenHouse, surfer: Surfer) -> None:
    open_house.hire()
    path = surfer.way_back()
    right = path.partition("state=")[2].partition("&")[0]
    house, number, _ = right.split(".")
    for state in ("", "x", f"{house}.{number}.{'A' * 43}", f"nobody.{number}.{'A' * 43}"):
        kept = dict(surfer.kept)
        _outside(surfer, changed(path, state=state), USED)
        surfer.kept = kept

    assert 303 == surfer.load(path).status_code  # a guess used nothing up


def test_what_came_back_once_comes_back_no_more(open_house: OpenHouse, surfer: Surfer) -> None:
    open_house.hire()
    path, kept = surfer.way_back(), dict(surfer.kept)
    assert 303 == surfer.load(path).status_code
    again = Surfer(open_house, kept)

    _outside(again, path, USED)


def test_of_many_at_once_one_comes_in(open_house: OpenHouse, surfer: Surfer) -> None:
    open_house.hire()
    path = surfer.way_back()
    twins = [Surfer(open_house, dict(surfer.kept)) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda each: each.load(path).status_code, twins))

    assert [303, *[422] * 7] == sorted(statuses)


def test_a_code_of_another_browser_opens_nothing(open_house: OpenHouse, surfer: Surfer) -> None:
    """
    Nobody is signed in to the account of whoever sent them a link.
    """
    open_house.hire()
    path = surfer.way_back()
    victim = Surfer(open_house)

    _outside(victim, path, USED)
    victim.leave()
    _outside(victim, path, USED)


def test_who_takes_longer_than_ten_minutes_begins_again(
    open_house: OpenHouse, surfer: Surfer, site: Site
) -> None:
    open_house.hire()
    brought = dict(parse_qsl(urlsplit(surfer.way_back()).query))
    finish = site.registry.openid.finish_sign_in
    at = finish.gate.desk.clock() + timedelta(minutes=10)
    desk = replace(finish.gate.desk, clock=lambda: at)
    late = replace(finish, gate=replace(finish.gate, desk=desk))
    callback = Callback(house=open_house.slug, **brought, kept=surfer.kept[KEPT])

    with pytest.raises(ProviderTrouble) as refused:
        late(callback)

    assert Trouble.STATE is refused.value.trouble


def test_another_provider_s_answer_is_not_taken(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    open_house.hire()
    path = surfer.way_back()
    _outside(surfer, changed(path, iss="https://evil.example"), USED)

    assert 303 == surfer.load(changed(surfer.way_back(), iss=provider.issuer)).status_code


def test_who_promises_to_say_its_name_must(
    open_house: OpenHouse, surfer: Surfer, provider: Provider, site: Site
) -> None:
    open_house.hire()
    provider.described = {"authorization_response_iss_parameter_supported": True}
    site.registry.openid.try_provider(open_house.whole)

    _outside(surfer, surfer.way_back(), USED)
    provider.returned = {"iss": provider.issuer}
    assert 303 == surfer.sign_in().status_code
    provider.described = {}
    site.registry.openid.try_provider(open_house.whole)


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "of somebody else"},
        {"aud": "another-client"},
        {"iss": "https://evil.example"},
        {"exp": 1_000_000_000},
    ],
)
def test_a_token_that_is_not_for_this_sign_in_opens_nothing(
    open_house: OpenHouse, surfer: Surfer, provider: Provider, claims: Claims
) -> None:
    open_house.hire()
    provider.claims = claims

    _outside(surfer, surfer.way_back(), "does not prove who you are")


def test_a_token_that_nobody_signed_opens_nothing(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    open_house.hire()
    provider.sign = lambda claims: jwt.encode(claims, "", algorithm="none")

    _outside(surfer, surfer.way_back(), "does not prove who you are")


def test_the_provider_of_one_house_opens_no_other(
    open_house: OpenHouse, surfer: Surfer, site: Site
) -> None:
    with staffing(site) as found:
        other = OpenHouse(found(), open_house.provider)
        other.hire()
        other.set_provider()
        path = surfer.way_back()
        state = Surfer(other).way_back().partition("state=")[2].partition("&")[0]
        moved = path.replace(open_house.slug, other.slug)

        _outside(surfer, moved, USED)
        surfer.leave()
        _outside(surfer, changed(path, state=state), USED)
        _outside(surfer, Surfer(other).way_back(), USED)
        # Here nobody is called so: the same account at the same provider is a stranger.
        assert 403 == surfer.sign_in().status_code


def test_who_changes_the_provider_meanwhile_ends_who_is_on_the_way(
    open_house: OpenHouse, surfer: Surfer
) -> None:
    open_house.hire()
    path = surfer.way_back()
    open_house.set_provider(client_id="another")

    _outside(surfer, path, USED)


def test_who_changes_the_provider_while_it_is_asked_links_nobody(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    open_house.hire()

    def signed(claims: Claims) -> str:
        open_house.set_provider(client_id="another")
        return provider.signed(claims)

    provider.sign = signed
    _outside(surfer, surfer.way_back(), "it was changed just now")

    assert not open_house.staffed.site.registry.openid.list_links(open_house.whole)


def test_who_is_sent_back_without_a_code_is_told(surfer: Surfer) -> None:
    path = surfer.way_back()
    _outside(surfer, changed(path, code="", error="access_denied"), "sent you back without signing")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ((503, b""), "answered with an error"),
        ((200, b"<html>"), "cannot be read"),
        ((200, b" " * 600_000), "far too long"),
    ],
)
def test_a_provider_that_answers_badly_breaks_no_page(
    open_house: OpenHouse,
    surfer: Surfer,
    provider: Provider,
    body: tuple[int, bytes],
    said: str,
) -> None:
    open_house.hire()
    path = surfer.way_back()
    provider.bodies["/token"] = body

    _outside(surfer, path, said)


def test_a_provider_that_is_not_there_breaks_no_page(open_house: OpenHouse, surfer: Surfer) -> None:
    open_house.set_provider(issuer="https://localhost:8443")
    answer = surfer.load(f"/sign-in/openid?house={open_house.slug}")

    assert 422 == answer.status_code
    assert "leads nowhere" in answer.text
