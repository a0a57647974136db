"""
Say in which languages a form has words.
"""

from collections.abc import Iterable

from service.web.catalogue import EASY, YOUNG


def offered(languages: Iterable[str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """
    Give the languages of a house, then what else a form may be written in.

    For whoever is 12 or older, and easy to read, where our pages speak so; and what an
    earlier version had, so that nothing is lost by writing the next one.
    """
    own = tuple(languages)
    spoken = dict.fromkeys(each.partition("-")[0] for each in own)
    easy = (each for each in EASY if each.partition("-")[0] in spoken)
    beside = dict.fromkeys([*easy, *(f"{each}{YOUNG}" for each in spoken), *sorted(known)])
    return own + tuple(each for each in beside if each not in own)
