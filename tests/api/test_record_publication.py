"""
A publication is recorded: decided again at that instant, or not at all.
"""

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.api.door import NOBODY, Door, Json, answered
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    image,
    refused,
    register,
    row_counts,
    scene,
    send,
    version,
    yes,
)

WHERE = "https://facebook.com/LesJacinthes/posts/1"


@pytest.fixture
def emeka(door: Door) -> str:
    """
    Let Emeka say yes, register a photo of him, name a publisher; give his id.
    """
    channel(door, publisher_ids=[_own_id(door)], quota={"limit": 2})
    person = adult(door)
    yes(door, person, version(door))
    people = [{"person_id": person}]
    looked = {"complete": True}
    register(door, scene(1), depictions=people, attestation=looked, rights=OWN_PHOTO)
    return person


def _own_id(door: Door) -> str:
    found: str = door.get("/keys")["items"][-1]["id"]
    return found


@pytest.fixture
def post(door: Door, emeka: str) -> Json:
    """
    Say in JSON that the photo of Emeka was published, with a caption.
    """
    assert emeka
    return {
        "photo_ids": [door.get("/photos")["items"][0]["id"]],
        "text": "Emeka Dupont à la ferme",
        "channel": "facebook",
        "where": WHERE,
        "alt_text": "Un homme nourrit une chèvre",
    }


def test_what_was_published_is_on_record(door: Door, emeka: str, post: Json) -> None:
    made = door.post("/publications", post)

    story = {"publication": made, "events": [], "reshares": []}
    assert story == door.get(f"/publications/{made['id']}")
    assert [made] == door.get("/publications")["items"]
    assert ([emeka], post["photo_ids"]) == (made["person_ids"], made["photo_ids"])
    assert (WHERE, post["alt_text"]) == (made["where"], made["alt_text"])
    assert hashlib.sha256(post["text"].encode()).hexdigest() == made["caption_sha256"]
    verdict = door.get(f"/checks/{made['check_id']}")
    assert ("publish", made["published_at"]) == (verdict["answer"], verdict["evaluated_at"])


def test_pictures_come_as_a_form_too(door: Door, post: Json) -> None:
    texts = {name: post[name] for name in ("text", "channel", "where", "alt_text")}

    made = answered(send(door, "/publications", [image(scene(1))], None, **texts), 201)

    assert post["photo_ids"] == made["photo_ids"]


def test_a_yes_that_was_withdrawn_in_between_publishes_nothing(
    door: Door, emeka: str, post: Json
) -> None:
    asked = {name: post[name] for name in ("photo_ids", "text", "channel")}
    assert "publish" == door.post("/checks", asked, 200)["answer"]
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    before = row_counts(door)

    problem = door.post("/publications", post, 409)

    assert "not-publishable" == problem["code"]
    assert "do_not_publish: withdrawn" in problem["detail"]
    check_id = door.get("/checks")["items"][-1]["check_id"]
    assert check_id in problem["detail"], "the verdict that stands in the way is recorded"
    after = row_counts(door)
    assert (before["checks"] + 1, 0) == (after["checks"], after["publications"])


def test_a_refusal_does_not_tell_more_than_a_check(door: Door, emeka: str, post: Json) -> None:
    publisher = door.with_key("publications:write")
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    problem = publisher.post("/publications", post, 409)

    assert "do_not_publish: actor_may_not_publish, not_cleared" in problem["detail"]


def test_only_a_publisher_of_the_channel_publishes(door: Door, post: Json) -> None:
    colleague = door.with_key("publications:write", "reasons")

    problem = colleague.post("/publications", post, 409)

    assert "do_not_publish: actor_may_not_publish" in problem["detail"]
    assert [] == door.get("/publications")["items"]


