"""
Take a first name beside a misspelt family name for a whole name.

A family name with a typing error is not found, and the first name before it is; so the
first name alone is what seems to be written.  For whoever allowed just that, it would be
the whole name that everybody reads.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from service.decision.naming.model import Mention, MentionForm, NameEntry
from service.decision.naming.normalise import words_of

_NEAR = 3
"""So many words before and after are looked at: particles, a second given name."""
_LETTERS = 64
_SHORT, _MIDDLING = 3, 7
"""Family names up to so many letters are the same word or none, or forgive one letter."""
_BEGINNING = 3
_WORDS_KEPT = 4096
_STOP = re.compile(r"[.!?…](?:\s|$)")
"""A sentence ends there.  Lists and tables part a name by commas, lines and colons."""
_INITIAL_BEFORE = re.compile(r"(?<!\w)(\w)\.\s*$")

_words = lru_cache(_WORDS_KEPT)(words_of)
"""A name stands in a text again and again, and so does what stands beside it."""


def with_near_misses(
    text: str, found: Sequence[Mention], entries: Iterable[NameEntry]
) -> tuple[Mention, ...]:
    """
    Give first names beside something like a family name as whole names.

    *entries* are the names of everybody who is mentioned.
    """
    families: dict[str, set[str]] = {}
    for each in entries:
        families.setdefault(each.person_id, set()).update(_forms(each.family))
    return tuple(
        each._replace(form=MentionForm.FULL_NAME)
        if each.form is MentionForm.GIVEN_NAME and _is_beside(text, each, families)
        else each
        for each in found
    )


def _forms(family: str) -> set[str]:
    """
    Give a family name in one word, and each of its longer words.
    """
    words = words_of(family)
    return {"".join(words), *(word for word in words if len(word) > _SHORT)} - {""}


def _is_beside(text: str, mention: Mention, families: dict[str, set[str]]) -> bool:
    """
    Tell whether a family name is meant right before or after.
    """
    forms = set[str]().union(*(families[each] for each in mention.person_ids))
    before = text[max(0, mention.start - _LETTERS) : mention.start]
    after = text[mention.end : mention.end + _LETTERS]
    initial = _INITIAL_BEFORE.search(before)
    if initial and not {form[0] for form in forms}.isdisjoint(_words(initial[1])):
        return True
    sides = (_STOP.split(before)[-1].split()[-_NEAR:], _STOP.split(after)[0].split()[:_NEAR])
    words, runs = set[str](), set[str]()
    for side in sides:
        near = [word for token in side for word in _words(token)]
        words.update(near)
        runs.update("".join(near[at : at + 2]) for at in range(len(near) - 1))
        runs.update("".join(near[at : at + 3]) for at in range(len(near) - 2))
    return any(_is_like(form, words, runs) for form in forms)


def _is_like(family: str, words: set[str], runs: set[str]) -> bool:
    """
    Tell whether a family name is there, shortened or with a typing error.

    In several words there are more ways to be like it by chance ("le pont": Dupont).
    """
    if len(family) <= _SHORT:
        return family in words
    begun = tuple(word for word in words if len(word) >= _BEGINNING)
    if family.startswith(begun):
        return True
    forgiven = 1 if len(family) <= _MIDDLING else 2
    return _has_near(family, words, forgiven) or _has_near(family, runs, 1)


def _has_near(family: str, written: set[str], forgiven: int) -> bool:
    """
    Tell whether something written differs by few letters.
    """
    return extractOne(family, written, scorer=OSA.distance, score_cutoff=forgiven) is not None
