"""
Say whose answer is missing where somebody has to be asked.

A hint for whoever goes and asks, never a rule: what may be published follows from
`standing.py` alone.
"""

from collections.abc import Mapping

from service.decision.ages import discerning_on
from service.decision.bench import HOLDER_KINDS
from service.decision.hearing import SILENT, Hearing, Stance
from service.decision.ids import PersonId, SignatoryId
from service.decision.panel import Ask, Panel
from service.decision.rows import (
    ASSISTANTS,
    RELATIVES,
    REPRESENTATIVES,
    child_decides,
    subject_decides,
)
from service.decision.signers import objections, row_of
from service.decision.terms import AuthorityKind

_NOBODY: frozenset[AuthorityKind] = frozenset()
_ALONE = (True, _NOBODY)
_WITH_HOLDERS = (True, HOLDER_KINDS)

ASKED: Mapping[str, tuple[bool, frozenset[AuthorityKind]]] = {
    "A1": _ALONE,
    "A2": (True, ASSISTANTS),
    "A3": (False, REPRESENTATIVES),
    "A4": _ALONE,
    "A5": (False, _NOBODY),
    "A6": (False, _NOBODY),
    "E1": _ALONE,
    "P1": _ALONE,
    "M1": (False, HOLDER_KINDS),
    "M2": _WITH_HOLDERS,
    "M3": _ALONE,
    "M3-shared": _WITH_HOLDERS,
    "M?": _WITH_HOLDERS,
    "D1": (False, RELATIVES),
}
"""Row of the decision table: whether the person is asked, and who else."""


def awaited(hearing: Hearing, ask: Ask) -> tuple[SignatoryId, ...]:
    """
    Give those who may answer and whose yes or no does not count (any more).
    """
    if hearing.jurisdiction is None:
        return ()
    panel = Panel(hearing, ask, hearing.jurisdiction, objections)
    row, own = row_of(panel), SignatoryId(panel.person.id)
    is_asked, kinds = ASKED[row]
    held = panel.bench.authorities(kinds)
    is_open = _is_open(panel.subject.stance) or _is_early(panel, row)
    found = [own] if is_asked and is_open else []
    found += [
        each.signatory_id
        for each in [each for each in held if each.sole] or held
        if _is_open(panel.voice_of(each).stance)
    ]
    return tuple(dict.fromkeys(found))


def is_too_early(hearing: Hearing, ask: Ask, signatory_id: SignatoryId) -> bool:
    """
    Tell whether a yes was said before it could count.

    It is good if it is said again.  Not of somebody whose proof nobody saw: theirs
    counts once somebody does.
    """
    if hearing.jurisdiction is None:
        return False
    panel = Panel(hearing, ask, hearing.jurisdiction, objections)
    voice = panel.voices.get(signatory_id, SILENT)
    if voice.stance is not Stance.YES or voice.act is None:
        return False
    row = row_of(panel)
    if PersonId(signatory_id) == panel.person.id:
        return _is_early(panel, row)
    proven = [
        each
        for each in panel.bench.authorities(ASKED[row][1])
        if each.signatory_id == signatory_id and each.verified
    ]
    return bool(proven) and not any(panel.bench.may_have_said(each, voice.act) for each in proven)


def _is_early(panel: Panel, row: str) -> bool:
    """
    Tell whether the person said yes before theirs could count.
    """
    if panel.subject.stance is not Stance.YES or panel.subject.act is None:
        return False
    if row == "M2":
        from_on = discerning_on(panel.person, panel.jurisdiction)
        return from_on is not None and panel.bench.signed_on(panel.subject.act) < from_on
    rule = child_decides if row in {"M3", "M3-shared"} else subject_decides
    return ASKED[row][0] and row != "M?" and bool(rule(panel))


def _is_open(stance: Stance) -> bool:
    return stance is Stance.OPEN
