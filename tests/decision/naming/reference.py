"""
Find names the slow and obvious way: every person, every way, every place.

Only for plain captions: ASCII words with capitals, initials with a dot and never two.
"""

import re
from collections.abc import Iterator

from service.decision.naming import NameEntry

Span = tuple[int, int]
Found = dict[Span, set[str]]

_ANY_INITIAL = "?."
_WORD = re.compile(r"[A-Za-z]+\.?")


def found_by_hand(text: str, register: list[NameEntry], own_units: frozenset[str]) -> Found:
    """
    Give who is named where.
    """
    words = [(each.group(), each.start()) for each in _WORD.finditer(text)]
    found: Found = {}
    whole: set[Span] = set()
    for entry in register:
        for pattern, is_whole in _patterns(entry, own=bool(own_units & entry.unit_ids)):
            for span in _places(pattern, words):
                found.setdefault(span, set()).add(entry.person_id)
                if is_whole:
                    whole.add(span)
    return _longest(_unexplained(text, found, whole))


def _patterns(entry: NameEntry, *, own: bool) -> Iterator[tuple[list[str], bool]]:
    given, family = entry.given, entry.family
    yield [given, family], True
    yield [family, given], True
    yield [given, _ANY_INITIAL, family], True
    yield [given, f"{family[0]}."], False
    yield [f"{given[0]}.", family], False
    yield [family, f"{given[0]}."], False
    if own:
        yield [given], False
        yield [family], False


def _places(pattern: list[str], words: list[tuple[str, int]]) -> Iterator[Span]:
    for first in range(len(words) - len(pattern) + 1):
        here = words[first : first + len(pattern)]
        if all(_same(want, word) for want, (word, _) in zip(pattern, here, strict=True)):
            last, start = here[-1]
            yield here[0][1], start + len(last.rstrip("."))


def _same(want: str, word: str) -> bool:
    if want == _ANY_INITIAL:
        return len(word) == len(want) and word.endswith(".")
    return want == (word if want.endswith(".") else word.rstrip("."))


def _unexplained(text: str, found: Found, whole: set[Span]) -> Found:
    ordered = sorted(whole)
    dropped: set[Span] = set()
    for place in range(1, len(ordered) - 1):
        middle, right = ordered[place], ordered[place + 1]
        left = [span for span in ordered[:place] if span not in dropped][-1]
        in_list = left[0] < middle[0] < left[1] <= right[0] < middle[1] < right[1]
        if in_list and not re.search("[A-Za-z]", text[left[1] : right[0]]):
            dropped.add(middle)
    return {span: people for span, people in found.items() if span not in dropped}


def _longest(found: Found) -> Found:
    kept: Found = {}
    for span in sorted(found, key=lambda span: (span[0] - span[1], span)):
        over = [other for other in kept if other[0] < span[1] and span[0] < other[1]]
        within = any(other[0] <= span[0] and span[1] <= other[1] for other in over)
        if not within and not any(found[span] <= kept[other] for other in over):
            kept[span] = found[span]
    return kept
