"""
Bring what was ticked about the name and about the first name together.

The whole name has the first name in it (`decision/name_depth.py`), so one answer can say
something about the other.  Whoever ticks sees both, and gets what they see.
"""

from collections.abc import Mapping

from service.decision.terms import Matter
from service.errors import WholeNameOnly
from service.usecases.families.cards import Choice, Question

Ticked = Mapping[Matter, Choice | None]
"""What each answer on a channel becomes; None: it stays as it is."""


def with_first_name(after: Ticked, questions: Mapping[Matter, Question]) -> Ticked:
    """
    Let the whole name follow the first name where that is taken back.

    Raises:
        WholeNameOnly: A new yes to the whole name stands beside no yes to the first name:
            which of the two is meant, nobody can tell.
    """
    if not {Matter.FIRST_NAME, Matter.NAME} <= questions.keys():
        return after
    first = after[Matter.FIRST_NAME] or questions[Matter.FIRST_NAME].choice
    if first in {None, Choice.YES}:
        return after
    if after[Matter.NAME] is Choice.YES:
        message = "The whole name has the first name in it: say yes to both, or to the first only."
        raise WholeNameOnly(message, field="choices")
    is_left = after[Matter.NAME] is None and questions[Matter.NAME].choice is Choice.YES
    return {**after, Matter.NAME: first} if is_left else after


def keeps_first_name(matter: Matter, after: Ticked, questions: Mapping[Matter, Question]) -> bool:
    """
    Tell whether a first name stays where the whole name is taken back.

    A no to the name alone would be one to both; so the yes that stands on the page is said
    once more beside it.
    """
    if matter is not Matter.FIRST_NAME or after.get(Matter.NAME) in {None, Choice.YES}:
        return False
    return after[matter] is None and questions[matter].choice is Choice.YES
