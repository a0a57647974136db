"""
Choose the row of the decision table and weigh it against every no.

Rows go from the most to the least protective.  A no always wins over a yes of
somebody else; the no of somebody who may no longer answer is reviewed by a
human, never dropped (domain sections 2.4, 2.5.1, 2.6).
"""

from collections.abc import Callable
from datetime import date

from service.decision import rows
from service.decision.ages import Stage
from service.decision.bench import HOLDER_KINDS, PROTECTOR_KINDS
from service.decision.hearing import Stance
from service.decision.ids import SignatoryId
from service.decision.jurisdiction import SelfConsent
from service.decision.panel import NOT_MINOR, Objection, Panel
from service.decision.people import Authority
from service.decision.terms import (
    AuthorityKind,
    Capacity,
    Category,
    HoldKind,
    MentalCapacity,
    ProtectionKind,
)
from service.decision.verdict import Code, Effect

Rule = Callable[[Panel], list[Objection]]
NOBODY: frozenset[AuthorityKind] = frozenset()
RELATIVE_KINDS = frozenset({AuthorityKind.RELATIVE})
WORKERS = frozenset({Category.EMPLOYEE, Category.VOLUNTEER})
OUTSIDERS = frozenset({Category.CLIENT, Category.PARTNER, Category.VISITOR})


def objections(panel: Panel) -> list[Objection]:
    """
    Give everything that people's answers, or their silence, put in the way.
    """
    return objections_in(row_of(panel), panel)


def objections_in(row: str, panel: Panel) -> list[Objection]:
    """
    Do so by a row that is already known.
    """
    rule, _ = ROWS[row]
    refusals = refusals_in(row, panel)
    if any(each.effect is Effect.DENY for each in refusals):
        somebody_agrees = any(voice.stance is Stance.YES for voice in panel.voices.values())
        return refusals + [Objection(Code.SIGNERS_DISAGREE, Effect.DENY)] * somebody_agrees
    missing = rule(panel)
    if refusals:  # somebody did speak, so "never asked" would mislead
        missing = [each for each in missing if each.code is not Code.NEVER_ASKED]
    return refusals + missing


def refusals_in(row: str, panel: Panel) -> list[Objection]:
    """
    Weigh every no by a row that is already known.
    """
    _, refusers = ROWS[row]
    return refused_by(panel, refusers(panel))


def row_of(panel: Panel) -> str:
    """
    Name the row of the decision table that fits the person now.
    """
    person = panel.person
    if person.died_on is not None and person.died_on <= panel.hearing.day:
        return "D1"
    if panel.stage is Stage.ADULT:
        return _adult_row(panel)
    if panel.stage is Stage.SELF_CONSENTING:
        is_shared = panel.jurisdiction.self_consent is SelfConsent.CHILD_OR_HOLDER
        return "M3-shared" if is_shared else "M3"
    return _ROWS_BY_STAGE[panel.stage]


_ROWS_BY_STAGE = {
    Stage.BETWEEN: "A6",
    Stage.UNKNOWN: "M?",
    Stage.YOUNG: "M1",
    Stage.DISCERNING: "M2",
}
"""Of everybody whose row is settled by their age alone."""


def _adult_row(panel: Panel) -> str:
    """
    Choose among the rows of adults by the orders that cover image.
    """
    if any(panel.bench.orders(ProtectionKind.REPRESENTATION)):
        return "A3"
    if any(panel.bench.orders(ProtectionKind.ASSISTANCE)):
        return "A2"
    if panel.person.mental_capacity is MentalCapacity.DOUBTFUL or panel.bench.lacks_order:
        return "A5"
    if panel.bench.orders():
        return "A4"
    if panel.person.category in WORKERS:
        return "E1"
    return "P1" if panel.person.category in OUTSIDERS else "A1"


def _nobody(panel: Panel) -> frozenset[AuthorityKind]:
    """
    Only the subject can refuse.
    """
    del panel
    return NOBODY


def _holders(panel: Panel) -> frozenset[AuthorityKind]:
    """
    Any holder can refuse.
    """
    del panel
    return HOLDER_KINDS


def _protectors(panel: Panel) -> frozenset[AuthorityKind]:
    """
    Whoever protects the adult can refuse.
    """
    del panel
    return PROTECTOR_KINDS


