"""
Long and hostile captions cost work in step with their length, and no more.
"""

from collections.abc import Callable

import pytest

from service.decision.naming import NameIndex, find_mentions
from tests.decision.naming.register import BUTTERFLIES, INDEX, REGISTER, entry
from tests.decision.naming.steps import steps_of

_LENGTH = 5_000
_WIDTHS = {
    "one name again and again": "Léa Dupont ",
    "two names in each other": "Léa Dupont Léa ",
    "commas only": ", ",
    "initials only": "L. D. ",
    "capitals only": "A ",
    "capitals after a name": "Léa A A ",
    "one endless word": "a",
    "one endless name": "léa",
    "one endless hashtag": "#lea",
    "many hashtags": "#teamlea ",
    "hashtag signs": "#",
    "handles": "@leadupont ",
    "humps": "LeaDupont",
    "humps apart": "LeaDupont ",
    "links": "a.be/leadupont ",
    "umlauts": "Müller Jürgen ",
    "Cyrillic": "\u041b\u0435\u0430 ",
    "look-alikes": "L\u0435\u0430 Du\u0440\u043ent ",
    "zero-width": "L\u200be\u200ba ",
    "decomposed": "Le\u0301a ",
    "marks on one letter": "\u0301",
    "emoji": "🎉",
    "hyphens at line ends": "a-\n",
    "hyphens and blanks": "-\n    ",
    "particles": "van den ",
    "ideographs": "李",
    "names in another case": "Anny Peetersa ",
    "names in two cases": "Léa Dupont Anny Peetersa ",
    "words that might be in another case": "Olka Anka ",
    "letters apart": "L é a D u p o n t  ",
    "names run together": "leadupont ",
}


@pytest.mark.parametrize("pattern", _WIDTHS.values(), ids=_WIDTHS.keys())
def test_twice_the_text_is_at_most_twice_the_work(pattern: str) -> None:
    once, twice = (pattern * (size // len(pattern)) for size in (_LENGTH, 2 * _LENGTH))
    find_mentions(once, INDEX, BUTTERFLIES)

    assert 2.1 * _work(once) + 200 >= _work(twice)


@pytest.mark.parametrize("pattern", _WIDTHS.values(), ids=_WIDTHS.keys())
def test_no_character_costs_more_than_a_hundred_steps(pattern: str) -> None:
    text = pattern * (_LENGTH // len(pattern))

    assert 100 * len(text) >= _work(text)


def test_a_hundred_times_the_names_do_not_make_more_work() -> None:
    many = NameIndex.build(
        [*REGISTER, *(entry(f"p{n}", "Xq" + _letters(n), "Zw" + _letters(n)) for n in range(2_400))]
    )
    caption = "Léa Dupont et Tom jouent dans la cour avec Hugo Lefèvre. " * 20
    find_mentions(caption, many, BUTTERFLIES)

    few, more = (len(steps_of(_finding(caption, index))) for index in (INDEX, many))

    assert few == more


def _work(text: str) -> int:
    return len(steps_of(_finding(text, INDEX)))


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def _finding(text: str, index: NameIndex) -> Callable[[], object]:
    return lambda: find_mentions(text, index, BUTTERFLIES)
