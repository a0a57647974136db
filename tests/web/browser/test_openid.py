"""
A provider is set up on its page, and somebody comes in through it, in a real browser.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from service.decision.powers import Role
from tests import migrated
from tests.openid.comings import OpenHouse, open_site
from tests.openid.provider import CLIENT, SECRET, Provider, providing
from tests.web.browser.visitor import DESKTOP, PHONE, Visitor, visitor
from tests.web.site import Site
from tests.web.staffed import staffing


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """
    Give a provider that listens.
    """
    with providing() as running:
        yield running


@pytest.fixture(scope="module")
def open_to_provider(
    tmp_path_factory: pytest.TempPathFactory, provider: Provider
) -> Iterator[Site]:
    """
    Give the running service, which lets this provider in.
    """
    folder = tmp_path_factory.mktemp("var")
    with open_site(folder, migrated.sqlite_url(folder), provider) as site:
        yield site


@pytest.fixture
def house(open_to_provider: Site, provider: Provider) -> Iterator[OpenHouse]:
    """
    Give a house of one's own, where nothing is set yet.
    """
    with staffing(open_to_provider) as found:
        yield OpenHouse(found(), provider)


@pytest.fixture
def browsers(browser: Browser, open_to_provider: Site) -> Iterator[list[Visitor]]:
    """
    Give two browsers: of who administers, and of who works here.
    """
    both = [visitor(browser, open_to_provider.address, PHONE, DESKTOP) for _ in range(2)]
    yield both
    for each in both:
        each.context.close()


def _set_up(keeper: Visitor, provider: Provider) -> None:
    """
    Say on its page who the provider is, and try it.
    """
    keeper.go("/members")
    keeper.press("Signing in through your own provider")
    keeper.look("provider-new")
    typed = {
        "Address of the provider (issuer)": "http://evil.example",
        "Client ID": CLIENT,
        "Client secret": SECRET,
        "Name on the button": "Jacinthes ID",
    }
    for label, text in typed.items():
        keeper.fill(label, text)
    keeper.press("Save")
    assert keeper.sees("Nothing can be asked there.")
    keeper.look("provider-refused")
    keeper.fill("Address of the provider (issuer)", provider.issuer)
    keeper.fill("Client secret", SECRET)
    keeper.press("Save")
    assert keeper.sees("It is saved.")
    keeper.press("Try it now")
    assert keeper.sees("The provider answers as it should.")


def test_a_provider_is_set_up_gone_through_and_removed(
    house: OpenHouse, browsers: list[Visitor], provider: Provider
) -> None:
    keeper, nadia = browsers
    house.staffed.let_in(keeper, Role.ADMINISTRATOR)
    _set_up(keeper, provider)
    house.hire()

    nadia.go(f"/sign-in?house={house.slug}&back=/account")
    nadia.look("sign-in-with-provider")
    nadia.press("Sign in with Jacinthes ID")
    assert nadia.sees("nadia@jacinthes.example")
    assert nadia.page.url.endswith("/account")

    keeper.go("/settings/sign-in")
    assert keeper.sees("Forget")
    keeper.look("provider-set")
    keeper.page.get_by_label("I am sure").check()
    keeper.press("Remove")
    assert keeper.sees("The provider is removed.")


def test_our_second_factor_is_asked_for_after_the_provider(
    house: OpenHouse, browsers: list[Visitor]
) -> None:
    """
    A browser brings along what it keeps of the step, although it comes from elsewhere.
    """
    _, nadia = browsers
    house.set_provider()
    house.hire()
    house.needs_factor()

    nadia.go(f"/sign-in?house={house.slug}&back=/account")
    nadia.press("Sign in with Jacinthes ID")

    assert nadia.sees("Add a second proof that it is you")
    assert "/sign-in/factor?back=%2Faccount" in nadia.page.url


def test_who_is_not_let_in_is_told_why(house: OpenHouse, browsers: list[Visitor]) -> None:
    _, stranger = browsers
    house.set_provider()

    stranger.go(f"/sign-in?house={house.slug}")
    stranger.press("Sign in with Jacinthes ID")
    assert stranger.sees("You have no account here")
    stranger.complaints.clear()  # it went to the provider, as it should
    stranger.look("provider-nobody")
    stranger.press("Français")
    assert stranger.sees("Vous n’avez pas de compte ici")
    stranger.look("provider-nobody-fr")
    stranger.go(f"/sign-in/openid/{house.slug}/callback?state=x&code=y")
    stranger.look("provider-used")
    stranger.press("English")
    assert stranger.sees("This way of signing in was used already")
    assert "code=" not in stranger.page.url
