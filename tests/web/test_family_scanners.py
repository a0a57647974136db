"""
Whatever opens links before people do changes nothing.
"""

import httpx
import pytest

from service.records.mail import LetterKind
from tests.api.family import Household
from tests.loopback import PLAIN
from tests.web.staffed import StaffedHouse

OWN = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}


@pytest.fixture
def family(house: StaffedHouse) -> Household:
    return Household(house.door)


def _client(family: Household) -> httpx.Client:
    client = family.door.house.client
    return httpx.Client(base_url=str(client.base_url), timeout=60, verify=PLAIN)


def test_looking_at_a_link_sends_nothing_and_uses_nothing_up(family: Household) -> None:
    path = f"/f/{family.slug}/link/{family.link()}"
    with _client(family) as scanner:
        for method in ("GET", "HEAD", "GET", "GET", "OPTIONS"):
            answer = scanner.request(method, path)
            assert "set-cookie" not in answer.headers
            assert "Anne" not in answer.text

    assert [] == family.mailbox.letters(kind=LetterKind.FAMILY_CODE)


def test_a_scanner_that_posts_is_refused_or_sends_a_code_to_the_family_alone(
    family: Household,
) -> None:
    path = f"/f/{family.slug}/link/{family.link()}"
    with _client(family) as scanner:
        assert 403 == scanner.post(path).status_code
        assert [] == family.mailbox.letters(kind=LetterKind.FAMILY_CODE)
        pressed = scanner.post(path, headers=OWN)

    assert 303 == pressed.status_code
    (letter,) = family.mailbox.letters(kind=LetterKind.FAMILY_CODE)
    assert "anne@family.example" == letter.to
    assert family.mailbox.last_code(letter.to) not in pressed.text + str(pressed.headers)
    cookie = pressed.headers["set-cookie"]
    assert all(each in cookie for each in ("__Host-", "HttpOnly", "Secure", "SameSite=lax"))


def test_the_answer_is_the_same_for_known_and_unknown_contacts(family: Household) -> None:
    answers = []
    with _client(family) as somebody:
        for contact in ("anne@family.example", "stranger@elsewhere.example", "0470123456", ""):
            sent = somebody.post(f"/f/{family.slug}/renew", data={"contact": contact}, headers=OWN)
            headers = {name: sent.headers[name] for name in sent.headers if name != "x-request-id"}
            headers.pop("date")
            answers.append((sent.status_code, sent.text, headers))

    assert [answers[0]] * 4 == answers


@pytest.mark.parametrize(
    "path", ["people", "people/x", "people/x/where", "people/x/history", "receipts/x"]
)
def test_whoever_is_not_in_is_led_to_the_door(family: Household, path: str) -> None:
    with _client(family) as stranger:
        answer = stranger.get(f"/f/{family.slug}/{path}")

    assert (303, f"/f/{family.slug}") == (answer.status_code, answer.headers["location"])


def test_a_house_that_does_not_exist_is_not_found(family: Household) -> None:
    with _client(family) as stranger:
        assert [404, 404] == [
            stranger.get(path).status_code for path in ("/f/nowhere", "/f/nowhere/link/x")
        ]
