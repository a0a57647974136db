"""
Every way in which Obstat refuses, as one tree.

    ObstatError
    ├── InvalidInput            what was sent cannot be used; `field` says where
    │   ├── ImpossibleDates     the dates contradict each other
    │   ├── WholeNameOnly       a yes to a name, and none to the first name in it
    │   └── BadImage            these bytes are not a picture we can trust
    ├── NotFound                no such thing in this organisation
    ├── Conflict                it is there already, or has changed meanwhile
    │   ├── AlreadyExists
    │   │   └── PossibleDuplicate   somebody registered looks like the same person
    │   ├── AskingHeld          a hold lies on whom they would be asked about
    │   ├── IdempotencyMismatch the same key came with another request
    │   └── NotPublishable      the verdict at this instant is not `publish`
    ├── NotIdentified           nobody we know is asking
    ├── NotAllowed              somebody we know may not do this
    │   └── AnswersElsewhere    whose address it is answers for others, too
    ├── TooMany                 a budget of guesses or look-ups is used up
    ├── Unavailable             a part we need is not there: the answer is `ask`
    │   └── Busy                every picture worker is occupied
    ├── SettingsRefused         the deployment is configured wrongly
    └── LedgerBroken            the evidence does not add up

A refusal carries no personal data: its message may be logged.  Doubt about a
person is never an error, it is a `Verdict`.
"""

from typing import ClassVar


class ObstatError(Exception):
    """
    Refuse something, with a stable code and a sentence for a human.

    `code` is the slug that API, pages and CLI share.
    """

    code: ClassVar[str] = "error"

    def __init__(self, message: str, *, field: str | None = None) -> None:
        """
        Keep the *message* for humans and the *field* it is about.
        """
        super().__init__(message)
        self.message = message
        self.field = field


class InvalidInput(ObstatError):
    """
    What was sent cannot be used; `field` says where.
    """

    code = "invalid-input"


class WholeNameOnly(InvalidInput):
    """
    A yes to the whole name was ticked, and none to the first name in it.
    """

    code = "whole-name-only"


class ImpossibleDates(InvalidInput):
    """
    The dates contradict each other.
    """

    code = "impossible-dates"


class BadImage(InvalidInput):
    """
    These bytes are not a picture that can be trusted.

    `reason` is a stable slug such as `truncated`, `too_many_pixels`.
    """

    code = "bad-image"

    def __init__(self, reason: str, message: str, *, field: str | None = "image") -> None:
        """
        Keep the *reason* slug beside the sentence.
        """
        super().__init__(message, field=field)
        self.reason = reason


class NotFound(ObstatError):
    """
    There is no such thing in this organisation.
    """

    code = "not-found"


class Conflict(ObstatError):
    """
    It contradicts what is recorded already.
    """

    code = "conflict"


class AlreadyExists(Conflict):
    """
    The same thing is recorded already.
    """

    code = "already-exists"


class PossibleDuplicate(AlreadyExists):
    """
    Somebody who is registered looks like the same person.

    `person_ids` says who; the caller may see them all.
    """

    code = "possible-duplicate"

    def __init__(self, message: str, *, person_ids: tuple[str, ...]) -> None:
        """
        Keep who it is like; the field is the one that settles it.
        """
        super().__init__(message, field="somebody_else")
        self.person_ids = person_ids


class StillOne(Conflict):
    """
    Two records are told apart, but each was said to be one with a third.
    """

    code = "still-one"


class AskingHeld(Conflict):
    """
    A hold lies on whom somebody would be asked about: a human decides.

    Only for those who may know of the hold.
    """

    code = "asking-held"


class IdempotencyMismatch(Conflict):
    """
    The same idempotency key came with another request.
    """

    code = "idempotency-mismatch"


class NotPublishable(Conflict):
    """
    The verdict at this instant is not `publish`, so nothing was recorded.
    """

    code = "not-publishable"


class NotIdentified(ObstatError):
    """
    Nobody we know is asking.
    """

    code = "not-identified"


class NotAllowed(ObstatError):
    """
    Somebody we know may not do this.
    """

    code = "not-allowed"


class AnswersElsewhere(NotAllowed):
    """
    Whose address is to change answers for somebody out of sight, too.
    """

    code = "answers-elsewhere"


class TooMany(ObstatError):
    """
    A budget of look-ups is used up for now.
    """

    code = "too-many"


class Unavailable(ObstatError):
    """
    A part we need is not there, so nothing may be published on our word.
    """

    code = "unavailable"


class Busy(Unavailable):
    """
    Every picture worker is occupied.
    """

    code = "busy"


class SettingsRefused(ObstatError):
    """
    The deployment is configured wrongly; the service does not start.
    """

    code = "settings-refused"


class LedgerBroken(ObstatError):
    """
    The evidence does not add up; the message names the first thing wrong.
    """

    code = "ledger-broken"
