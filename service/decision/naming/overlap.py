"""
Choose among findings that lie over each other.

The longest wins, and what lies within it is no longer a finding of its own:
"Léa" in "Léa Dupont" is not a question about another Léa.  Findings that only
touch keep both when they mean different people.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from service.decision.naming.model import Mention, MentionForm

_RANK = {form: rank for rank, form in enumerate(MentionForm)}


Found = tuple[int, int, MentionForm, frozenset[str]]
"""What one phrase found: start and end in the original text, form, people."""


class Finding(NamedTuple):
    """
    Hold what was found, for those who have to choose.
    """

    start: int
    end: int
    form: MentionForm
    people: frozenset[str]


def chosen(text: str, findings: Iterable[Found]) -> tuple[Mention, ...]:
    """
    Give the mentions that remain, in the order of the text.
    """
    kept: Sequence[Found] = tuple(findings)
    if not _are_in_order(kept):
        merged = _same_place_merged(kept)
        kept = merged if _are_in_order(merged) else _longest(_without_explained(text, merged))
    return tuple(
        [Mention(start, end, text[start:end], form, people) for start, end, form, people in kept]
    )


def stand_apart(findings: Sequence[Found]) -> bool:
    """
    Tell whether none lies over another, unless both are at one place.
    """
    return _are_in_order(findings) or _are_in_order(_same_place_merged(findings))


def _are_in_order(findings: Iterable[Found]) -> bool:
    # With one of an everyday caption it ends here, and nothing is sorted or merged.
    done = 0
    for start, end, _, _ in findings:
        if start < done:
            return False
        done = end
    return True


def _same_place_merged(findings: Iterable[Found]) -> list[Finding]:
    places: dict[tuple[int, int], Finding] = {}
    for start, end, form, people in findings:
        found, known = Finding(start, end, form, people), places.get((start, end))
        places[start, end] = found if known is None else _both(known, found)
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
