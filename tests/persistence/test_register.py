"""
The register: channels, what they mean over time, groups and holds.
"""

from dataclasses import replace
from datetime import datetime

import pytest

from service.decision.channels import Channel
from service.decision.ids import UnitId
from service.decision.meaning import following
from service.decision.terms import Audience, Medium, Purpose
from service.errors import AlreadyExists
from service.persistence.database import SqlDatabase
from service.persistence.unit_of_work import SqlUnitOfWork
from service.records.channels import ChannelRecord
from service.records.facts import Wanted
from tests.persistence.ground import ASHA, JACINTHES, NOW, later
from tests.persistence.make_register import make_channel, make_group


def _as_ruled(work: SqlUnitOfWork, record: ChannelRecord, known_at: datetime) -> Channel:
    return work.facts.gather(Wanted(at=known_at, known_at=known_at)).channels[record.channel.id]


def test_a_channel_is_found_by_slug_address_and_group(database: SqlDatabase) -> None:
    facebook = make_channel("facebook", groups=["social"])
    web = make_channel("web")
    with database.begin(JACINTHES) as work:
        work.channels.add(facebook, NOW, ASHA)
        work.channels.add(web, NOW, ASHA)

        assert facebook == work.channels.find_slug("facebook")
        assert web == work.channels.find_address("https://pages.example/web")
        assert None is work.channels.find_slug("https://pages.example/web")
        assert [facebook] == work.channels.list_in_group("group-social")


@pytest.mark.parametrize("field", ["slug", "address"])
def test_two_channels_never_share_a_slug_or_an_address(database: SqlDatabase, field: str) -> None:
    facebook, web = make_channel("facebook"), make_channel("web")
    twin = (
        replace(web, slug=facebook.slug)
        if field == "slug"
        else replace(web, address=facebook.address)
    )
    with database.begin(JACINTHES) as work:
        work.channels.add(facebook, NOW, ASHA)
        with pytest.raises(AlreadyExists) as refused:
            work.channels.add(twin, NOW, ASHA)

    assert field == refused.value.field


def test_a_channel_keeps_its_address_from_version_to_version(database: SqlDatabase) -> None:
    facebook = make_channel("facebook")
    with database.begin(JACINTHES) as work:
        work.channels.add(facebook, NOW, ASHA)

        assert 2 == work.channels.add(replace(facebook, slug="fb"), later(), ASHA)
        assert None is work.channels.find_slug("facebook")
        assert "fb" == getattr(work.channels.find_address(facebook.address), "slug", None)


def test_a_group_is_found_by_its_unique_slug(database: SqlDatabase) -> None:
    social = make_group("social")
    with database.begin(JACINTHES) as work:
        work.channel_groups.add(social, NOW, ASHA)

        assert social == work.channel_groups.find_slug("social")
        with pytest.raises(AlreadyExists):
            work.channel_groups.add(replace(make_group("print"), slug="social"), NOW, ASHA)


def test_a_no_to_a_group_outlives_a_move_out_of_it(database: SqlDatabase) -> None:
    before = make_channel("facebook", groups=["social"])
    after = make_channel("facebook", groups=["print"])
    with database.begin(JACINTHES) as work:
        work.channels.add(before, NOW, ASHA)
        work.channels.add(after, later(2), ASHA)

        assert {"group-print"} == work.channels.get(after.id).channel.group_ids
        assert {"group-social", "group-print"} == _as_ruled(work, after, later(2)).group_ids
        assert {"group-social"} == _as_ruled(work, after, later(1)).group_ids


def test_a_wider_audience_changes_the_meaning_from_then_on(database: SqlDatabase) -> None:
    narrow = make_channel("facebook", audience=Audience.SERVICE)
    wide = make_channel("facebook", audience=Audience.PUBLIC)
    with database.begin(JACINTHES) as work:
        work.channels.add(narrow, NOW, ASHA)
        work.channels.add(wide, later(1), ASHA)
        work.channels.add(replace(wide, rules_address="https://rules.example"), later(2), ASHA)

        assert None is _as_ruled(work, wide, NOW).meaning_since
        assert later(1) == _as_ruled(work, wide, later(3)).meaning_since


@pytest.mark.parametrize(
    ("change", "means_more"),
    [
        ({"audience": Audience.PUBLIC}, True),
        ({"audience": Audience.NAMED}, False),
        ({"purposes": frozenset({Purpose.INFORMATION, Purpose.FUNDRAISING})}, True),
        ({"purposes": frozenset[Purpose]()}, False),
        ({"platform": "tiktok"}, True),
        ({"medium": Medium.WEB}, True),
        ({"special_category": True}, True),
        ({"name": "Our page"}, False),
        ({"closed": True}, False),
        ({"unit_id": "poppies"}, True),
        ({"unit_id": "poppies", "audience": Audience.NAMED}, False),
    ],
)
def test_only_what_shows_more_changes_the_meaning(
    change: dict[str, object],
    means_more: bool,  # noqa: FBT001 -- a column of the table above
) -> None:
    before = make_channel("facebook", audience=Audience.SERVICE).channel

    ruled = following(before, replace(before, **change), later())  # type: ignore[arg-type] # any field

    assert (later() if means_more else None) == ruled.meaning_since


@pytest.mark.parametrize("audience", [Audience.ORGANISATION, Audience.PUBLIC])
def test_those_who_saw_a_page_anyway_are_no_others(audience: Audience) -> None:
    before = make_channel("page", audience=audience).channel
    moved = replace(before, unit_id=UnitId("poppies"))

    assert None is following(before, moved, later()).meaning_since
    narrowed = replace(moved, audience=Audience.SERVICE)
    assert None is following(before, narrowed, later()).meaning_since


def test_a_special_category_that_is_dropped_does_not_renew_old_yes() -> None:
    before = replace(make_channel("ward", special=True).channel, meaning_since=NOW)

    assert NOW == following(before, replace(before, special_category=False), later()).meaning_since
