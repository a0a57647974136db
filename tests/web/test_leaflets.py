"""
A newsletter is checked on the page, and what it says is read for names.
"""

from service.decision.powers import Role
from tests.api import office
from tests.fingerprint.drawing import draw_scene
from tests.fingerprint.films import document
from tests.fingerprint.leaflets import leaflet
from tests.web.reader import reader, words
from tests.web.staffed import StaffedHouse

NEWS = leaflet("= Nouvelles", "Bravo à Emeka Dupont !")


def _answer(house: StaffedHouse, role: Role, content: bytes) -> str:
    somebody = reader(house, role)
    (page,) = house.door.get("/channels")["items"]
    response = somebody.client.post(
        "/check",
        data={"channel": page["id"], "purpose": "information", "caption": ""},
        files={"picture": ("news.pdf", content, "application/pdf")},
        headers=somebody.headers(),
    )
    assert 200 == response.status_code
    return words(response.text)


def test_a_newsletter_that_names_who_refused_is_not_to_be_published(house: StaffedHouse) -> None:
    office.photo_of_emeka(house.door)
    (emeka,) = house.door.get("/people")["items"]
    assert "Do not publish" not in _answer(house, Role.ADMINISTRATOR, NEWS)

    house.door.post("/consents/withdraw", {"person_id": emeka["id"], "signatory_id": emeka["id"]})

    told = _answer(house, Role.ADMINISTRATOR, NEWS)
    assert "Do not publish" in told
    assert "People known here are named on page 2." in told
    untold = _answer(house, Role.CHECKER, NEWS)
    assert "Do not publish" in untold
    assert "named on page" not in untold


def test_a_newsletter_that_is_a_picture_is_said_to_be_unread(house: StaffedHouse) -> None:
    office.channel(house.door)
    scan = document([[(draw_scene(402), (0, 0, 595, 842))]])

    assert "nobody read the words" in _answer(house, Role.CHECKER, scan)
