"""
Say of one matter how far it is, without saying who said what.

A signatory sees this of the others who have a say, and no more: that a matter is
complete, waits, or is not cleared (threat T1, GDPR article 15(4)).
"""

from collections.abc import Iterable
from enum import StrEnum

from service.decision.verdict import Code, Effect, Reason

WAITING_CODES = frozenset(
    {
        Code.NEVER_ASKED,
        Code.AWAITING_OTHER_SIGNER,
        Code.CHILD_MUST_CONFIRM,
        Code.AUTHORITY_UNVERIFIED,
        Code.EXPIRED,
        Code.FORM_SUPERSEDED,
        Code.CHANNEL_NOT_COVERED,
        Code.PURPOSE_NOT_COVERED,
        Code.SPECIAL_CATEGORY_EXPLICIT,
    }
)
"""Somebody's answer is missing, or must be given again."""


class Outlook(StrEnum):
    """
    How far a matter is.
    """

    COMPLETE = "complete"
    """Everybody who must say yes did."""
    WAITING = "waiting"
    """Something is missing, and nothing was refused."""
    NOT_CLEARED = "not_cleared"
    """Something stands in the way."""


def outlook_of(reasons: Iterable[Reason]) -> Outlook:
    """
    Read a standing as those may who have a say themselves.
    """
    found = tuple(reasons)
    if not found:
        return Outlook.COMPLETE
    if all(each.effect is Effect.ASK and each.code in WAITING_CODES for each in found):
        return Outlook.WAITING
    return Outlook.NOT_CLEARED
