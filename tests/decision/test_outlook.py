"""
How far a matter is, as those see it who have a say themselves.
"""

import pytest

from service.decision.outlook import WAITING_CODES, Outlook, outlook_of
from service.decision.verdict import Code, Effect, Reason


def test_nothing_in_the_way_is_complete() -> None:
    assert Outlook.COMPLETE is outlook_of(())


@pytest.mark.parametrize("code", sorted(WAITING_CODES))
def test_a_missing_answer_waits(code: Code) -> None:
    assert Outlook.WAITING is outlook_of([Reason(code, Effect.ASK)])


@pytest.mark.parametrize("code", sorted(set(Code) - WAITING_CODES))
def test_whatever_else_is_not_cleared_and_says_no_more(code: Code) -> None:
    assert Outlook.NOT_CLEARED is outlook_of([Reason(code, Effect.ASK)])


def test_a_no_outweighs_what_is_missing() -> None:
    missing, refused = Reason(Code.NEVER_ASKED, Effect.ASK), Reason(Code.REFUSED, Effect.DENY)

    assert Outlook.NOT_CLEARED is outlook_of([missing, refused])
    assert Outlook.NOT_CLEARED is outlook_of([Reason(Code.NEVER_ASKED, Effect.DENY)])
