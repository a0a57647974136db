"""
People, their names, and what is left of them after an erasure.
"""

from dataclasses import replace

import pytest

from service.errors import AlreadyExists, Conflict, NotFound
from service.persistence.database import SqlDatabase
from tests.persistence.ground import ASHA, JACINTHES, NOW, later, recognised
from tests.persistence.make_people import (
    make_authority,
    make_person,
    make_protection,
    make_signatory,
)


def _names(database: SqlDatabase) -> set[str]:
    with database.look(JACINTHES) as work:
        return recognised(work.people.name_index())


def test_a_new_name_counts_from_the_commit_on(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea"), NOW, ASHA)
        work.commit()

    assert {"Lea Dupont"} == _names(database)


def test_somebody_who_changed_name_is_known_by_both(database: SqlDatabase) -> None:
    lea = make_person("lea")
    with database.begin(JACINTHES) as work:
        work.people.add(lea, NOW, ASHA)
        work.commit()
    assert {"Lea Dupont"} == _names(database)

    with database.begin(JACINTHES) as work:
        work.people.add(replace(lea, family_name="Peeters"), later(), ASHA)
        work.commit()

    assert {"Lea Dupont", "Lea Peeters"} == _names(database)


def test_the_transaction_that_adds_somebody_sees_the_name_itself(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea"), NOW, ASHA)

        assert {"Lea Dupont"} == recognised(work.people.name_index())


def test_a_name_that_was_rolled_back_is_nowhere_in_memory(database: SqlDatabase) -> None:
    assert set() == _names(database)
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea"), NOW, ASHA)
        assert 1 == len(work.people.name_index())

    assert set() == _names(database)


def test_a_change_that_was_rolled_back_leaves_the_name_as_it_was(database: SqlDatabase) -> None:
    lea = make_person("lea")
    with database.begin(JACINTHES) as work:
        work.people.add(lea, NOW, ASHA)
        work.commit()
    with database.begin(JACINTHES) as work:
        work.people.add(replace(lea, family_name="Peeters"), NOW, ASHA)
        assert {"Lea Dupont", "Lea Peeters"} == recognised(work.people.name_index())

    assert {"Lea Dupont"} == _names(database)


def test_outside_numbers_are_unique_and_find_their_person(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea", external_id="17"), NOW, ASHA)
        with pytest.raises(AlreadyExists) as refused:
            work.people.add(make_person("tom", external_id="17"), NOW, ASHA)

        assert "external_id" == refused.value.field
        assert make_person("lea", external_id="17") == work.people.find_external("17")
        assert None is work.people.find_external("18")


def test_many_people_have_no_outside_number(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea"), NOW, ASHA)
        work.people.add(make_person("tom"), NOW, ASHA)

        assert None is work.people.find_external("")


def test_an_outside_number_that_was_given_up_is_free_again(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea", external_id="17"), NOW, ASHA)
        work.people.add(make_person("lea", external_id="18"), NOW, ASHA)
        work.people.add(make_person("tom", external_id="17"), NOW, ASHA)

        assert "person-lea" == getattr(work.people.find_external("18"), "id", None)
        assert "person-tom" == getattr(work.people.find_external("17"), "id", None)


def test_whoever_was_erased_is_gone_and_known_to_be(database: SqlDatabase) -> None:
    lea = make_person("lea", external_id="17")
    with database.begin(JACINTHES) as work:
        work.people.add(lea, NOW, ASHA)
        work.people.add(replace(lea, family_name="Peeters"), NOW, ASHA)
        work.authorities.add(make_authority("lea"), NOW, ASHA)
        work.protections.add(make_protection("lea"), NOW, ASHA)
        work.commit()
    assert {"Lea Dupont", "Lea Peeters"} == _names(database)

    with database.begin(JACINTHES) as work:
        assert not work.people.is_erased(lea.id)
        work.people.erase(lea.id, later())
        work.people.erase(lea.id, later(2))
        work.commit()

    assert set() == _names(database)
    with database.look(JACINTHES) as work:
        assert work.people.is_erased(lea.id)
        assert None is work.people.find(lea.id)
        assert None is work.people.find_external("17")
        assert [] == work.people.history(lea.id)
        assert [] == work.authorities.list_of(lea.id)
        assert [] == work.protections.list_of(lea.id)


def test_an_erased_id_is_never_used_again(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea"), NOW, ASHA)
        work.people.erase(make_person("lea").id, NOW)

        with pytest.raises(Conflict):
            work.people.add(make_person("lea"), NOW, ASHA)


def test_nobody_can_be_erased_who_never_was(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work, pytest.raises(NotFound):
        work.people.erase(make_person("lea").id, NOW)


def test_a_signatory_can_be_found_and_erased(database: SqlDatabase) -> None:
    emeka = make_signatory("emeka", external_id="E1")
    with database.begin(JACINTHES) as work:
        work.signatories.add(emeka, NOW, ASHA)
        assert emeka == work.signatories.find_external("E1")
        work.signatories.erase(emeka.id)

        assert None is work.signatories.find(emeka.id)
        assert None is work.signatories.find_external("E1")
        with pytest.raises(NotFound):
            work.signatories.erase(emeka.id)
