"""
Records that change by writing a whole new version.
"""

from dataclasses import replace

import pytest

from service.errors import Conflict, InvalidInput, NotFound
from service.persistence.database import SqlDatabase
from service.records.paging import Page, Versioned
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_people import make_authority, make_person, make_unit
from tests.persistence.make_register import make_channel, make_hold


def test_what_was_written_is_read_back_whole(database: SqlDatabase) -> None:
    unit = make_unit(special=True)
    with database.begin(JACINTHES) as work:
        assert 1 == work.organisations.units.add(unit, NOW, ASHA)
        work.commit()

    with database.look(JACINTHES) as work:
        assert unit == work.organisations.units.get(unit.id)


def test_every_version_stays_in_the_history(database: SqlDatabase) -> None:
    before = make_unit()
    after = replace(before, name="New kitchen")
    with database.begin(JACINTHES) as work:
        work.organisations.units.add(before, NOW, ASHA)
        work.organisations.units.add(after, later(), ASHA)

        assert [
            Versioned(before, 1, NOW, ASHA),
            Versioned(after, 2, later(), ASHA),
        ] == work.organisations.units.history(before.id)


def test_a_question_about_the_past_is_answered_as_known_then(database: SqlDatabase) -> None:
    before = make_unit()
    after = replace(before, name="New kitchen")
    with database.begin(JACINTHES) as work:
        units = work.organisations.units
        units.add(before, NOW, ASHA)
        units.add(after, later(2), ASHA)

        assert None is units.find(before.id, later(-1))
        assert before == units.get(before.id, NOW)
        assert before == units.get(before.id, later(1))
        assert after == units.get(before.id, later(2))
        assert after == units.get(before.id)


def test_a_list_shows_the_versions_known_then(database: SqlDatabase) -> None:
    kitchen, garden = make_unit("kitchen"), make_unit("garden")
    with database.begin(JACINTHES) as work:
        units = work.organisations.units
        units.add(kitchen, NOW, ASHA)
        units.add(replace(kitchen, name="New kitchen"), later(2), ASHA)
        units.add(garden, later(2), ASHA)

        assert (kitchen,) == units.list_page(Page(known_at=later(1))).items


def test_there_is_no_record_before_it_was_written(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.people.add(make_person(), NOW, ASHA)

        with pytest.raises(NotFound):
            work.people.get("person-lea", later(-1))


@pytest.mark.parametrize("newest_first", [False, True])
def test_pages_follow_each_other_without_gap_or_repeat(
    database: SqlDatabase, *, newest_first: bool
) -> None:
    names = [f"unit{number}" for number in range(5)]
    with database.begin(JACINTHES) as work:
        units = work.organisations.units
        for name in names:
            units.add(make_unit(name), NOW, ASHA)

        first = units.list_page(Page(2, newest_first=newest_first))
        second = units.list_page(Page(2, first.next_after, newest_first=newest_first))
        third = units.list_page(Page(2, second.next_after, newest_first=newest_first))

    found = [unit.name for page in (first, second, third) for unit in page.items]
    assert (names[::-1] if newest_first else names) == found
    assert [True, True, False] == [page.next_after is not None for page in (first, second, third)]


def test_a_filter_looks_at_the_newest_version_only(database: SqlDatabase) -> None:
    hold = make_hold(person="lea")
    with database.begin(JACINTHES) as work:
        work.holds.add(hold, NOW, ASHA)
        work.holds.add(replace(hold, person_id=None), later(), ASHA)

        found = work.holds.list_page(Page(filters={"person_id": "person-lea"}))

    assert () == found.items


def test_a_filter_means_the_id_and_not_one_that_looks_like_it(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea", units=["a_b"]), NOW, ASHA)
        work.people.add(make_person("tom", units=["axb"]), NOW, ASHA)

        found = work.people.list_page(Page(filters={"unit_id": "unit-a_b"}))

    assert ["person-lea"] == [person.id for person in found.items]


def test_a_filter_that_does_not_exist_is_refused(database: SqlDatabase) -> None:
    with database.look(JACINTHES) as work, pytest.raises(InvalidInput) as refused:
        work.people.list_page(Page(filters={"given_name": "Léa"}))

    assert "given_name" == refused.value.field


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_two_who_change_the_same_thing_do_not_overwrite_each_other(
    database: SqlDatabase,
) -> None:
    """
    SQLite has one writer at a time, so there it cannot come to this.
    """
    channel = make_channel()
    with database.begin(JACINTHES) as work:
        work.channels.add(channel, NOW, ASHA)
        work.commit()

    with database.begin(JACINTHES) as ours, database.begin(JACINTHES) as theirs:
        assert ours.channels.get(channel.id) == theirs.channels.get(channel.id)
        theirs.channels.add(replace(channel, slug="theirs"), NOW, ASHA)
        theirs.commit()

        with pytest.raises(Conflict):
            ours.channels.add(replace(channel, slug="ours"), NOW, ASHA)


def test_authorities_are_found_from_both_ends(database: SqlDatabase) -> None:
    of_emeka, of_ngozi = make_authority("lea", "emeka"), make_authority("lea", "ngozi")
    of_brother = make_authority("tom", "emeka")
    with database.begin(JACINTHES) as work:
        for authority in (of_emeka, of_ngozi, of_brother):
            work.authorities.add(authority, NOW, ASHA)

        assert [of_emeka, of_ngozi] == work.authorities.list_of(make_person("lea").id)
        assert [of_emeka, of_brother] == work.authorities.list_held_by("signatory-emeka")
