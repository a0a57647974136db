"""
Whoever plants, guesses, repeats or overhears what opens a door stays outside.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import httpx
import pyotp
import pytest

from service.decision.powers import Appointment, Role
from service.records.organisation import SecondFactor
from service.records.paging import Page
from service.usecases.organisations import OrganisationDetails
from service.usecases.organisations.operator import operator_of
from service.usecases.staff import MemberDetails
from service.web.session import COOKIE, STEP
from service.wiring import clock
from tests.loopback import PLAIN
from tests.web.staffed import PASSWORD, StaffedHouse

OWN = {"sec-fetch-site": "same-origin"}
EMAIL = "asha@jacinthes.example"


def cookies_of(answer: httpx.Response) -> dict[str, str]:
    """
    Give what a browser is told to keep.
    """
    pairs = (each.split(";")[0].split("=", 1) for each in answer.headers.get_list("set-cookie"))
    return {name: value.strip('"') for name, value in pairs if value.strip('"')}


@pytest.fixture
def strict_house(house: StaffedHouse) -> StaffedHouse:
    """
    Give a house in which a password is not enough.
    """
    details = OrganisationDetails(second_factor=SecondFactor.REQUIRED)
    house.site.registry.organisations.change_settings(
        operator_of(house.door.organisation.id), details
    )
    return house


@pytest.fixture
def send(house: StaffedHouse) -> Callable[..., httpx.Response]:
    """
    Give what sends a form of our own pages, with cookies that are said.
    """

    def send_one(path: str, cookies: dict[str, str] | None = None, **data: str) -> httpx.Response:
        kept = "; ".join(f"{name}={value}" for name, value in (cookies or {}).items())
        headers = {**OWN, "cookie": kept} if kept else OWN
        return httpx.post(
            f"{house.site.address}{path}", data=data, headers=headers, timeout=60, verify=PLAIN
        )

    return send_one


def invited(house: StaffedHouse) -> str:
    """
    Invite Asha; give what her link holds.
    """
    roles = (Appointment(Role.CHECKER),)
    details = MemberDetails(email=EMAIL, name="Asha Rao", language="en", appointments=roles)
    whole = operator_of(house.door.organisation.id)
    return house.site.registry.staff.invite_member(whole, details).text


def with_telephone(house: StaffedHouse) -> pyotp.TOTP:
    """
    Let Asha join with a second factor; give her telephone.
    """
    registry = house.site.registry
    half = registry.staff.accept_invitation(invited(house), PASSWORD)
    telephone = pyotp.TOTP(registry.staff.begin_factor(half.token).secret)
    registry.staff.confirm_factor(half.token, telephone.at(clock()))
    return telephone


def test_a_link_that_a_mail_program_opens_works_still(house: StaffedHouse) -> None:
    link = invited(house)
    for method in ("HEAD", "GET", "GET", "GET"):
        for path in ("/join", f"/join?link={link}", "/reset"):
            assert 500 > httpx.request(method, house.site.address + path, verify=PLAIN).status_code

    assert house.site.registry.staff.accept_invitation(link, PASSWORD).token


def test_an_invitation_that_is_sent_twenty_times_at_once_joins_once(
    house: StaffedHouse, send: Callable[..., httpx.Response]
) -> None:
    link = invited(house)

    with ThreadPoolExecutor(20) as several:
        answers = list(
            several.map(lambda _: send("/join", link=link, password=PASSWORD), range(20))
        )

    assert 1 == [each.status_code for each in answers].count(303)
    assert 19 == [each.status_code for each in answers].count(422)


def test_a_code_that_is_sent_twenty_times_at_once_opens_once(
    strict_house: StaffedHouse, send: Callable[..., httpx.Response]
) -> None:
    telephone = with_telephone(strict_house)
    slug = strict_house.door.organisation.slug
    begun = send("/sign-in", house=slug, email=EMAIL, password=PASSWORD)
    step = {STEP: cookies_of(begun)[STEP]}
    code = telephone.at(clock() + timedelta(seconds=30))

    with ThreadPoolExecutor(20) as several:
        answers = list(several.map(lambda _: send("/sign-in/code", step, code=code), range(20)))

    assert 1 == sum(COOKIE in cookies_of(each) for each in answers)


def test_a_session_that_was_planted_is_never_taken_over(
    house: StaffedHouse, send: Callable[..., httpx.Response]
) -> None:
    planted = house.hire(Role.CHECKER, "Mallory")
    house.site.registry.staff.accept_invitation(invited(house), PASSWORD)
    kept = {COOKIE: planted, STEP: planted}
    slug = house.door.organisation.slug

    answer = send("/sign-in", kept, house=slug, email=EMAIL, password=PASSWORD)

    given = cookies_of(answer)[COOKIE]
    assert planted != given
    assert "Asha Rao" == house.site.registry.staff.identify_session(given).member.name


def test_what_is_kept_by_a_browser_is_bound_and_hidden(
    house: StaffedHouse, send: Callable[..., httpx.Response]
) -> None:
    house.site.registry.staff.accept_invitation(invited(house), PASSWORD)
    answer = send("/sign-in", house=house.door.organisation.slug, email=EMAIL, password=PASSWORD)

    (cookie,) = (
        each for each in answer.headers.get_list("set-cookie") if each.startswith(f"{COOKIE}=")
    )
    assert {"Secure", "HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert "domain" not in cookie.lower()


def test_signing_out_ends_the_session_for_every_copy_of_it(
    house: StaffedHouse, send: Callable[..., httpx.Response]
) -> None:
    kept = {COOKIE: house.hire(Role.CHECKER)}

    send("/sign-out", kept)

    copy = {"cookie": f"{COOKIE}={kept[COOKIE]}"}
    assert 303 == httpx.get(f"{house.site.address}/account", headers=copy, verify=PLAIN).status_code


def test_a_way_back_leads_nowhere_else(
    house: StaffedHouse, send: Callable[..., httpx.Response]
) -> None:
    house.site.registry.staff.accept_invitation(invited(house), PASSWORD)
    slug = house.door.organisation.slug
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example", "evil"):
        form = {"house": slug, "email": EMAIL, "password": PASSWORD, "back": back}
        assert "/" == send("/sign-in", **form).headers["location"]


def test_a_way_back_may_name_somebody_in_any_script(
    house: StaffedHouse, send: Callable[..., httpx.Response]
) -> None:
    house.site.registry.staff.accept_invitation(invited(house), PASSWORD)
    slug = house.door.organisation.slug
    for back in ("/people?name=Łucja", "/people?name=%C5%81ucja"):
        form = {"house": slug, "email": EMAIL, "password": PASSWORD, "back": back}
        left = send("/sign-in", **form)
        assert (303, "/people?name=%C5%81ucja") == (left.status_code, left.headers["location"])


def test_no_log_and_no_letter_but_ones_own_holds_a_secret(
    house: StaffedHouse,
    send: Callable[..., httpx.Response],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    link = invited(house)
    token = cookies_of(send("/join", link=link, password=PASSWORD))[COOKIE]
    send("/sign-in", house=house.door.organisation.slug, email=EMAIL, password="wrong words here")
    send("/sign-out", {COOKIE: token})

    ours = [each for each in caplog.records if each.name.startswith("obstat")]
    logged = " ".join(each.getMessage() for each in ours)
    assert "/join" in logged
    for secret in (link.rpartition(".")[2], token.rpartition(".")[2], PASSWORD, "wrong words here"):
        assert secret not in logged
        assert secret not in str(house.door.entries())


def test_a_reset_letter_goes_to_the_account_alone(
    house: StaffedHouse, send: Callable[..., httpx.Response]
) -> None:
    member = house.site.registry.staff.accept_invitation(invited(house), PASSWORD).session.member_id
    slug = house.door.organisation.slug
    known = send("/forgotten", house=slug, email=EMAIL)
    unknown = send("/forgotten", house=slug, email="nobody@jacinthes.example")

    assert (known.status_code, known.headers["location"]) == (
        unknown.status_code,
        unknown.headers["location"],
    )
    with house.site.registry.mail.deliver_letters.database.look(house.door.organisation.id) as work:
        letters = work.outbox.list_page(Page()).items
        assert {member} == {each.recipient_id for each in letters}
