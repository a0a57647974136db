"""
Nobody says whose a photo is by not looking.
"""

import httpx

from service.decision.powers import Role
from tests.api import office
from tests.web.forms import forms_on
from tests.web.reader import Reader, reader, words
from tests.web.staffed import StaffedHouse

ASKED = "Say whose photo it is."
TYPED = {"creator": "Ada", "licence": "own work", "credit_line": "© Ada"}


def chosen(page: httpx.Response) -> str:
    """
    Give whose photo it is, if somebody sends the form as it comes.
    """
    sends = {pair for form in forms_on(page) for pair in form.untouched()}
    (found,) = {value for name, value in sends if name == "source"}
    return found


def at_details(house: StaffedHouse, somebody: Reader, person: str) -> tuple[str, httpx.Response]:
    """
    Send a picture, and go on to say how everybody is seen; give the address of that.
    """
    channel = office.channel(house.door)
    sent = {"channel": channel, "purpose": "information"}
    files = {"picture": ("farm.jpg", office.scene(7), "image/jpeg")}
    told = somebody.client.post("/check", data=sent, files=files, headers=somebody.headers())
    sends = {pair for form in forms_on(told) for pair in form.untouched()}
    (draft,) = {value for name, value in sends if name == "post-drafts"}
    path = f"/drafts/{draft}/register"
    page = somebody.client.post(
        f"{path}/people", data={"person": person}, headers=somebody.headers()
    )
    return path, page


def test_whoever_registers_a_photo_says_whose_it_is(house: StaffedHouse) -> None:
    emeka = office.adult(house.door)
    checker = reader(house, Role.CHECKER)
    path, page = at_details(house, checker, emeka)
    typed = TYPED | {"person": emeka, "everybody": "yes"}

    shown = checker.client.post(path, data=typed, headers=checker.headers())

    assert ("", "") == (chosen(page), chosen(shown))
    assert (422, True) == (shown.status_code, ASKED in words(shown.text))
    assert 'value="© Ada"' in shown.text
    assert [] == house.door.get("/photos")["items"]
    checker.post(path, typed | {"source": "own"})
    assert 1 == len(house.door.get("/photos")["items"])


def test_whoever_notes_the_rights_says_whose_it_is(house: StaffedHouse) -> None:
    photo = office.register(house.door, office.scene(1))["id"]
    publisher = reader(house, Role.PUBLISHER)
    form = f"/photos/{photo}/rights"

    assert "" == chosen(publisher.fetch(form))
    assert ASKED in publisher.post(form, TYPED, status=422)
    assert house.door.get(f"/photos/{photo}")["rights"] is None
    publisher.post(form, TYPED | {"source": "agency"})

    assert "agency" == chosen(publisher.fetch(form))


def test_the_api_takes_no_rights_that_say_not_whose(house: StaffedHouse) -> None:
    refused = office.register(house.door, office.scene(1), 422, rights=TYPED)

    assert "invalid-input" == refused["code"]
    assert "source" in refused["detail"]
