"""
What was asked, what was published, and the keys of machines.
"""

from dataclasses import replace

import pytest

from service.decision.ids import CheckId, KeyId, PublicationId
from service.errors import NotFound
from service.persistence.database import SqlDatabase
from service.records.activity import PublicationEvent, PublicationEventKind
from service.records.paging import Page
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_activity import (
    make_check,
    make_key,
    make_publication,
    make_takedown,
)
from tests.persistence.make_people import make_person, make_unit
from tests.persistence.make_register import make_channel


def test_a_check_can_be_replayed_from_what_is_stored(database: SqlDatabase) -> None:
    check = make_check("one", "lea", "tom")
    with database.begin(JACINTHES) as work:
        work.checks.add(check)

        assert check == work.checks.get(check.id)
        with pytest.raises(NotFound):
            work.checks.get(CheckId("check-two"))


def test_checks_are_listed_by_actor_person_and_answer(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.checks.add(make_check("one", "lea"))
        work.checks.add(make_check("two", "tom", answer="publish"))

        def listed(**filters: str) -> list[str]:
            return [each.id for each in work.checks.list_page(Page(filters=filters)).items]

        assert ["check-one", "check-two"] == listed(actor_id=ASHA)
        assert ["check-one"] == listed(person_id="person-lea")
        assert ["check-two"] == listed(answer="publish")
        assert [] == listed(answer="publish", person_id="person-lea")


def test_what_somebody_asked_is_counted_from_an_instant_on(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        for hours in range(3):
            work.checks.add(make_check(str(hours), at=later(hours)))

        assert 2 == work.checks.count_by_actor(ASHA, since=later(1))


def test_a_publication_is_read_back_whole(database: SqlDatabase) -> None:
    post = make_publication("post", "tom", "lea", photos=["b", "a"], alt_text="Two children")
    silent = make_publication("silent")
    with database.begin(JACINTHES) as work:
        work.publications.add(post)
        work.publications.add(silent)

        assert post == work.publications.get(post.id)
        assert silent == work.publications.get(silent.id)
        with pytest.raises(NotFound):
            work.publications.get(PublicationId("publication-other"))


def test_publications_are_listed_by_channel_person_and_photo(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.publications.add(make_publication("one", "lea", photos=["outing"]))
        work.publications.add(make_publication("two", "lea", channel="web"))

        def listed(**filters: str) -> list[str]:
            return [each.id for each in work.publications.list_page(Page(filters=filters)).items]

        assert ["publication-one", "publication-two"] == listed(person_id="person-lea")
        assert ["publication-two"] == listed(channel_id="channel-web")
        assert ["publication-one"] == listed(photo_id="photo-outing")


@pytest.mark.parametrize("count", [1, 60])
def test_publications_of_units_are_told_in_one_statement(database: SqlDatabase, count: int) -> None:
    with database.begin(JACINTHES) as work:
        for name in ("kitchen", "garden"):
            work.organisations.units.add(make_unit(name), NOW, ASHA)
            record = make_channel(name)
            owned = replace(record.channel, unit_id=make_unit(name).id)
            work.channels.add(replace(record, channel=owned), NOW, ASHA)
            work.people.add(make_person(name, units=[name]), NOW, ASHA)
        work.channels.add(make_channel("house"), NOW, ASHA)
        ours = [make_publication(f"{number:02}", channel="kitchen") for number in range(count)]
        ours.append(make_publication("of cook", "garden", "kitchen", channel="garden"))
        ours.append(make_publication("of house", "garden", channel="house"))
        ours.append(make_publication("to take down", "garden", channel="garden"))
        theirs = make_publication("theirs", "garden", channel="garden")
        for each in (*ours, theirs):
            work.publications.add(each)
        work.takedowns.add([make_takedown("to take down")])
        work.commit()
    with database.look(JACINTHES) as work:
        page = Page(200, filters={"unit_ids": "|unit-cellar|unit-kitchen|"})
        listed = work.publications.list_page(page)
        assert [each.id for each in ours] == [each.id for each in listed.items]
        assert 1 == work.transaction.statements
        asked = [each.id for each in (*ours, theirs)]
        expected = frozenset(each.id for each in ours)
        assert expected == work.publications.of_units(asked, "|unit-kitchen|")
        assert 2 == work.transaction.statements
        assert frozenset() == work.publications.of_units([theirs.id], "|unit-cellar|")


def test_what_became_of_a_publication_stays_in_order(database: SqlDatabase) -> None:
    post = make_publication("post")
    corrected = PublicationEvent(
        post.id, PublicationEventKind.CORRECTED, later(1), later(1), ASHA, "a name"
    )
    removed = PublicationEvent(post.id, PublicationEventKind.TAKEN_DOWN, NOW, later(2), ASHA)
    with database.begin(JACINTHES) as work:
        work.publications.add(post)
        work.publications.add_event(corrected)
        work.publications.add_event(removed)

        assert [corrected, removed] == work.publications.events_of(post.id)


def test_an_erasure_destroys_the_words_of_a_publication_only(database: SqlDatabase) -> None:
    post = make_publication("post", "lea", alt_text="Léa waves")
    with database.begin(JACINTHES) as work:
        work.people.add(make_person("lea"), NOW, ASHA)
        work.publications.add(post)
        work.people.erase(make_person("lea").id, NOW)

        assert "" == work.publications.get(post.id).alt_text
        assert post.person_ids == work.publications.get(post.id).person_ids


def test_a_key_ends_once(database: SqlDatabase) -> None:
    key = make_key("cms")
    with database.begin(JACINTHES) as work:
        work.keys.add(key)
        assert key == work.keys.find(key.id)
        work.keys.revoke(key.id, later(1))
        work.keys.revoke(key.id, later(2))

        assert later(1) == getattr(work.keys.find(key.id), "revoked_at", None)
        assert [later(1)] == [each.revoked_at for each in work.keys.list_all()]


def test_a_key_that_does_not_exist_cannot_end(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        assert None is work.keys.find(KeyId("key-cms"))
        with pytest.raises(NotFound):
            work.keys.revoke(KeyId("key-cms"), NOW)
