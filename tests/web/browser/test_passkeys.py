"""
Members sign in with a passkey, at the only address where browsers let them.
"""

import sys
from collections.abc import Callable, Iterator

import pyotp
import pytest
from playwright.sync_api import Browser

from cli.serve import listen
from service.decision.powers import Appointment, Role
from service.records.organisation import SecondFactor
from service.settings import Settings
from service.usecases.organisations import OrganisationDetails
from service.usecases.organisations.operator import operator_of
from service.usecases.staff import MemberDetails
from service.wiring import clock
from tests import migrated
from tests.staff.keyed import move
from tests.web.browser.visitor import SCREENS, Visitor, visitor
from tests.web.site import Site, running_site
from tests.web.staffed import PASSWORD, StaffedHouse, staffing

EMAIL = "asha@jacinthes.example"


@pytest.fixture(scope="module")
def named_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """
    Give the running service at an address that has a name.
    """
    folder = tmp_path_factory.mktemp("var")
    migrated.sqlite_url(folder)
    listening = listen("127.0.0.1", 0)
    address = f"http://localhost:{listening.getsockname()[1]}"
    settings = Settings(var_folder=folder, public_url=address, sequencer_interval_seconds=0.05)
    with running_site(settings, listening) as running:
        yield Site(address, running.registry, running.app)


@pytest.fixture
def strict_house(named_site: Site) -> Iterator[StaffedHouse]:
    """
    Give a house in which a password is not enough.
    """
    with staffing(named_site) as found:
        house = found()
        named_site.registry.organisations.change_settings(
            operator_of(house.door.organisation.id),
            OrganisationDetails(second_factor=SecondFactor.REQUIRED),
        )
        yield house


@pytest.fixture
def at_localhost(browser: Browser, named_site: Site) -> Iterator[Callable[..., Visitor]]:
    """
    Give what opens a browser of one's own at that address.
    """
    opened: list[Visitor] = []

    def open_one(*, scripts: bool = True) -> Visitor:
        opened.append(visitor(browser, named_site.address, *SCREENS, scripts=scripts))
        return opened[-1]

    yield open_one
    for each in opened:
        sys.stdout.write(f"{each.page.url}\n{each.page.locator('body').inner_text()}\n")
        each.context.close()


def plug_in(somebody: Visitor, transport: str) -> None:
    """
    Give a browser one more device that holds passkeys.
    """
    devices = somebody.context.new_cdp_session(somebody.page)
    devices.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": transport,
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def invited(house: StaffedHouse) -> str:
    """
    Invite Asha, who checks; give what her link holds.
    """
    details = MemberDetails(
        email=EMAIL, name="Asha Rao", language="en", appointments=(Appointment(Role.CHECKER),)
    )
    whole = operator_of(house.door.organisation.id)
    return house.site.registry.staff.invite_member(whole, details).text


def join(house: StaffedHouse, somebody: Visitor) -> None:
    """
    Follow an invitation up to the second factor.
    """
    somebody.go("/join")
    if somebody.page.get_by_label("Code from the e-mail").is_visible():
        somebody.fill("Code from the e-mail", invited(house))
    somebody.fill("New password", PASSWORD)
    somebody.press("Continue")


def sign_in(somebody: Visitor) -> None:
    """
    Say address and password.
    """
    somebody.go("/sign-in")
    somebody.fill("E-mail address", EMAIL)
    somebody.fill("Password", PASSWORD)
    somebody.press("Sign in")


def set_up(house: StaffedHouse, somebody: Visitor) -> None:
    """
    Join with a passkey instead of a code app.
    """
    plug_in(somebody, "internal")
    join(house, somebody)
    somebody.look("passkey-instead")
    somebody.fill("Name of the passkey", "Work telephone")
    somebody.press("Add a passkey")
    assert somebody.sees("Work telephone")
    somebody.look("passkey-new")
    somebody.press("Continue")
    assert somebody.sees("Keep these codes")
    somebody.press("I have kept them")
    somebody.go("/account")


def remove(somebody: Visitor, name: str, password: str) -> None:
    """
    Say which passkey goes, and the password.
    """
    form = somebody.page.locator("form[action='/account/passkeys/remove']")
    if not form.is_visible():
        somebody.click(somebody.page.get_by_text("Remove a passkey"))
    somebody.page.get_by_label("Which one").select_option(label=name)
    form.get_by_label("Present password").fill(password)
    somebody.press("Remove")


