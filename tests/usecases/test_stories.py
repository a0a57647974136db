"""
Whatever happens to people has its sentence, in every language.
"""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from service.decision.terms import ActKind, Answer, Capacity, HoldKind, Matter, Method
from service.ledger.entry import EntryKind
from service.records.complaints import ComplaintEventKind, Outcome
from service.usecases.complaints.write_letter import LETTER_LANGUAGES
from service.usecases.exports.report import labels_of
from service.usecases.stories import LANGUAGES, words_of
from service.usecases.stories.moments import Moment
from service.usecases.stories.wording import sentence

ABOUT_PEOPLE = {
    "authority",
    "complaint",
    "consent",
    "evidence",
    "export",
    "family",
    "hold",
    "person",
    "photo",
    "proposal",
    "protection",
    "publication",
    "signatory",
    "takedown",
}
BRUSSELS = ZoneInfo("Europe/Brussels")


def holes(text: str) -> set[str]:
    """
    Give the holes of a sentence.
    """
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_happens_to_people_has_its_sentence(language: str) -> None:
    told = words_of(language)["kinds"]

    missing = [
        each.value
        for each in EntryKind
        if each.value.partition(":")[0] in ABOUT_PEOPLE and each.value not in told
    ]

    assert [] == missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_a_complaint_is_told(language: str) -> None:
    told = set(words_of(language)["step"])

    assert set(ComplaintEventKind) - {ComplaintEventKind.CLOSED} == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_sentences_with_the_same_holes(language: str) -> None:
    ours, english = words_of(language), words_of("en")

    assert {name: set(part) for name, part in english.items()} == {
        name: set(part) for name, part in ours.items()
    }
    for kind, text in english["kinds"].items():
        assert holes(text) - {"who"} == holes(ours["kinds"][kind]) - {"who"}, kind
    assert set(labels_of("en")) == set(labels_of(language))
    assert language in LETTER_LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_rules_is_translated(language: str) -> None:
    words = words_of(language)

    for name, known in (
        ("who", Capacity),
        ("matter", Matter),
        ("answer", Answer),
        ("method", Method),
        ("hold", HoldKind),
        ("outcome", Outcome),
    ):
        assert {each.value for each in known} <= set(words[name]), name


@pytest.mark.parametrize("kind", [f"consent:{each.value}" for each in ActKind])
def test_an_answer_is_told_with_who_what_where_and_when(kind: str) -> None:
    act = {"capacity": "parent", "matters": ["image"], "method": "paper", "everywhere": False}
    day = "2026-03-01T23:00:00.000000Z"
    moment = Moment(
        7,
        datetime(2026, 3, 3, tzinfo=UTC),
        kind,
        "key",
        {"act": act},
        ("Our page",),
        (day, "2026-03-02T22:59:59.999999Z"),
    )

    told = sentence(moment, "en-GB", BRUSSELS)

    assert "Our page" in told
    assert "the picture" in told
    assert "{" not in told
    if "signed" in told:
        assert "signed on 2 March 2026" in told


def test_a_post_without_address_is_told_in_a_whole_sentence() -> None:
    payload = {"publication": {"where": ""}}
    at = datetime(2026, 3, 3, tzinfo=UTC)
    moment = Moment(0, at, "publication:recorded", "staff", payload, ("Our page",))

    assert "It was published on Our page." == sentence(moment, "en", BRUSSELS)


def test_what_nobody_foresaw_is_told_by_its_kind() -> None:
    moment = Moment(0, datetime(2026, 3, 3, tzinfo=UTC), "moon:landed", "key", {})

    assert "Something was recorded (moon:landed)." == sentence(moment, "xx", BRUSSELS)


@pytest.mark.parametrize(
    ("language", "day"),
    [("fr", "2 mars 2026"), ("nl", "2 maart 2026"), ("de", "2. März 2026"), ("en", "2 March 2026")],
)
def test_a_day_is_told_as_people_write_it(language: str, day: str) -> None:
    at = datetime(2026, 3, 3, tzinfo=UTC)
    signed = ("2026-03-01T23:00:00.000000Z", "2026-03-02T22:59:59.999999Z")
    moment = Moment(1, at, "consent:given", "key", {"act": {}}, ("Our page",), signed)

    assert day in sentence(moment, language, BRUSSELS)
