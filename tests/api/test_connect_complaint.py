"""
What a complaint is about is found out later, and what follows from it follows then.
"""

from datetime import datetime, timedelta

import pytest

from service.ledger.archive import read_archive
from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, channel, register, scene, version, yes
from tests.api.test_complaints import WORDS, filed, published, step
from tests.api.test_exports import taken, told_in, verified

REFUSED = {"capacity": "self", "kind": "refused", "everywhere": True, "matters": ["name"]}


def refuse(door: Door, person_id: str) -> None:
    """
    Say no everywhere, in the person's own name.
    """
    door.post("/consents", REFUSED | {"person_id": person_id, "signatory_id": person_id})


def test_a_complaint_is_connected_with_whom_it_is_about(door: Door) -> None:
    shown = published(door)
    emeka = shown["person_ids"][0]
    complaint = filed(door)

    done = step(door, complaint, "connected", person_id=emeka, publication_id=shown["id"])

    assert (emeka, shown["id"]) == (done["person_id"], done["publication_id"])
    for query in (f"person_id={emeka}", f"publication_id={shown['id']}"):
        assert [complaint["id"]] == [
            each["id"] for each in door.get(f"/complaints?{query}")["items"]
        ]
    assert [] == door.get(f"/complaints?person_id={door.person()}")["items"]


def test_a_complaint_is_connected_with_something_that_is_there(door: Door, stranger: Door) -> None:
    complaint = filed(door)

    step(door, complaint, "connected", 422)
    step(door, complaint, "connected", 422, person_id=stranger.person())
    step(door, complaint, "connected", 422, publication_id=NOBODY)
    step(door, complaint, "noted", 422, note="x", person_id=door.person())


@pytest.mark.parametrize("kind", ["noted", "acknowledged", "breach_notified", "answered"])
def test_a_step_names_a_publication_that_is_there(door: Door, stranger: Door, kind: str) -> None:
    shown, elsewhere = published(door), published(stranger)
    complaint = filed(door)

    for other in (NOBODY, elsewhere["id"]):
        problem = step(door, complaint, kind, 422, note="x", publication_id=other)
        assert "publication_id" == problem["field"]
    assert [] == door.get(f"/complaints/{complaint['id']}")["steps"]

    done = step(door, complaint, kind, note="x", publication_id=shown["id"])
    assert [shown["id"]] == [each["publication_id"] for each in done["steps"]]


def test_the_hours_of_a_breach_run_from_when_it_was_filed(door: Door) -> None:
    emeka = door.person()
    refuse(door, emeka)
    complaint = filed(door)
    assert None is complaint["breach_notify_by"]

    done = step(door, complaint, "connected", person_id=emeka)

    until = datetime.fromisoformat(complaint["filed_at"]) + timedelta(hours=72)
    assert until == datetime.fromisoformat(done["breach_notify_by"])
    assert "breach" == door.get(f"/complaints/{complaint['id']}")["urgency"]


def test_an_erasure_takes_the_words_of_a_complaint_that_was_connected(door: Door) -> None:
    person_id = door.person(given_name="Léa", family_name="Dupont")
    complaint = filed(door, text="Léa Dupont is on your page", complainant="Her aunt")
    step(door, complaint, "connected", person_id=person_id, note="It is Léa Dupont")
    door.delete(f"/people/{person_id}", 204)

    left = door.get(f"/complaints/{complaint['id']}")

    assert ("[erased]", "[erased]") == (left["text"], left["steps"][0]["note"])


def test_what_is_done_under_the_number_of_a_complaint_is_kept(door: Door) -> None:
    complaint = filed(door)
    path = f"/complaints/{complaint['number']}"

    door.post(f"{path}/steps", {"kind": "acknowledged"})
    door.post(f"{path}/close", {"outcome": "partly", "note": "One of two."}, 200)

    found = door.get(f"/complaints/{complaint['id']}")
    assert ["acknowledged", "closed"] == [each["kind"] for each in found["steps"]]


