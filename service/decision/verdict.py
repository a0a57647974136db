"""
Hold the answer: what may be done, why, under which duties.

A verdict can only be built so that its answer follows from its reasons; no code
anywhere chooses an answer beside them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from service.decision.channels import Contact
from service.decision.ids import ChannelId, PersonId
from service.decision.terms import Answer, Matter


class Code(StrEnum):
    """
    Why; stable, translated at the edge, never free text.
    """

    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NEVER_ASKED = "never_asked"
    AWAITING_OTHER_SIGNER = "awaiting_other_signer"
    SIGNERS_DISAGREE = "signers_disagree"
    EXPIRED = "expired"
    FORM_SUPERSEDED = "form_superseded"
    CAME_OF_AGE = "came_of_age"
    CHILD_MUST_CONFIRM = "child_must_confirm"
    AUTHORITY_UNVERIFIED = "authority_unverified"
    AUTHORITY_ENDED = "authority_ended"
    PROTECTED_ADULT_CHECK = "protected_adult_check"
    DECEASED_RELATIVES = "deceased_relatives"
    PURPOSE_NOT_COVERED = "purpose_not_covered"
    CHANNEL_NOT_COVERED = "channel_not_covered"
    CHANNEL_UNREGISTERED = "channel_unregistered"
    QUOTA_REACHED = "quota_reached"
    ACTOR_MAY_NOT_PUBLISH = "actor_may_not_publish"
    APPROVALS_MISSING = "approvals_missing"
    """Two members must agree to it first, as a proposal (domain rule 21)."""
    UNKNOWN_PERSON = "unknown_person"
    IMAGE_NOT_REGISTERED = "image_not_registered"
    IMAGE_SIMILAR_ONLY = "image_similar_only"
    RIGHTS_MISSING = "rights_missing"
    SPECIAL_CATEGORY_EXPLICIT = "special_category_explicit"
    SAFEGUARDING = "safeguarding"
    RESTRICTED = "restricted"
    OBJECTION_OPEN = "objection_open"
    LEGAL_HOLD = "legal_hold"
    CRISIS = "crisis"
    EVIDENCE_MISSING = "evidence_missing"
    """The scan of a paper form never came (domain section 2.6)."""
    LEFT_ORGANISATION = "left_organisation"
    """The person left: no new publication without asking (domain section 2.6)."""
    EMBARGO = "embargo"
    """Not before an instant that the rights owner set."""
    NOTHING_TO_CHECK = "nothing_to_check"
    """There is no picture, word or other use in the post."""
    NOT_CLEARED = "not_cleared"
    """What ordinary staff see instead of every personal code (threat T1)."""


class Effect(StrEnum):
    """
    How much a reason weighs; STOP denies and is shown first.
    """

    STOP = "stop"
    DENY = "deny"
    ASK = "ask"


EFFECT_ORDER = (Effect.STOP, Effect.DENY, Effect.ASK)


@dataclass(frozen=True, slots=True)
class Reason:
    """
    One thing that stands in the way.
    """

    code: Code
    effect: Effect
    person_id: PersonId | None = None
    """Set on personal reasons only; never leaves the registry unasked."""
    matter: Matter | None = None
    picture: int | None = None
    """Position of the picture in the question, from 0."""
    row: str = ""
    """The row of the decision table that was applied, A1 … X1."""

    @property
    def sort_key(self) -> tuple[int, str, str, str, int]:
        """
        Order reasons the way they are shown.
        """
        return (
            EFFECT_ORDER.index(self.effect),
            self.code.value,
            self.person_id or "",
            self.matter or "",
            -1 if self.picture is None else self.picture,
        )


class Duty(StrEnum):
    """
    What must be done with something that may be published.
    """

    CREDIT_LINE = "credit_line"
    ALT_TEXT = "alt_text"
    STRIP_METADATA = "strip_metadata"
    RENAME_FILE = "rename_file"
    """The name of a file that was sent names somebody who may not be named so."""
    DO_NOT_TAG = "do_not_tag"
    DO_NOT_NAME = "do_not_name"
    FIRST_NAMES_ONLY = "first_names_only"
    """Who may not be named may be called by the first name."""
    CHECKLIST = "checklist"
    HAND_TO_PUBLISHER = "hand_to_publisher"
    TWO_APPROVALS = "two_approvals"
    DIGNITY = "dignity"


@dataclass(frozen=True, slots=True)
class Obligation:
    """
    One duty, with the text it needs (a credit line, a checklist line).
    """

    duty: Duty
    text: str = ""
    picture: int | None = None


class Action(StrEnum):
    """
    What to do next.
    """

    PUBLISH = "publish"
    HAND_TO_PUBLISHER = "hand_to_publisher"
    PROPOSE_POST = "propose_post"
    ASK_CONTACT = "ask_contact"
    REGISTER_PHOTO = "register_photo"
    COMPARE_PHOTOS = "compare_photos"
    IDENTIFY_PEOPLE = "identify_people"
    ADD_RIGHTS = "add_rights"
    CHOOSE_OTHER_CHANNEL = "choose_other_channel"
    WAIT = "wait"
    COVER_OR_REPLACE = "cover_or_replace"
    REFER_TO_PRESS = "refer_to_press"
    REFER_TO_LEGAL = "refer_to_legal"


@dataclass(frozen=True, slots=True)
class NextStep:
    """
    One action and the human who can lift the obstacle.
    """

    action: Action
    contact: Contact


@dataclass(frozen=True, slots=True)
class Versions:
    """
    What the verdict was computed from, besides the facts themselves.
    """

    engine: str
    jurisdictions: str
    """SHA-256 of the jurisdiction table, hexadecimal."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    The answer for one channel, instant and question.
    """

    channel_id: ChannelId | None
    reasons: tuple[Reason, ...]
    obligations: tuple[Obligation, ...]
    next_step: NextStep
    for_at: datetime
    for_date: date
    known_at: datetime
    versions: Versions

    @property
    def answer(self) -> Answer:
        """
        Give the worst that the reasons demand; no reason at all is `publish`.
        """
        return answer_of(self.reasons)


def answer_of(reasons: tuple[Reason, ...]) -> Answer:
    """
    Combine reasons: deny overrides ask, ask overrides publish.
    """
    effects = {reason.effect for reason in reasons}
    if Effect.STOP in effects or Effect.DENY in effects:
        return Answer.DO_NOT_PUBLISH
    return Answer.ASK if effects else Answer.PUBLISH


def stricter(one: Verdict, other: Verdict) -> Verdict:
    """
    Give the more restrictive of two verdicts; of equal ones the first.
    """
    return one if one.answer is worst((one.answer, other.answer)) else other


def worst(answers: tuple[Answer, ...]) -> Answer:
    """
    Give the most restrictive of *answers*; none at all is `ask`.
    """
    if Answer.DO_NOT_PUBLISH in answers:
        return Answer.DO_NOT_PUBLISH
    return Answer.PUBLISH if answers and set(answers) == {Answer.PUBLISH} else Answer.ASK
