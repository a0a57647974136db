"""
Somebody asks: may this be published there, then?
"""

from dataclasses import replace

import pytest

from service.decision.case import Use
from service.decision.ids import PersonId
from service.decision.terms import Matter
from service.errors import NotPublishable, TooMany
from service.usecases.checks import Budget, CheckQuestion
from service.usecases.publications import PublicationDetails
from tests.api.door import NOBODY, Door, Json
from tests.api.office import (
    FACEBOOK,
    adult,
    answer,
    channel,
    refused,
    row_counts,
    version,
    yes,
)

EMEKA = {"names": ["Emeka Dupont"], "channel": "facebook"}
SHAPE = {
    "check_id",
    "answer",
    "reasons",
    "obligations",
    "next_step",
    "pictures",
    "for_date",
    "evaluated_at",
    "channels",
}


@pytest.fixture
def emeka(door: Door) -> str:
    """
    Let Emeka say yes to Facebook, and to no other page; give his id.
    """
    channel(door, "website")
    door.post("/channels", FACEBOOK)
    person = adult(door)
    yes(door, person, version(door))
    return person


def test_the_answer_says_why_and_what_to_do_next(door: Door, emeka: str) -> None:
    found = door.post("/checks", EMEKA | {"channel": "website"}, 200)

    assert SHAPE == set(found)
    assert "ask" == found["answer"]
    (reason,) = found["reasons"]
    expected = {"code": "never_asked", "effect": "ask", "person_id": emeka, "matter": "name"}
    assert expected | {"row": "A1"} == reason
    assert "ask_contact" == found["next_step"]["action"]
    assert "Nadia Peeters" == found["next_step"]["contact"]["name"]
    assert found["evaluated_at"].startswith(found["for_date"][:8])
    assert found == door.get(f"/checks/{found['check_id']}")


def test_without_a_channel_every_channel_is_answered(door: Door, emeka: str) -> None:
    assert emeka
    found = door.post("/checks", {"names": ["Emeka Dupont"]}, 200)

    by_slug = {each["id"]: each["slug"] for each in door.get("/channels")["items"]}
    answers = {by_slug[name]: each["answer"] for name, each in found["channels"].items()}
    assert {"facebook": "publish", "website": "ask"} == answers
    assert "ask" == found["answer"], "whoever reads only that is told what holds everywhere"


@pytest.mark.parametrize(
    "word", ["facebook", "https://www.facebook.com/LesJacinthes/?fbclid=x", "id"]
)
def test_a_channel_is_asked_for_by_short_name_address_or_id(
    door: Door, emeka: str, word: str
) -> None:
    assert emeka
    ids = {each["slug"]: each["id"] for each in door.get("/channels")["items"]}

    assert "publish" == answer(door, channel=ids["facebook"] if word == "id" else word)


def test_nothing_may_be_published_on_a_page_that_is_not_registered(door: Door, emeka: str) -> None:
    assert emeka
    found = door.post("/checks", EMEKA | {"channel": "facebook.com/LesJacinthesPrive"}, 200)

    assert "do_not_publish" == found["answer"]
    assert ["channel_unregistered"] == [each["code"] for each in found["reasons"]]


def test_a_caption_is_read_for_names(door: Door, emeka: str) -> None:
    assert emeka
    text = "Hier, Emeka Dupont a nourri les chèvres."

    assert "publish" == answer(door, names=[], text=text)
    assert "ask" == answer(door, names=[], text=text, channel="website")


def test_a_caption_that_names_nobody_may_go(door: Door, emeka: str) -> None:
    assert emeka
    found = door.post("/checks", {"text": "Hier, les chèvres.", "channel": "facebook"}, 200)

    assert ("publish", []) == (found["answer"], found["reasons"])


def test_another_use_of_a_person_is_asked_for(door: Door, emeka: str) -> None:
    body = {"channel": "facebook", "uses": [{"person_id": emeka, "matter": "voice"}]}
    found = door.post("/checks", body, 200)

    assert ("ask", "voice") == (found["answer"], found["reasons"][0]["matter"])


