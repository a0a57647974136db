"""
Hold letters: what goes to somebody by mail or by text message.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, TypeAlias

LetterId = NewType("LetterId", str)
Gap: TypeAlias = str | date | tuple[tuple[str, date | None], ...]
"""What fills a gap of a letter: words, a day or an instant, or things with their time.

Days are put in words with the letter: only there it is known in which language.
"""


class Carrier(StrEnum):
    """
    What takes a letter there.
    """

    MAIL = "mail"
    SMS = "sms"


class LetterKind(StrEnum):
    """
    Why a letter is written; never a word of what it says.
    """

    FAMILY_INVITATION = "family_invitation"
    """Somebody is asked to answer."""
    FAMILY_CODE = "family_code"
    """The short code of one sign-in."""
    FAMILY_LINK = "family_link"
    """A new link for somebody who lost the old one."""
    FAMILY_RECEIPT = "family_receipt"
    """What somebody just answered, for them to keep."""
    FAMILY_NOTICE = "family_notice"
    """Something changed about somebody they answer for."""
    FAMILY_OWN_NOTICE = "family_own_notice"
    """The same, told to the person whom it is about."""
    FAMILY_REMINDER = "family_reminder"
    """An answer is missing."""
    FAMILY_EXPIRY = "family_expiry"
    """A yes is about to end."""
    FAMILY_OWN_VOICE = "family_own_voice"
    """Somebody young is soon asked themselves."""
    FAMILY_OWN_VOICE_NOW = "family_own_voice_now"
    """Since these days they are."""
    FAMILY_OWN_VOICE_HOLDERS = "family_own_voice_holders"
    """Told to those who answered for them until then."""
    FAMILY_CONTACT = "family_contact"
    """Another address is used from now on; told to the old one."""
    STAFF_INVITATION = "staff_invitation"
    STAFF_RECOVERY = "staff_recovery"
    STAFF_TAKEDOWN = "staff_takedown"
    """Something must come down; told to whoever takes it down."""
    STAFF_TAKEDOWN_SOON = "staff_takedown_soon"
    """Its time is nearly over."""
    STAFF_TAKEDOWN_LATE = "staff_takedown_late"
    """Its time is over."""
    STAFF_COMPLAINT = "staff_complaint"
    """Somebody complains, or asks for their rights."""
    STAFF_COMPLAINT_SOON = "staff_complaint_soon"
    STAFF_COMPLAINT_LATE = "staff_complaint_late"
    STAFF_BREACH = "staff_breach"
    """It may be a breach: 72 hours run."""
    STAFF_BREACH_SOON = "staff_breach_soon"
    STAFF_BREACH_LATE = "staff_breach_late"
    STAFF_PROPOSAL = "staff_proposal"
    """A post waits for somebody to approve it."""
    STAFF_PROPOSAL_SOON = "staff_proposal_soon"
    """Its day comes near."""
    STAFF_REFUSAL = "staff_refusal"
    """A no came in, and nobody knows yet whose it is."""
    STAFF_REFUSAL_SOON = "staff_refusal_soon"
    STAFF_REFUSAL_LATE = "staff_refusal_late"
    STAFF_ANSWER = "staff_answer"
    """A yes came in, and counts only once somebody has looked."""
    STAFF_BUDGET = "staff_budget"
    """Somebody asks more than anybody may; told to administrators."""
    STAFF_CANCELLED = "staff_cancelled"
    """It may not go out any more; told to those who proposed and approved it."""


class Outcome(StrEnum):
    """
    What became of one try, or of the letter itself.
    """

    SENT = "sent"
    """The next server took it over."""
    POSTPONED = "postponed"
    """Not now; it is tried again."""
    REFUSED = "refused"
    """The next server will never take it: usually a wrong address."""
    BOUNCED = "bounced"
    """It was taken over, and came back."""
    GIVEN_UP = "given_up"
    """Tried for days, or too late to be of use."""
    RENEWED = "renewed"
    """A human asked to try again."""
    SETTLED = "settled"
    """Answered before it left: it had nothing to ask any more."""
    ERASED = "erased"
    """Whom it was about or for was erased before it left."""


HELD = "held"
"""Said as the detail of a letter: a hold lies on whom it is about.  To those alone who may
know of it; to others the detail is empty."""

OPEN = frozenset({Outcome.POSTPONED, Outcome.RENEWED})
"""After these the letter still waits, as one that was never tried does."""


class LetterState(StrEnum):
    """
    How far a letter is, for whoever looks after them.
    """

    WAITING = "waiting"
    FAILED = "failed"
    """Somebody should look at the address."""
    DONE = "done"


FAILURES = frozenset({Outcome.REFUSED, Outcome.BOUNCED, Outcome.GIVEN_UP})


@dataclass(frozen=True, slots=True)
class Attachment:
    """
    A file that goes along.
    """

    filename: str
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """
    One message to one address, as it will be read.

    Whoever causes it adds it to the outbox in the same transaction:
    `work.outbox.add(Letter(...))`.
    """

    id: LetterId
    kind: LetterKind
    written_at: datetime
    to: str = field(repr=False)
    """An address, or a telephone number for a text message."""
    text: str = field(repr=False)
    subject: str = field(default="", repr=False)
    html: str = field(default="", repr=False)
    """The same words for those who read HTML; none: plain text alone."""
    language: str = ""
    recipient_id: str = ""
    """Which signatory, person or member of staff it goes to; erased with them."""
    about: tuple[str, ...] = ()
    """People it speaks of: their erasure destroys it.  Of a notice to staff: the tasks."""
    carrier: Carrier = Carrier.MAIL
    until_at: datetime | None = None
    """After this instant it is of no use and is not sent any more."""
    not_before_at: datetime | None = None
    """It waits for this instant: nobody is woken by a notice."""
    sender_name: str = field(default="", repr=False)
    reply_to: str = field(default="", repr=False)
    attachments: tuple[Attachment, ...] = ()
    is_unasked: bool = False
    """Of a receipt: others entered the answer.  It waits while whom it is about is hidden."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """
    A letter that this worker alone may try now.
    """

    letter_id: LetterId
    letter: Letter | None
    """None where its seal does not open: another key is here, and may be put back."""
    tries: int
    """Counting this one."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """
    What one try came to.
    """

    outcome: Outcome
    detail: str = ""
    """Codes only, such as `550 5.1.1`: what servers say quotes addresses."""
    unreachable: bool = False
    """Nobody answered at all: other letters need not be tried now."""


@dataclass(frozen=True, slots=True)
class LetterStory:
    """
    What staff see of a letter: whether it arrived, never what it says.
    """

    id: LetterId
    kind: LetterKind
    carrier: Carrier
    recipient_id: str
    written_at: datetime
    outcome: Outcome | None
    """Of the last try; None: not tried yet."""
    detail: str
    last_tried_at: datetime | None
    next_try_at: datetime | None
    """None: it is not tried again."""

    @property
    def is_waiting(self) -> bool:
        """
        Tell whether it is still to be sent.
        """
        return self.outcome is None or self.outcome in OPEN

    @property
    def state(self) -> LetterState:
        """
        Say how far it is.
        """
        if self.is_waiting:
            return LetterState.WAITING
        return LetterState.FAILED if self.has_failed else LetterState.DONE

    @property
    def has_failed(self) -> bool:
        """
        Tell whether somebody should look at the address.
        """
        return self.outcome in FAILURES
