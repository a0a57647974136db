"""
Find thousands of phrases in one pass over a text.

Aho-Corasick over bytes: ahocorasick_rs takes 7 µs for 2,000 characters against
100,000 names where pyahocorasick takes 12 (`benchmarks/captions.py`), and its
contiguous automaton needs the least memory.  For the short names of a few units the
table of every step is small, too, and takes half the time.

Beside names it finds the words that tell in which language a text is: looked for by
themselves they would cost a pass of their own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ahocorasick_rs import BytesAhoCorasick, Implementation

from service.decision.naming.cases import TELLING_WORDS
from service.decision.naming.spelling import Kind

_NOWHERE = [bytes([first, 255]) for first in range(4)]
"""Phrases that no text holds.  Without them every phrase begins with a space, and the
library would look for the next space at each word, which costs more than reading on."""

_FEW = 500
"""Phrases of which the table of every step is some hundred kilobytes."""

Key = TypeVar("Key", str, bytes)
Owners = int | list[int]
"""The entries that a phrase belongs to; a bare number for one saves 50 bytes."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    Hold phrases and the entries that they belong to.
    """

    _automaton: BytesAhoCorasick
    owners: list[Owners]
    """The entries to which each phrase belongs; of a telling word it is the language."""
    kinds: bytes
    """Of what kind each phrase is."""
    first_words: frozenset[bytes]
    """With which words whole names begin."""

    @classmethod
    def of(cls, phrases: Iterable[tuple[Kind, bytes, int]]) -> "Lexicon":
        """
        Build from phrases, each with the number of its entry.
        """
        by_kind: list[dict[bytes, Owners]] = [{} for _ in Kind]
        by_kind[Kind.TELLING].update(TELLING_WORDS)
        for kind, phrase, number in phrases:
            with_owner(by_kind[kind], phrase, number)
        patterns = [phrase for owners in by_kind for phrase in owners]
        how = Implementation.DFA if len(patterns) <= _FEW else Implementation.ContiguousNFA
        return cls(
            BytesAhoCorasick([*patterns, *_NOWHERE], implementation=how),
            [numbers for owners in by_kind for numbers in owners.values()],
            b"".join(bytes([kind]) * len(by_kind[kind]) for kind in Kind),
            frozenset(
                phrase[1:end]
                for kind in (Kind.GIVEN_FAMILY, Kind.FAMILY_GIVEN)
                for phrase in by_kind[kind]
                if (end := phrase.find(b" ", 1)) > 0
            ),
        )

    def scan(self, folded: bytes) -> list[tuple[int, int, int]]:
        """
        Give (phrase number, start, stop) also where phrases overlap.
        """
        return self._automaton.find_matches_as_indexes(folded, overlapping=True)


def numbers_of(owners: Owners) -> Sequence[int]:
    """
    Give the numbers of *owners*.
    """
    return (owners,) if isinstance(owners, int) else owners


def with_owner(owners: dict[Key, Owners], key: Key, number: int) -> None:
    """
    Add *number* to the owners of *key*, unless it was the last one added.
    """
    known: Owners | None = owners.get(key)
    if known is None:
        owners[key] = number
    elif isinstance(known, list):
        if known[-1] != number:
            known.append(number)
    elif known != number:
        owners[key] = [known, number]
