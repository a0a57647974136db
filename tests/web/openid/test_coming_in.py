"""
Whoever works here comes in through the provider, and nobody else.
"""

import re
from uuid import uuid4

import httpx
import pyotp
import pytest

from service.decision.powers import Role
from service.web.session import COOKIE, STEP
from service.web.staff.openid import KEPT
from tests.houses import JACINTHES
from tests.loopback import PLAIN
from tests.openid.comings import NADIA, OpenHouse, Surfer
from tests.openid.provider import Provider
from tests.web.reader import words
from tests.web.staffed import PASSWORD, StaffedHouse

OWN = {"sec-fetch-site": "same-origin", "accept-language": "en"}
NOBODY = "You have no account here"


def test_the_page_of_signing_in_offers_the_provider_of_a_known_house(
    open_house: OpenHouse, surfer: Surfer
) -> None:
    # Of the one house of a deployment the button would be shown without a name.
    open_house.staffed.door.house.registry.organisations.found_organisation(
        f"other-{uuid4().hex[:12]}", JACINTHES
    )

    assert "Jacinthes ID" not in surfer.load("/sign-in").text
    assert "Jacinthes ID" not in surfer.load("/sign-in?house=nobody").text
    offered = surfer.load(f"/sign-in?house={open_house.slug}&back=/photos").text

    assert f"/sign-in/openid?house={open_house.slug}&amp;back=%2Fphotos" in offered


def test_a_member_comes_in_and_the_log_says_how(open_house: OpenHouse, surfer: Surfer) -> None:
    member_id = open_house.hire()
    before = len(open_house.logged())

    answer = surfer.sign_in("/photos")

    assert (303, "/photos") == (answer.status_code, answer.headers["location"])
    assert 200 == surfer.load("/account").status_code
    assert KEPT not in surfer.kept
    said = open_house.last_sign_in()
    assert ("openid:linked", {"member_id": member_id}) in open_house.logged()[before:]
    assert ("openid", "none") == (said["through"], said["factor"])


def test_what_is_sent_to_the_provider_is_what_it_must_be(
    open_house: OpenHouse, surfer: Surfer
) -> None:
    asked = httpx.URL(surfer.leave()).params

    assert "code" == asked["response_type"]
    assert "S256" == asked["code_challenge_method"]
    assert "openid email" == asked["scope"]
    assert {43} == {len(asked["nonce"]), len(asked["code_challenge"])}
    assert asked["state"].startswith(f"{open_house.slug}.")
    kept = surfer.last.headers["set-cookie"] if surfer.last else ""
    assert all(each in kept for each in ("__Host-", "HttpOnly", "Secure", "SameSite=lax"))


@pytest.mark.parametrize("verified", [False, None])
def test_an_address_that_nobody_verified_opens_nothing(
    open_house: OpenHouse, surfer: Surfer, provider: Provider, *, verified: bool | None
) -> None:
    open_house.hire()
    provider.account.more = {"email_verified": verified}

    answer = surfer.sign_in()

    assert 403 == answer.status_code
    assert NOBODY in answer.text
    assert COOKIE not in surfer.kept
    assert ("staff:sign_in_failed", {"member_id": None, "what": "openid"}) == (
        open_house.logged()[-1]
    )


