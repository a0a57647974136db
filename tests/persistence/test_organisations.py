"""
Organisations: found once, found again by their short name.
"""

from dataclasses import replace

import pytest

from service.errors import AlreadyExists, Conflict, NotFound
from service.persistence.database import SqlDatabase
from tests.persistence.ground import ASHA, JACINTHES, NOW, TULIPES, found, later, make_organisation


def test_an_organisation_is_found_by_its_short_name(database: SqlDatabase) -> None:
    found(database, TULIPES)

    assert JACINTHES == database.find_organisation("jacinthes")
    assert TULIPES == database.find_organisation("tulipes")
    assert None is database.find_organisation("roses")
    assert [JACINTHES, TULIPES] == database.organisation_ids()


def test_settings_have_a_history(database: SqlDatabase) -> None:
    before = make_organisation()
    after = replace(before, name="Les Jacinthes", jurisdiction="FR")
    with database.begin(JACINTHES) as work:
        assert 2 == work.organisations.add(after, later(), ASHA)

        assert after == work.organisations.current()
        assert before == work.organisations.current(NOW)


def test_a_new_short_name_replaces_the_old_one(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.organisations.add(replace(make_organisation(), slug="hyacinths"), later(), ASHA)
        work.commit()

    assert JACINTHES == database.find_organisation("hyacinths")
    assert None is database.find_organisation("jacinthes")


def test_two_organisations_never_have_the_same_short_name(database: SqlDatabase) -> None:
    twin = replace(make_organisation(TULIPES), slug="jacinthes")
    with database.begin(TULIPES) as work, pytest.raises(AlreadyExists) as refused:
        work.organisations.add(twin, NOW, ASHA)

    assert "slug" == refused.value.field


def test_nobody_writes_the_settings_of_another_organisation(database: SqlDatabase) -> None:
    with database.begin(TULIPES) as work, pytest.raises(Conflict):
        work.organisations.add(make_organisation(JACINTHES), NOW, ASHA)


def test_an_organisation_that_does_not_exist_has_no_settings(database: SqlDatabase) -> None:
    with database.look(TULIPES) as work, pytest.raises(NotFound):
        work.organisations.current()
