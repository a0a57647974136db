"""
Hold what persistence gathers for one question, and how it is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from service.decision.case import Case, House
from service.decision.channels import Channel
from service.decision.consents import FormVersion
from service.decision.holds import Hold
from service.decision.ids import ChannelId, FormVersionId, PersonId, PhotoId
from service.decision.jurisdiction import Jurisdictions
from service.decision.people import Dossier
from service.decision.photos import Photo
from service.decision.terms import Purpose
from service.errors import Unavailable


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    What a question needs to know.

    `channel_ids` None asks for every open channel.  People depicted in
    `photo_ids` are gathered along with `person_ids`.  `present_rules` asks by the
    register and the policy that were last known, not by those of the instant itself.
    `as_recorded` asks about the present: what was recorded last counts, though a clock
    that was ahead put it after `known_at`.
    """

    at: datetime
    known_at: datetime
    person_ids: frozenset[PersonId] = frozenset()
    photo_ids: frozenset[PhotoId] = frozenset()
    channel_ids: frozenset[ChannelId] | None = None
    present_rules: bool = False
    as_recorded: bool = False

    @property
    def ruled_at(self) -> datetime:
        """
        Give the instant whose register, units and policy count.

        What the house decides holds from when it is recorded: a post of May is judged
        by the rules of May, whatever was decided since.
        """
        return self.known_at if self.present_rules else min(self.at, self.known_at)


def present(now: datetime, person_ids: frozenset[PersonId]) -> Wanted:
    """
    Ask how it stands with some people now.
    """
    return Wanted(at=now, known_at=now, person_ids=person_ids, as_recorded=True)


@dataclass(frozen=True, slots=True)
class Facts:
    """
    Everything recorded up to `known_at` that the question needs.
    """

    house: House
    dossiers: Mapping[PersonId, Dossier] = field(default_factory=dict)
    channels: Mapping[ChannelId, Channel] = field(default_factory=dict)
    photos: Mapping[PhotoId, Photo] = field(default_factory=dict)
    form_versions: Mapping[FormVersionId, FormVersion] = field(default_factory=dict)
    holds: tuple[Hold, ...] = ()
    published: Mapping[ChannelId, tuple[datetime, ...]] = field(default_factory=dict)
    began_later: bool = False
    """The house came here only after the instant: these are the first rules it had."""

    def dossier(self, person_id: PersonId) -> Dossier:
        """
        Give what is known of somebody who is in the register.

        Raises:
            Unavailable: By the clock that asks they are not there yet: it was set back,
                or those of two machines differ.
        """
        found = self.dossiers.get(person_id)
        if found is None:
            message = "By this machine's clock nobody is recorded here yet: set the clocks right."
            raise Unavailable(message)
        return found

    def channel(self, channel_id: ChannelId) -> Channel:
        """
        Give a channel that is in the register.

        Raises:
            Unavailable: By the clock that asks it is not there yet, as above; or it was
                registered after the clock was read.
        """
        found = self.channels.get(channel_id)
        if found is None:
            message = "By this machine's clock the channel is not there yet: set the clocks right."
            raise Unavailable(message)
        return found

    def case(
        self, law: Jurisdictions, known_at: datetime, purpose: Purpose = Purpose.INFORMATION
    ) -> Case:
        """
        Give a question about these facts that asks for nothing yet.
        """
        return Case(
            house=self.house,
            jurisdictions=law,
            known_at=known_at,
            purpose=purpose,
            channels=self.channels,
            dossiers=self.dossiers,
            form_versions=self.form_versions,
            holds=self.holds,
        )
