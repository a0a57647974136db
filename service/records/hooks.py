"""
Hold hooks: where other programs are told when something happens.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NewType

HookId = NewType("HookId", str)
HookDeliveryId = NewType("HookDeliveryId", str)


class HookEvent(StrEnum):
    """
    What another program may be told of, as Standard Webhooks writes it.

    An event names what it is about by ids, and nobody: whoever wants to know more asks
    with a key that may.
    """

    TAKEDOWN_OPENED = "takedown.opened"
    """A publication must come down: a yes was withdrawn, a hold was placed, or the like."""
    PUBLICATION_TAKEN_DOWN = "publication.taken_down"
    """It is down."""
    PUBLICATION_RECORDED = "publication.recorded"
    """Something was published, or shared again."""
    COMPLAINT_FILED = "complaint.filed"
    """Somebody says that something should not be."""
    PHOTO_ERASED = "photo.erased"
    """A registered photo was destroyed here: copies of it should be, too."""
    HOOK_TRIED = "hook.tried"
    """Somebody tried whether messages arrive: told to that hook alone, whatever it hears."""


CHOSEN_EVENTS: Final = tuple(each for each in HookEvent if each is not HookEvent.HOOK_TRIED)
"""What a hook may be told of; its own try it is told of without being asked."""


@dataclass(frozen=True, slots=True)
class HookSecret:
    """
    What messages to one address are signed with, as its receiver writes it.
    """

    text: str = field(repr=False)
    until_at: datetime | None = None
    """Since another took its place: signs along up to this instant."""


@dataclass(frozen=True, slots=True)
class Hook:
    """
    One address, what it is told of, and what it knows us by.
    """

    id: HookId
    url: str = field(repr=False)
    """May hold a token, so it is sealed like the secrets, and stands in no log."""
    events: frozenset[HookEvent]
    registered_at: datetime
    secrets: tuple[HookSecret, ...]
    """The newest first."""
    disabled_at: datetime | None = None
    """Nothing is sent there since then."""
    is_gone: bool = False
    """It answered that it is no more (410), and was disabled for that."""

    def hears(self, event: HookEvent) -> bool:
        """
        Tell whether it is told of an event.
        """
        return self.disabled_at is None and event in self.events

    def secrets_at(self, at: datetime) -> tuple[HookSecret, ...]:
        """
        Give what signs at an instant, the newest first.
        """
        return tuple(each for each in self.secrets if each.until_at is None or at < each.until_at)


@dataclass(frozen=True, slots=True)
class LockedHook:
    """
    What stands open of a hook whose seal another key closed.

    Address and secrets lie under it, until that key is put back.
    """

    id: HookId
    events: frozenset[HookEvent]
    """What it is told of; none: it was disabled, and of which ones lies under the seal."""
    host: str = ""
    """Where it leads, as the log has it; empty until the log is signed."""


@dataclass(frozen=True, slots=True)
class HookMessage:
    """
    One event for one address.
    """

    id: HookDeliveryId
    """The same however often it is sent."""
    hook_id: HookId
    event: HookEvent
    happened_at: datetime
    body: str
    """The very words that are signed and sent."""


class HookOutcome(StrEnum):
    """
    What became of one try, or of the message itself.
    """

    DELIVERED = "delivered"
    """The receiver took it (2xx)."""
    POSTPONED = "postponed"
    """Not now; it is tried again."""
    GIVEN_UP = "given_up"
    """Tried for three days."""
    GONE = "gone"
    """The receiver is no more (410): it is told nothing from now on."""
    DROPPED = "dropped"
    """The hook was disabled or deleted before it left."""
    RENEWED = "renewed"
    """Somebody asked to send it again."""


@dataclass(frozen=True, slots=True)
class HookAttempt:
    """
    What one try came to.
    """

    outcome: HookOutcome
    detail: str = ""
    """A status or one word such as `timeout`: never what the receiver said."""


@dataclass(frozen=True, slots=True)
class ClaimedMessage:
    """
    A message that this worker alone may try now.
    """

    message: HookMessage
    tries: int
    """Counting this one."""


@dataclass(frozen=True, slots=True)
class HookDelivery:
    """
    A message and what became of it.
    """

    message: HookMessage
    outcome: HookOutcome | None
    """Of the last try; None: not tried yet."""
    detail: str
    last_tried_at: datetime | None
    next_try_at: datetime | None
    """None: it is not tried again."""


@dataclass(frozen=True, slots=True)
class HookParcel:
    """
    A message with what is needed to send it, now.
    """

    url: str = field(repr=False)
    message_id: str
    body: str
    secrets: tuple[str, ...] = field(repr=False)
    """Each signs: the receiver needs to know one of them."""
    at: datetime


@dataclass(frozen=True, slots=True)
class HookReply:
    """
    What came of one try.
    """

    status: int | None
    """Of HTTP; None: there was no answer."""
    detail: str
    """The status, or one word such as `timeout`; never what the receiver said."""
    retry_after: timedelta | None = None
    """How long it wants to be left alone."""
