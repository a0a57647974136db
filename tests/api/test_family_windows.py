"""
A family answers in two windows: a yes that nobody ticked is not said.
"""

from dataclasses import replace

import pytest

from service.decision.ids import PersonId
from service.errors import Conflict
from service.usecases.families.cards import Choice
from service.usecases.families.choices import Answers, shown_by
from tests.api.family import Household, Sitting

YES, NO = Choice.YES, Choice.NO


def _as_opened(anne: Sitting, asked: Household, **said: Choice) -> Answers:
    """
    Tick answers on a page that shows what counts now.
    """
    matters = asked.verbs.show_matters.one(anne.family, PersonId(asked.lea))
    return replace(anne.answers(asked.lea, nowhere=False, **said), shown=shown_by(matters))


@pytest.mark.parametrize("nowhere", [False, True])
def test_a_page_of_before_a_no_says_no_yes_that_stood_there_already(
    anne: Sitting, asked: Household, *, nowhere: bool
) -> None:
    anne.say(asked.lea, facebook=YES)
    old = _as_opened(anne, asked, facebook=YES, website=YES)
    anne.say(asked.lea, nowhere=True) if nowhere else anne.say(asked.lea, facebook=NO)

    with pytest.raises(Conflict):
        asked.verbs.answer(anne.family, PersonId(asked.lea), old, "fr", "once")
    assert NO is anne.cards(asked.lea)["facebook/image"].choice

    new = _as_opened(anne, asked, facebook=YES)
    asked.verbs.answer(anne.family, PersonId(asked.lea), new, "fr", "again")
    assert YES is anne.cards(asked.lea)["facebook/image"].choice


def test_a_no_counts_on_a_page_of_before_another_no(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=YES, website=YES)
    old = _as_opened(anne, asked, website=NO)
    anne.say(asked.lea, facebook=NO)

    asked.verbs.answer(anne.family, PersonId(asked.lea), old, "fr", "once")
    assert NO is anne.cards(asked.lea)["website/image"].choice
