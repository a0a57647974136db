"""
Say who sees reviews, and who may say that something still holds.
"""

from collections.abc import Mapping
from typing import Final

from service.decision.ids import UnitId
from service.decision.powers import Scope
from service.records.reviews import ReviewKind
from service.usecases.caller import Caller

WRITING: Final[Mapping[ReviewKind, Scope]] = {
    ReviewKind.CHANNEL: Scope.CHANNELS_WRITE,
    ReviewKind.FORM: Scope.FORMS_WRITE,
}
"""Whoever may change it may say that it need not be changed."""
LOOKING: Final = (*WRITING.values(), Scope.AUDIT)


def may_review(caller: Caller, kind: ReviewKind, unit_id: UnitId | None) -> bool:
    """
    Tell whether somebody may say that it still holds.
    """
    return caller.has_in(WRITING[kind], unit_id)


def may_look(caller: Caller, kind: ReviewKind, unit_id: UnitId | None) -> bool:
    """
    Tell whether somebody sees who looked at it, and when it is due.
    """
    return may_review(caller, kind, unit_id) or caller.has_in(Scope.AUDIT, unit_id)


def looks(caller: Caller) -> bool:
    """
    Tell whether the caller sees reviews of anything.
    """
    return any(caller.may(each) for each in LOOKING)


def needs_to_look(caller: Caller) -> None:
    """
    Pass when the caller sees reviews of anything.

    Raises:
        NotAllowed: The caller changes neither channels nor forms, and audits nothing.
    """
    if not looks(caller):
        caller.needs(Scope.CHANNELS_WRITE)


def needs_to_see(caller: Caller, kind: ReviewKind, unit_id: UnitId | None) -> None:
    """
    Pass when the caller sees the reviews of this one.

    Raises:
        NotAllowed: It is of a unit where the caller may not look.
    """
    if not may_look(caller, kind, unit_id):
        caller.needs_in(WRITING[kind], unit_id)
