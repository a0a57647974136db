"""
Members join, sign in with two steps, and find their way after losing things.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pyotp
import pytest

from service.decision.powers import Appointment, Role
from service.records.organisation import SecondFactor
from service.records.paging import Page
from service.usecases.organisations import OrganisationDetails
from service.usecases.organisations.operator import operator_of
from service.usecases.staff import MemberDetails
from service.web.session import COOKIE
from service.wiring import clock
from tests.houses import JACINTHES
from tests.web.browser.visitor import Visitor
from tests.web.site import Site
from tests.web.staffed import PASSWORD, StaffedHouse

EMAIL = "asha@jacinthes.example"
OTHER_PASSWORD = "nine orange chairs in the rain"


@pytest.fixture(autouse=True)
def neighbour(site: Site) -> None:
    """
    Found another house here, so that one has to say for which one signs in.
    """
    site.registry.organisations.found_organisation(f"ailleurs-{uuid4().hex[:12]}", JACINTHES)


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


def invited(house: StaffedHouse) -> str:
    """
    Invite Asha, who checks; give what her link holds.
    """
    details = MemberDetails(
        email=EMAIL, name="Asha Rao", language="en", appointments=(Appointment(Role.CHECKER),)
    )
    whole = operator_of(house.door.organisation.id)
    return house.site.registry.staff.invite_member(whole, details).text


def code_of(secret: str, steps: int = 0) -> str:
    """
    Give the code that a telephone shows now, or soon.
    """
    return pyotp.TOTP(secret).at(clock() + steps * timedelta(seconds=30))


def secret_on(somebody: Visitor) -> str:
    """
    Read the key of the second factor from the page.
    """
    return somebody.page.locator("code.secret").first.inner_text()


@dataclass(frozen=True)
class Kept:
    """
    What somebody keeps who has joined.
    """

    secret: str
    used: str
    """The code that they joined with."""
    recovery_codes: list[str]


def joined(house: StaffedHouse, somebody: Visitor) -> Kept:
    """
    Walk through an invitation to its end.
    """
    somebody.go(f"/join#{invited(house)}")
    somebody.fill("New password", PASSWORD)
    somebody.press("Continue")
    somebody.click(somebody.page.get_by_text("I cannot scan it"))
    secret = secret_on(somebody)
    used = code_of(secret)
    somebody.fill("Code", used)
    somebody.press("Continue")
    codes = somebody.page.locator("li code").all_inner_texts()
    somebody.press("I have kept them")
    return Kept(secret, used, codes)


def sign_in(house: StaffedHouse, somebody: Visitor, password: str = PASSWORD) -> None:
    """
    Say organisation, address and password.
    """
    somebody.go("/sign-in")
    somebody.fill("Organisation", house.door.organisation.slug)
    somebody.fill("E-mail address", EMAIL)
    somebody.fill("Password", password)
    somebody.press("Sign in")


def path_of(somebody: Visitor) -> str:
    """
    Say on which page somebody is.
    """
    return urlsplit(somebody.page.url).path


def test_an_invited_member_joins_and_is_let_in(
    strict_house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    asha = at_hand()
    asha.go(f"/join#{invited(strict_house)}")
    assert asha.page.url.endswith("/join")
    assert asha.page.get_by_label("Code from the e-mail").is_hidden()
    asha.look("join")
    asha.fill("New password", "motdepasse2026")
    asha.press("Continue")
    assert asha.sees("one of those that are tried first")
    asha.look("join-weak")
    asha.fill("New password", PASSWORD)
    asha.press("Continue")

    assert "/sign-in/factor" == path_of(asha)


def test_a_telephone_is_set_up_before_anything_else(
    strict_house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    asha = at_hand()
    asha.go(f"/join#{invited(strict_house)}")
    asha.fill("New password", PASSWORD)
    asha.press("Continue")
    asha.look("factor")
    asha.click(asha.page.get_by_text("I cannot scan it"))
    secret = secret_on(asha)
    asha.fill("Code", "000000")
    asha.press("Continue")
    assert asha.sees("This code is not right")
    asha.click(asha.page.get_by_text("I cannot scan it"))
    assert secret == secret_on(asha)
    asha.fill("Code", code_of(secret))
    asha.press("Continue")
    assert 10 == asha.page.locator("li code").count()
    assert 0 == asha.page.locator("footer a").count()  # that would be another page
    asha.look("recovery-codes")
    asha.press("I have kept them")

    assert "/" == path_of(asha)
    assert asha.sees("Asha Rao")


def test_without_scripts_the_code_of_the_letter_is_copied(
    strict_house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    asha = at_hand(scripts=False)
    asha.go("/join")
    asha.fill("Code from the e-mail", invited(strict_house))
    asha.fill("New password", PASSWORD)
    asha.press("Continue")

    assert "/sign-in/factor" == path_of(asha)


def test_a_link_that_was_used_is_explained(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    link = invited(house)
    house.site.registry.staff.accept_invitation(link, PASSWORD)
    late = at_hand()
    late.go(f"/join#{link}")
    late.fill("New password", PASSWORD)
    late.press("Continue")

    assert late.sees("This link was used already, or is over.")
    late.look("link-over")


def test_password_and_code_lead_back_to_where_one_was(
    strict_house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    asha = at_hand()
    kept = joined(strict_house, asha)
    asha.go("/account")
    asha.press("Sign out")
    assert "/sign-in" == path_of(asha)
    assert COOKIE not in {each["name"] for each in asha.context.cookies()}
    asha.go("/account?changed")
    assert "/sign-in" == path_of(asha)
    assert (
        strict_house.door.organisation.slug == asha.page.get_by_label("Organisation").input_value()
    )
    asha.look("sign-in")

    asha.fill("E-mail address", EMAIL)
    asha.fill("Password", PASSWORD)
    asha.press("Sign in")
    asha.look("sign-in-code")
    asha.fill("Code", kept.used)
    asha.press("Continue")
    assert asha.sees("This code is not right, or was used already.")
    asha.fill("Code", code_of(kept.secret, 1))
    asha.press("Continue")

    assert "/account" == path_of(asha)


def test_a_recovery_code_opens_where_the_telephone_is_lost(
    strict_house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    asha = at_hand()
    kept = joined(strict_house, asha)
    asha.context.clear_cookies()
    sign_in(strict_house, asha)
    asha.click(asha.page.get_by_text("I have lost my telephone"))
    assert asha.sees("Use one of your recovery codes.")
    asha.fill("Code", kept.recovery_codes[0].lower())
    asha.press("Continue")

    assert "/" == path_of(asha)


def test_wrong_password_says_no_more_than_that(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    house.site.registry.staff.accept_invitation(invited(house), PASSWORD)
    somebody = at_hand()
    sign_in(house, somebody, OTHER_PASSWORD)

    assert somebody.sees("This address and this password do not belong together.")
    assert "" == somebody.page.get_by_label("Password", exact=True).input_value()
    assert EMAIL == somebody.page.get_by_label("E-mail address").input_value()
    somebody.look("sign-in-wrong")


def test_a_forgotten_password_is_replaced_through_the_mailbox(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    registry, organisation = house.site.registry, house.door.organisation
    member_id = registry.staff.accept_invitation(invited(house), PASSWORD).session.member_id
    asha = at_hand()
    asha.go("/sign-in")
    asha.press("Forgotten password")
    asha.look("forgotten")
    asha.fill("Organisation", organisation.slug)
    asha.fill("E-mail address", EMAIL)
    asha.press("Send the link")
    asha.look("reset-sent")

    asha.go(f"/reset#{letter_to(house, member_id)}")
    asha.look("reset")
    asha.fill("New password", OTHER_PASSWORD)
    asha.press("Continue")
    assert asha.sees("Your password is changed.")
    sign_in(house, asha, OTHER_PASSWORD)

    assert "/" == path_of(asha)


def letter_to(house: StaffedHouse, member_id: str) -> str:
    """
    Read the link of the newest letter to a member.
    """
    database = house.site.registry.ledger.verify_ledger.database
    with database.look(house.door.organisation.id) as work:
        page = Page(filters={"recipient_id": member_id})
        newest = work.outbox.list_page(page).items[-1]
        return work.outbox.get(newest.id).text.partition("/reset#")[2].split()[0]


def test_whoever_skips_the_password_begins_at_the_beginning(
    at_hand: Callable[..., Visitor],
) -> None:
    stranger = at_hand()
    for path in ("/sign-in/code", "/sign-in/factor", "/account", "/members"):
        stranger.go(path)
        assert "/sign-in" == path_of(stranger)
