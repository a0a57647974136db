"""
The guide for staff shows what its reader sees: `make pictures` takes it anew.
"""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from service.settings import Settings
from tests.cli.conftest import story
from tests.contract.repository import ROOT
from tests.web.browser.visitor import PHONE, SCREENSHOTS, Visitor, visitor
from tests.web.site import running_site

__all__ = ["story"]

WORDS = {
    "en": ("E-mail address", "Password", "Sign in", "Choose files"),
    "fr": ("Adresse e-mail", "Mot de passe", "Se connecter", "Choisir des fichiers"),
    "nl": ("E-mailadres", "Wachtwoord", "Aanmelden", "Bestanden kiezen"),
    "de": ("E-Mail-Adresse", "Passwort", "Anmelden", "Dateien auswählen"),
}


@pytest.mark.parametrize("language", WORDS)
def test_an_educator_of_the_example_checks_the_beach(
    story: Path, tmp_path: Path, browser: Browser, language: str
) -> None:
    folder = tmp_path / "var"
    shutil.copytree(story / "var", folder)
    password = (folder / "demo" / "password.txt").read_text().strip()
    address, secret, enter, choose = WORDS[language]
    with running_site(Settings(var_folder=folder)) as site:
        sarah = visitor(browser, site.address, PHONE, language=language)
        sarah.go(f"/language/{language}?back=/sign-in")
        sarah.fill(address, "sarah.nguyen@glycines.example")
        sarah.fill(secret, password)
        sarah.press(enter)
        sarah.page.get_by_label(choose).wait_for()
        taken(sarah, f"check.{language}")

        sarah.page.get_by_label(choose).set_input_files(folder / "demo/photos/02-plage.jpg")
        group = sarah.page.locator("#channel option", has_text="Les Colibris")
        sarah.page.locator("#channel").select_option(group.get_attribute("value"))
        sarah.click(sarah.page.locator("form button[type=submit]").first)
        sarah.page.locator(".verdict").wait_for()
        sarah.page.wait_for_load_state("networkidle")
        taken(sarah, f"answer.{language}")

        assert "do_not_publish" in str(sarah.page.locator(".verdict").get_attribute("class"))
        sarah.context.close()


@pytest.mark.parametrize("guide", [f"staff.{each}.md" for each in WORDS])
def test_the_guide_shows_pictures_that_exist(guide: str) -> None:
    shown = re.findall(r"\]\((pictures/[^)]+)\)", (ROOT / "docs" / guide).read_text("utf-8"))

    assert len(shown) == 2
    assert [] == [each for each in shown if not (ROOT / "docs" / each).is_file()]


def taken(somebody: Visitor, name: str) -> None:
    """
    Take what the screen shows, and look at all of the page.
    """
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    somebody.page.screenshot(path=SCREENSHOTS / f"{name}.png")
    somebody.look(f"guide-{name}")
