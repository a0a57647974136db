"""
Whoever keeps channels and forms sees what is to be looked at, and says that it holds.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from service.decision.calendar import years_after
from service.decision.ids import ChannelId
from service.decision.powers import Role
from service.decision.terms import Audience, Medium, Purpose
from service.usecases.channels import ChannelDetails, ChannelFacts, ChannelPlace
from service.usecases.organisations.operator import operator_of
from tests.api.office import channel, version
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

LIST = "/lists/reviews"
HOLDS = "I have looked at it: it still holds"


def reviewed_long_ago(house: StaffedHouse, channel_id: str) -> None:
    """
    Say it of a channel as on a day of more than a year ago.
    """
    verb = house.site.registry.reviews.review_channel
    then = datetime.now(UTC) - timedelta(days=400)  # noqa: TID251  # the service that runs has it too
    whole = operator_of(house.door.organisation.id)
    replace(verb, desk=replace(verb.desk, clock=lambda: then))(whole, ChannelId(channel_id))


def test_what_nobody_ever_looked_at_is_late_for_nothing(house: StaffedHouse) -> None:
    verb = house.site.registry.channels.register_channel
    long_ago = datetime.now(UTC) - timedelta(days=800)  # noqa: TID251  # as above
    facts = ChannelFacts(
        name="Our page",
        medium=Medium.SOCIAL,
        platform="facebook",
        audience=Audience.PUBLIC,
        purposes=frozenset(Purpose),
    )
    place = ChannelPlace(slug="page", address="https://page.example/house")
    then = replace(verb, desk=replace(verb.desk, clock=lambda: long_ago))
    then(operator_of(house.door.organisation.id), ChannelDetails(facts, place))

    shown = reader(house, Role.CHANNEL_MANAGER).get(LIST)

    assert ("Our page" in shown, "Nobody has looked" in shown) == (True, True)
    assert "days late" not in shown


def test_a_channel_that_is_due_is_looked_at_and_leaves_the_list(house: StaffedHouse) -> None:
    channel_id = channel(house.door, rules_address="https://facebook.example/rules")
    reviewed_long_ago(house, channel_id)
    manager = reader(house, Role.CHANNEL_MANAGER, "Chika")
    assert "To look at again: 1" in manager.get("/channels")
    shown = manager.get(LIST)
    assert ("Our page" in shown, "days late" in shown) == (True, True)
    path = f"/channels/{channel_id}"
    before = manager.get(path)
    for told in ("Somebody looked at it on", "It was due on", "Rules of the platform", HOLDS):
        assert told in before

    assert path == manager.post(f"{path}/review", {"seen_version": 1, "next_on": ""})

    after = manager.get(path)
    assert ("Chika looked at it on" in after, "It was due on" in after) == (True, False)
    assert "Nothing is to be looked at yet." in manager.get(LIST)
    assert "To look at again:" not in manager.get("/channels")
    assert "Our page" in manager.get(f"{LIST}?days=366")


def test_the_last_words_of_a_form_are_looked_at(house: StaffedHouse) -> None:
    version(house.door)
    form_id = house.door.get("/forms/image")["id"]
    path = f"/forms/{form_id}"
    manager = reader(house, Role.ADMINISTRATOR, "Chika")
    assert "Nobody has looked at it yet." in manager.get(path)
    assert "Images" in manager.get(f"{LIST}?days=366")

    day = house.door.get("/forms/image/review")["due_on"]
    assert path == manager.post(f"{path}/review", {"seen_version": 1, "next_on": day})

    assert "Chika looked at it on" in manager.get(path)
    version(house.door, material=False)
    assert "It was changed since." in manager.get(path)
    manager.post(f"{path}/review", {"seen_version": 1, "next_on": day}, status=409)


def test_a_day_that_is_none_comes_back_with_what_is_wrong(house: StaffedHouse) -> None:
    channel_id = channel(house.door)
    version(house.door)
    form_id = house.door.get("/forms/image")["id"]
    manager = reader(house, Role.CHANNEL_MANAGER)
    before = house.door.entries()

    for path in (f"/channels/{channel_id}/review", f"/forms/{form_id}/review"):
        for day in ("1999-01-01", "2999-01-01", "soon"):
            sent = {"seen_version": 1, "next_on": day}
            assert "Choose a day to come" in manager.post(path, sent, status=422)
        for number in ("", "one", "9" * 30):
            manager.post(path, {"seen_version": number, "next_on": ""}, status=422)

    assert before == house.door.entries()


def test_what_is_closed_asks_nobody(house: StaffedHouse) -> None:
    channel_id = channel(house.door)
    reviewed_long_ago(house, channel_id)
    house.door.post(f"/channels/{channel_id}/close", status=200)
    manager = reader(house, Role.CHANNEL_MANAGER)

    assert "Nothing is to be looked at yet." in manager.get(f"{LIST}?days=366")
    shown = manager.get(f"/channels/{channel_id}")
    assert (True, False) == ("Somebody looked at it on" in shown, HOLDS in shown)


def test_an_officer_reads_who_looked_and_a_checker_nothing(house: StaffedHouse) -> None:
    channel_id = channel(house.door)
    officer, checker = (
        reader(house, each) for each in (Role.DATA_PROTECTION_OFFICER, Role.CHECKER)
    )

    shown = officer.get(f"/channels/{channel_id}")
    assert ("Nobody has looked at it yet." in shown, HOLDS in shown) == (True, False)
    assert "Our page" in officer.get(f"{LIST}?days=366")
    sent = {"seen_version": 1, "next_on": ""}
    officer.post(f"/channels/{channel_id}/review", sent, status=403)
    assert "Does it still hold?" not in checker.get(f"/channels/{channel_id}")
    checker.get(LIST, 403)


def test_the_next_day_is_in_a_year_unless_another_is_chosen(house: StaffedHouse) -> None:
    channel_id = channel(house.door)
    path = f"/channels/{channel_id}"
    manager = reader(house, Role.CHANNEL_MANAGER)

    manager.post(f"{path}/review", {"seen_version": 1, "next_on": ""})

    state = house.site.registry.reviews.get_channel_review(
        operator_of(house.door.organisation.id), ChannelId(channel_id)
    )
    assert years_after(state.today, 1) == state.due_on
