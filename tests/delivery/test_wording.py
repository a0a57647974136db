"""
Letters say what was answered in the words of whoever reads them.
"""

from datetime import UTC, date, datetime

import pytest

from service.decision.terms import Matter
from service.delivery.wording import LANGUAGES, Wordbooks, read_answers, read_matters
from service.records.mail import Gap, LetterKind
from service.usecases.families.cards import Choice

RECEIPT: dict[str, Gap] = {
    "name": "Anne",
    "house": "Les Jacinthes",
    "start": "https://house.example/f/jacinthes",
    "person": "Léa",
    "moment": datetime(2026, 3, 2, 10, tzinfo=UTC),
    "answers": "Facebook · matter:image answer:yes, matter:name_with_image answer:no",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_can_be_asked_about_has_its_word(language: str) -> None:
    assert set(Matter) == set(read_matters(language))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl-BE", "Facebook · Beeld ✔ ja, Naam bij het beeld ✘ nee"),
        ("fr", "Facebook · Image ✔ oui, Nom avec l’image ✘ non"),
    ],
)
def test_answers_are_told_in_the_language_of_the_reader(language: str, line: str) -> None:
    assert line in Wordbooks()(LetterKind.FAMILY_RECEIPT, language, RECEIPT).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_can_be_answered_has_its_word(language: str) -> None:
    assert {*Choice, "everywhere"} == set(read_answers(language))


def test_a_no_everywhere_is_said_in_words() -> None:
    """
    A sign alone is read aloud as "heavy ballot X", or not at all.
    """
    told = RECEIPT | {"answers": "answer:everywhere · answer:no"}

    letter = Wordbooks()(LetterKind.FAMILY_RECEIPT, "de", told)
    assert "\nÜberall, auch künftig · ✘ nein\n" in letter.text


@pytest.mark.parametrize(
    ("language", "moment", "day"),
    [
        ("fr", "depuis le 2 mars 2026, 10:00 et", "se termine le 2 mars 2026."),
        ("nl", "sinds 2 maart 2026, 10:00 en", "eindigt op 2 maart 2026."),
        ("de", "seit dem 2. März 2026, 10:00 gespeichert", "endet am 2. März 2026."),
        ("en", "since 2 March 2026, 10:00 and", "ends on 2 March 2026."),
    ],
)
def test_days_are_written_as_the_reader_writes_them(language: str, moment: str, day: str) -> None:
    words = Wordbooks()
    told = RECEIPT | {"day": date(2026, 3, 2), "link": RECEIPT["start"]}

    assert moment in words(LetterKind.FAMILY_RECEIPT, language, RECEIPT).text
    assert day in words(LetterKind.FAMILY_EXPIRY, language, told).text


@pytest.mark.parametrize(
    ("person", "said"), [("Emma", "photos d’Emma"), ("Élise", "photos d’Élise"), ("Léa", "de Léa")]
)
def test_a_french_letter_says_the_name_as_people_do(person: str, said: str) -> None:
    told = RECEIPT | {"person": person, "link": RECEIPT["start"]}

    letter = Wordbooks()(LetterKind.FAMILY_REMINDER, "fr", told)
    assert letter.subject.endswith(said)
    assert f"{said}. Sans" in letter.text
