"""
Write what is said of two records, with its ledger line.
"""

from datetime import datetime
from itertools import pairwise

from service.decision.ids import PersonId
from service.decision.twins import PairVerdict
from service.ledger.entry import EntryKind
from service.records.people import Pair
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.plain import digest_of
from service.usecases.ports.work import UnitOfWork


def write_pair(desk: Desk, work: UnitOfWork, caller: Caller, pair: Pair, now: datetime) -> None:
    """
    Write what is said of two records, unless just this was said last.
    """
    if work.pairs.find(pair.id) == pair:
        return
    version = work.pairs.add(pair, now, caller.actor.id)
    people = [pair.person_id, pair.other_id]
    payload = {
        "pair_id": pair.id,
        "person_ids": people,
        "verdict": pair.verdict.value,
        "version": version,
        "digest": digest_of(pair),
    }
    desk.record.append(work, caller, EntryKind.PAIR_SETTLED, now, payload, people)


def bridge(
    desk: Desk, work: UnitOfWork, caller: Caller, person_id: PersonId, now: datetime
) -> None:
    """
    Keep those one person whom a record made one that is erased.

    Nothing that was said of a record stands when it is erased.  Of three, the last would
    lose the no of the first, to which only the second tied it.
    """
    told = work.pairs.standing_with([person_id])
    same = (each for each in told if each.verdict is PairVerdict.SAME)
    tied = {one for each in same for one in (each.person_id, each.other_id)}
    for one, other in pairwise(sorted(tied - {person_id})):
        write_pair(desk, work, caller, Pair.of(one, other, PairVerdict.SAME), now)
