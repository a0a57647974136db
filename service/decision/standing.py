"""
Say what follows for one person on one channel: the standing.

Gathers what stands in the way of one matter: holds, having left, and the answers
of everybody who has a say, unless the law asks for no consent at all.
"""

from collections.abc import Callable
from dataclasses import dataclass

from service.decision.beside import known_beside
from service.decision.channels import Channel
from service.decision.effects import HOLD_EFFECTS
from service.decision.hearing import Hearing
from service.decision.holds import Hold
from service.decision.ids import PersonId
from service.decision.panel import Ask, Objection, Panel
from service.decision.photos import Depiction
from service.decision.signers import objections, objections_in, refusals_in, refused_by, row_of
from service.decision.terms import AuthorityKind, Category, HoldKind, Matter, Purpose, Visibility
from service.decision.verdict import Code, Effect, Reason

OFFICIAL_PURPOSES = frozenset({Purpose.INFORMATION, Purpose.ACTIVITY_REPORT})
COMMERCIAL_PURPOSES = frozenset({Purpose.ADVERTISING, Purpose.FUNDRAISING})
EXEMPT_ROWS = frozenset({"C1", "C2", "E2", "P2"})
ANYBODY = frozenset(AuthorityKind)
Judge = Callable[[Panel, str], list[Objection]]
HOLD_OBJECTIONS = {kind: Objection(code, effect) for kind, (code, effect) in HOLD_EFFECTS.items()}


@dataclass(frozen=True, slots=True)
class Appearance:
    """
    How a person appears, as far as it changes who must be asked.
    """

    depiction: Depiction | None = None
    informed: bool = False
    public_place: bool = False
    intimate: bool = False


UNSEEN = Appearance()


def standing_in(
    hearing: Hearing,
    channel: Channel,
    matter: Matter,
    purpose: Purpose,
    appearance: Appearance = UNSEEN,
) -> tuple[Reason, ...]:
    """
    Give the reasons against; none means that the person is cleared.

    Of somebody who is entered twice the other record is asked, too, for what speaks
    against: what holds them back there, every no, and what it knows of them that others
    would have to answer for.  Its yes or its silence is nothing.
    """
    person = hearing.dossier.person
    if person.erased:
        return (Reason(Code.UNKNOWN_PERSON, Effect.ASK),)
    ask = Ask(channel, matter, purpose, appearance.intimate)
    found = _reasons(person.id, hearing, ask, appearance, _against)
    for twin in hearing.twins:
        found += _reasons(person.id, twin, ask, appearance, _judge_beside(hearing))
    return tuple(dict.fromkeys(found))


def _reasons(
    person_id: PersonId, hearing: Hearing, ask: Ask, appearance: Appearance, judge: Judge
) -> list[Reason]:
    """
    Give what stands on one record against the person whose record it is.
    """
    if hearing.jurisdiction is None:
        return [Reason(Code.UNKNOWN_PERSON, Effect.ASK)]
    panel = Panel(hearing, ask, hearing.jurisdiction, objections)
    row = exempt_row(panel, appearance) or row_of(panel)
    return [
        Reason(each.code, each.effect, person_id=person_id, matter=ask.matter, row=row)
        for each in judge(panel, row)
    ]


def _against(panel: Panel, row: str) -> list[Objection]:
    """
    Give everything against that stands on a record, be it that nobody was asked.
    """
    if row in EXEMPT_ROWS:
        return _said_against(panel, row)
    found = [*held(panel.hearing, panel.ask.channel, row), *objections_in(row, panel)]
    if has_left(panel):
        found.append(Objection(Code.LEFT_ORGANISATION))
    return found


def _said_against(panel: Panel, row: str) -> list[Objection]:
    """
    Give what somebody said against: the holds, and every no.
    """
    found = held(panel.hearing, panel.ask.channel, row)
    return found + (refused_by(panel, ANYBODY) if row in EXEMPT_ROWS else refusals_in(row, panel))


def _judge_beside(hearing: Hearing) -> Judge:
    """
    Give what judges another record of the person of a hearing.
    """

    def judge(panel: Panel, row: str) -> list[Objection]:
        found = _said_against(panel, row)
        return found if row in EXEMPT_ROWS else found + known_beside(hearing, panel)

    return judge


def exempt_row(panel: Panel, appearance: Appearance) -> str | None:
    """
    Name the row that asks for no consent, if one fits (C1, C2, E2, P2).

    None fits a picture that goes into somebody's intimacy: no public function and no
    crowd makes that everybody's.
    """
    seen = appearance.depiction
    if seen is None or appearance.intimate or is_dead(panel):
        return None
    if panel.ask.matter is Matter.IMAGE:
        if seen.visibility is Visibility.CROWD and appearance.public_place:
            return "C1"
        in_circle = (
            panel.ask.channel.audience.is_closed
            and panel.jurisdiction.ambience_information_suffices
        )
        if seen.visibility is Visibility.AMBIENCE and in_circle and appearance.informed:
            return "C2"
    return _public_row(panel) if seen.in_function else None


def _public_row(panel: Panel) -> str | None:
    """
    Name the row of somebody shown performing a public function.
    """
    category, purpose = panel.person.category, panel.ask.purpose
    if category is Category.PUBLIC_OFFICIAL and purpose in OFFICIAL_PURPOSES:
        return "E2"
    if category is Category.PUBLIC_FIGURE and purpose not in COMMERCIAL_PURPOSES:
        return "P2"
    return None


def held(hearing: Hearing, channel: Channel, row: str) -> list[Objection]:
    """
    Give what the holds on this very person put in the way.
    """
    found = []
    for hold in hearing.holds:
        if not hold.is_live(hearing.at) or _is_harmless(hold, channel):
            continue
        softened = row == "C1" and hold.kind is HoldKind.OBJECTION
        found.append(Objection(Code.OBJECTION_OPEN) if softened else HOLD_OBJECTIONS[hold.kind])
    return found


def _is_harmless(hold: Hold, channel: Channel) -> bool:
    """
    Tell whether a caution is about public channels only, and this is none.
    """
    return hold.kind is HoldKind.SAFEGUARDING_CAUTION and channel.audience.is_closed


def is_dead(panel: Panel) -> bool:
    """
    Tell whether the person is dead at the instant asked for.
    """
    return panel.person.died_on is not None and panel.person.died_on <= panel.hearing.day


def has_left(panel: Panel) -> bool:
    """
    Tell whether the person has left the organisation: no new publication.
    """
    left_on = panel.person.left_on
    return left_on is not None and left_on <= panel.hearing.day and not is_dead(panel)
