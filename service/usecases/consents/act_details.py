"""
Say what can be told about an answer.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from service.decision.ids import FormVersionId, PersonId, SignatoryId
from service.decision.terms import ActKind, Capacity, Matter, Method, Purpose


@dataclass(frozen=True, slots=True)
class Signing:
    """
    When something was signed: an instant, or a day of the organisation.

    A paper form bears a day; with neither, it was signed now.
    """

    at: datetime | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """
    Which channels an answer is about, by ids or short names.
    """

    channels: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    everywhere: bool = False
    """Every channel, also those to come; never for a yes."""

    @property
    def is_open(self) -> bool:
        """
        Tell whether nothing was said.
        """
        return not (self.channels or self.groups or self.everywhere)


@dataclass(frozen=True, slots=True)
class EvidenceDetails:
    """
    A scan, recording or message, as it came.
    """

    media_type: str
    content: bytes = field(repr=False)
    note: str = ""


@dataclass(frozen=True, slots=True)
class ConsentDetails:
    """
    One answer of one signatory about one person.
    """

    person_id: PersonId
    signatory_id: SignatoryId
    capacity: Capacity
    kind: ActKind
    reach: Reach = Reach()
    matters: frozenset[Matter] = frozenset()
    """None: those of the form; without a form, all of them."""
    purposes: frozenset[Purpose] = frozenset()
    """None: for a yes those of the form; for a no, whatever the purpose."""
    explicit: bool = False
    form_version_id: FormVersionId | None = None
    language: str = ""
    """In which language the form was shown."""
    method: Method = Method.WEB
    signing: Signing = Signing()
    starts_on: date | None = None
    expires_on: date | None = None
    evidence: EvidenceDetails | None = None
    witness_note: str = ""


@dataclass(frozen=True, slots=True)
class StopDetails:
    """
    What is taken back: everything, if nothing more is said.

    There is no field for a reason: nobody is asked for one.
    """

    person_id: PersonId
    signatory_id: SignatoryId
    reach: Reach = Reach()
    matters: frozenset[Matter] = frozenset()
    method: Method = Method.WEB
    signing: Signing = Signing()
    note: str = ""
    """Kept with the act when somebody wants to say more."""
