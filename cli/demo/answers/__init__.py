"""
Tell what everybody answered, in the order in which it was signed.

Plain values: who, in what capacity, to what, on which form, when.  May import the
vocabulary, channels and forms of the demo.  Start reading at `answer.py`.
"""

from datetime import date

from cli.demo.answers.adults import adult_answers
from cli.demo.answers.answer import Answer
from cli.demo.answers.minors import minor_answers
from cli.demo.answers.others import other_answers

__all__ = ["Answer", "answers"]


def answers(today: date) -> tuple[Answer, ...]:
    """
    Give every answer, oldest first.
    """
    everything = (*minor_answers(today), *adult_answers(today), *other_answers(today))
    return tuple(sorted(everything, key=lambda answer: answer.signed_on))
