"""
Say how to take something down, and until when (domain section 2.7).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from service.decision.terms import Medium


class Cause(StrEnum):
    """
    Why something must come down: a class, never whose wish.
    """

    NOT_CLEARED = "not_cleared"
    """Somebody in it may no longer be shown or named there, or never might; or what was
    shared again is on a page where nothing like it may be."""
    REQUESTED = "requested"
    """Somebody asked for it to come down, whatever the rules say."""


class Step(StrEnum):
    """
    One thing to do.
    """

    REMOVE_POST = "remove_post"
    FIND_RESHARES = "find_reshares"
    CLEAR_CACHES = "clear_caches"
    """Previews and search engines keep what a page no longer shows."""
    STOP_DISTRIBUTION = "stop_distribution"
    NO_REPRINT = "no_reprint"
    NOTE_UNRECALLABLE = "note_unrecallable"
    """What left the house already: how many, where; nobody can take it back."""
    TAKE_OFF_DISPLAY = "take_off_display"
    ASK_PUBLISHER = "ask_publisher"
    """The newspaper or partner must remove it; the house can only ask."""
    ASK_RECIPIENTS = "ask_recipients"


ONLINE = (Step.REMOVE_POST, Step.FIND_RESHARES, Step.CLEAR_CACHES)
SENT = (Step.ASK_RECIPIENTS, Step.NOTE_UNRECALLABLE)
STEPS: Mapping[Medium, tuple[Step, ...]] = {
    Medium.SOCIAL: ONLINE,
    Medium.WEB: ONLINE,
    Medium.INTERNAL: ONLINE,
    Medium.AV: ONLINE,
    Medium.MESSAGING: (Step.REMOVE_POST, *SENT),
    Medium.EMAIL: SENT,
    Medium.PRESS: (Step.ASK_PUBLISHER, Step.NOTE_UNRECALLABLE),
    Medium.PRINT: (Step.STOP_DISTRIBUTION, Step.NO_REPRINT, Step.NOTE_UNRECALLABLE),
    Medium.DISPLAY: (Step.TAKE_OFF_DISPLAY,),
    Medium.EVENT: (Step.TAKE_OFF_DISPLAY,),
}

ONE_DAY, THREE_DAYS, ONE_WEEK = 24, 72, 168
HOURS: Mapping[Medium, int] = {
    Medium.SOCIAL: ONE_DAY,
    Medium.WEB: ONE_DAY,
    Medium.INTERNAL: ONE_DAY,
    Medium.AV: ONE_DAY,
    Medium.MESSAGING: ONE_DAY,
    Medium.EMAIL: THREE_DAYS,
    Medium.PRESS: THREE_DAYS,
    Medium.PRINT: ONE_WEEK,
    Medium.DISPLAY: ONE_DAY,
    Medium.EVENT: ONE_DAY,
}
"""What "reasonable time" means unless the organisation says otherwise."""


def due_at(medium: Medium, opened_at: datetime, hours: Mapping[Medium, int]) -> datetime:
    """
    Give when it must be done by; *hours* are the organisation's own.
    """
    return opened_at + timedelta(hours=hours.get(medium, HOURS[medium]))


def needs_note(medium: Medium) -> bool:
    """
    Tell whether somebody must note what cannot be taken back.
    """
    return Step.NOTE_UNRECALLABLE in STEPS[medium]
