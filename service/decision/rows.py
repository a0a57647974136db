"""
Apply the rows of the decision table: who must say yes, who has not.

Every rule takes the panel and gives the objections; none means that everybody
whose yes is needed has said it.  Refusals are judged apart, in `signers.py`.
"""

from datetime import date, timedelta

from service.decision.ages import alone_from, discerning_on, self_consenting_on
from service.decision.bench import HOLDER_KINDS
from service.decision.calendar import start_of, years_after
from service.decision.hearing import Hearing, Stance, Voice
from service.decision.jurisdiction import AfterDeath
from service.decision.panel import Objection, Panel
from service.decision.people import Authority, in_force
from service.decision.terms import AuthorityKind, HolderRule
from service.decision.verdict import Code

BOTH_HOLDERS = 2
INSTANT_BEFORE = timedelta(microseconds=1)
REPRESENTATIVES = frozenset({AuthorityKind.REPRESENTATIVE})
ASSISTANTS = frozenset({AuthorityKind.ASSISTANT})
RELATIVES = frozenset({AuthorityKind.RELATIVE})


def subject_decides(panel: Panel) -> list[Objection]:
    """
    A1, A4, E1, P1, M6: the person alone (and A6: not the parents any more).
    """
    if panel.subject.stance is not Stance.YES:
        code = panel.subject.code or Code.NEVER_ASKED
        lapsed = code is Code.NEVER_ASKED and has_yes_of_former_holder(panel)
        return [Objection(Code.CAME_OF_AGE if lapsed else code)]
    if not goes_on(
        panel, alone_from(panel.person, panel.jurisdiction), panel.hearing.holders_end_on
    ):
        return [Objection(Code.CAME_OF_AGE)]
    released_on = last_release(panel)
    if not goes_on(panel, released_on, released_on):
        return [Objection(Code.PROTECTED_ADULT_CHECK)]
    return []


def last_release(panel: Panel) -> date | None:
    """
    Give the day on which the latest order covering image was over.

    What somebody said alone under an order does not become enough when it ends.
    """
    ends = [order.until_on for order in panel.hearing.dossier.protections if order.covers_image]
    return max((day for day in ends if day is not None and day <= panel.hearing.day), default=None)


def nobody_between(panel: Panel) -> list[Objection]:
    """
    Born on 29 February, on 28 February: the safe side of both readings.
    """
    del panel
    return [Objection(Code.CAME_OF_AGE)]


def nobody_decides(panel: Panel) -> list[Objection]:
    """
    A5: capacity in doubt and no order, so nobody can say yes.
    """
    del panel
    return [Objection(Code.PROTECTED_ADULT_CHECK)]


def subject_and_assistant_decide(panel: Panel) -> list[Objection]:
    """
    A2: the person together with the assistant.
    """
    found = subject_decides(panel) + _protectors_decide(panel, ASSISTANTS)
    return [*found, Objection(Code.PROTECTED_ADULT_CHECK)] if panel.bench.lacks_order else found


def representative_decides(panel: Panel) -> list[Objection]:
    """
    A3: the representative; grave intrusion in intimacy may need a judge.
    """
    found = _protectors_decide(panel, REPRESENTATIVES)
    needs_judge = panel.ask.intimate and panel.jurisdiction.intimacy_needs_authorisation
    authorised = any(
        order.intimacy_authorised and in_force(order.from_on, order.until_on, panel.hearing.day)
        for order in panel.hearing.dossier.protections
    )
    if needs_judge and not authorised:
        found.append(Objection(Code.PROTECTED_ADULT_CHECK))
    return found


def _protectors_decide(panel: Panel, kinds: frozenset[AuthorityKind]) -> list[Objection]:
    """
    Demand a yes of every protector, and an order that is not overdue.
    """
    day = panel.hearing.day
    overdue = any(
        order.covers_image
        and order.review_on is not None
        and order.review_on <= day
        and in_force(order.from_on, order.until_on, day)
        for order in panel.hearing.dossier.protections
    )
    protectors = panel.bench.authorities(kinds)
    if overdue or not protectors:
        return [Objection(Code.PROTECTED_ADULT_CHECK)]
    voices = [panel.voice_of(each) for each in protectors]
    return _gaps(voices, any_yes=panel.subject.stance is Stance.YES)


def holders_decide(panel: Panel) -> list[Objection]:
    """
    M1, M4, M5: the holders of parental authority, all or one.
    """
    needed = needed_holders(panel)
    voices = [panel.voice_of(each) for each in needed]
    yes_count = sum(voice.stance is Stance.YES for voice in voices)
    if holder_rule(panel) is HolderRule.ONE_UNLESS_OPPOSED:
        is_enough = yes_count > 0
    else:
        is_complete = (
            any(each.sole for each in needed)
            or len({each.signatory_id for each in needed}) >= BOTH_HOLDERS
        )
        is_enough = is_complete and yes_count == len(needed)
    if is_enough:
        return []
    return _holder_gaps(panel, needed, voices) or [Objection(Code.AWAITING_OTHER_SIGNER)]


def needed_holders(panel: Panel) -> list[Authority]:
    """
    Give the proven holders; one who decides alone by judgment, alone.
    """
    proven = [each for each in panel.bench.authorities(HOLDER_KINDS) if each.verified]
    return [each for each in proven if each.sole] or proven


def holder_rule(panel: Panel) -> HolderRule:
    """
    Give the rule for the audience: the house's, else the law's.
    """
    policy = panel.hearing.case.house.policy
    if panel.ask.channel.audience.is_closed:
        return policy.holders_closed or panel.jurisdiction.holders_closed
    return policy.holders_public or panel.jurisdiction.holders_public


