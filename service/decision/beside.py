"""
Say what one record of a person knows that another does not.

Who is entered twice may be of age, free to answer or alive on one record alone.  Then
nobody knows whose yes is needed, so it is asked, until both records tell the same.
"""

from collections.abc import Iterator

from service.decision.ages import Stage
from service.decision.hearing import Hearing
from service.decision.panel import Objection, Panel
from service.decision.people import Protection, in_force
from service.decision.terms import MentalCapacity
from service.decision.verdict import Code

_AGES = (Stage.YOUNG, Stage.DISCERNING, Stage.SELF_CONSENTING, Stage.BETWEEN, Stage.ADULT)


def known_beside(hearing: Hearing, beside: Panel) -> list[Objection]:
    """
    Give what only the other record knows and others would answer for.

    Args:
        hearing: Of the record that was asked about.

        beside: The panel of the other one.
    """
    return [Objection(code) for code in _codes(hearing, beside)]


def _codes(hearing: Hearing, beside: Panel) -> Iterator[Code]:
    own, other = hearing.dossier.person, beside.person
    if other.died_on is not None and own.died_on is None and other.died_on <= hearing.day:
        yield Code.DECEASED_RELATIVES
    if other.born_on not in {None, own.born_on} and _is_younger(beside.stage, hearing.stage):
        yield Code.AWAITING_OTHER_SIGNER
    is_doubtful = other.mental_capacity is MentalCapacity.DOUBTFUL
    if (is_doubtful and own.mental_capacity is not other.mental_capacity) or (
        _kinds(beside.hearing) - _kinds(hearing)
    ):
        yield Code.PROTECTED_ADULT_CHECK


def _is_younger(stage: Stage, than: Stage) -> bool:
    """
    Tell whether somebody of one age is answered for more than of another.
    """
    return stage in _AGES and than in _AGES and _AGES.index(stage) < _AGES.index(than)


def _kinds(hearing: Hearing) -> set[object]:
    """
    Give of which kinds the orders are that cover the image by now.
    """

    def counts(order: Protection) -> bool:
        return order.covers_image and in_force(order.from_on, order.until_on, hearing.day)

    return {each.kind for each in hearing.dossier.protections if counts(each)}