def _relatives(panel: Panel) -> frozenset[AuthorityKind]:
    """
    Any listed relative can refuse.
    """
    del panel
    return RELATIVE_KINDS


def _holders_unless_child(panel: Panel) -> frozenset[AuthorityKind]:
    """
    Holders can refuse while the yes would rest on them.
    """
    return NOBODY if panel.subject.stance is Stance.YES else HOLDER_KINDS


ROWS: dict[str, tuple[Rule, Callable[[Panel], frozenset[AuthorityKind]]]] = {
    "A1": (rows.subject_decides, _nobody),
    "A2": (rows.subject_and_assistant_decide, _protectors),
    "A3": (rows.representative_decides, _protectors),
    "A4": (rows.subject_decides, _nobody),
    "A5": (rows.nobody_decides, _nobody),
    "A6": (rows.nobody_between, _holders),
    "E1": (rows.subject_decides, _nobody),
    "P1": (rows.subject_decides, _nobody),
    "M1": (rows.holders_decide, _holders),
    "M2": (rows.child_and_holders_decide, _holders),
    "M3": (rows.child_decides, _nobody),
    "M3-shared": (rows.child_or_holder_decides, _holders_unless_child),
    "M?": (rows.unknown_age, _holders),
    "D1": (rows.relatives_decide, _relatives),
}


def refused_by(panel: Panel, kinds: frozenset[AuthorityKind]) -> list[Objection]:
    """
    Weigh every no: of the subject, of a refuser, of anybody else.
    """
    against = [
        (signatory_id, voice)
        for signatory_id, voice in panel.voices.items()
        if voice.holds_back or voice.stance is Stance.NO
    ]
    if not against:
        return []
    refusers = {each.signatory_id for each in panel.bench.authorities(kinds)}
    refusers.add(SignatoryId(panel.person.id))
    anybody = is_placed(panel)
    found: dict[Objection, None] = {}
    for signatory_id, voice in sorted(against):
        if voice.holds_back and signatory_id in refusers:
            found[Objection(Code.AWAITING_OTHER_SIGNER)] = None
        if voice.stance is not Stance.NO or voice.code is None:
            continue
        is_own_stop = voice.act is not None and voice.act.capacity is Capacity.ORGANISATION
        decides = anybody or is_own_stop or signatory_id in refusers
        found[Objection(voice.code, Effect.DENY) if decides else _stray(panel, signatory_id)] = None
    return [each for each in found if each is not REVIEWED]


REVIEWED = Objection(Code.NOT_CLEARED)
"""Stands for a no that the subject, free to answer now, has answered since."""


def is_placed(panel: Panel) -> bool:
    """
    Tell whether anybody's no counts: a minor under a flag (row M5).
    """
    return panel.stage not in NOT_MINOR and any(
        hold.kind is HoldKind.SAFEGUARDING_CAUTION and hold.is_live(panel.hearing.at)
        for hold in panel.hearing.holds
    )


def _stray(panel: Panel, signatory_id: SignatoryId) -> Objection:
    """
    Judge the no of somebody whose own no does not decide.
    """
    held = [each for each in panel.hearing.dossier.authorities if each.signatory_id == signatory_id]
    if not held:
        return Objection(Code.AUTHORITY_UNVERIFIED)
    if any(panel.bench.is_in_force(each, panel.hearing.day) for each in held):
        return Objection(Code.SIGNERS_DISAGREE)
    return REVIEWED if _has_answered_since(panel, held) else Objection(Code.AUTHORITY_ENDED)


def _has_answered_since(panel: Panel, ended: list[Authority]) -> bool:
    """
    Tell whether a subject of age answered after the others' say was over.
    """
    act = panel.subject.act
    if act is None or panel.stage is not Stage.ADULT or panel.subject.stance is not Stance.YES:
        return False
    ends = [day for each in ended if (day := _ended_on(panel, each)) is not None]
    return bool(ends) and panel.bench.signed_on(act) >= max(ends)


def _ended_on(panel: Panel, authority: Authority) -> date | None:
    """
    Give the day on which an authority was over: its own end, or majority.
    """
    ends = [authority.until_on]
    if authority.kind in HOLDER_KINDS:
        ends.append(panel.hearing.holders_end_on)
    return min((day for day in ends if day is not None), default=None)
