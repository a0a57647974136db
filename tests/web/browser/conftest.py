"""
A real browser in front of the real service.

Where no Chromium is installed these tests are left out, in one line, unless changes are
being accepted (`CI=true`): there a missing browser is a failure.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from service.settings import Settings
from tests import migrated
from tests.api import office
from tests.web.browser.chromium import flags, installed, is_needed
from tests.web.browser.visitor import DESKTOP, SCREENS, Screen, Visitor, visitor
from tests.web.site import Site, running_site


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """
    Leave these tests out where there is no browser to run them.
    """
    is_test = collection_path.name.startswith("test_")
    return True if is_test and installed() is None and not is_needed() else None


def pytest_report_header() -> str | None:
    """
    Say in one line that they are left out.
    """
    return None if installed() else "no Chromium is installed: the browser tests are left out"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """
    Give the running service on the engine that most have.
    """
    folder = tmp_path_factory.mktemp("var")
    migrated.sqlite_url(folder)
    settings = Settings(var_folder=folder, sequencer_interval_seconds=0.05)
    with running_site(settings) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """
    Start the browser once for all tests of a worker.
    """
    program = installed()
    assert program is not None, "the browser tests need Chromium: apt-get install chromium"
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=flags())
        yield started
        started.close()


@pytest.fixture(params=SCREENS, ids=lambda screen: str(screen.name))
def screen(request: pytest.FixtureRequest) -> Screen:
    """
    Give a phone, then a desktop.
    """
    chosen: Screen = request.param
    return chosen


@pytest.fixture
def visit(browser: Browser, site: Site, screen: Screen) -> Iterator[Callable[..., Visitor]]:
    """
    Give what opens a browser of one's own, on each screen; options as of `visitor`.

    For what fingers, keys and the mouse do: the whole way is gone once for each screen.
    """
    yield from _opening(browser, site, screen)


@pytest.fixture
def at_hand(browser: Browser, site: Site) -> Iterator[Callable[..., Visitor]]:
    """
    Give the same on a phone, where each page is looked at as on a desktop too.
    """
    yield from _opening(browser, site, *SCREENS)


@pytest.fixture
def at_desk(browser: Browser, site: Site) -> Iterator[Callable[..., Visitor]]:
    """
    Give the same on one screen, for what no screen changes.
    """
    yield from _opening(browser, site, DESKTOP)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """
    Give a photo in a folder, as a camera leaves it.
    """
    file = tmp_path / "garden.jpg"
    file.write_bytes(office.scene(1))
    return file


def _opening(browser: Browser, site: Site, *screens: Screen) -> Iterator[Callable[..., Visitor]]:
    """
    Open browsers on the first screen, and close them when the test is over.
    """
    opened: list[Visitor] = []

    def open_one(*, scripts: bool = True, language: str = "en") -> Visitor:
        opened.append(visitor(browser, site.address, *screens, scripts=scripts, language=language))
        return opened[-1]

    yield open_one
    for each in opened:
        # Shown with the test when it failed: where somebody was says most of why.
        if not each.page.is_closed():
            sys.stdout.write(f"{each.page.url}\n{each.page.locator('body').inner_text()}\n")
        each.context.close()
