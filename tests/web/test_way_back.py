"""
Nobody is stranded on an address that only a form may use.
"""

import pytest

from service.decision.powers import Role
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
