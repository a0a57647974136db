"""
A complaint is taken in, dealt with in time, answered, and closed for good.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from service.languages.writing import write_day
from tests.api.clock import Clock
from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, channel, published_name, version, yes

WORDS = {"text": "My daughter is on your page", "complainant": "Chika Dupont", "wish": "take_down"}


def filed(door: Door, **told: object) -> Json:
    """
    File a complaint; give what came back.
    """
    return door.post("/complaints", WORDS | told)


def step(door: Door, complaint: Json, kind: str, status: int = 201, **told: object) -> Json:
    """
    Record what was done about a complaint.
    """
    return door.post(f"/complaints/{complaint['id']}/steps", {"kind": kind} | told, status)


def published(door: Door) -> Json:
    """
    Publish the name of Emeka, who said yes; give the publication.
    """
    channel(door, photo_publisher="members")
    yes(door, adult(door), version(door))
    return published_name(door)


def test_a_complaint_gets_a_number_and_deadlines(door: Door) -> None:
    first, second = filed(door), filed(door)

    today = datetime.fromisoformat(first["filed_at"]).date()
    assert (f"{today.year}-0001", f"{today.year}-0002") == (first["number"], second["number"])
    assert first["acknowledge_by"] > str(today - timedelta(days=1))
    assert (False, [], None) == (first["is_closed"], first["steps"], first["breach_notify_by"])


def test_a_complaint_is_found_by_its_number(door: Door) -> None:
    made = filed(door)

    assert made["id"] == door.get(f"/complaints/{made['number']}")["id"]
    assert [made["id"]] == [each["id"] for each in door.get("/complaints")["items"]]
    year, _, number = made["number"].partition("-")
    assert 404 == door.knock("GET", f"/complaints/{int(year) - 1}-{number}").status_code


def test_open_complaints_are_told_from_closed_ones(door: Door) -> None:
    first, second = (door.post("/complaints", {"text": each})["id"] for each in ("One", "Two"))
    door.post(f"/complaints/{first}/close", {"outcome": "not_upheld", "note": "Not ours"}, 200)

    def listed(query: str) -> list[str]:
        return [each["id"] for each in door.get(f"/complaints?{query}")["items"]]

    assert [second] == listed("closed=false")
    assert [first] == listed("closed=true")
    assert [first, second] == listed("")


def test_a_complaint_is_about_something_that_is_there(door: Door, stranger: Door) -> None:
    for field, other in (("person_id", stranger.person()), ("publication_id", NOBODY)):
        problem = door.post("/complaints", WORDS | {field: other}, 422)
        assert field == problem["errors"][0]["field"]
    assert "text" == door.post("/complaints", {"text": " "}, 422)["errors"][0]["field"]


def test_showing_somebody_who_had_refused_may_be_a_breach(door: Door) -> None:
    shown = published(door)
    refusal = {
        "person_id": shown["person_ids"][0],
        "signatory_id": shown["person_ids"][0],
        "capacity": "self",
        "kind": "refused",
        "everywhere": True,
        "matters": ["name"],
    }
    before = filed(door, publication_id=shown["id"])
    door.post("/consents", refusal)

    # The no came after the publication: that was no breach, showing on is another matter.
    assert None is before["breach_notify_by"]
    assert None is filed(door, publication_id=shown["id"])["breach_notify_by"]
    suspected = filed(door, person_id=shown["person_ids"][0])
    filed_at = datetime.fromisoformat(suspected["filed_at"])
    assert filed_at + timedelta(hours=72) == datetime.fromisoformat(suspected["breach_notify_by"])


def test_a_possible_breach_is_decided_before_the_end(door: Door) -> None:
    complaint = filed(door, may_be_breach=True)
    closing = {"outcome": "upheld", "note": "We are sorry."}

    door.post(f"/complaints/{complaint['id']}/close", closing, 409)
    assert "breach" == door.get(f"/complaints/{complaint['id']}")["urgency"]
    assert (
        422
        == door.knock(
            "POST", f"/complaints/{complaint['id']}/steps", {"kind": "breach_dismissed"}
        ).status_code
    )
    step(door, complaint, "breach_dismissed", note="No risk: it was never seen.")
    assert door.post(f"/complaints/{complaint['id']}/close", closing, 200)["is_closed"]


def test_whoever_reads_a_complaint_may_say_that_it_is_a_breach(door: Door) -> None:
    complaint = filed(door)
    assert None is complaint["breach_notify_by"]

    told = step(door, complaint, "breach_suspected", note="The list lay open on the desk")

    filed_at = datetime.fromisoformat(complaint["filed_at"])
    assert filed_at + timedelta(hours=72) == datetime.fromisoformat(told["breach_notify_by"])
    assert "breach" == door.get(f"/complaints/{complaint['id']}")["urgency"]
    step(door, complaint, "breach_suspected", 409)
    closing = {"outcome": "upheld", "note": "We are sorry."}
    door.post(f"/complaints/{complaint['id']}/close", closing, 409)
    step(door, complaint, "breach_notified")
    step(door, complaint, "breach_suspected", 409)
    door.post(f"/complaints/{complaint['id']}/close", closing, 200)


def test_a_closed_complaint_stays_closed(door: Door) -> None:
    complaint = filed(door)
    closing = {"outcome": "partly", "note": "One of two."}
    closed = door.post(f"/complaints/{complaint['id']}/close", closing, 200)

    assert ("partly", True) == (closed["outcome"], closed["is_closed"])
    step(door, complaint, "noted", 409, note="Later")
    door.post(f"/complaints/{complaint['id']}/close", closing, 409)


def test_what_came_down_is_recorded_before_it_is_told(door: Door) -> None:
    shown = published(door)
    complaint = filed(door, publication_id=shown["id"])

    step(door, complaint, "taken_down", 422, publication_id=shown["id"])
    door.post(f"/publications/{shown['id']}/take-down", {"note": "Gone"}, 200)
    done = step(door, complaint, "taken_down", publication_id=shown["id"])

    assert [("taken_down", shown["id"])] == [
        (each["kind"], each["publication_id"]) for each in done["steps"]
    ]


def test_a_deadline_moves_only_as_far_as_the_law_lets_it(door: Door) -> None:
    complaint = filed(door)
    by = datetime.fromisoformat(complaint["answer_by"]).date()

    for days in (0, 61):
        told = {"answer_by": str(by + timedelta(days=days)), "note": "It takes time"}
        step(door, complaint, "extended", 422, **told)
    step(door, complaint, "extended", 422, note="No day")
    step(door, complaint, "noted", 422, note="x", answer_by=str(by + timedelta(days=1)))
    later = str(by + timedelta(days=60))
    extended = step(door, complaint, "extended", answer_by=later, note="It takes time")

    assert later == extended["answer_by"]


def test_a_late_complaint_goes_to_the_legal_contact(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    clock.at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    door = found_then("jacinthes")
    complaint = filed(door)
    urgencies = {}
    for days in (0, 3, 4, 27, 31):
        if days == 4:
            step(door, complaint, "acknowledged")
        clock.at = datetime(2026, 3, 2, 9, tzinfo=UTC) + timedelta(days=days)
        urgencies[days] = door.get(f"/complaints/{complaint['id']}")["urgency"]

    assert {0: "soon", 3: "soon", 4: "open", 27: "soon", 31: "late"} == urgencies
    step(door, complaint, "answered", note="See the letter")
    assert "open" == door.get(f"/complaints/{complaint['id']}")["urgency"]


def test_a_complaint_that_is_late_from_the_first_day_on(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    clock.at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    door = found_then("jacinthes")
    complaint = filed(door)
    clock.at += timedelta(days=4)

    assert "late" == door.get(f"/complaints/{complaint['id']}")["urgency"]


def test_a_legal_hold_keeps_what_was_recorded(door: Door) -> None:
    person_id = door.person()
    complaint = filed(door, person_id=person_id, legal_hold=True)

    door.delete(f"/people/{person_id}", 409)
    door.post(f"/holds/{complaint['legal_hold_id']}/lift", {}, 200)
    door.delete(f"/people/{person_id}", 204)
    door.post("/complaints", WORDS | {"legal_hold": True}, 422)


def test_an_erasure_takes_the_words_and_leaves_the_complaint(door: Door) -> None:
    person_id = door.person(given_name="Léa", family_name="Dupont")
    complaint = filed(door, person_id=person_id, text="Léa Dupont is on your page")
    step(door, complaint, "noted", note="Léa Dupont came by")
    door.delete(f"/people/{person_id}", 204)

    left = door.get(f"/complaints/{complaint['id']}")

    assert "[erased]" == left["text"]
    assert "[erased]" == left["complainant"]  # Chika Dupont bears the name
    assert ["[erased]"] == [each["note"] for each in left["steps"]]


@pytest.mark.parametrize(
    ("language", "word"),
    [("fr-BE", "plainte"), ("nl", "klacht"), ("de", "Beschwerde"), ("en", "complain")],
)
def test_letters_are_written_in_the_language_of_whoever_complains(
    door: Door, language: str, word: str
) -> None:
    complaint = filed(door, language=language)
    url = f"/complaints/{complaint['id']}/letter"
    assert 409 == door.knock("GET", f"{url}?kind=closing").status_code
    arrived = door.get(url)
    note = "Because <so> it is {not} ours."
    door.post(f"/complaints/{complaint['id']}/close", {"outcome": "not_upheld", "note": note}, 200)

    closing = door.get(f"{url}?kind=closing")

    by = datetime.fromisoformat(complaint["answer_by"])
    assert write_day(by, language) in arrived["text"]
    for letter in (arrived, closing):
        assert word.lower() in letter["text"].lower()
        assert complaint["number"] in letter["subject"]
        assert "Chika Dupont" in letter["text"]
    assert note in closing["text"]


def test_filing_twice_with_one_key_files_once(door: Door) -> None:
    first = door.post("/complaints", WORDS, idempotency_key="same")
    second = door.post("/complaints", WORDS, idempotency_key="same")

    assert first["id"] == second["id"]
    assert 1 == len(door.get("/complaints")["items"])


def test_only_whoever_may_read_complaints_reads_them(door: Door) -> None:
    complaint = filed(door)
    reader = door.with_key("complaints:read")

    assert 200 == reader.knock("GET", f"/complaints/{complaint['id']}").status_code
    assert 403 == reader.knock("POST", "/complaints", WORDS).status_code
    assert 403 == door.with_key("checks").knock("GET", "/complaints").status_code
