"""
Put the records of one person together.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from service.decision.ids import PersonId
from service.decision.people import Dossier
from service.decision.twins import Circles, circles_of
from service.persistence.facts.branches import Part
from service.persistence.facts.readings import Rows


def twins_of(rows: Rows) -> Circles:
    """
    Give which records are one person.
    """
    return circles_of((PersonId(one), PersonId(other)) for one, _, other in rows.of(Part.TWINS))


def with_twins(
    dossiers: Mapping[PersonId, Dossier], circles: Circles, asked: AbstractSet[PersonId]
) -> dict[PersonId, Dossier]:
    """
    Give those *asked* about, each with every other record of theirs.
    """
    found = {}
    for key in asked & dossiers.keys():
        others = sorted(circles.of(key) - {key})
        twins = tuple(dossiers[each] for each in others if each in dossiers)
        found[key] = replace(dossiers[key], twins=twins) if twins else dossiers[key]
    return found
