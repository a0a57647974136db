"""
Find what only one of several records of a person says against.

Nothing is merged: which answer was given to what is for a human to enter.  So a record
that is one with another does not go while something is refused by it alone.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from service.decision.case import Case
from service.decision.hearing import Hearing
from service.decision.ids import PersonId
from service.decision.jurisdiction import Jurisdictions
from service.decision.people import Dossier, in_force
from service.decision.standing import standing_in
from service.decision.terms import HoldKind, Matter
from service.decision.verdict import Effect
from service.records.facts import Facts, Wanted
from service.records.paging import every
from service.records.people import PersonRecord
from service.usecases.caller import Caller
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen

_WEIGHT = {Effect.ASK: 1, Effect.DENY: 2, Effect.STOP: 3}
_PROTECTING = frozenset({HoldKind.SAFEGUARDING, HoldKind.SAFEGUARDING_CAUTION})


def everything_about(work: UnitOfWork, person_id: PersonId, now: datetime) -> Facts:
    """
    Gather what is known of a person, on every channel, closed ones too.
    """
    channel_ids = frozenset(each.channel.id for each in every(work.channels.list_page))
    wanted = Wanted(
        at=now,
        known_at=now,
        person_ids=frozenset({person_id}),
        channel_ids=channel_ids,
        as_recorded=True,
    )
    return work.facts.gather(wanted)


def speaks_alone(facts: Facts, law: Jurisdictions, person_id: PersonId, now: datetime) -> bool:
    """
    Tell whether something is refused by this record alone.

    Another record of the person would be answered more mildly without it.
    """
    own = facts.dossiers.get(person_id)
    if own is None or not own.twins:
        return False
    case = facts.case(law, now)
    whole = [replace(each, twins=()) for each in (own, *own.twins)]
    for other in whole[1:]:
        rest = [each for each in whole[1:] if each is not other]
        alone = replace(other, twins=tuple(rest))
        together = replace(other, twins=(whole[0], *rest))
        if _protected_by_units(own, alone, case, now) or any(
            before > after
            for before, after in zip(
                _weights(together, case, now), _weights(alone, case, now), strict=True
            )
        ):
            return True
    return False


def sees_whole(work: UnitOfWork, caller: Caller, facts: Facts, person_id: PersonId) -> bool:
    """
    Tell whether somebody sees every record of a person.
    """
    twins = facts.dossiers[person_id].twins if person_id in facts.dossiers else ()
    records: list[PersonRecord] = list(work.people.among([each.person.id for each in twins]))
    return all(is_seen(caller, each) for each in records)


def _weights(dossier: Dossier, case: Case, now: datetime) -> Iterator[int]:
    """
    Weigh what stands in the way, channel by channel, by matter and purpose.
    """
    hearing = Hearing(dossier, case, now)
    for channel in case.channels.values():
        for purpose in sorted(channel.purposes):
            for matter in Matter:
                found = standing_in(hearing, channel, matter, purpose)
                yield max((_WEIGHT[each.effect] for each in found), default=0)


def _protected_by_units(own: Dossier, alone: Dossier, case: Case, now: datetime) -> bool:
    """
    Tell whether a unit of this record alone keeps its people safe.
    """
    held = {
        each.unit_id for each in case.holds if each.kind in _PROTECTING and each.is_live(now)
    } - {None}
    others = {unit for each in (alone, *alone.twins) for unit in _units(each, case, now)}
    return bool(held & (set(_units(own, case, now)) - others))


def _units(dossier: Dossier, case: Case, now: datetime) -> Iterator[str | None]:
    day = now.astimezone(case.house.time_zone).date()
    for each in dossier.person.memberships:
        if in_force(each.from_on, each.until_on, day):
            yield each.unit_id
