"""
Name every closed vocabulary that the rules know.

The values are what is stored and what the API says; a value never changes its
meaning, and retired values stay as comments.
"""

from enum import Enum, StrEnum


class Answer(Enum):
    """
    What may be done.  Has no truth value, so that it cannot be misread.
    """

    PUBLISH = "publish"
    ASK = "ask"
    DO_NOT_PUBLISH = "do_not_publish"

    def __bool__(self) -> bool:
        """
        Refuse to be used as a condition.

        Raises:
            TypeError: Always; compare with a member instead.
        """
        message = "an Answer has no truth value: compare it with Answer.PUBLISH"
        raise TypeError(message)


class Matter(StrEnum):
    """
    What is licensed; each is answered separately.
    """

    IMAGE = "image"
    FIRST_NAME = "first_name"
    """The first name, alone."""
    NAME = "name"
    """The name as it is, first name included."""
    NAME_WITH_IMAGE = "name_with_image"
    VOICE = "voice"
    """Voice or video: to be heard, and to be filmed."""
    STORY = "story"
    ARTWORK = "artwork"
    TAG = "tag"


class Category(StrEnum):
    """
    In what relation a person stands to the organisation.
    """

    BENEFICIARY = "beneficiary"
    EMPLOYEE = "employee"
    VOLUNTEER = "volunteer"
    PARTNER = "partner"
    CLIENT = "client"
    VISITOR = "visitor"
    PUBLIC_OFFICIAL = "public_official"
    PUBLIC_FIGURE = "public_figure"


class MentalCapacity(StrEnum):
    """
    Whether an adult can answer alone when no order exists.
    """

    CAPABLE = "capable"
    DOUBTFUL = "doubtful"


class AuthorityKind(StrEnum):
    """
    As what somebody may speak for a person.
    """

    PARENT = "parent"
    GUARDIAN = "guardian"
    INSTITUTION = "institution"
    REPRESENTATIVE = "representative"
    ASSISTANT = "assistant"
    RELATIVE = "relative"


class AuthorityBasis(StrEnum):
    """
    On what an authority rests.
    """

    FILIATION = "filiation"
    JUDGMENT = "judgment"
    ADMINISTRATIVE_DECISION = "administrative_decision"
    MANDATE = "mandate"
    KINSHIP = "kinship"
    DECLARATION = "declaration"


class ProtectionKind(StrEnum):
    """
    How an adult is protected by an order.
    """

    ASSISTANCE = "assistance"
    REPRESENTATION = "representation"


class Capacity(StrEnum):
    """
    In what capacity an act was expressed.
    """

    SELF = "self"
    PARENT = "parent"
    GUARDIAN = "guardian"
    INSTITUTION = "institution"
    REPRESENTATIVE = "representative"
    ASSISTANT = "assistant"
    RELATIVE = "relative"
    ORGANISATION = "organisation"


class ActKind(StrEnum):
    """
    What a consent act says (the states of ISO/IEC TS 27560).

    `withdrawn` is by whoever had said yes; `revoked` is the organisation's own
    stop; `invalidated` says that another act never counted.
    """

    REQUESTED = "requested"
    DEFERRED = "deferred"
    GIVEN = "given"
    RENEWED = "renewed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"
    INVALIDATED = "invalidated"


class Method(StrEnum):
    """
    How an act was expressed.
    """

    WEB = "web"
    PAPER = "paper"
    ORAL_WITNESSED = "oral_witnessed"
    PHONE = "phone"
    EMAIL = "email"
    CONTRACT_CLAUSE = "contract_clause"
    IMPORT = "import"


class Medium(StrEnum):
    """
    By what kind of medium a channel publishes.
    """

    SOCIAL = "social"
    WEB = "web"
    PRINT = "print"
    DISPLAY = "display"
    PRESS = "press"
    EMAIL = "email"
    MESSAGING = "messaging"
    INTERNAL = "internal"
    AV = "av"
    EVENT = "event"


class Audience(StrEnum):
    """
    Who can see a channel, from narrow to wide.
    """

    NAMED = "named"
    SERVICE = "service"
    ORGANISATION = "organisation"
    PARTNERS = "partners"
    PUBLIC = "public"

    @property
    def is_closed(self) -> bool:
        """
        Tell whether only people of the organisation see it.

        Partners count as public: the safer reading for those in the picture.
        """
        return self in CLOSED_AUDIENCES

    @property
    def width(self) -> int:
        """
        Rank audiences: a larger number is seen by more people.
        """
        return AUDIENCE_ORDER.index(self)


AUDIENCE_ORDER = tuple(Audience)
CLOSED_AUDIENCES = frozenset({Audience.NAMED, Audience.SERVICE, Audience.ORGANISATION})


class Purpose(StrEnum):
    """
    Why something is published.
    """

    INFORMATION = "information"
    ACTIVITY_REPORT = "activity_report"
    RECRUITMENT = "recruitment"
    COMPETENCE = "competence"
    FUNDRAISING = "fundraising"
    ADVERTISING = "advertising"
    TEACHING = "teaching"
    ARCHIVE = "archive"


class QuotaWindow(StrEnum):
    """
    Over what time a channel's quota counts.
    """

    ISO_WEEK = "iso_week"
    ROLLING_7_DAYS = "rolling_7_days"
    CALENDAR_MONTH = "calendar_month"


class HoldKind(StrEnum):
    """
    What stands in the way whatever people answered.
    """

    SAFEGUARDING = "safeguarding"
    """Never show this person: do_not_publish on every channel."""
    SAFEGUARDING_CAUTION = "safeguarding_caution"
    """Row M5: ask before any public channel."""
    LEGAL = "legal"
    """Litigation, court order: stop, refer to legal."""
    CRISIS = "crisis"
    """Stop, refer to the press contact (domain rule 42)."""
    RESTRICTION = "restriction"
    """GDPR article 18: ask, no other use."""
    OBJECTION = "objection"
    """GDPR article 21: deny until resolved."""


class Visibility(StrEnum):
    """
    How a person appears in a picture.
    """

    TARGETED = "targeted"
    AMBIENCE = "ambience"
    CROWD = "crowd"


class MatchClass(StrEnum):
    """
    How a picture relates to a registered photo, from closest to none.
    """

    SAME_BYTES = "same_bytes"
    SAME_PIXELS = "same_pixels"
    VERIFIED_COPY = "verified_copy"
    ALTERED_COPY = "altered_copy"
    SIMILAR = "similar"
    NONE = "none"


class RightsSource(StrEnum):
    """
    Where a photo comes from.
    """

    OWN = "own"
    STAFF = "staff"
    AGENCY = "agency"
    FAMILY = "family"
    OTHER = "other"


class PhotoPublisher(StrEnum):
    """
    Who may publish on a channel: its members or its publishers.
    """

    MEMBERS = "members"
    PUBLISHERS = "publishers"


class HolderRule(StrEnum):
    """
    How many holders of parental authority must say yes.
    """

    ALL_HOLDERS = "all_holders"
    ONE_UNLESS_OPPOSED = "one_unless_opposed"
