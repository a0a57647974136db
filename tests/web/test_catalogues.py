"""
Every text exists in every language, with the same gaps to fill, and is used.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from service.web.assets import FOLDER as ASSETS
from service.web.catalogue import EASY, FOLDER, LANGUAGES, YOUNG, Text, catalogue, read_texts
from service.web.render import FOLDER as TEMPLATES
from service.web.render import environment
from tests.contract.repository import ROOT

COMMON = ("shared.", "words.")
"""Texts that any page may use; all others belong to one family of pages."""
CODE = sorted((ROOT / "service" / "web").rglob("*.py"))
PAGES = sorted(TEMPLATES.rglob("*.html"))
KEY = re.compile(r"""["']([a-z_]+\.[a-z0-9_-]*[a-z0-9])["']""")
BEGINNING = re.compile(r"""["']([a-z_]+\.[a-z0-9_-]*)(?:["'] ~|\{)""")


def _forms(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text.values())


def _gaps(text: Text) -> set[str]:
    parts = (part for form in _forms(text) for part in Formatter().parse(form))
    return {name for _, name, _, _ in parts if name is not None}


def _written() -> Iterator[str]:
    for file in (*CODE, *PAGES):
        yield file.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_texts(language: str) -> None:
    assert set(read_texts("en")) == set(read_texts(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_fills_the_same_gaps(language: str) -> None:
    english, texts = read_texts("en"), read_texts(language)

    assert {} == {key: texts[key] for key in texts if _gaps(texts[key]) != _gaps(english[key])}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_with_a_number_has_every_form_of_its_language(language: str) -> None:
    forms = {key: set(text) for key, text in read_texts(language).items() if isinstance(text, dict)}

    assert {} == {key: found for key, found in forms.items() if not {"one", "other"} <= found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_has_spaces_around_it(language: str) -> None:
    texts = read_texts(language).items()

    assert [] == [key for key, text in texts for form in _forms(text) if form.strip() != form]
    assert [] == [key for key, text in texts for form in _forms(text) if not form]


def test_every_text_that_is_asked_for_exists() -> None:
    texts = read_texts("en")
    files = {each.stem for each in (FOLDER / "en").glob("*.json")}
    asked = {key for content in _written() for key in KEY.findall(content)}
    asked -= {each.name for each in (*ASSETS.iterdir(), *PAGES)}

    assert set() == {key for key in asked if key.partition(".")[0] in files} - set(texts)


def test_every_text_is_used() -> None:
    contents = list(_written())
    whole = {key for content in contents for key in KEY.findall(content)}
    begun = tuple({key for content in contents for key in BEGINNING.findall(content)})

    known = {key for key in read_texts("en") if not key.startswith((*COMMON, *begun))}
    assert set() == known - whole


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_every_template_can_be_read(page: Path) -> None:
    name = str(page.relative_to(TEMPLATES))

    assert name == environment("fr").get_template(name).name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TEMPLATES)))
def test_no_template_holds_a_style_a_script_or_a_sentence(page: Path) -> None:
    content = page.read_text("utf-8")

    assert [] == re.findall(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\bsrc=)", content)
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", content, flags=re.DOTALL)
    words = {word for word in bare.split() if not re.search(r"[=\"]|^-", word)}
    assert {"Obstat", "–", "·", "SHA-256", ","} >= words


def test_numbers_choose_their_form() -> None:
    french = catalogue("fr")

    assert "one" == french.locale.plural_form(0)
    assert "other" == french.locale.plural_form(2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_young_reader_is_told_the_same_things_in_other_words(language: str) -> None:
    own, young = read_texts(language), read_texts(f"{language}{YOUNG}")

    assert set(own) == set(young)
    assert {} == {key: young[key] for key in young if not _gaps(young[key]) <= _gaps(own[key])}
    own_file, english = (
        json.loads((FOLDER / f"{each}{YOUNG}" / "family.json").read_text("utf-8"))
        for each in (language, "en")
    )
    assert set(english) == set(own_file)


@pytest.mark.parametrize("language", EASY)
def test_an_easy_language_says_the_same_things_more_simply(language: str) -> None:
    own = read_texts(language.partition("-x-")[0])
    easy = read_texts(language)

    assert set(own) == set(easy)
    assert {} == {key: easy[key] for key in easy if not _gaps(easy[key]) <= _gaps(own[key])}
    said = [each for key in easy if easy[key] != own[key] for each in _forms(easy[key])]
    longest = max(len(part.split()) for each in said for part in re.split(r"[.?!:]", each))
    assert longest <= 12


def test_no_french_sentence_says_nobody_where_it_means_not_everybody() -> None:
    """
    "Toutes les personnes n'ont pas" is read as "none of them has".
    """
    said = [form for text in read_texts("fr").values() for form in _forms(text)]

    assert [] == [each for each in said if re.search(r"\b[Tt]ou(te)?s les [^.:;?]* n(e |’)", each)]


def test_the_button_that_saves_agrees_to_nothing() -> None:
    """
    Whoever says no everywhere presses it too.
    """
    for language in (*LANGUAGES, *EASY, *(f"{each}{YOUNG}" for each in LANGUAGES)):
        button = str(read_texts(language)["family.save"]).casefold()
        assert [] == [
            word for word in ("accord", "agree", "akkoord", "einverstanden") if word in button
        ]


def test_no_line_of_a_french_page_begins_with_a_question_mark() -> None:
    for language in ("fr", *EASY, f"fr{YOUNG}"):
        said = [form for text in read_texts(language).values() for form in _forms(text)]
        assert [] == [each for each in said if re.search(r" [?!:;»]|« ", each)]
    assert "Où montrer {name}\N{NO-BREAK SPACE}?" == read_texts("fr")["family.cards-title"]


@pytest.mark.parametrize("language", ["fr", *EASY])
def test_a_french_page_says_the_name_as_people_do(language: str) -> None:
    said = catalogue(language)

    assert "Une photo d’Emma\N{NO-BREAK SPACE}?" == said("family.ask-image", name="Emma")
    assert "Une photo de Léa\N{NO-BREAK SPACE}?" == said("family.ask-image", name="Léa")