def test_a_name_that_means_nobody_is_asked_about(door: Door, emeka: str) -> None:
    assert emeka
    found = door.post("/checks", EMEKA | {"names": ["Quentin Unknown"]}, 200)

    assert ("ask", "unknown_person") == (found["answer"], found["reasons"][0]["code"])


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"names": []}, "image"),
        ({"names": [], "text": " \n"}, "image"),
        ({"names": [" "]}, "name"),
        ({"names": ["Emeka"] * 101}, "name"),
        ({"photo_ids": [NOBODY] * 21}, "image"),
        ({"text": "a" * 20_001}, "text"),
        ({"channel": "myspace"}, "channel"),
        ({"channel": NOBODY}, "channel"),
        ({"channel": ""}, "channel"),
        ({"channel": "https://[::1/x"}, "channel"),
        ({"photo_ids": [NOBODY]}, "photo"),
        ({"on": "2020-01-01"}, "on"),
        ({"on": "2999-01-01", "as_of": "2020-01-01T00:00:00Z"}, "as_of"),
        ({"on": "9999-12-31"}, "on"),
        ({"as_of": "9999-12-31T23:59:59-12:00"}, "as_of"),
        ({"as_of": "9999-12-31T23:59:59Z"}, "as_of"),
        ({"as_of": "0001-01-01T00:00:00Z"}, "as_of"),
        ({"known_at": "0001-01-01T00:00:00+12:00"}, "known_at"),
    ],
)
def test_what_cannot_be_asked_is_named(
    door: Door, emeka: str, told: dict[str, object], field: str
) -> None:
    assert emeka
    assert field == refused(door, "/checks", EMEKA | told)["field"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"nmaes": ["Emeka"]}, "nmaes"),
        ({"purpose": "fame"}, "purpose"),
        ({"intent": "maybe"}, "intent"),
        ({"on": "tomorrow"}, "on"),
        ({"as_of": "2020-01-01T00:00:00"}, "as_of"),
        ({"names": "Emeka"}, "names"),
        ({"uses": [{"person_id": NOBODY}]}, "uses.0.matter"),
    ],
)
def test_what_is_misspelt_is_named(door: Door, told: dict[str, object], field: str) -> None:
    assert field == refused(door, "/checks", EMEKA | told, 400)["field"]


def test_a_body_that_is_no_json_is_refused(door: Door) -> None:
    client, headers = door.house.client, {"authorization": f"Bearer {door.key}"}
    for content, kind, status in (
        (b"{", "application/json", 400),
        (b'{"names": ["\xff"]}', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"names=Emeka", "application/x-www-form-urlencoded", 415),
        (b"", "", 400),
    ):
        sent = headers | ({"content-type": kind} if kind else {})
        response = client.post("/api/v1/checks", content=content, headers=sent)

        assert status == response.status_code, content[:20]


def test_looking_back_takes_the_scope_of_an_auditor(door: Door, emeka: str) -> None:
    checker = door.with_key("checks")
    for told in ({"as_of": "2026-01-01T00:00:00Z"}, {"known_at": "2026-01-01T00:00:00Z"}):
        refused(checker, "/checks", EMEKA | told, 403)

    no = door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    given_at = door.get(f"/consents?person_id={emeka}")["items"][0]["recorded_at"]

    assert "do_not_publish" == answer(door)
    assert "publish" == answer(door, known_at=given_at, as_of=given_at)
    assert "do_not_publish" == answer(door, as_of=no["recorded_at"])


def test_it_takes_the_scope_to_check(door: Door, emeka: str) -> None:
    assert emeka
    refused(door.with_key("reasons"), "/checks", EMEKA, 403)


def _shown(door: Door, **told: object) -> Json:
    found = door.post("/checks", EMEKA | told, 200)
    return {name: found[name] for name in ("answer", "reasons", "next_step")}


