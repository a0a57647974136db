"""
Letters say what was answered in the words of whoever reads them.
"""

import pytest

from service.decision.terms import Matter
from service.delivery.wording import LANGUAGES, Wordbooks, read_matters
from service.records.mail import LetterKind

RECEIPT = {
    "name": "Anne",
    "house": "Les Jacinthes",
    "start": "https://house.example/f/jacinthes",
    "person": "Léa",
    "moment": "02/03/2026 10:00",
    "answers": "Facebook: matter:image ✔, matter:name_with_image ✘",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_can_be_asked_about_has_its_word(language: str) -> None:
    assert set(Matter) == set(read_matters(language))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl-BE", "Facebook: Beeld ✔, Naam bij het beeld ✘"),
        ("fr", "Facebook: Image ✔, Nom avec l’image ✘"),
    ],
)
def test_answers_are_told_in_the_language_of_the_reader(language: str, line: str) -> None:
    assert line in Wordbooks()(LetterKind.FAMILY_RECEIPT, language, RECEIPT).text
