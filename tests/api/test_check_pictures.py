"""
Somebody asks about pictures, as a form.
"""

import json
from io import BytesIO

import pytest
from PIL import Image

from tests.api.door import Door, answered
from tests.api.office import (
    OWN_PHOTO,
    Files,
    adult,
    channel,
    check,
    image,
    register,
    row_counts,
    scene,
    send,
    version,
    yes,
)
from tests.fingerprint.drawing import draw_scene, encode

LOOKED = {"complete": True}


@pytest.fixture
def emeka(door: Door) -> str:
    """
    Let Emeka say yes, register and attest a photo of him; give his id.
    """
    channel(door)
    person = adult(door)
    yes(door, person, version(door))
    people = [{"person_id": person}]
    register(door, scene(1), depictions=people, attestation=LOOKED, rights=OWN_PHOTO)
    return person


def test_the_registered_photo_may_be_published(door: Door, emeka: str) -> None:
    found = check(door, scene(1), channel="facebook")

    assert "publish" == found["answer"]
    (picture,) = found["pictures"]
    assert ("same_bytes", [emeka], []) == (
        picture["match"],
        picture["people"],
        picture["resembles"],
    )
    duties = {each["duty"]: each.get("text") for each in found["obligations"]}
    assert "© Les Jacinthes" == duties["credit_line"]
    assert {"alt_text", "strip_metadata", "do_not_tag"} <= set(duties)


def test_the_same_pixels_in_another_file_are_the_same_photo(door: Door, emeka: str) -> None:
    assert emeka
    with Image.open(BytesIO(scene(1))) as decoded:
        again = encode(decoded.convert("RGB"), "PNG")

    found = check(door, again, channel="facebook")

    assert ("publish", "same_pixels") == (found["answer"], found["pictures"][0]["match"])


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "TIFF"])
def test_what_comes_after_a_first_frame_is_asked_about(door: Door, emeka: str, kind: str) -> None:
    frames = {"save_all": True, "append_images": [draw_scene(2)]}
    moving = encode(draw_scene(1), kind, quality=95, **frames)

    found = check(door, moving, channel="facebook")

    (picture,) = found["pictures"]
    assert ("ask", ["first_frame_only"]) == (found["answer"], picture["notes"])
    assert [emeka] == picture["people"]
    people = [{"person_id": emeka}]
    register(door, moving, depictions=people, attestation=LOOKED, rights=OWN_PHOTO)
    assert "publish" == check(door, moving, channel="facebook")["answer"]


def test_a_copy_of_poor_quality_is_the_same_photo(door: Door, emeka: str) -> None:
    assert emeka
    found = check(door, encode(draw_scene(1), "JPEG", quality=25), channel="facebook")

    assert ("publish", "verified_copy") == (found["answer"], found["pictures"][0]["match"])


def test_a_picture_never_seen_is_asked_about(door: Door, emeka: str) -> None:
    assert emeka
    found = check(door, scene(9), channel="facebook")

    assert ("ask", "register_photo") == (found["answer"], found["next_step"]["action"])
    assert ["image_not_registered"] == [each["code"] for each in found["reasons"]]


def test_pictures_are_answered_in_the_order_they_were_sent(door: Door, emeka: str) -> None:
    assert emeka
    found = check(door, scene(9), scene(1), scene(8), channel="facebook")

    assert ["none", "same_bytes", "none"] == [each["match"] for each in found["pictures"]]
    assert {0, 2} == {each["picture"] for each in found["reasons"]}


def test_a_form_says_all_that_json_says(door: Door, emeka: str) -> None:
    photo_id = door.get("/photos")["items"][0]["id"]
    uses = json.dumps([{"person_id": emeka, "matter": "voice"}])
    texts: dict[str, str | list[str]] = {
        "name": ["Emeka Dupont", "Quentin Unknown"],
        "text": "Emeka Dupont au marché",
        "photo_id": photo_id,
        "uses": uses,
        "channel": "facebook",
        "purpose": "activity_report",
        "on": "2999-01-01",
        "known_at": "2999-01-01T00:00:00Z",
        "intent": "publish",
    }

    found = answered(send(door, "/checks", [image(scene(9))], None, **texts), 200)

    asked = door.entries()[-1]["payload"]["question"]
    assert (2, 2, "2999-01-01") == (asked["pictures"], asked["names"], found["for_date"])
    assert [{"person_id": emeka, "matter": "voice"}] == asked["uses"]
    assert ("activity_report", "publish") == (asked["purpose"], asked["intent"])
    codes = {each["code"] for each in found["reasons"]}
    assert {"actor_may_not_publish", "image_not_registered", "unknown_person"} <= codes


def test_names_and_words_need_no_picture(door: Door, emeka: str) -> None:
    assert emeka
    assert "publish" == check(door, name="Emeka Dupont", channel="facebook")["answer"]


def test_what_is_left_empty_in_a_form_was_not_said(door: Door, emeka: str) -> None:
    assert emeka
    found = check(door, name="Emeka Dupont", text="", channel="", on="", purpose="")

    assert "publish" == found["answer"], "every channel was asked about"
    assert 1 == len(found["channels"])


