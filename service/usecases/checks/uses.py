"""
Keep what a post is said to use to the people whom the asker sees.

An id is told, never read in a picture or in words: one out of sight is answered like one
that nobody has (threat T2).  A picture or a name still says what it says of anybody.
"""

from collections.abc import Sequence
from dataclasses import replace

from service.decision.case import Use
from service.decision.ids import PersonId, UnitId
from service.decision.people import Dossier
from service.records.facts import Facts
from service.usecases.caller import Caller
from service.usecases.checks.question import CheckQuestion

NOBODY = PersonId("")
"""The id that nobody has."""


def uses_in_sight(caller: Caller, question: CheckQuestion, facts: Facts) -> tuple[Use, ...]:
    """
    Give what is used in its order, with nobody for whoever is out of sight.

    Whoever others found in the post before stays: a publisher decides about all of it.
    """
    own = caller.actor.unit_ids

    def is_seen(person_id: PersonId) -> bool:
        return (
            own is None or person_id in question.about or _is_of(facts.dossiers.get(person_id), own)
        )

    return with_nobody_for(
        question.uses,
        [place for place, use in enumerate(question.uses) if not is_seen(use.person_id)],
    )


def with_nobody_for(uses: Sequence[Use], unseen: Sequence[int]) -> tuple[Use, ...]:
    """
    Give what is used, with nobody in the places told.
    """
    places = frozenset(unseen)
    return tuple(
        replace(use, person_id=NOBODY) if place in places else use for place, use in enumerate(uses)
    )


def unseen_in(uses: Sequence[Use]) -> list[int]:
    """
    Give the places where nobody is: for a replay.
    """
    return [place for place, use in enumerate(uses) if use.person_id == NOBODY]


def _is_of(dossier: Dossier | None, units: frozenset[UnitId]) -> bool:
    """
    Tell whether somebody is, or was, of some units.
    """
    return dossier is not None and any(each.unit_id in units for each in dossier.person.memberships)
