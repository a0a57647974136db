"""
What was said of two records: which was said last, as was known then.
"""

import pytest

from service.decision.ids import PersonId
from service.decision.terms import ActKind
from service.decision.twins import PairVerdict
from service.persistence.database import SqlDatabase
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.facts import Wanted
from tests.persistence.ground import ASHA, JACINTHES, NOW, TULIPES, found, later
from tests.persistence.make_people import make_pair, make_person
from tests.persistence.make_register import make_act

LEA, TWIN, THIRD = (PersonId(f"person-{each}") for each in ("lea", "lea2", "lea3"))
APART, SAME = PairVerdict.APART, PairVerdict.SAME


def _people(work: SqlUnitOfWork) -> None:
    for name in ("lea", "lea2", "lea3", "tom"):
        work.people.add(make_person(name), NOW, ASHA)


def _twins(work: SqlUnitOfWork, person_id: PersonId, known: float = 10) -> set[str]:
    wanted = Wanted(later(10), later(known), person_ids=frozenset({person_id}))
    facts = work.facts.gather(wanted)
    assert {person_id} == facts.dossiers.keys()
    return {each.person.id for each in facts.dossiers[person_id].twins}


def test_a_pair_is_one_whoever_is_named_first(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        _people(work)
        work.pairs.add(make_pair("lea2", "lea"), later(1), ASHA)
        work.pairs.add(make_pair("lea", "lea2", APART), later(2), ASHA)

        (pair,) = work.pairs.standing()
        assert APART is pair.verdict
        assert [pair] == list(work.pairs.standing_with([LEA]))
        assert [pair] == list(work.pairs.standing_with([TWIN, LEA]))
        assert [] == list(work.pairs.standing_with([PersonId("person-tom")]))


def test_a_later_verdict_counts_from_then_on(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        _people(work)
        work.acts.add(make_act("no", person="lea2", kind=ActKind.REFUSED), ASHA)
        work.pairs.add(make_pair("lea", "lea2"), later(1), ASHA)
        work.pairs.add(make_pair("lea", "lea2", APART), later(2), ASHA)

        assert [set(), {TWIN}, set()] == [_twins(work, LEA, known) for known in (0, 1, 2)]
        assert {LEA, TWIN} == work.pairs.whole([LEA], later(1))
        assert {LEA} == work.pairs.whole([LEA])


def test_a_dossier_brings_every_other_record_with_its_answers(database: SqlDatabase) -> None:
    no = make_act("no", person="lea3", kind=ActKind.REFUSED)
    with database.begin(JACINTHES) as work:
        _people(work)
        work.acts.add(no, ASHA)
        work.pairs.add(make_pair("lea", "lea2"), later(1), ASHA)
        work.pairs.add(make_pair("lea3", "lea2"), later(1), ASHA)

        wanted = Wanted(later(10), later(10), person_ids=frozenset({LEA, PersonId("person-tom")}))
        facts = work.facts.gather(wanted)
        second, third = facts.dossiers[LEA].twins

    assert {LEA, "person-tom"} == facts.dossiers.keys()
    assert () == facts.dossiers[PersonId("person-tom")].twins
    assert [TWIN, THIRD] == [second.person.id, third.person.id]
    assert ((), (no,)) == (second.acts, third.acts)


def test_an_erasure_ends_it_from_then_on(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        _people(work)
        work.pairs.add(make_pair("lea", "lea2"), later(1), ASHA)
        work.people.erase(TWIN, later(2))

        assert [] == list(work.pairs.standing())
        assert ({TWIN}, set()) == (_twins(work, LEA, known=1), _twins(work, LEA))
        assert {LEA} == work.pairs.whole([LEA])


@pytest.mark.parametrize("person_id", [LEA, TWIN])
def test_another_organisation_knows_of_no_pair(database: SqlDatabase, person_id: PersonId) -> None:
    found(database, TULIPES)
    with database.begin(JACINTHES) as work:
        _people(work)
        work.pairs.add(make_pair("lea", "lea2"), NOW, ASHA)
        work.commit()

    with database.look(TULIPES) as work:
        assert {person_id} == work.pairs.whole([person_id])
        assert [] == list(work.pairs.standing())
