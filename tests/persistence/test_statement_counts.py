"""
The hot path asks a constant number of questions, whatever the people and channels.
"""

import pytest

from service.decision.ids import ChannelId, PersonId, PhotoId
from service.persistence.database import SqlDatabase
from service.records.facts import Wanted
from service.records.paging import Page
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_activity import make_depictions, make_photo
from tests.persistence.make_people import make_pair, make_person
from tests.persistence.make_register import make_act, make_channel


def _fill(database: SqlDatabase, people: int, channels: int) -> None:
    names = [f"p{number}" for number in range(people)]
    with database.begin(JACINTHES) as work:
        for name in names:
            work.people.add(make_person(name), NOW, ASHA)
            work.acts.add(make_act(name, person=name), ASHA)
        for number in range(channels):
            work.channels.add(make_channel(f"c{number}"), NOW, ASHA)
        work.photos.add(make_photo("outing"), NOW, ASHA)
        work.photos.depictions.add(make_depictions("outing", *names), NOW, ASHA)
        work.commit()


@pytest.mark.parametrize(("people", "channels"), [(1, 1), (200, 50)])
def test_a_name_is_gathered_in_one_statement(
    database: SqlDatabase, people: int, channels: int
) -> None:
    _fill(database, people, channels)
    wanted = Wanted(
        at=later(),
        known_at=later(),
        person_ids=frozenset(PersonId(f"person-p{number}") for number in range(people)),
        channel_ids=frozenset(ChannelId(f"channel-c{number}") for number in range(channels)),
    )
    with database.look(JACINTHES) as work:
        facts = work.facts.gather(wanted)

        assert (people, channels) == (len(facts.dossiers), len(facts.channels))
        assert 1 == work.transaction.statements


@pytest.mark.parametrize(("people", "channels"), [(1, 1), (200, 50)])
def test_a_photo_is_gathered_in_two_statements(
    database: SqlDatabase, people: int, channels: int
) -> None:
    _fill(database, people, channels)
    wanted = Wanted(later(), later(), photo_ids=frozenset({PhotoId("photo-outing")}))
    with database.look(JACINTHES) as work:
        facts = work.facts.gather(wanted)

        assert (people, channels) == (len(facts.dossiers), len(facts.channels))
        assert 2 == work.transaction.statements


def test_only_whoever_is_entered_twice_costs_a_statement_more(database: SqlDatabase) -> None:
    _fill(database, people=4, channels=1)
    asked = PersonId("person-p0")
    with database.begin(JACINTHES) as work:
        work.pairs.add(make_pair("p1", "p2"), NOW, ASHA)

        work.facts.gather(Wanted(later(), later(), person_ids=frozenset({asked})))
        before = work.transaction.statements
        work.facts.gather(Wanted(later(), later(), person_ids=frozenset({asked})))
        assert 1 == work.transaction.statements - before

        before = work.transaction.statements
        twin = PersonId("person-p1")
        work.facts.gather(Wanted(later(), later(), person_ids=frozenset({asked, twin})))
        assert 2 == work.transaction.statements - before


@pytest.mark.parametrize("count", [1, 60])
def test_a_page_is_one_statement(database: SqlDatabase, count: int) -> None:
    _fill(database, count, 1)
    with database.look(JACINTHES) as work:
        people = work.people.list_page(Page(limit=50))

        assert min(count, 50) == len(people.items)
        assert 1 == work.transaction.statements


def test_what_is_in_memory_costs_one_statement_when_nothing_is_new(
    database: SqlDatabase,
) -> None:
    _fill(database, 3, 1)
    with database.look(JACINTHES) as work:
        work.people.name_index()
    with database.look(JACINTHES) as work:
        work.people.name_index()

        assert 1 == work.transaction.statements
