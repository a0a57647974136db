"""
Pages say who proposed, which browser is signed in, and where the proof is.
"""

import pytest

from service.decision.powers import Role
from service.web.staff.browsers import browser_of
from tests.api.office import (
    adult,
    channel,
    photo_of_emeka,
    published_name,
    send,
    taking_down,
    version,
    yes,
)
from tests.web.reader import Reader, reader
from tests.web.staffed import StaffedHouse

PICTURE = b"\x89PNG of an empty page"
ANDROID = "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0"


def test_a_publisher_sees_who_proposed(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    post = {"channel": "facebook", "photo_ids": [photo], "alt_texts": ["A man feeds a goat"]}
    made = house.door.post("/proposals", post)["id"]
    publisher = reader(house, Role.PUBLISHER)

    assert "First administrator · Proposed on" in publisher.get("/proposals")
    assert "First administrator ·" in publisher.get(f"/proposals/{made}")


def test_a_session_is_called_by_its_browser(house: StaffedHouse) -> None:
    token = house.hire(Role.CHECKER, browser=ANDROID)
    checker = Reader(house.door.house.client, token)

    assert "Firefox on Android" in checker.get("/account")


def test_the_proof_of_what_is_gone_is_handed_out(house: StaffedHouse) -> None:
    channel(house.door, photo_publisher="members")
    emeka = adult(house.door)
    yes(house.door, emeka, version(house.door))
    published_name(house.door)
    task = taking_down(house.door, emeka)
    publisher = reader(house, Role.PUBLISHER)
    assert "Download the proof" not in publisher.get(f"/takedowns/{task}")
    publisher.get(f"/takedowns/{task}/proof", 404)

    send(house.door, f"/takedowns/{task}/done", [("file", ("gone.png", PICTURE, "image/png"))])

    assert "Download the proof" in publisher.get(f"/takedowns/{task}")
    proof = publisher.fetch(f"/takedowns/{task}/proof")
    assert (PICTURE, 'attachment; filename="proof"') == (
        proof.content,
        proof.headers["content-disposition"],
    )
    reader(house, Role.CHECKER).get(f"/takedowns/{task}/proof", 403)


@pytest.mark.parametrize(
    ("client", "found"),
    [
        (ANDROID, ("Firefox", "Android")),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
            ("Safari", "iPhone"),
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/128.0 Safari/537.36 Edg/128.0",
            ("Edge", "Windows"),
        ),
        ("python-httpx/0.27", ("", "")),
        ("I am Firefox/1 on Android", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_browser_is_called_what_people_call_it(client: str, found: tuple[str, str]) -> None:
    assert found == browser_of(client)
