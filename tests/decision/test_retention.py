"""
How long things are kept: what ships, and which edits are refused.
"""

from importlib import resources

import pytest

from service.decision.retention import PLANNED, parse_retention
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
        ('source = "three years', 'source = ""\nx = "three', "exactly"),
        ("[checks]", "[checks", "no TOML"),
    ],
)
def test_an_edit_that_cannot_be_meant_is_refused(old: str, new: str, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        parse_retention(SHIPPED.replace(old, new))


def test_a_rule_without_a_source_is_no_rule() -> None:
    lines = ['source = " "' if line.startswith("source") else line for line in SHIPPED.splitlines()]

    with pytest.raises(InvalidInput, match="without a source"):
        parse_retention("\n".join(lines))
