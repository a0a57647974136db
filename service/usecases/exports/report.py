"""
Put an export in words: the content of the report, once.

`page.py` writes it as HTML; a typesetter makes the PDF of the same.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from service.ledger.canonical import Plain
from service.usecases.stories import LANGUAGES, Moment, told, words_of

__all__ = ["LANGUAGES", "Report", "report_in"]


@dataclass(frozen=True, slots=True)
class Facts:
    """
    What the report says on top.
    """

    subject: str
    """`person`, `publication`, `complaint`, `period` or `everyone`."""
    named: tuple[str, ...]
    """The names of those it is about."""
    house: str
    made_at: datetime
    made_by: str
    actor_kind: str
    origin: str
    size: int
    root: str


@dataclass(frozen=True, slots=True)
class Report:
    """
    Everything that a report says, in one language.
    """

    language: str
    words: Mapping[str, Any]
    title: str
    facts: tuple[tuple[str, str], ...]
    lines: tuple[tuple[str, str, str], ...]
    """Number of the entry, instant in the zone of the organisation, sentence."""
    withheld: tuple[tuple[str, str, str], ...]
    """What, how many, why."""

    def to_plain(self) -> dict[str, Plain]:
        """
        Return it for the typesetter.
        """
        return {
            "facts": [list(each) for each in self.facts],
            "language": self.language,
            "lines": [list(each) for each in self.lines],
            "title": self.title,
            "withheld": [list(each) for each in self.withheld],
            "words": {
                name: value
                for name, value in self.words.items()
                if name not in {"reasons", "things"}
            },
        }


def report_in(
    language: str,
    facts: Facts,
    moments: Sequence[Moment],
    withheld: Sequence[tuple[str, str, int]],
    zone: ZoneInfo,
) -> Report:
    """
    Write the report in one of the languages.
    """
    words, story = labels_of(language), words_of(language)
    made = f"{local(facts.made_at, zone)}, {words['made_by']} {facts.made_by}"
    about = ", ".join(facts.named)
    told_facts = (
        (words["about"], f"{about} — {facts.house}" if about else facts.house),
        (words["made"], f"{made} ({story['actor'].get(facts.actor_kind, facts.actor_kind)})"),
        (words["log"], f"{facts.origin}, {facts.size} {words['entries']}"),
        (words["head"], facts.root),
    )
    return Report(
        language=language,
        words=words,
        title=story["title"][facts.subject],
        facts=told_facts,
        lines=tuple(
            (str(each.index), local(each.at, zone), each.sentence)
            for each in told(moments, language, zone)
        ),
        withheld=tuple(
            (words["things"][what], str(count), words["reasons"][reason])
            for what, reason, count in withheld
        ),
    )


@cache
def labels_of(language: str) -> Mapping[str, Any]:
    """
    Give the labels of a language.
    """
    file = resources.files("service.usecases.exports") / f"words/{language}.json"
    labels: Mapping[str, Any] = json.loads(file.read_text("utf-8"))
    return labels


def local(at: datetime, zone: ZoneInfo) -> str:
    """
    Write an instant in the zone of the organisation, which it names.
    """
    there = at.astimezone(zone)
    return f"{there:%Y-%m-%d %H:%M:%S} {there.tzname()}"
