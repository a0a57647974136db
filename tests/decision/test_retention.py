"""
How long things are kept: what ships, and which edits are refused.
"""

from datetime import timedelta
from importlib import resources

import pytest

from service.decision.retention import PLANNED, KeptClass, RetentionRule, parse_retention
from service.errors import InvalidInput

SHIPPED = (resources.files("service.decision") / "retention.toml").read_text("utf-8")


def test_every_class_that_somebody_decides_has_a_rule_with_a_source() -> None:
    rules = parse_retention(SHIPPED)

    assert set(PLANNED) == set(rules)
    assert all(each.source and not each.is_automatic for each in rules.values())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[checks]", "[chekcs]", "chekcs"),
        ("days = 1096", "days = 0", "checks: `days`"),
        ("days = 1096", "days = true", "checks: `days`"),
        ("days = 1096", "days = 1096\nweeks = 3", "exactly"),
        ("days = 1096", "", "exactly"),
        ('source.en = "three years', 'source.en = ""\nx = "three', "exactly"),
        ('source.en = "three years', 'source.xx = "three years', "without a source"),
        ('source.fr = "trois ans', 'source.fr = ""\nsource.xx = "', "without a source"),
        ("[checks]", "[checks", "no TOML"),
    ],
)
def test_an_edit_that_cannot_be_meant_is_refused(old: str, new: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        parse_retention(SHIPPED.replace(old, new))


def test_a_rule_without_a_source_is_no_rule() -> None:
    with pytest.raises(InvalidInput, match="without a source"):
        parse_retention(said_once(" "))


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_why_is_said_in_the_language_of_the_reader(language: str) -> None:
    shipped, own = parse_retention(SHIPPED), parse_retention(said_once("Our lawyer says so."))

    said = {each.source_in(language) for each in shipped.values()}
    assert len(PLANNED) == len(said)
    assert (language == "en") == (said <= {each.source for each in shipped.values()})
    assert {"Our lawyer says so."} == {each.source_in(language) for each in own.values()}


def said_once(source: str) -> str:
    """
    Give the rules as they are written by whoever needs one language.
    """
    lines = [line for line in SHIPPED.splitlines() if not line.startswith("source")]
    return "\n".join(lines).replace("days =", f'source = "{source}"\ndays =')


@pytest.mark.parametrize(
    ("days", "years"), [(1827, 5), (1826, 5), (3653, 10), (1096, 3), (365, 1), (400, 0), (1, 0)]
)
def test_years_are_told_where_they_are_whole(days: int, years: int) -> None:
    rule = RetentionRule(KeptClass.CHECKS, timedelta(days=days), "because")

    assert years == rule.whole_years
