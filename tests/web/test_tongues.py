"""
Languages are called by their names, not by codes.
"""

import pytest

from service.decision.powers import Role
from service.web.catalogue import catalogue
from service.web.session import COOKIE
from tests.api.office import channel, version
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

PLAIN = "Puis-je montrer votre photo ? Refuser ne coûte rien."


@pytest.mark.parametrize(
    ("reads", "code", "name"),
    [
        ("fr", "nl", "Néerlandais"),
        ("nl", "fr-x-young", "Frans, vanaf 12 jaar"),
        ("de", "fr-x-falc", "Französisch, leicht zu lesen"),
        ("en", "fr-BE", "French (Belgium)"),
        ("en", "zz-x-young", "zz-x-young"),
        ("en", "!", "!"),
    ],
)
def test_a_language_has_a_name(reads: str, code: str, name: str) -> None:
    assert name == catalogue(reads).tongue(code)


def test_a_form_says_in_which_languages_it_is(house: StaffedHouse) -> None:
    channel(house.door)
    version(house.door, texts={"fr-BE": PLAIN, "fr-x-young": "Tu peux dire non."})
    version_id = house.door.get("/forms/image")["versions"][-1]["id"]

    shown = reader(house, Role.CHANNEL_MANAGER).get(f"/form-versions/{version_id}")

    assert "French, from 12 years" in shown
    assert "fr-x-young" not in shown


def test_the_language_of_somebody_is_chosen(house: StaffedHouse) -> None:
    registrar = reader(house, Role.REGISTRAR)
    person = house.door.person(language="pt-BR")

    shown = registrar.get(f"/people/{person}/change")

    assert "Nederlands Deutsch English Portuguese (Brazil) Your own file number" in shown


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nothing", 404), ("PUT", "/people", 405), ("GET", "/people", 403)],
)
def test_what_went_wrong_is_told_in_the_language_of_the_member(
    house: StaffedHouse, method: str, path: str, status: int
) -> None:
    """
    Also where no page is: nobody there is asked who they are before it is known.
    """
    token = house.hire(Role.CHECKER, "Nadia Peeters")
    [member] = house.door.get("/staff")["items"]
    house.door.patch(f"/staff/{member['id']}", {"language": "nl"})
    german = {"accept-language": "de", "sec-fetch-site": "same-origin"}

    def told(cookies: str) -> str:
        answer = house.door.house.client.request(
            method, path, headers=german | {"cookie": cookies}, follow_redirects=False
        )
        assert answer.status_code in {status, 303}
        return answer.text

    page = told(f"{COOKIE}={token}")
    assert '<html lang="nl">' in page
    assert "Nadia Peeters" in page
    assert '<html lang="fr">' in told(f"{COOKIE}={token}; obstat-language=fr")
    assert "Nadia Peeters" not in told(f"{COOKIE}={token}x")
