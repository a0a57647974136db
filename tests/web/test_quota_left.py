"""
How many posts a channel still allows is shown before the last is used up.
"""

from datetime import datetime, timedelta

from service.decision.powers import Role
from tests.api.office import adult, channel, version, yes
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse

WEEK = {"limit": 2, "window": "iso_week"}


def posted(house: StaffedHouse) -> str:
    """
    Name Emeka once on a page that takes two posts a week; give the page.
    """
    made = channel(house.door, photo_publisher="members", quota=WEEK)
    yes(house.door, adult(house.door), version(house.door))
    publish(house)
    return made


def publish(house: StaffedHouse) -> None:
    """
    Name Emeka on the page.
    """
    house.door.post("/publications", {"names": ["Emeka Dupont"], "channel": "facebook"})


def asked(somebody: Reader, channel_id: str, **more: str) -> str:
    """
    Ask on the page whether Emeka may be named on a channel.
    """
    told = {"caption": "Emeka Dupont feeds a goat", "channel": channel_id, "purpose": "information"}
    return somebody.post("/check", told | more, files={"picture": ("", b"", "")}, status=200)


def test_what_is_left_stands_on_channel_answer_and_proposal(house: StaffedHouse) -> None:
    made = posted(house)
    publisher = reader(house, Role.PUBLISHER)
    left = "Posts still free in the calendar week: 1 of 2"
    proposal = {"channel": "facebook", "text": "Emeka Dupont feeds a goat"}
    waits = house.door.post("/proposals", proposal)["id"]

    assert left in publisher.get(f"/channels/{made}")
    assert 1 == house.door.get(f"/channels/{made}")["quota_left"]
    assert left in asked(publisher, made)
    assert left in publisher.get(f"/proposals/{waits}")
    [live] = house.door.get("/publications")["items"]
    later = datetime.fromisoformat(live["published_at"]) + timedelta(days=21)
    shown = asked(publisher, made, on=later.date().isoformat())
    assert left.replace("1 of", "2 of") in shown
    own = house.door.get("/checks")["items"][-1]["check_id"]
    assert left in publisher.get(f"/proposals/new?check={own}")
    for day in ("9999-12-31", "no day"):
        typed = {"check": own, "on": day}
        assert "still free" not in publisher.post("/proposals/new", typed, status=200)


def test_where_there_is_no_quota_nothing_is_said(house: StaffedHouse) -> None:
    made = channel(house.door)
    publisher = reader(house, Role.PUBLISHER)

    assert "still free" not in publisher.get(f"/channels/{made}")
    assert "still free" not in asked(publisher, made)


def test_a_full_week_leaves_none(house: StaffedHouse) -> None:
    made = posted(house)
    publish(house)

    shown = asked(reader(house, Role.CHECKER), made)
    assert "Posts still free in the calendar week: 0 of 2" in shown