def test_who_is_named_in_words_for_the_blind_is_named(door: Door, post: Json) -> None:
    femi = adult(door, given_name="Femi")
    named = post | {"alt_text": "Femi Dupont nourrit une chèvre"}
    yes(door, femi, version(door, "second"))
    made = door.post("/publications", named)

    door.post("/consents/withdraw", {"person_id": femi, "signatory_id": femi})

    assert [made["id"]] == [each["publication_id"] for each in door.get("/takedowns")["items"]]
    assert "not-publishable" == door.post("/publications", named, 409)["code"]
    assert post["alt_text"] == door.post("/publications", post)["alt_text"]


def test_a_quota_counts_what_was_published(door: Door, post: Json) -> None:
    door.post("/publications", post)
    door.post("/publications", post)

    problem = door.post("/publications", post, 409)

    assert "do_not_publish: quota_reached" in problem["detail"]
    assert 2 == len(door.get("/publications")["items"])


def test_a_quota_holds_when_everybody_publishes_at_once(door: Door, post: Json) -> None:
    with ThreadPoolExecutor(6) as crowd:
        statuses = list(
            crowd.map(lambda _: door.knock("POST", "/publications", post).status_code, range(6))
        )

    assert [201, 201, 409, 409, 409, 409] == sorted(statuses)
    assert 2 == len(door.get("/publications")["items"])


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"channel": None}, "channel"),
        ({"channel": "myspace"}, "channel"),
        ({"photo_ids": [NOBODY]}, "photo"),
        ({"photo_ids": [], "text": ""}, "image"),
        ({"where": "x\u0000"}, "where"),
        ({"alt_text": "x\u202ey"}, "alt_text"),
    ],
)
def test_what_cannot_be_used_is_named(
    door: Door, post: Json, told: dict[str, object], field: str
) -> None:
    assert field == refused(door, "/publications", post | told)["field"]


@pytest.mark.parametrize("field", ["on", "as_of", "known_at", "intent"])
def test_a_publication_is_of_this_very_instant(door: Door, post: Json, field: str) -> None:
    body = post | {field: "2026-01-01T00:00:00Z"}

    assert field == refused(door, "/publications", body, 400)["field"]


def test_the_same_key_records_one_publication(door: Door, post: Json) -> None:
    first = door.post("/publications", post, idempotency_key="post")
    before = row_counts(door)

    assert first == door.post("/publications", post, idempotency_key="post")
    assert before == row_counts(door)
    other = door.knock("POST", "/publications", post | {"where": ""}, idempotency_key="post")
    assert "idempotency-mismatch" == other.json()["code"]


def test_a_key_says_of_no_post_that_it_is_well_after_a_no(
    door: Door, emeka: str, post: Json
) -> None:
    door.post("/publications", post, idempotency_key="post")
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    before = row_counts(door)

    assert "conflict" == door.post("/publications", post, 409, idempotency_key="post")["code"]
    assert before == row_counts(door)


def test_it_takes_the_scope_to_write_publications(door: Door, post: Json) -> None:
    refused(door.with_key("publications:read", "checks"), "/publications", post, 403)


def test_another_organisation_publishes_nothing_of_ours(
    door: Door, stranger: Door, post: Json
) -> None:
    channel(stranger)

    assert "photo" == refused(stranger, "/publications", post)["field"]
    made = door.post("/publications", post)
    stranger.get(f"/publications/{made['id']}", 404)
    assert [] == stranger.get("/publications")["items"]


def test_the_ledger_has_the_verdict_and_the_publication(door: Door, emeka: str, post: Json) -> None:
    made = door.post("/publications", post)

    lines = {each["kind"]: each for each in door.entries()[-2:]}
    recorded = lines["publication:recorded"]
    assert {"check:answered", "publication:recorded"} == set(lines)
    assert made["check_id"] == lines["check:answered"]["payload"]["check_id"]
    assert made["id"] == recorded["payload"]["publication"]["id"]
    assert [emeka] == recorded["person_ids"]
    assert "ferme" not in str(lines)
