"""
The terminal has a sentence for every code.
"""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from cli.terminal.wording import ACTION, ANSWER, DUTY, MATCH, REASON
from service.decision.terms import Answer, MatchClass
from service.decision.verdict import Action, Code, Duty


@pytest.mark.parametrize(
    ("codes", "words"),
    [(Answer, ANSWER), (Code, REASON), (Duty, DUTY), (Action, ACTION), (MatchClass, MATCH)],
)
def test_every_code_has_words(codes: type[StrEnum], words: Mapping[str, str]) -> None:
    assert {each.value for each in codes} == set(words)
