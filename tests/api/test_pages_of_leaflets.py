"""
A picture of a page says what the page of the registered document says.
"""

from functools import cache
from io import BytesIO

import pypdfium2
import pytest

from tests.api.door import Door, Json
from tests.api.office import OWN_PHOTO, adult, channel, check, image, register, send
from tests.fingerprint.drawing import draw_scene, encode
from tests.fingerprint.films import document
from tests.fingerprint.leaflets import leaflet

LOOKED = {"complete": True}
SHAPES = "#circle(width: 3cm, fill: navy) #rect(width: 9cm, height: 1cm, fill: red)"
STORY = "Il court, il court, le furet du bois. " * 8
NEWS = leaflet(f"{SHAPES} {STORY}", f"{STORY} Bravo à Ottoline Zwaenepoël ! {SHAPES}")
AS_DRAWN = {"width": 1600}
SMALLER = {"width": 1100, "quality": 85}


@cache
def _page(content: bytes, number: int, width: int, quality: int | None = None) -> bytes:
    """
    Take a picture of a page, as a screen shows it; give it as a file.
    """
    with pypdfium2.PdfDocument(content) as opened:
        page = opened[number - 1]
        drawn = page.render(scale=width / page.get_width(), may_draw_forms=False).to_pil()
        file = BytesIO()
        if quality is None:
            drawn.convert("RGB").save(file, "PNG")
        else:
            drawn.convert("RGB").save(file, "JPEG", quality=quality)
    return file.getvalue()


def _put_in(door: Door, content: bytes) -> str:
    made: str = register(door, content, attestation=LOOKED, rights=OWN_PHOTO)["id"]
    return made


def _reasons(found: Json) -> set[tuple[str, str]]:
    return {(each["code"], each["effect"]) for each in found["reasons"]}


@pytest.fixture
def ottoline(door: Door) -> str:
    """
    Let Ottoline say no to her name on our page; give her id.
    """
    channel(door, photo_publisher="members")
    person = adult(door, given_name="Ottoline", family_name="Zwaenepoël")
    no = {"capacity": "self", "kind": "refused", "channels": ["facebook"], "matters": ["name"]}
    door.post("/consents", no | {"person_id": person, "signatory_id": person})
    return person


@pytest.mark.parametrize(
    ("taken", "match"), [(AS_DRAWN, "same_pixels"), (SMALLER, "verified_copy")], ids=["png", "jpeg"]
)
def test_who_is_named_on_a_page_is_found_on_a_picture_of_it(
    door: Door, ottoline: str, taken: dict[str, int], match: str
) -> None:
    photo = _put_in(door, NEWS)
    sent = _page(NEWS, 2, **taken)

    found = check(door, sent, channel="facebook")
    (picture,) = found["pictures"]

    assert ("do_not_publish", match) == (found["answer"], picture["match"])
    assert photo == picture["photo_id"]
    assert {("refused", "deny")} == _reasons(found)
    assert [{"page": 2, "person_ids": [ottoline]}] == picture["named"]
    refused = send(door, "/publications", [image(sent)], channel="facebook")
    assert (409, "not-publishable") == (refused.status_code, refused.json()["code"])


def test_a_picture_of_another_page_may_be_published(door: Door, ottoline: str) -> None:
    del ottoline
    _put_in(door, NEWS)

    found = check(door, _page(NEWS, 1, **SMALLER), channel="facebook")

    assert ("publish", []) == (found["answer"], found["pictures"][0]["people"])


@pytest.mark.usefixtures("ottoline")
def test_whoever_may_not_know_learns_it_of_no_picture_either(door: Door) -> None:
    _put_in(door, NEWS)

    found = check(door.with_key("checks"), _page(NEWS, 2, **SMALLER), channel="facebook")

    assert ("do_not_publish", {("not_cleared", "deny")}) == (found["answer"], _reasons(found))
    assert "named" not in found["pictures"][0]


def test_a_picture_of_a_page_whose_words_are_gone_is_asked_about(door: Door, ottoline: str) -> None:
    _put_in(door, NEWS)
    door.delete(f"/people/{ottoline}", 204)

    found = check(door, _page(NEWS, 2, **SMALLER), channel="facebook")

    assert ("ask", {("unknown_person", "ask")}) == (found["answer"], _reasons(found))
    assert ["words_unknown"] == found["pictures"][0]["notes"]


def test_an_old_question_about_a_picture_of_a_page_is_answered_alike(
    door: Door, ottoline: str
) -> None:
    del ottoline
    _put_in(door, NEWS)
    found = check(door, _page(NEWS, 2, **SMALLER), channel="facebook")

    assert door.get(f"/checks/{found['check_id']}/replay")["is_same"] is True


@pytest.mark.usefixtures("ottoline")
@pytest.mark.parametrize("first", ["picture", "document"])
def test_a_page_says_so_too_where_a_picture_of_it_is_registered(door: Door, first: str) -> None:
    taken = _page(NEWS, 2, **SMALLER)
    if first == "picture":
        photo = _put_in(door, taken)
        _put_in(door, NEWS)
    else:
        looked = LOOKED | {"compared_photo_ids": [_put_in(door, NEWS)]}
        photo = register(door, taken, attestation=looked, rights=OWN_PHOTO)["id"]
    by_id = door.post("/checks", {"photo_ids": [photo], "channel": "facebook"}, 200)

    for found in (
        by_id,
        check(door, taken, channel="facebook"),
        check(door, _page(NEWS, 2, **AS_DRAWN), channel="facebook"),
    ):
        assert ("do_not_publish", {("refused", "deny")}) == (found["answer"], _reasons(found))


@pytest.mark.usefixtures("ottoline")
def test_a_photo_that_is_registered_itself_stands_apart_from_its_page(door: Door) -> None:
    photo = draw_scene(301)
    page = document([[(photo, (40, 300, 400, 300))], [(draw_scene(302), (40, 300, 400, 300))]])
    _put_in(door, page)
    alone = _put_in(door, encode(photo, "PNG"))

    found = check(door, encode(photo, "PNG"), channel="facebook")

    assert alone == found["pictures"][0]["photo_id"]
    assert "words_unseen" not in found["pictures"][0]["notes"]