def test_a_checker_learns_that_it_is_not_cleared_and_not_why(door: Door, emeka: str) -> None:
    checker = door.with_key("checks")
    asked = _shown(checker, channel="website")
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})
    found = checker.post("/checks", EMEKA, 200)

    assert [{"code": "not_cleared", "effect": "ask"}] == asked["reasons"]
    assert [{"code": "not_cleared", "effect": "deny"}] == found["reasons"]
    assert emeka not in str(found)


def test_unknown_and_unseen_names_are_answered_alike(door: Door, emeka: str) -> None:
    assert emeka
    educator = door.with_key("checks", units=[door.unit()])

    unseen = _shown(educator)
    unknown = _shown(educator, names=["Quentin Unknown"])

    assert unknown == unseen


@pytest.mark.usefixtures("emeka")
def test_the_same_key_asks_once(door: Door) -> None:
    first = door.post("/checks", EMEKA, 200, idempotency_key="ask")
    before = row_counts(door)
    again = door.post("/checks", EMEKA, 200, idempotency_key="ask")
    other = door.knock("POST", "/checks", EMEKA | {"text": "Hello"}, idempotency_key="ask")

    assert first == again
    assert "idempotency-mismatch" == other.json()["code"]
    assert before["checks"] == row_counts(door)["checks"]


def test_every_question_is_counted_and_shown_to_whom_it_is_about(door: Door, emeka: str) -> None:
    found = door.post("/checks", EMEKA, 200)

    last = door.entries()[-1]
    assert ("check:answered", [emeka]) == (last["kind"], last["person_ids"])
    assert found["check_id"] == last["payload"]["check_id"]
    lookups = door.get(f"/people/{emeka}/lookups")["items"]
    assert [found["check_id"]] == [each["check_id"] for each in lookups]


def test_nothing_that_was_written_about_is_kept(door: Door, emeka: str) -> None:
    assert emeka
    door.post("/checks", EMEKA | {"text": "Emeka Dupont et son goûter secret"}, 200)

    assert not [word for word in ("Emeka", "secret") if word in str(door.entries()[-1])]


def test_a_budget_ends_fishing(door: Door, emeka: str) -> None:
    registry = door.house.registry
    check_post = replace(registry.checks.check_post, budget=Budget(2))
    caller = registry.keys.identify_key(door.key)
    question = CheckQuestion(uses=(Use(PersonId(emeka), Matter.NAME),))
    for _ in range(2):
        check_post(caller, question)
    before = row_counts(door)

    with pytest.raises(TooMany):
        check_post(caller, question)
    assert before == row_counts(door)


def test_refused_publications_are_questions_too(door: Door, emeka: str) -> None:
    registry = door.house.registry
    record_publication = replace(registry.publications.record_publication, budget=Budget(1))
    caller = registry.keys.identify_key(door.key)
    uses = (Use(PersonId(emeka), Matter.NAME),)
    details = PublicationDetails(CheckQuestion(uses=uses, channel="facebook"))
    with pytest.raises(NotPublishable):
        record_publication(caller, details)
    before = row_counts(door)

    with pytest.raises(TooMany):
        record_publication(caller, details)
    assert before == row_counts(door)


def test_another_organisation_knows_nothing(door: Door, stranger: Door, emeka: str) -> None:
    stranger.post("/channels", FACEBOOK)
    theirs = stranger.post("/checks", EMEKA, 200)
    used = [{"person_id": emeka, "matter": "name"}]
    using = stranger.post("/checks", {"uses": used, "channel": "facebook"}, 200)

    assert ["unknown_person"] == [each["code"] for each in theirs["reasons"]]
    assert ["unknown_person"] == [each["code"] for each in using["reasons"]]
    stranger.get(f"/checks/{door.post('/checks', EMEKA, 200)['check_id']}", 404)
