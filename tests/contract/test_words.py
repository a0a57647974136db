"""
Whatever is written to people is written as their language writes.

Pages, letters, papers and reports have their words in different rooms; these are the
rules of all.  That pages say the same in every language, `tests/web` looks at.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from service.languages.filling import fill
from service.languages.writing import write_country, write_day
from tests.contract.repository import ROOT

FILES = sorted(
    each
    for each in (ROOT / "service").rglob("*.json")
    if re.match(r"(fr|nl|de|en)\b", each.parent.name if "locale" in each.parts else each.stem)
)
BESIDE = sorted({each.parent for each in FILES if "locale" not in each.parts})


def _language(file: Path) -> str:
    return (file.parent.name if "locale" in file.parts else file.stem)[:2]


def _told(content: object, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(content, str):
        yield place, content
    elif isinstance(content, dict):
        for key, each in content.items():
            yield from _told(each, f"{place}.{key}")
    elif isinstance(content, list):
        for number, each in enumerate(content):
            yield from _told(each, f"{place}[{number}]")


def _read(file: Path) -> dict[str, str]:
    return dict(_told(json.loads(file.read_text("utf-8"))))


def _gaps(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text)} - {None}


def _wrong(pattern: str, *languages: str) -> list[str]:
    """
    List the texts of *languages* in which something is found.
    """
    return [
        f"{file.relative_to(ROOT)} {place}: {text}"
        for file in FILES
        if _language(file) in languages
        for place, text in _read(file).items()
        if re.search(pattern, text)
    ]


def test_all_words_are_looked_at() -> None:
    assert {"fr", "nl", "de", "en"} == {*map(_language, FILES)}
    assert {"words", "matters", "answers"} == {each.name for each in BESIDE}


@pytest.mark.parametrize("folder", BESIDE, ids=lambda each: str(each.relative_to(ROOT)))
def test_what_is_told_in_one_language_is_told_in_all(folder: Path) -> None:
    english = _read(folder / "en.json")

    for file in sorted(folder.glob("??.json")):
        own = _read(file)
        assert set(english) == set(own), file
        assert {} == {key: own[key] for key in own if _gaps(own[key]) != _gaps(english[key])}


def test_no_sentence_has_two_spaces_or_a_typewriter_s_quotes() -> None:
    assert [] == _wrong(r"\w {2,}\w", "fr", "nl", "de", "en")
    assert [] == _wrong(r"\w'\w|\"", "fr", "nl", "de", "en")


def test_french_has_a_space_before_what_has_two_parts() -> None:
    assert [] == _wrong(r"[\w’)}][?!;»]|\w:(?!//)|«\S", "fr")


def test_no_other_language_has_one() -> None:
    assert [] == _wrong(r" [?!;:]", "nl", "de", "en")


def test_german_quotes_stand_low_and_high() -> None:
    assert [] == _wrong(r"[«»‘]|”|(?<!„)\b“\w", "de")


def test_nobody_is_forbidden_what_they_need_not_do() -> None:
    """
    "Vous ne devez rien faire" is an order outside of Belgium; "du musst nicht" is none.
    """
    assert [] == _wrong(r"\bne (devez|dois) (pas|rien)|Personne ne doit (donner|dire)", "fr")


def test_german_says_you_to_whoever_reads_only() -> None:
    """
    "Sie haben recht" of somebody else is said to the reader: it is "die Person".
    """
    assert [] == _wrong(r"Sie (hinterließen|haben zum Teil)|als sie schrieben", "de")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Emma", "une photo d’Emma"),
        ("Élise", "une photo d’Élise"),
        ("Yves", "une photo d’Yves"),
        ("Yasmine", "une photo de Yasmine"),
        ("Hugo", "une photo de Hugo"),
        ("", "une photo de "),
    ],
)
def test_french_runs_into_a_name_that_begins_with_a_vowel(name: str, said: str) -> None:
    assert said == fill("une photo de {name}", {"name": name}, "fr-x-falc")
    assert "een foto de Emma" == fill("een foto de {name}", {"name": "Emma"}, "nl")


def test_days_and_countries_are_written_as_the_language_does() -> None:
    day = date(2026, 3, 2)

    assert ["2 mars 2026", "2 maart 2026", "2. März 2026", "2 March 2026"] == [
        write_day(day, each) for each in ("fr", "nl", "de", "en")
    ]
    assert ("Belgique", "CA-QC") == (write_country("BE", "fr"), write_country("CA-QC", "fr"))
