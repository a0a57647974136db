"""
Hold every fact that the rules may use for one question.

Persistence gathers it as known at `known_at`; nothing is looked up afterwards.
If a rule needs one more fact, it is added here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from service.decision.channels import Channel, Contact
from service.decision.consents import FormVersion
from service.decision.holds import Hold
from service.decision.ids import ActorId, ChannelId, FormVersionId, PersonId, UnitId
from service.decision.jurisdiction import Jurisdictions
from service.decision.naming import Mention
from service.decision.people import Dossier
from service.decision.photos import Picture
from service.decision.terms import HolderRule, Matter, Purpose


@dataclass(frozen=True, slots=True)
class Policy:
    """
    What an organisation decided where the law leaves room.
    """

    holders_public: HolderRule | None = None
    """None: as the jurisdiction table says."""
    holders_closed: HolderRule | None = None
    own_act_survives_majority: bool = True
    """A complete yes on the eve of majority goes on as the young adult's own."""
    verified_copy_publishes: bool = True
    family_photos_ask: bool = True
    """Domain rule 22: photos posted by families need a decision of the house."""


@dataclass(frozen=True, slots=True)
class House:
    """
    The organisation that asks, as far as the rules care.
    """

    time_zone: ZoneInfo
    jurisdiction: str
    contact: Contact
    """The named contact for social networks (domain rule 11)."""
    press: Contact
    legal: Contact
    policy: Policy = field(default_factory=Policy)
    unit_contacts: Mapping[UnitId, Contact] = field(default_factory=dict)
    special_units: frozenset[UnitId] = frozenset()
    """Units whose very name reveals a special category."""


@dataclass(frozen=True, slots=True)
class Use:
    """
    A post uses one matter of one person.
    """

    person_id: PersonId
    matter: Matter


class Intent(StrEnum):
    """
    Whether somebody wonders, agrees that it is published, or publishes now.
    """

    CHECK = "check"
    APPROVE = "approve"
    """Somebody agrees that it is published, once everybody has who must."""
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Case:
    """
    One question with all its facts.

    Args are grouped: who asks and how, the register, the content.
    """

    house: House
    jurisdictions: Jurisdictions
    known_at: datetime
    purpose: Purpose
    channels: Mapping[ChannelId, Channel]
    """Every channel the question is about."""
    dossiers: Mapping[PersonId, Dossier]
    """Everybody depicted, suggested or named; an unknown id counts as unknown."""
    pictures: tuple[Picture, ...] = ()
    mentions: tuple[Mention, ...] = ()
    """Registered names that were found."""
    named_files: tuple[tuple[int, Mention], ...] = ()
    """Registered names in the names of files that were sent, each with its picture.  They
    stand in nobody's way: the post itself does not say them."""
    names_unknown: int = 0
    """Names that were asked for and mean nobody in scope."""
    has_text: bool = False
    """There are words that were read for names, whether or not any was found."""
    uses: tuple[Use, ...] = ()
    """What else of whom the post uses: an account tag, a voice, a story, a work."""
    form_versions: Mapping[FormVersionId, FormVersion] = field(default_factory=dict)
    """Every version of every template that some act answered."""
    holds: tuple[Hold, ...] = ()
    """Holds on the organisation, its units and the photos; one on a person counts here
    as it does in the dossier."""
    published: Mapping[ChannelId, tuple[datetime, ...]] = field(default_factory=dict)
    """Recent and planned publications per channel, for quotas."""
    intent: Intent = Intent.CHECK
    actor_id: ActorId | None = None
    approvals: int = 0
    """How many members agreed to exactly this, of those who may now (domain rule 21)."""

    @property
    def is_empty(self) -> bool:
        """
        Tell whether there is nothing in it that could be published.
        """
        anything = self.pictures or self.mentions or self.names_unknown or self.uses
        return not (anything or self.has_text)
