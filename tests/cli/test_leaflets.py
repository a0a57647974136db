"""
Ask about a newsletter: what it says is read for names.
"""

from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.fingerprint.leaflets import leaflet

NEWS = leaflet("= Nouvelles", "La course en sac : bravo à Noah Janssens !", width="6.5cm")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """
    Write a newsletter that names Noah, who is not to be named; give its file.
    """
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "news.pdf").write_bytes(NEWS)
    return folder / "news.pdf"


def test_a_newsletter_that_names_who_refused_is_not_published(told: Terminal, news: Path) -> None:
    said = told.type("check", news, "--channel", "facebook-colibris", "--who")

    assert (3, "") == (said.code, said.err)
    assert "known people are named on page 2" in said.out
    assert "Noah Janssens" in said.out


def test_a_folder_with_such_a_newsletter_says_so(glycines: Terminal, news: Path) -> None:
    said = glycines.type("scan", news.parent, "--channel", "facebook-colibris")

    assert 3 == said.code
    assert "news.pdf" in said.out


def test_a_registered_newsletter_is_read_again_by_its_title(glycines: Terminal, news: Path) -> None:
    assert 0 == glycines.type("photos", "register", news).code

    said = glycines.type("check", "--photo", "news", "--channel", "facebook-colibris")

    assert 3 == said.code
    assert "known people are named on page 2" in said.out
