"""
Say whose answer is missing where somebody has to be asked.

A hint for whoever goes and asks, never a rule: what may be published follows from
`standing.py` alone.
"""

from collections.abc import Mapping

from service.decision.hearing import Hearing, Stance
from service.decision.ids import SignatoryId
from service.decision.panel import HOLDER_KINDS, Ask, Panel
from service.decision.rows import ASSISTANTS, RELATIVES, REPRESENTATIVES
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
    is_asked, kinds = ASKED[row_of(panel)]
    held = panel.authorities(kinds)
    found = [SignatoryId(panel.person.id)] if is_asked and _is_open(panel.subject.stance) else []
    found += [
        each.signatory_id
        for each in [each for each in held if each.sole] or held
        if _is_open(panel.voice_of(each).stance)
    ]
    return tuple(dict.fromkeys(found))


def _is_open(stance: Stance) -> bool:
    return stance is Stance.OPEN
