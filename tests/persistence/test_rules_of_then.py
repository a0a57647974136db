"""
Whoever asks about an earlier instant is answered by the rules of that instant.
"""

from dataclasses import replace

import pytest

from service.decision.case import Policy
from service.decision.ids import ChannelId
from service.decision.terms import HolderRule, Purpose
from service.persistence.database import SqlDatabase
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.facts import Facts, Wanted
from tests.persistence.ground import (
    ASHA,
    JACINTHES,
    NOW,
    later,
    make_organisation,
    recognised,
)
from tests.persistence.make_people import make_person, make_unit
from tests.persistence.make_register import make_channel

PAGE = ChannelId("channel-facebook")
BOTH = Policy(holders_public=HolderRule.ALL_HOLDERS)


def _asked(
    work: SqlUnitOfWork, at: float, *named: ChannelId, known: float = 10, present: bool = False
) -> Facts:
    return work.facts.gather(
        Wanted(
            at=later(at),
            known_at=later(known),
            channel_ids=frozenset(named) or None,
            present_rules=present,
        )
    )


@pytest.mark.parametrize(
    ("at", "known", "expected"), [(1, 10, False), (3, 10, True), (3, 1, False)]
)
def test_the_policy_is_that_of_the_instant(
    database: SqlDatabase,
    at: float,
    known: float,
    expected: bool,  # noqa: FBT001 -- a column of the table above
) -> None:
    with database.begin(JACINTHES) as work:
        changed = replace(make_organisation(), policy=BOTH)
        work.organisations.add(changed, later(2), ASHA)

        assert expected == (BOTH == _asked(work, at, known=known).house.policy)
        assert BOTH == _asked(work, at, present=True).house.policy


def test_a_page_is_ruled_as_it_stood_at_the_instant(database: SqlDatabase) -> None:
    page = make_channel()
    wide = make_channel(purposes=[Purpose.INFORMATION, Purpose.FUNDRAISING])
    with database.begin(JACINTHES) as work:
        work.channels.add(page, NOW, ASHA)
        work.channels.add(wide, later(2), ASHA)

        ruled = [_asked(work, hours, PAGE).channels[PAGE] for hours in (1, 2, 99)]

    assert page.channel == ruled[0]
    assert [wide.channel.purposes] * 2 == [each.purposes for each in ruled[1:]]
    assert [None, later(2), later(2)] == [each.meaning_since for each in ruled]


def test_pages_are_asked_about_that_were_open_at_the_instant(database: SqlDatabase) -> None:
    page = make_channel()
    with database.begin(JACINTHES) as work:
        work.channels.add(page, NOW, ASHA)
        closed = replace(page.channel, closed=True)
        work.channels.add(replace(page, channel=closed), later(2), ASHA)
        work.channels.add(make_channel("web"), later(3), ASHA)

        asked = [list(_asked(work, hours).channels) for hours in (1, 2, 3)]

    assert [[PAGE], [], ["channel-web"]] == asked


def test_a_page_that_was_not_registered_yet_is_closed_by_its_first_rules(
    database: SqlDatabase,
) -> None:
    with database.begin(JACINTHES) as work:
        work.channels.add(make_channel(), later(2), ASHA)
        work.channels.add(make_channel(purposes=[Purpose.TEACHING]), later(3), ASHA)

        found = _asked(work, 1, PAGE).channels[PAGE]

    assert (True, frozenset({Purpose.INFORMATION})) == (found.closed, found.purposes)


def test_before_the_house_came_its_first_rules_stand(database: SqlDatabase) -> None:
    with database.begin(JACINTHES) as work:
        work.organisations.add(replace(make_organisation(), policy=BOTH), later(2), ASHA)
        work.organisations.units.add(make_unit("ward", special=True), later(1), ASHA)
        work.channels.add(make_channel(), later(1), ASHA)
        work.channels.add(make_channel(purposes=[Purpose.TEACHING]), later(3), ASHA)

        then, now = (_asked(work, -99, present=present) for present in (False, True))

    assert [True, False] == [each.began_later for each in (then, now)]
    assert [Policy(), BOTH] == [each.house.policy for each in (then, now)]
    assert [{"unit-ward"}] * 2 == [each.house.special_units for each in (then, now)]
    assert [frozenset({Purpose.INFORMATION}), frozenset({Purpose.TEACHING})] == [
        each.channels[PAGE].purposes for each in (then, now)
    ]
    assert not then.channels[PAGE].closed


def test_the_register_is_listed_as_it_stood(database: SqlDatabase) -> None:
    page = make_channel()
    with database.begin(JACINTHES) as work:
        work.channels.add(page, NOW, ASHA)
        work.channels.add(replace(page, slug="fb"), later(2), ASHA)
        work.channels.add(make_channel("web"), later(2), ASHA)

        listed = [
            [each.slug for each in work.channels.list_known(later(hours))] for hours in (-1, 1, 2)
        ]

    assert [[], ["facebook"], ["fb", "web"]] == listed


def test_names_are_those_that_were_known(database: SqlDatabase) -> None:
    lea = make_person("lea")
    with database.begin(JACINTHES) as work:
        work.people.add(lea, NOW, ASHA)
        work.people.add(replace(lea, family_name="Peeters"), later(2), ASHA)
        work.people.add(make_person("tom"), later(2), ASHA)
        work.commit()
    with database.look(JACINTHES) as work:
        known = [recognised(work.people.name_index(later(hours))) for hours in (-1, 1, 2)]

    assert [set(), {"Lea Dupont"}] == known[:2]
    assert "Lea Peeters" in known[2]


def test_whoever_was_erased_had_no_name_at_any_instant(database: SqlDatabase) -> None:
    lea = make_person("lea")
    with database.begin(JACINTHES) as work:
        work.people.add(lea, NOW, ASHA)
        work.people.erase(lea.id, later(2))

        assert set() == recognised(work.people.name_index(later(1)))
