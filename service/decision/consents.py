"""
Hold what people answered, and the forms they answered.

An act is never changed; a later act of the same signatory speaks instead.
"""

from dataclasses import dataclass
from datetime import date, datetime

from service.decision.ids import (
    ActId,
    ChannelId,
    EvidenceId,
    FormVersionId,
    GroupId,
    PersonId,
    SignatoryId,
    TemplateId,
)
from service.decision.terms import ActKind, Capacity, Matter, Method, Purpose

YES_KINDS = frozenset({ActKind.GIVEN, ActKind.RENEWED})
NO_KINDS = frozenset({ActKind.REFUSED, ActKind.WITHDRAWN, ActKind.REVOKED})
TAKES_A_YES_AWAY = NO_KINDS | {ActKind.DEFERRED}
"""What speaks instead of an earlier yes and is none: "not now" publishes nothing."""


@dataclass(frozen=True, slots=True)
class ConsentAct:
    """
    One answer of one signatory about one person.

    A paper form bears a day, not an instant: then `signed_from` is the start and
    `signed_until` the end of that day, and the doubt favours the no.
    """

    id: ActId
    person_id: PersonId
    signatory_id: SignatoryId
    capacity: Capacity
    kind: ActKind
    matters: frozenset[Matter]
    signed_from: datetime
    signed_until: datetime
    recorded_at: datetime
    channel_ids: frozenset[ChannelId] = frozenset()
    """Every channel that the form named, directly or as member of a group then."""
    group_ids: frozenset[GroupId] = frozenset()
    """Groups that the form named: a no reaches channels added later, a yes never."""
    everywhere: bool = False
    """For a no only: every channel, also those to come."""
    purposes: frozenset[Purpose] = frozenset()
    """What a yes covers; empty on a no: whatever the purpose."""
    explicit: bool = False
    """An explicit statement for special categories (GDPR article 9)."""
    method: Method = Method.WEB
    form_version_id: FormVersionId | None = None
    starts_on: date | None = None
    expires_on: date | None = None
    """The last day on which a yes holds."""
    evidence_id: EvidenceId | None = None
    evidence_due_on: date | None = None
    """Until this day a yes holds although its scan is still missing."""
    targets_act_id: ActId | None = None
    """The act that this one invalidates."""

    @property
    def is_yes(self) -> bool:
        """
        Tell whether it permits.
        """
        return self.kind in YES_KINDS

    @property
    def is_no(self) -> bool:
        """
        Tell whether it forbids.
        """
        return self.kind in NO_KINDS


@dataclass(frozen=True, slots=True)
class FormVersion:
    """
    One immutable version of a form, without its texts.
    """

    id: FormVersionId
    template_id: TemplateId
    number: int
    published_at: datetime
    material: bool
    """A new purpose, recipient or meaning: older yes lapses for what changed."""
    changed_channel_ids: frozenset[ChannelId] | None = None
    """What a material change touches; None is everything."""
    changed_matters: frozenset[Matter] | None = None