def test_a_complaint_asks_for_a_publication_to_come_down(door: Door) -> None:
    shown = published(door)
    complaint = filed(door)
    demand = f"/complaints/{complaint['id']}/take-down"
    door.post(demand, {}, 422)
    step(door, complaint, "connected", publication_id=shown["id"])

    (opened,) = door.post(demand, {})["takedown_ids"]

    task = door.get(f"/takedowns/{opened}")
    assert ("requested", shown["id"]) == (task["cause"], task["publication_id"])
    door.post(demand, {}, 409)
    assert 403 == door.with_key("complaints:read").knock("POST", demand, {}).status_code
    told = [each["kind"] for each in _story(door, shown)]
    assert {"complaint:filed", "complaint:noted", "takedown:opened"} <= set(told)


def test_a_legal_hold_of_a_complaint_stops_what_is_live(door: Door) -> None:
    shown = published(door)

    filed(door, person_id=shown["person_ids"][0], legal_hold=True)

    assert [shown["id"]] == [each["publication_id"] for each in door.get("/takedowns")["items"]]


def test_the_closing_letter_is_read_before_anything_is_closed(door: Door) -> None:
    complaint = filed(door, language="nl")
    told = {"outcome": "upheld", "note": "Het spijt ons."}

    letter = door.post(f"/complaints/{complaint['id']}/letter", told, 200)

    assert ("nl", True) == (letter["language"], "Het spijt ons." in letter["text"])
    assert not door.get(f"/complaints/{complaint['id']}")["is_closed"]
    door.post(f"/complaints/{complaint['id']}/letter", told | {"note": " "}, 422)
    door.post(f"/complaints/{complaint['id']}/close", told, 200)
    door.post(f"/complaints/{complaint['id']}/letter", told, 409)


def test_an_export_of_a_connected_complaint_holds_what_it_is_about(door: Door) -> None:
    shown = published(door)
    complaint = door.post("/complaints", WORDS)
    step(door, complaint, "connected", publication_id=shown["id"])

    content = taken(door, complaint_id=complaint["id"])

    verified(door, content)
    (publication,) = told_in(read_archive(content), "records/publications.json")
    assert shown["id"] == publication["record"]["id"]


def test_whoever_deals_with_one_unit_reaches_what_is_of_that_unit(door: Door) -> None:
    own, other = door.unit("Kitchen"), door.unit("Garden")
    channel(door, photo_publisher="members", unit_id=other)
    shown, form = [], version(door)
    for name, unit_id in (("Emeka", own), ("Ines", other)):
        person_id = adult(door, given_name=name, memberships=[{"unit_id": unit_id}])
        yes(door, person_id, form)
        told = {"names": [f"{name} Dupont"], "channel": "facebook"}
        shown.append(door.post("/publications", told))
    of_own, of_other = shown
    about = {"person_id": of_own["person_ids"][0]}
    dealer = door.with_key("complaints:write", "complaints:read", "holds:write", units=[own])
    complaint = filed(dealer, **about)

    for kind in ("connected", "taken_down", "noted"):
        named = step(dealer, complaint, kind, 422, note="x", publication_id=of_other["id"])
        absent = step(dealer, complaint, kind, 422, note="x", publication_id=NOBODY)
        assert absent["errors"] == named["errors"]
    dealer.post("/complaints", WORDS | about | {"publication_id": of_other["id"]}, 422)
    depicted = [{"person_id": of_other["person_ids"][0]}]
    photo = {"photo_id": register(door, scene(1), depictions=depicted)["id"]}
    dealer.post("/complaints", WORDS | about | photo, 422)
    dealer.post("/holds", {"kind": "legal"} | photo, 422)

    step(dealer, complaint, "connected", publication_id=of_own["id"])
    dealer.post(f"/complaints/{complaint['id']}/take-down", {})
    assert [of_own["id"]] == [each["publication_id"] for each in door.get("/takedowns")["items"]]


def _story(door: Door, publication: Json) -> list[Json]:
    door.post("/ledger/verify", {}, 200)
    lines: list[Json] = door.get(f"/stories?publication_id={publication['id']}")
    return lines
