"""
Nobody is stranded on an address that only a form may use.
"""

import re

import pytest
from litestar.routes import HTTPRoute

from service.decision.powers import Role
from service.web.navigation import MENU
from service.web.session import signed_in
from tests.api import office
from tests.web.reader import reader, words
from tests.web.staffed import StaffedHouse


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("/check", "/"),
        ("/people/search", "/people"),
        ("/complaints/7/find", "/complaints/7"),
        ("/complaints/7/steps/noted", "/complaints/7"),
        ("/f/home/people/7/review", "/f/home/people/7"),
        ("/f/home/people/7/save", "/f/home/people/7"),
    ],
)
def test_an_address_that_a_form_gave_leads_to_the_page_it_stood_on(
    house: StaffedHouse, path: str, above: str
) -> None:
    answer = reader(house, Role.ADMINISTRATOR).fetch(path)

    assert (303, above) == (answer.status_code, answer.headers["location"])


@pytest.mark.parametrize("path", ["/nothing", "/people/7"])
def test_only_whoever_asks_whether_is_told_that_there_is_no_answer(
    house: StaffedHouse, path: str
) -> None:
    checker = reader(house, Role.CHECKER)

    assert "Without an answer, do not publish." in checker.get("/checks/7/photos/7", 404)
    assert "Without an answer" not in checker.get(path, 403 if "people" in path else 404)


def test_a_family_that_loses_the_way_is_led_to_its_own_house(house: StaffedHouse) -> None:
    slug = house.door.organisation.slug
    lost = reader(house, Role.CHECKER)

    assert f'href="/f/{slug}">Back to the start' in lost.fetch(f"/f/{slug}/nothing").text
    assert "Back to the start" not in lost.get("/f/nobody-of-this-name", 404)


def test_a_browser_that_does_not_say_where_a_form_was_is_told_what_to_do(
    house: StaffedHouse,
) -> None:
    """
    As all do at an address that begins with http: signing in can never work there.
    """
    client = house.door.house.client
    answer = client.post(
        "/sign-in",
        data={"email": "a@b.example"},
        headers={"origin": "null", "accept-language": "en"},
    )

    assert 403 == answer.status_code
    assert "address that begins with https" in words(answer.text)
    assert "role" not in words(answer.text)


def test_a_house_that_has_just_begun_says_what_is_missing(house: StaffedHouse) -> None:
    somebody = reader(house, Role.ADMINISTRATOR)

    assert "First steps" in somebody.get("/")
    assert '<a href="/channels">' in somebody.fetch("/").text
    assert "Nobody is entered yet." in somebody.get("/people")
    assert "No channel is registered yet" in reader(house, Role.CHECKER).get("/")
    assert 'class="button" href="/channels"' not in reader(house, Role.CHECKER).fetch("/").text


def test_whoever_is_led_on_is_so_from_an_address_in_any_script(house: StaffedHouse) -> None:
    """
    The name of a house in an address is whatever somebody typed there.
    """
    client = house.door.house.client

    answer = client.get("/f/%C5%81%C3%B3d%C5%BA/people", headers={"accept": "text/html"})

    where = (answer.status_code, answer.headers["location"])
    assert (303, "/f/%C5%81%C3%B3d%C5%BA") == where


@pytest.mark.parametrize("role", Role)
def test_every_page_that_the_menu_does_not_name_leads_back_above_its_title(
    house: StaffedHouse, role: Role
) -> None:
    somebody = reader(house, role)
    for path in _beside_the_menu(house):
        answer = somebody.fetch(path)
        if answer.status_code != 200 or "<h1" not in answer.text:
            continue
        body = answer.text.partition("<main")[2].partition("<h1")[0]
        above = re.search(r'<p class="above"><a href="([^"]+)"', body)

        assert above, path
        assert 200 == somebody.fetch(above[1]).status_code, f"{path}, {above[1]}"


def test_a_page_of_one_thing_leads_back_to_the_list_of_them(house: StaffedHouse) -> None:
    somebody = reader(house, Role.ADMINISTRATOR)
    person_id = office.adult(house.door)
    channel_id = office.channel(house.door)

    assert (
        '<p class="above"><a href="/people">People' in somebody.fetch(f"/people/{person_id}").text
    )
    channel = somebody.fetch(f"/channels/{channel_id}").text
    assert '<p class="above"><a href="/channels">Channels' in channel
    assert 'class="above"' not in somebody.fetch("/people").text


def _beside_the_menu(house: StaffedHouse) -> list[str]:
    """
    Give the pages of staff that name no record, but for those that the menu names.

    A question on its way, begun at the front, has buttons of its own to go back by.
    """
    named = {each.path for each in MENU}
    return sorted(
        route.path
        for route in house.site.app.routes
        if isinstance(route, HTTPRoute) and "{" not in route.path and route.path not in named
        for handler in route.route_handlers
        if "GET" in handler.http_methods
        and signed_in in handler.resolve_guards()
        and not route.path.startswith("/share")
    )