def test_an_administrator_can_vouch_for_the_addresses(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    open_house.hire()
    open_house.set_provider(trusts_addresses=True)
    provider.account.more = {}
    provider.account.email = NADIA.upper()

    assert 303 == surfer.sign_in().status_code


def test_who_is_unknown_invited_or_gone_is_told_alike(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    gone = open_house.hire("gone@jacinthes.example")
    registry = open_house.staffed.site.registry
    provider.account.email = "gone@jacinthes.example"
    assert 303 == surfer.sign_in().status_code
    registry.staff.deactivate_member(open_house.whole, gone)
    told = []
    for email in ("gone@jacinthes.example", "stranger@jacinthes.example", ""):
        provider.account.email = email
        provider.account.sub = "account-1" if email.startswith("gone") else "another"
        answer = surfer.sign_in()
        told.append((answer.status_code, re.sub(r"[0-9a-f-]{36}", "", words(answer.text))))

    assert 1 == len(set(told))
    assert NOBODY in told[0][1]
    assert "@jacinthes.example" not in told[0][1].replace(
        open_house.staffed.door.organisation.contact.email, ""
    )


def test_an_address_given_to_somebody_else_opens_nothing(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    open_house.hire()
    assert 303 == surfer.sign_in().status_code
    provider.account.sub = "account-2"

    assert 403 == Surfer(open_house).sign_in().status_code


def test_an_account_stays_its_member_s_whatever_its_address_becomes(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    open_house.hire()
    boss = open_house.hire("boss@jacinthes.example", Role.ADMINISTRATOR)
    surfer.sign_in()
    provider.account.email = "boss@jacinthes.example"

    again = Surfer(open_house)
    assert 303 == again.sign_in().status_code
    assert NADIA in again.load("/account").text
    assert "boss@jacinthes.example" not in again.load("/account").text
    assert 403 == again.load("/settings").status_code
    links = open_house.staffed.site.registry.openid.list_links(open_house.whole)
    assert boss not in [each.member.id for each in links]


def test_our_second_factor_is_asked_for_as_ever(open_house: OpenHouse, surfer: Surfer) -> None:
    open_house.needs_factor()
    open_house.hire()

    answer = surfer.sign_in("/photos")

    assert "/sign-in/factor?back=%2Fphotos" == answer.headers["location"]
    assert COOKIE not in surfer.kept
    registry = open_house.staffed.site.registry
    secret = registry.staff.begin_factor(surfer.kept[STEP]).secret
    registry.staff.confirm_factor(surfer.kept[STEP], pyotp.TOTP(secret).now())
    said = open_house.last_sign_in()
    assert ("openid", "code") == (said["through"], said["factor"])
    assert "/sign-in/code" == Surfer(open_house).sign_in().headers["location"]


def test_who_is_invited_anew_is_linked_anew(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    """
    Everything that opened the account before is gone.
    """
    member_id = open_house.hire()
    surfer.sign_in()
    staff = open_house.staffed.site.registry.staff
    link = staff.renew_invitation(open_house.whole, member_id)
    staff.accept_invitation(link.text, PASSWORD)
    provider.account.email = "elsewhere@jacinthes.example"

    assert 403 == Surfer(open_house).sign_in().status_code


def test_a_provider_that_asked_for_two_things_is_enough(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    open_house.needs_factor()
    open_house.hire()
    provider.claims = {"amr": ["pwd", "mfa"]}

    assert "/" == surfer.sign_in().headers["location"]


def test_an_administrator_can_say_that_the_provider_asks_for_it(
    open_house: OpenHouse, surfer: Surfer
) -> None:
    open_house.needs_factor()
    open_house.hire()
    open_house.set_provider(asks_factor=True)

    assert "/" == surfer.sign_in().headers["location"]
    assert "provider" == open_house.last_sign_in()["factor"]


def test_where_the_provider_is_the_only_way_passwords_open_to_administrators_alone(
    open_house: OpenHouse,
) -> None:
    open_house.hire()
    open_house.hire("boss@jacinthes.example", Role.ADMINISTRATOR)
    open_house.set_provider(is_only_way=True)
    told = {}
    for email in (NADIA, "boss@jacinthes.example"):
        typed = {"house": open_house.slug, "email": email, "password": PASSWORD}
        url = f"{open_house.staffed.site.address}/sign-in"
        answer = httpx.post(url, data=typed, headers=OWN, timeout=60, verify=PLAIN)
        told[email] = answer

    assert 422 == told[NADIA].status_code
    assert "signs in through its provider" in told[NADIA].text
    assert 303 == told["boss@jacinthes.example"].status_code


def test_nobody_is_led_elsewhere(open_house: OpenHouse) -> None:
    open_house.hire()
    for back in ("https://evil.example", "//evil.example", "/\\evil.example", "javascript:1"):
        assert "/" == Surfer(open_house).sign_in(back).headers["location"]


def test_a_link_that_is_forgotten_is_made_anew(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    member_id = open_house.hire()
    surfer.sign_in()
    provider.account.sub = "account-2"
    open_house.staffed.site.registry.openid.unlink_member(open_house.whole, member_id)

    assert 303 == Surfer(open_house).sign_in().status_code
    assert "openid:unlinked" in [kind for kind, _ in open_house.logged()]


def test_who_left_too_often_without_coming_back_waits(surfer: Surfer) -> None:
    for _ in range(30):
        surfer.leave()
    answer = surfer.load(f"/sign-in/openid?house={surfer.house.slug}")

    assert 429 == answer.status_code
    assert "Wait a quarter of an hour" in answer.text


def test_a_house_without_a_provider_has_no_such_way(
    house: StaffedHouse, provider: Provider
) -> None:
    closed = OpenHouse(house, provider)
    for slug in (closed.slug, "nobody"):
        answer = Surfer(closed).load(f"/sign-in/openid?house={slug}")
        assert 422 == answer.status_code
        assert "There is no such way of signing in here" in answer.text


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("keeper@jacinthes.example", "\u212aeeper@jacinthes.example"),
        ("boss@jacinthes.example", "bo\u00df@jacinthes.example"),
        ("boss@strasse.example", "boss@stra\u00dfe.example"),
        ("stra\u00dfe@jacinthes.example", "strasse@jacinthes.example"),
    ],
)
def test_letters_that_look_alike_are_others(
    open_house: OpenHouse, surfer: Surfer, provider: Provider, ours: str, theirs: str
) -> None:
    open_house.hire(ours)
    provider.account.email = theirs

    answer = surfer.sign_in()

    assert (403, True) == (answer.status_code, NOBODY in answer.text)


def test_who_writes_capitals_at_the_provider_is_known(
    open_house: OpenHouse, surfer: Surfer, provider: Provider
) -> None:
    open_house.hire("j\u00fcrgen@jacinthes.example")
    provider.account.email = "J\u00fcrgen@Jacinthes.Example"

    assert 303 == surfer.sign_in().status_code
