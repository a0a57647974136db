"""
Hold a question as it was asked, and read its dates.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of, start_of
from service.decision.case import Intent, Use
from service.decision.ids import PersonId, PhotoId
from service.decision.terms import Purpose
from service.errors import InvalidInput

MAX_PICTURES = 20
MAX_NAMES = 100
MAX_TEXT = 20_000
OUR_TIME = range(1900, 9000)
"""Years in which every day has weeks, months and years around it that can be counted."""


@dataclass(frozen=True, slots=True)
class Upload:
    """
    A picture as it was sent; kept only until it has been read.
    """

    content: bytes = field(repr=False)
    filename: str | None = None


@dataclass(frozen=True, slots=True)
class CheckQuestion:
    """
    May this be published there, then?

    `channel` is a channel's id, short name or address; None asks for every
    channel.  `as_of` and `known_at` ask about the past.
    """

    purpose: Purpose = Purpose.INFORMATION
    channel: str | None = None
    uploads: tuple[Upload, ...] = ()
    photo_ids: tuple[PhotoId, ...] = ()
    names: tuple[str, ...] = ()
    text: str = ""
    alt_texts: tuple[str, ...] = ()
    """What the pictures show in words: published with them, so read for names, too."""
    uses: tuple[Use, ...] = ()
    on: date | None = None
    as_of: datetime | None = None
    known_at: datetime | None = None
    intent: Intent = Intent.CHECK
    about: frozenset[PersonId] = frozenset()
    """Whom others found in it before: a first name names them whoever reads it now."""
    approvals: int = 0
    """How many members agreed to it, of those who may now; counted, never sent."""

    def is_about_the_past(self) -> bool:
        """
        Tell whether it needs the power to look back.
        """
        return self.as_of is not None or self.known_at is not None

    def check_size(self) -> None:
        """
        Refuse an empty or oversized question.

        Raises:
            InvalidInput: Nothing is asked, or too much at once.
        """
        if not (self.uploads or self.photo_ids or self.names or self.text.strip() or self.uses):
            message = "Nothing to check: send at least one image, name or text."
            raise InvalidInput(message, field="image")
        for field_name, count, limit in (
            ("image", len(self.uploads) + len(self.photo_ids), MAX_PICTURES),
            ("name", len(self.names), MAX_NAMES),
            ("text", len(self.text), MAX_TEXT),
        ):
            if count > limit:
                message = (
                    f"Too much at once: {count} where {limit} are allowed; split the question."
                )
                raise InvalidInput(message, field=field_name)
        if any(not name.strip() for name in self.names):
            message = "A name is empty: leave it out or write it."
            raise InvalidInput(message, field="name")

    def instant(self, now: datetime, find_zone: Callable[[], ZoneInfo]) -> datetime:
        """
        Give the instant the answer is for.

        A day to come counts from its first instant: what begins later that day
        has not begun, and the post is checked again when it is released.

        Args:
            find_zone: Asked only where a day is: most questions are about now.

        Raises:
            InvalidInput: The day is over or not of our time, or two dates were given.
        """
        if self.as_of is not None:
            if self.on is not None:
                message = "Give either the planned day or the instant to look back to, not both."
                raise InvalidInput(message, field="as_of")
            if self.as_of.year not in OUR_TIME:
                raise InvalidInput("This instant is not of our time.", field="as_of")
            return self.as_of
        if self.on is None:
            return now
        if self.on.year not in OUR_TIME:
            raise InvalidInput("This day is not of our time.", field="on")
        zone = find_zone()
        today = day_of(now, zone)
        if self.on == today:
            return now
        if self.on < today:
            message = "That day is over: to look back, send the instant as `as_of`."
            raise InvalidInput(message, field="on")
        return start_of(self.on, zone)
