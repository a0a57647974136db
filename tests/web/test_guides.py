"""
The guides for staff say the same in every language, in the words of the pages.
"""

import json
import re

import pytest

from tests.contract.repository import ROOT

LANGUAGES = ("en", "fr", "nl", "de")
EMPHASIS = re.compile(r"\*\*([^*]+)\*\*")
OTHER_SPELLING = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})


def _guide(language: str) -> str:
    return (ROOT / "docs" / f"staff.{language}.md").read_text("utf-8")


def _spelled(text: str) -> str:
    return " ".join(text.translate(OTHER_SPELLING).split()).casefold()


def _words_of_pages(language: str) -> str:
    files = (ROOT / "service" / "web" / "locale" / language).glob("*.json")
    texts = [each for file in files for each in json.loads(file.read_text("utf-8")).values()]
    return "\n".join(_spelled(each) for each in texts if isinstance(each, str))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_guide_tells_to_press_stands_on_the_pages(language: str) -> None:
    _, *chapters = _guide(language).split("\n| | ")
    told = [part for each in EMPHASIS.findall("".join(chapters)) for part in each.split("→")]

    assert len(told) > 20
    known = _words_of_pages(language)
    assert [] == [each for each in told if _spelled(each) not in known]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_the_guides_have_the_same_chapters_and_pictures(language: str) -> None:
    first, other = _guide("en"), _guide(language)

    for mark in ("\n## ", "\n- ", "\n| ", "\n1. ", "![", "**"):
        assert first.count(mark) == other.count(mark), mark


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_guide_leads_to_the_others(language: str) -> None:
    guide = _guide(language)

    linked = {each for each in LANGUAGES if f"(staff.{each}.md)" in guide}
    assert set(LANGUAGES) - {language} == linked
