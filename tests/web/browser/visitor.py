"""
Somebody in front of a screen: goes, types, presses, and looks closely.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, Response

SCREENSHOTS: Final = Path("var/screenshots")
"""What pages looked like when the tests last ran; nobody commits them."""
KEEP_ALL: Final = bool(os.environ.get("SCREENSHOTS"))
"""Keep a picture of every page that is looked at, not only of those with something wrong.

They are for people to look at, and take the browser as long as all its other work.
"""
NARROWEST_PX: Final = 320
_SECONDS: Final = 20


@dataclass(frozen=True)
class Screen:
    """
    How large a screen is, in CSS pixels.
    """

    name: str
    width: int
    height: int


PHONE: Final = Screen("phone", 360, 740)
DESKTOP: Final = Screen("desktop", 1280, 800)
SCREENS: Final = (PHONE, DESKTOP)


@dataclass
class Visitor:
    """
    A browser of one's own, without anything of anybody else in it.
    """

    address: str
    screen: Screen
    page: Page
    others: tuple[Screen, ...] = ()
    """On which screens each page is looked at, too."""
    complaints: list[str] = field(default_factory=list)
    """What the browser complained about: policies, scripts, requests that went elsewhere."""

    weight_bytes: int = 0
    """What the page and all it needed weighed, pictures left out, cached or not."""

    @property
    def context(self) -> BrowserContext:
        """
        Give the browser's own memory: cookies, other windows.
        """
        return self.page.context

    def go(self, path: str) -> None:
        """
        Load a page.
        """
        self.weight_bytes = 0
        self.page.goto(self.address + path)

    def fill(self, label: str, text: str) -> None:
        """
        Type into the field of this label.
        """
        self.page.get_by_label(label, exact=True).fill(text)

    def press(self, button: str) -> None:
        """
        Press the button, or follow the link, of this name.
        """
        named = self.page.get_by_role("button", name=button, exact=True)
        if not named.count():
            named = self.page.get_by_role("link", name=button, exact=True)
        if not named.count():
            self._open_menu()
        self.click(named.first)

    def _open_menu(self) -> None:
        """
        Unfold the menu of the page where the screen is too narrow to show it.
        """
        folded = self.page.locator("nav.folded > details:not([open]) > summary")
        if folded.count() and folded.is_visible():
            self.click(folded)

    def click(self, target: Locator, times: int = 1) -> None:
        """
        Click, and be on the whole page that this leads to.
        """
        target.click(click_count=times)
        self.settle()

    def settle(self) -> None:
        """
        Wait until a page that has begun to come is there.

        Playwright waits for its first byte alone: what is counted then may still be to come.
        """
        self.page.wait_for_load_state("domcontentloaded")

    def sees(self, text: str) -> bool:
        """
        Tell whether a text is on the page, waiting for it a little.
        """
        self.page.get_by_text(text).first.wait_for()
        self.settle()
        return True

    def look(self, name: str) -> None:
        """
        Look at the page closely, and keep a picture of what is wrong with it.

        Fails where axe finds anything, something is wider than the narrowest phone, or
        the browser complained.
        """
        for each in (*self.others, self.screen):
            self._sit_before(each.width, each.height)
            found = self.findings()
            if found or KEEP_ALL:
                self._keep_picture(f"{name}-{each.name}")
            assert [] == found
        self.page.emulate_media(color_scheme="dark")
        assert [] == self.findings({"runOnly": ["color-contrast"]})
        self.page.emulate_media(color_scheme="light")
        assert self._overflow_px() <= 0, "the page is wider than the narrowest phone"
        assert [] == self.complaints

    def findings(self, options: dict[str, object] | None = None) -> list[str]:
        """
        Give what axe finds wrong, by WCAG 2.2 AA and good practice.
        """
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)  # half a megabyte: once for each page, not each look
        found = self.page.evaluate(
            "asked => axe.run(asked).then(told => told.violations)",
            {**(options or {}), "resultTypes": ["violations"]},
        )
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]

    def _keep_picture(self, name: str) -> None:
        """
        Keep what the page looks like, all of it.
        """
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)

    def _overflow_px(self) -> int:
        """
        Say by how much the page overflows the narrowest phone.
        """
        self._sit_before(NARROWEST_PX, self.screen.height)
        wide: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        self._sit_before(self.screen.width, self.screen.height)
        return wide

    def _sit_before(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})


def visitor(
    browser: Browser, address: str, *screens: Screen, scripts: bool = True, language: str = "en"
) -> Visitor:
    """
    Open a browser of one's own on the first of *screens*.
    """
    screen, *others = screens
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        has_touch=screen is PHONE,
        java_script_enabled=scripts,
        locale=language,
        bypass_csp=False,
        reduced_motion="reduce",
    )
    context.set_default_timeout(_SECONDS * 1000)
    page = context.new_page()
    opened = Visitor(address, screen, page, tuple(others))
    home = urlsplit(address).netloc

    def note_request(request: Request) -> None:
        to = urlsplit(request.url)
        if to.scheme not in ("blob", "data") and to.netloc != home:
            opened.complaints.append(f"asked {request.url}")

    def weigh(response: Response) -> None:
        kind = response.headers.get("content-type", "")
        if not kind.startswith("image/"):
            opened.weight_bytes += int(response.headers.get("content-length", "0"))

    page.on("request", note_request)
    page.on("response", weigh)
    page.on("pageerror", lambda error: opened.complaints.append(f"script: {error}"))
    page.on("console", lambda said: _listen(opened, said.type, said.text))
    return opened


def _listen(opened: Visitor, kind: str, text: str) -> None:
    """
    Keep what a browser complains about; a refusal shown as a page is no complaint.
    """
    if kind == "error" and "the server responded with a status of 4" not in text:
        opened.complaints.append(f"console: {text}")
