"""
The terminal has a sentence for every code.
"""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from cli.terminal.wording import ACTION, ANSWER, DUTY, MATCH, REASON, counted
from service.decision.terms import Answer, MatchClass
from service.decision.verdict import Action, Code, Duty


@pytest.mark.parametrize(
    ("codes", "words"),
    [(Answer, ANSWER), (Code, REASON), (Duty, DUTY), (Action, ACTION), (MatchClass, MATCH)],
)
def test_every_code_has_words(codes: type[StrEnum], words: Mapping[str, str]) -> None:
    assert {each.value for each in codes} == set(words)


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 logs"), (1, "1 log"), (2, "2 logs"), (1200, "1,200 logs")]
)
def test_one_thing_is_counted_as_one(number: int, said: str) -> None:
    assert said == counted(number, "log")
