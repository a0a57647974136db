"""
Choose among findings that lie over each other.

The longest wins, and what lies within it is no longer a finding of its own:
"Léa" in "Léa Dupont" is not a question about another Léa.  Findings that only
touch keep both when they mean different people.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from service.decision.naming.model import Mention, MentionForm

_RANK = {form: rank for rank, form in enumerate(MentionForm)}


class Finding(NamedTuple):
    """
    Hold what one phrase found, in positions of the original text.
    """

    start: int
    end: int
    form: MentionForm
    people: frozenset[str]


def chosen(text: str, findings: Iterable[Finding]) -> tuple[Mention, ...]:
    """
    Give the mentions that remain, in the order of the text.
    """
    kept = _same_place_merged(findings)
    if any(one.end > other.start for one, other in pairwise(kept)):
        kept = _longest(_without_explained(text, kept))
    return tuple(
        Mention(found.start, found.end, text[found.start : found.end], found.form, found.people)
        for found in kept
    )


def _same_place_merged(findings: Iterable[Finding]) -> list[Finding]:
    places: dict[tuple[int, int], Finding] = {}
    for found in findings:
        place = found.start, found.end
        known = places.get(place)
        places[place] = found if known is None else _both(known, found)
    return sorted(places.values())


def _longest(findings: list[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (f.start - f.end, f.start)):
        if not _is_covered(finding, kept):
            insort(kept, finding, key=attrgetter("start"))
    return kept


def _both(one: Finding, other: Finding) -> Finding:
    form = min(one.form, other.form, key=_RANK.__getitem__)
    return Finding(one.start, one.end, form, one.people | other.people)


def _is_covered(finding: Finding, kept: list[Finding]) -> bool:
    # None of those kept lies within another, so their ends are in order as well.
    after = bisect_right(kept, finding.start, key=attrgetter("start"))
    before = after - 1
    if before >= 0 and kept[before].end >= finding.end:
        return True
    while before >= 0 and kept[before].end > finding.start:
        if finding.people <= kept[before].people:
            return True
        before -= 1
    while after < len(kept) and kept[after].start < finding.end:
        if finding.people <= kept[after].people:
            return True
        after += 1
    return False


def _without_explained(text: str, findings: list[Finding]) -> list[Finding]:
    """
    Leave out whole names made of two neighbours in a list of names.

    In "Marie Dupont, Léa Martin" a registered Léa Dupont is not named, provided
    that both others are registered.
    """
    whole = [finding for finding in findings if finding.form is MentionForm.FULL_NAME]
    if len(whole) < 3:  # noqa: PLR2004 - one on either side
        return findings
    dropped: set[Finding] = set()
    last: Finding | None = None
    for place, finding in enumerate(whole):
        following = whole[place + 1] if place + 1 < len(whole) else None
        if last and following and _explain(text, last, finding, following):
            dropped.add(finding)
        else:
            last = finding
    return [finding for finding in findings if finding not in dropped]


def _explain(text: str, left: Finding, middle: Finding, right: Finding) -> bool:
    if left.start < middle.start < left.end <= right.start < middle.end < right.end:
        return not any(map(str.isalpha, text[left.end : right.start]))
    return False
