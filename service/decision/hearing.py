"""
Hear every signatory about one channel, matter and purpose.

For one signatory the latest act that touches the channel decides, at equal times
the no.  A yes reaches only the channels that were named when it was signed; a no
also reaches, through its groups, every channel that was or will be in them
(domain section 2.5.2).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from service.decision.ages import Stage, holders_end_on, stage_of
from service.decision.bench import Bench
from service.decision.calendar import day_of
from service.decision.case import Case
from service.decision.channels import Channel
from service.decision.consents import ConsentAct
from service.decision.holds import Hold
from service.decision.ids import PersonId, SignatoryId
from service.decision.name_depth import answered_by, bears_on, leaves_first_name
from service.decision.people import Dossier
from service.decision.terms import ActKind, Matter, Method, Purpose
from service.decision.verdict import Code

VAGUE = frozenset({None, Code.NEVER_ASKED})
IGNORED_KINDS = frozenset({ActKind.REQUESTED, ActKind.INVALIDATED})


class Stance(Enum):
    """
    Where a signatory stands.
    """

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Voice:
    """
    What one signatory says, and by which act.

    `code` tells why it is not a yes.  `holds_back`: "not now", or a no that was
    declared void while whoever had said it has not spoken since.
    """

    stance: Stance
    act: ConsentAct | None = None
    code: Code | None = None
    holds_back: bool = False


SILENT = Voice(Stance.OPEN, code=Code.NEVER_ASKED)


def signing_order(act: ConsentAct) -> tuple[datetime, int, date, bool, str]:
    """
    Order acts of one signatory; the largest decides.

    A day without an hour counts as its start for a yes and as its end for a no.
    """
    if act.is_yes:
        return (act.signed_from, 0, act.expires_on or date.max, act.explicit, act.id)
    return (act.signed_until, 2 if act.is_no else 1, date.max, True, act.id)


class Hearing:
    """
    All signatories of one dossier at one instant.

    Sorting happens once; asking for a channel is a short walk.
    """

    __slots__ = (
        "_acts",
        "_benches",
        "_invalidated",
        "at",
        "case",
        "day",
        "dossier",
        "holders_end_on",
        "holds",
        "jurisdiction",
        "stage",
        "twins",
    )

    def __init__(self, dossier: Dossier, case: Case, at: datetime) -> None:
        """
        Keep the acts that were known and in effect at *at*, latest first.
        """
        self.dossier, self.case, self.at = dossier, case, at
        self.day = day_of(at, case.house.time_zone)
        person = dossier.person
        self.holds: tuple[Hold, ...] = (
            *dossier.holds,
            *(hold for hold in case.holds if hold.person_id == person.id),
        )
        """Every hold on the person, wherever in the case it was put."""
        self.jurisdiction = case.jurisdictions.by_code.get(person.jurisdiction)
        """The law for this person; None when the table no longer has it."""
        self.stage = Stage.UNKNOWN
        self.holders_end_on: date | None = None
        if self.jurisdiction is not None:
            self.stage = stage_of(person, self.jurisdiction, self.day)
            self.holders_end_on = holders_end_on(person, self.jurisdiction)
        self._benches: dict[Matter, Bench] = {}
        known = [act for act in dossier.acts if act.recorded_at <= case.known_at]
        self._invalidated = frozenset(
            act.targets_act_id for act in known if act.kind is ActKind.INVALIDATED
        )
        by_signatory: dict[SignatoryId, list[ConsentAct]] = defaultdict(list)
        for act in known:
            if act.kind not in IGNORED_KINDS and self._in_effect(act):
                by_signatory[act.signatory_id].append(act)
        for acts in by_signatory.values():
            acts.sort(key=signing_order, reverse=True)
        self._acts: Mapping[SignatoryId, list[ConsentAct]] = by_signatory
        self.twins: tuple[Hearing, ...] = tuple(
            Hearing(each, case, at) for each in dossier.twins if not each.person.erased
        )
        """The other records of this very person, which are asked as well."""

    @property
    def whole(self) -> frozenset[PersonId]:
        """
        Name every record of this very person.
        """
        return frozenset(each.dossier.person.id for each in (self, *self.twins))

    def bench(self, matter: Matter) -> Bench:
        """
        Give everybody who may speak about *matter*, on any channel.
        """
        known = self._benches.get(matter)
        if known is None:
            zone = self.case.house.time_zone
            known = Bench(self.dossier, matter, self.day, zone, self.holders_end_on)
            self._benches[matter] = known
        return known

    def _in_effect(self, act: ConsentAct) -> bool:
        """
        Tell whether an act speaks at this instant (conformance case 36).

        A backdated yes counts from when it was recorded, a no from when it was
        signed.  A clause in a contract is never a yes (row E1, GDPR 7(2)).
        """
        if not act.is_yes:
            return act.signed_from <= self.at
        has_begun = act.starts_on is None or act.starts_on <= self.day
        return (
            has_begun
            and act.signed_from <= self.at
            and act.recorded_at <= self.at
            and act.method is not Method.CONTRACT_CLAUSE
            and act.id not in self._invalidated
        )

    def voices(
        self, channel: Channel, matter: Matter, purpose: Purpose
    ) -> dict[SignatoryId, Voice]:
        """
        Give everybody's voice about one channel, matter and purpose.
        """
        return {
            signatory_id: self._voice(acts, channel, matter, purpose)
            for signatory_id, acts in self._acts.items()
        }

    def _voice(
        self, acts: list[ConsentAct], channel: Channel, matter: Matter, purpose: Purpose
    ) -> Voice:
        """
        Walk one signatory's acts, latest first, to the one that decides.
        """
        hint: Code | None = None
        needs_review = False
        for act in acts:
            # Most acts are not about names: what decides for these is told at once.
            if matter not in act.matters and not bears_on(act, matter):
                continue
            miss = missed(act, channel, purpose)
            if miss is not None:
                if act.is_yes and hint in VAGUE:
                    hint = miss
            elif matter is Matter.FIRST_NAME and leaves_first_name(
                act, (each for each in acts if missed(each, channel, purpose) is None)
            ):
                continue
            elif act.is_no and act.id in self._invalidated:
                needs_review = True
            else:
                return self._decided(act, channel, matter, needs_review=needs_review)
        return Voice(Stance.OPEN, code=hint or Code.NEVER_ASKED, holds_back=needs_review)

    def _decided(
        self, act: ConsentAct, channel: Channel, matter: Matter, *, needs_review: bool
    ) -> Voice:
        """
        Read the act that decides.
        """
        if act.is_no:
            code = Code.REFUSED if act.kind is ActKind.REFUSED else Code.WITHDRAWN
            return Voice(Stance.NO, act, code)
        if needs_review or act.kind is ActKind.DEFERRED:
            return Voice(Stance.OPEN, act, Code.AWAITING_OTHER_SIGNER, holds_back=True)
        lapse = self._lapse(act, channel, matter)
        return Voice(Stance.OPEN, act, lapse) if lapse else Voice(Stance.YES, act)

    def _lapse(self, act: ConsentAct, channel: Channel, matter: Matter) -> Code | None:
        """
        Tell why a yes no longer holds, if so (domain section 2.6).
        """
        if act.expires_on is not None and act.expires_on < self.day:
            return Code.EXPIRED
        if channel.meaning_since is not None and act.signed_from < channel.meaning_since <= self.at:
            return Code.FORM_SUPERSEDED
        if act.form_version_id is not None and self._is_superseded(act, channel, matter):
            return Code.FORM_SUPERSEDED
        if (
            act.evidence_due_on is not None
            and act.evidence_id is None
            and act.evidence_due_on < self.day
        ):
            return Code.EVIDENCE_MISSING
        if not act.explicit and needs_explicit(self.case, channel):
            return Code.SPECIAL_CATEGORY_EXPLICIT
        return None

    def _is_superseded(self, act: ConsentAct, channel: Channel, matter: Matter) -> bool:
        """
        Tell whether a later material version changed what this act answered.

        A version that cannot be found counts as superseded: nobody can show any
        more what was agreed to.
        """
        versions = self.case.form_versions
        answered = versions.get(act.form_version_id) if act.form_version_id else None
        if answered is None:
            return True
        asked = answered_by(act, matter)
        return any(
            later.template_id == answered.template_id
            and later.number > answered.number
            and later.material
            and later.published_at <= min(self.at, self.case.known_at)
            and (later.changed_channel_ids is None or channel.id in later.changed_channel_ids)
            and (later.changed_matters is None or not asked.isdisjoint(later.changed_matters))
            for later in versions.values()
        )


def missed(act: ConsentAct, channel: Channel, purpose: Purpose) -> Code | None:
    """
    Tell why an act does not touch a channel and purpose, if so.
    """
    if act.is_yes:
        if channel.id not in act.channel_ids:
            is_newcomer = not act.group_ids.isdisjoint(channel.group_ids)
            return Code.CHANNEL_NOT_COVERED if is_newcomer else Code.NEVER_ASKED
        return None if purpose in act.purposes else Code.PURPOSE_NOT_COVERED
    if act.purposes and purpose not in act.purposes:
        return Code.PURPOSE_NOT_COVERED
    reaches = (
        act.everywhere
        or channel.id in act.channel_ids
        or not act.group_ids.isdisjoint(channel.group_ids)
    )
    return None if reaches else Code.NEVER_ASKED


def needs_explicit(case: Case, channel: Channel) -> bool:
    """
    Tell whether appearing there reveals a special category (GDPR 9).
    """
    return channel.special_category or channel.unit_id in case.house.special_units
