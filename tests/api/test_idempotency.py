"""
A request that is sent again, or by impatient hands at once, makes one thing.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from tests.api.clock import Clock
from tests.api.door import Door, answered
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    image,
    photo_of_emeka,
    scene,
    send,
    version,
    yes,
)
from tests.fingerprint.drawing import draw_scene, encode

LEA = {"given_name": "Léa", "family_name": "Dupont", "category": "beneficiary"}


def test_twenty_at_once_make_one_person(door: Door) -> None:
    with ThreadPoolExecutor(8) as hands:
        answers = list(
            hands.map(
                lambda _: door.knock("POST", "/people", LEA, idempotency_key="impatient"),
                range(20),
            )
        )

    made = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    people = door.get("/people")["items"]
    assert {201} >= {answer.status_code for answer in answers} - {409, 503}
    assert [person["id"] for person in people] == list(made)


def test_a_request_that_was_refused_may_be_sent_again_mended(door: Door) -> None:
    refused = door.post("/people", LEA | {"email": "lea"}, 422, idempotency_key="k")
    made = door.post("/people", LEA, idempotency_key="k")

    assert "email" == refused["field"]
    assert made == door.post("/people", LEA, idempotency_key="k")


def test_one_key_serves_one_route(door: Door) -> None:
    door.post("/people", LEA, idempotency_key="k")

    problem = door.post("/holds", {"kind": "crisis"}, 422, idempotency_key="k")

    assert "idempotency-mismatch" == problem["code"]


def test_an_answer_of_long_ago_is_not_given_again(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    door = found_then("then")
    channel(door)
    emeka, asked = adult(door), {"names": ["Emeka Dupont"], "channel": "facebook"}
    yes(door, emeka, version(door))
    clock.at += timedelta(minutes=1)
    first = door.post("/checks", asked, 200, idempotency_key="post-17")
    assert "publish" == first["answer"]

    clock.at += timedelta(minutes=30)
    assert first == door.post("/checks", asked, 200, idempotency_key="post-17")
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    clock.at += timedelta(hours=1)

    assert "conflict" == door.post("/checks", asked, 409, idempotency_key="post-17")["code"]
    assert "do_not_publish" == door.post("/checks", asked, 200)["answer"]


@pytest.mark.parametrize("named", [{"channel": "facebook"}, {}])
def test_a_yes_is_not_given_again_once_it_was_taken_back(door: Door, named: dict[str, str]) -> None:
    channel(door)
    emeka, asked = adult(door), {"names": ["Emeka Dupont"]} | named
    yes(door, emeka, version(door))
    first = door.post("/checks", asked, 200, idempotency_key="post-18")
    assert "publish" == first["answer"]
    assert first == door.post("/checks", asked, 200, idempotency_key="post-18")
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    assert "conflict" == door.post("/checks", asked, 409, idempotency_key="post-18")["code"]


def test_an_answer_about_a_picture_is_given_again_with_all_that_was_said_of_it(door: Door) -> None:
    """
    Whichever worker looks at the picture now, it is the same picture.
    """
    photo_of_emeka(door)
    cropped = encode(draw_scene(1).crop((24, 16, 616, 464)), "JPEG", quality=70)
    files = [image(scene(1)), image(cropped), image(scene(2))]

    first = send(door, "/checks", files, "post-19", channel="facebook")

    assert "same_bytes" == answered(first, 200)["pictures"][0]["match"]
    assert first.text == send(door, "/checks", files, "post-19", channel="facebook").text


def test_a_yes_is_not_given_again_with_the_duties_of_before(door: Door) -> None:
    """
    A credit line that must stand beside the picture since is else left out.
    """
    photo_id = photo_of_emeka(door)
    asked = {"photo_ids": [photo_id], "channel": "facebook"}
    first = door.post("/checks", asked, 200, idempotency_key="post-20")
    line = OWN_PHOTO["credit_line"]
    assert line in [each.get("text") for each in first["obligations"]]

    rights = OWN_PHOTO | {"credit_line": "© Nadia Peeters"}
    door.post(f"/photos/{photo_id}/rights", rights, 200)

    assert "conflict" == door.post("/checks", asked, 409, idempotency_key="post-20")["code"]


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256])
def test_what_is_no_key_is_refused(door: Door, key: str) -> None:
    assert "malformed" == door.post("/people", LEA, 400, idempotency_key=key)["code"]
    assert [] == door.get("/people")["items"]