def _holder_gaps(panel: Panel, needed: list[Authority], voices: list[Voice]) -> list[Objection]:
    """
    Say what is missing among holders, the most telling code first.
    """
    known = {each.signatory_id for each in needed}
    unproven = [
        each
        for each in panel.bench.authorities(HOLDER_KINDS)
        if each.signatory_id not in known and panel.voice_of(each).code is Code.AUTHORITY_UNVERIFIED
    ]
    found = [Objection(Code.AUTHORITY_UNVERIFIED)] if unproven else []
    if has_yes_of_former_holder(panel):
        found.append(Objection(Code.AUTHORITY_ENDED))
    agreeing = (panel.subject, *voices)
    gaps = _gaps(voices, any_yes=any(voice.stance is Stance.YES for voice in agreeing))
    if not voices:
        gaps = [] if found else [Objection(Code.NEVER_ASKED)]
    return found + gaps


def _gaps(voices: list[Voice], *, any_yes: bool) -> list[Objection]:
    """
    Turn voices that are no yes into codes; silence beside a yes is waiting.
    """
    codes = {voice.code or Code.NEVER_ASKED for voice in voices if voice.stance is Stance.OPEN}
    if any_yes and Code.NEVER_ASKED in codes:
        codes = (codes - {Code.NEVER_ASKED}) | {Code.AWAITING_OTHER_SIGNER}
    return [Objection(code) for code in sorted(codes)]


def has_yes_of_former_holder(panel: Panel) -> bool:
    """
    Tell whether somebody said yes whose parental authority is over now.
    """
    return any(
        each.kind in HOLDER_KINDS
        and not panel.bench.is_in_force(each, panel.hearing.day)
        and (voice := panel.voices.get(each.signatory_id)) is not None
        and voice.stance is Stance.YES
        for each in panel.hearing.dossier.authorities
    )


def child_and_holders_decide(panel: Panel) -> list[Objection]:
    """
    M2: the child and the holders.

    In a closed circle a yes that the holders signed before the child could judge
    goes on; on public channels the child must confirm (domain section 2.6).
    """
    missing = holders_decide(panel)
    discerning = discerning_on(panel.person, panel.jurisdiction)
    is_old_yes = discerning is not None and all(
        voice.act is not None and panel.bench.signed_on(voice.act) < discerning
        for voice in map(panel.voice_of, needed_holders(panel))
        if voice.stance is Stance.YES
    )
    if not missing and is_old_yes and panel.ask.channel.audience.is_closed:
        return []
    return missing + _child_confirms(panel, discerning)


def _child_confirms(panel: Panel, from_on: date | None) -> list[Objection]:
    """
    Demand the child's own yes, signed since it could judge.
    """
    voice = panel.subject
    if voice.stance is Stance.NO:
        return []
    if voice.stance is Stance.OPEN or voice.act is None:
        silent = voice.code in {None, Code.NEVER_ASKED}
        return [Objection(Code.CHILD_MUST_CONFIRM if silent or voice.code is None else voice.code)]
    is_judged = from_on is not None and panel.bench.signed_on(voice.act) >= from_on
    return [] if is_judged else [Objection(Code.CHILD_MUST_CONFIRM)]


def unknown_age(panel: Panel) -> list[Objection]:
    """
    Ask the holders and a child whose age nobody knows (domain section 2.6).
    """
    return [*holders_decide(panel), Objection(Code.CHILD_MUST_CONFIRM)]


def child_decides(panel: Panel) -> list[Objection]:
    """
    M3: from the self-consent age the child alone.
    """
    threshold_on = self_consenting_on(panel.person, panel.jurisdiction)
    if panel.subject.stance is Stance.YES and goes_on(panel, threshold_on, threshold_on):
        return []
    return _child_confirms(panel, threshold_on)


def child_or_holder_decides(panel: Panel) -> list[Objection]:
    """
    M3 where either is enough: the child, else the holders.
    """
    of_child = child_decides(panel)
    return of_child and holders_decide(panel)


def relatives_decide(panel: Panel) -> list[Objection]:
    """
    D1 to D3: relatives while the law protects the dead, then nobody.

    A consent given in life is not settled to outlive the person: ask (D2).
    """
    died_on = panel.person.died_on
    law = panel.jurisdiction.after_death
    if died_on is None or law is AfterDeath.NONE:
        return []
    if law is AfterDeath.PERIOD and panel.hearing.day >= years_after(
        died_on, panel.jurisdiction.after_death_years
    ):
        return []
    relatives = [each for each in panel.bench.authorities(RELATIVES) if each.verified]
    voices = [panel.voice_of(each) for each in relatives]
    agree = bool(voices) and all(
        voice.stance is Stance.YES
        and voice.act is not None
        and panel.bench.signed_on(voice.act) >= died_on
        for voice in voices
    )
    settled = law is not AfterDeath.ASK
    return [] if agree and settled else [Objection(Code.DECEASED_RELATIVES)]


def goes_on(panel: Panel, threshold_on: date | None, eve_ends_on: date | None) -> bool:
    """
    Tell whether the subject's own yes counts alone after an age threshold.

    Signed since then, it does.  Signed before, it goes on only where everything
    was complete on the eve, so that waiting never makes a yes (conformance case 10).
    """
    act = panel.subject.act
    if threshold_on is None or act is None or panel.bench.signed_on(act) >= threshold_on:
        return act is not None
    hearing = panel.hearing
    if not hearing.case.house.policy.own_act_survives_majority or eve_ends_on is None:
        return False
    eve_at = start_of(eve_ends_on, hearing.case.house.time_zone) - INSTANT_BEFORE
    eve = panel.at_instant(Hearing(hearing.dossier, hearing.case, eve_at))
    return eve.subject.stance is Stance.YES and not eve.judge(eve)