@pytest.mark.parametrize(
    ("files", "texts", "field"),
    [
        ([], {"images": "x"}, "images"),
        ([("picture", ("a.jpg", b"x", "image/jpeg"))], {}, "picture"),
        ([], {"image": "no file"}, "image"),
        ([], {"name": "Emeka", "channel": ["facebook", "website"]}, "channel"),
        ([], {"name": "Emeka", "purpose": "fame"}, "purpose"),
        ([], {"name": "Emeka", "on": "tomorrow"}, "on"),
        ([], {"name": "Emeka", "text": "a" * 200_000}, "text"),
    ],
)
def test_what_is_misspelt_is_named(
    door: Door, files: Files, texts: dict[str, str | list[str]], field: str
) -> None:
    before = row_counts(door)
    response = send(door, "/checks", files, None, **texts)

    assert (400, field) == (response.status_code, response.json()["field"])
    assert before == row_counts(door)


@pytest.mark.parametrize(
    ("uses", "field"),
    [("soul", "uses"), ("{}", "uses"), ('[{"person_id": "x", "matter": "soul"}]', "uses.0.matter")],
)
def test_json_in_a_form_is_read_as_strictly(door: Door, uses: str, field: str) -> None:
    before = row_counts(door)

    assert field == check(door, status=422, name="Emeka", uses=uses)["field"]
    assert before == row_counts(door)


@pytest.mark.parametrize(
    ("content", "boundary"),
    [
        (b"", "b"),
        (b"no boundary at all", "b"),
        (b'--b\r\ncontent-disposition: form-data; name="name"\r\n\r\nEmeka', "b"),
        (b'--b\r\ncontent-disposition: form-data; name="name"\r\n\r\n\xff\xfe\r\n--b--', "b"),
        (b"--b\r\n\r\nEmeka\r\n--b--", "b"),
        (b'--b\r\ncontent-disposition: form-data; name="\xff"\r\n\r\nx\r\n--b--', "b"),
        (b'--b\r\ncontent-disposition: form-data; name="name"\r\n\r\nx\r\n--b--', ""),
    ],
)
def test_a_broken_form_is_refused(door: Door, content: bytes, boundary: str) -> None:
    before = row_counts(door)
    kind = f"multipart/form-data; boundary={boundary}" if boundary else "multipart/form-data"
    headers = {"authorization": f"Bearer {door.key}", "content-type": kind}
    response = door.house.client.post("/api/v1/checks", content=content, headers=headers)

    assert response.status_code in {400, 422}
    assert response.json()["code"] in {"malformed", "invalid-input"}
    assert before == row_counts(door)


def test_a_name_in_another_charset_is_refused_and_not_our_failure(door: Door) -> None:
    part = (
        b'--b\r\ncontent-disposition: form-data; name="name"\r\n'
        b"content-type: text/plain; charset=klingon\r\n\r\nEmeka\r\n--b--\r\n"
    )
    headers = {
        "authorization": f"Bearer {door.key}",
        "content-type": "multipart/form-data; boundary=b",
    }
    response = door.house.client.post("/api/v1/checks", content=part, headers=headers)

    assert 200 == response.status_code, "a text is UTF-8, whatever it calls itself"


def test_more_than_the_route_reads_is_refused(door: Door) -> None:
    before = row_counts(door)
    sent = [image(bytes(33 * 1024 * 1024)) for _ in range(3)]

    assert "too-large" == answered(send(door, "/checks", sent), 413)["code"]
    assert before == row_counts(door)


def test_more_pictures_than_a_post_has_are_refused(door: Door) -> None:
    sent = [image(scene(1)) for _ in range(21)]

    assert "image" == answered(send(door, "/checks", sent), 422)["field"]


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg/>", scene(1)[:5000]])
def test_what_is_no_picture_is_refused_and_no_answer(door: Door, content: bytes) -> None:
    before = row_counts(door)
    problem = check(door, content, status=422)

    assert ("bad-image", "image") == (problem["code"], problem["field"])
    assert problem["reason"]
    assert before == row_counts(door)


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\photos\\a", "a\u202egpj", "é" * 500])
def test_the_name_of_a_file_goes_nowhere(door: Door, emeka: str, name: str) -> None:
    assert emeka
    found = answered(send(door, "/checks", [image(scene(1), name)], channel="facebook"), 200)

    assert "publish" == found["answer"]
    assert name not in str(found)


def test_the_same_key_asks_once_whatever_the_boundary(door: Door, emeka: str) -> None:
    assert emeka
    sent = [image(scene(1))]
    first = answered(send(door, "/checks", sent, "ask", channel="facebook"), 200)
    again = answered(send(door, "/checks", sent, "ask", channel="facebook"), 200)
    other = send(door, "/checks", [image(scene(2))], "ask", channel="facebook")

    assert first == again
    assert "idempotency-mismatch" == other.json()["code"]


def test_a_checker_does_not_learn_who_is_in_a_picture(door: Door, emeka: str) -> None:
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    found = check(door.with_key("checks"), scene(1), channel="facebook")

    assert "do_not_publish" == found["answer"]
    expected = [{"code": "not_cleared", "effect": "deny", "picture": 0}]
    assert expected == found["reasons"]
    assert emeka not in str(found)


def test_two_organisations_have_the_same_photo_and_no_match(
    door: Door, stranger: Door, emeka: str
) -> None:
    channel(stranger)
    assert [emeka] == check(door, scene(1), channel="facebook")["pictures"][0]["people"]

    found = check(stranger, scene(1), channel="facebook")

    assert ("ask", "none") == (found["answer"], found["pictures"][0]["match"])