def test_a_passkey_is_set_up_and_lets_in(
    strict_house: StaffedHouse, at_localhost: Callable[..., Visitor]
) -> None:
    asha = at_localhost()
    set_up(strict_house, asha)
    assert asha.sees("It is your only second factor")
    asha.look("account-passkey")

    asha.press("Sign out")
    sign_in(asha)
    assert asha.sees("Use a passkey")
    asha.look("sign-in-passkey")
    asha.press("Use a passkey")
    assert asha.sees("Asha Rao")
    asha.go("/account")

    assert 0 == asha.page.get_by_text("Not used yet").count()


def test_a_second_passkey_is_added_and_the_first_removed(
    strict_house: StaffedHouse, at_localhost: Callable[..., Visitor]
) -> None:
    asha = at_localhost()
    set_up(strict_house, asha)
    asha.fill("Name of the passkey", "Blue key")
    form = asha.page.locator("form[action='/account/passkeys']")
    form.get_by_label("Present password").fill(PASSWORD)
    asha.press("Add a passkey")
    asha.press("Continue")
    assert asha.sees("This device has a passkey of yours already.")
    asha.look("passkey-known")
    plug_in(asha, "usb")
    asha.press("Continue")
    assert asha.sees("It is done.")

    remove(asha, "Work telephone", "something else")
    assert asha.sees("This is not your password.")
    asha.look("account-passkeys")
    remove(asha, "Work telephone", PASSWORD)

    assert asha.sees("It is done.")
    assert 0 == asha.page.get_by_text("Work telephone", exact=True).count()


def test_the_code_app_is_removed_beside_a_passkey(
    strict_house: StaffedHouse, at_localhost: Callable[..., Visitor]
) -> None:
    asha = at_localhost()
    set_up(strict_house, asha)
    assert 0 == asha.page.get_by_text("Do without codes from the telephone").count()
    form = asha.page.locator("form[action='/account/factor']")
    form.get_by_label("Present password").fill(PASSWORD)
    asha.press("Set up a telephone")
    secret = asha.page.locator("code.secret").text_content() or ""
    asha.fill("Code", pyotp.TOTP(secret).at(clock()))
    asha.press("Continue")
    asha.press("I have kept them")

    for password, said in (("something else", "not your password"), (PASSWORD, "It is done.")):
        form = asha.page.locator("form[action='/account/factor/remove']")
        if not form.is_visible():
            asha.click(asha.page.get_by_text("Do without codes from the telephone"))
        form.get_by_label("Present password").fill(password)
        asha.look(f"account-without-codes-{len(password)}")
        asha.press("Remove the codes")
        assert asha.sees(said)
    assert 0 == asha.page.get_by_role("button", name="Remove the codes").count()


def test_who_keeps_the_house_is_told_of_passkeys_that_open_nothing(
    strict_house: StaffedHouse, at_localhost: Callable[..., Visitor]
) -> None:
    asha, keeper = at_localhost(), at_localhost()
    set_up(strict_house, asha)
    strict_house.site.registry.organisations.change_settings(
        operator_of(strict_house.door.organisation.id),
        OrganisationDetails(second_factor=SecondFactor.OFF),
    )
    strict_house.let_in(keeper, Role.ADMINISTRATOR)
    keeper.go("/settings")
    assert 0 == keeper.page.get_by_text("open nothing any more").count()
    move(strict_house.site.registry, strict_house.door.organisation.id, "old.example")

    keeper.go("/settings")
    assert keeper.sees("They were made for old.example; these pages are at localhost.")
    keeper.look("settings-lost-passkeys")
    asha.press("Sign out")
    sign_in(asha)
    assert asha.sees("Passkeys do not work at the address of these pages.")


def test_without_scripts_the_code_app_is_left(
    strict_house: StaffedHouse, at_localhost: Callable[..., Visitor]
) -> None:
    asha = at_localhost(scripts=False)
    join(strict_house, asha)

    assert asha.sees("A passkey needs JavaScript")
    assert asha.page.get_by_role("button", name="Add a passkey").is_hidden()
    assert asha.page.get_by_label("Code").is_visible()


def test_at_a_number_none_is_offered(house: StaffedHouse, at_desk: Callable[..., Visitor]) -> None:
    asha = house.let_in(at_desk(), Role.CHECKER)
    asha.go("/account")

    assert asha.sees("Passkeys need the address of a name over HTTPS")
    asha.look("passkey-nowhere")
    assert 0 == asha.page.get_by_role("button", name="Add a passkey").count()
