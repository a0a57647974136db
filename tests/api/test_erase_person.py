"""
Somebody is erased, and nothing of them is left but what must be proven.
"""

from dataclasses import replace
from hashlib import sha256

import pytest

from service.decision.ids import EvidenceId, SignatoryId
from service.errors import NotFound
from tests.api.door import NOBODY, Door
from tests.api.office import channel, photo_of_emeka, saying_yes, send, version
from tests.persistence.make_mail import make_letter


def _everything(door: Door) -> str:
    """
    Read all that the organisation can still read.
    """
    paths = ("/people", "/signatories", "/holds", "/people/export", "/keys")
    return "".join(door.knock("GET", path).text for path in paths) + str(door.entries())


def test_no_trace_of_the_name_is_left(door: Door) -> None:
    lea = door.person(given_name="Cunégonde", family_name="Vandersmissen", external_id="7")
    anne = door.signatory(given_name="Hildegarde", family_name="Vandersmissen")
    door.authority(lea, anne, proof="Certificate of Cunégonde, seen", verified=True)
    door.patch(f"/people/{lea}", {"aliases": ["Cucu"]})
    door.get(f"/people/{lea}")

    door.delete(f"/people/{lea}", 204)

    left = _everything(door)
    for word in ("Cunégonde", "Vandersmissen", "Hildegarde", "Cucu"):
        assert word not in left
    for path in ("", "/history", "/lookups", "/authorities", "/protections"):
        assert "not-found" == door.get(f"/people/{lea}{path}", 404)["code"]
    door.get(f"/signatories/{anne}", 404)
    door.delete(f"/people/{lea}", 404)


def test_nothing_is_said_of_them_any_more_in_the_ledger(door: Door) -> None:
    lea = door.person()
    before = door.post("/ledger/verify", None, 200)

    door.delete(f"/people/{lea}", 204)

    after = door.post("/ledger/verify", None, 200)
    entries = [entry for entry in door.entries() if lea in entry["person_ids"]]
    assert after["holds"] is True
    assert before["size"] + 1 == after["size"]
    assert 1 == after["erased"]
    assert ["person:erased"] == [entry["kind"] for entry in entries]


def test_a_parent_of_somebody_else_too_stays(door: Door) -> None:
    lea, tom, anne = door.person(), door.person(given_name="Tom"), door.signatory()
    door.authority(lea, anne)
    door.authority(tom, anne)

    door.delete(f"/people/{lea}", 204)

    assert anne == door.get(f"/signatories/{anne}")["id"]
    assert 1 == len(door.get(f"/people/{tom}/authorities")["items"])

    door.delete(f"/people/{tom}", 204)

    door.get(f"/signatories/{anne}", 404)


def test_the_outside_number_is_free_again(door: Door) -> None:
    door.delete(f"/people/{door.person(external_id='7')}", 204)

    assert door.person(external_id="7")


def test_a_legal_hold_keeps_the_evidence(door: Door) -> None:
    unit_id = door.unit()
    lea = door.person(memberships=[{"unit_id": unit_id}])
    for place in ({"person_id": lea}, {"unit_id": unit_id}, {}):
        hold = door.post("/holds", {"kind": "legal", **place})["id"]

        assert "conflict" == door.delete(f"/people/{lea}", 409)["code"]

        door.post(f"/holds/{hold}/lift", None, 200)
    door.post("/holds", {"kind": "legal", "unit_id": door.unit("Another")})
    door.post("/holds", {"kind": "crisis"})

    door.delete(f"/people/{lea}", 204)


def test_erasing_needs_an_administrator(door: Door) -> None:
    lea = door.person()

    door.with_key("people:read", "people:write").delete(f"/people/{lea}", 403)
    door.delete(f"/people/{NOBODY}", 404)
    assert lea == door.get(f"/people/{lea}")["id"]


def test_a_request_that_entered_them_does_not_bring_them_back(door: Door) -> None:
    told = {"given_name": "Léa", "family_name": "Dupont", "category": "beneficiary"}
    lea = door.post("/people", told, idempotency_key="lea")["id"]
    door.delete(f"/people/{lea}", 204)

    door.post("/people", told, 404, idempotency_key="lea")


def test_scans_of_what_they_signed_go_with_them(door: Door) -> None:
    lea = door.person(born_on="1990-05-04")
    channel(door)
    act = door.post("/consents", saying_yes(lea, version(door)))
    scan = ("file", ("scan.png", b"a signed form", "image/png"))
    added = send(door, f"/consents/{act['id']}/evidence", [scan]).json()
    database = door.house.registry.mail.deliver_letters.database

    door.delete(f"/people/{lea}", 204)

    with database.look(door.organisation.id) as work:
        kept = work.acts.get_evidence(EvidenceId(added["evidence_id"]))
    assert (b"[erased]", sha256(b"a signed form").hexdigest()) == (kept.content, kept.digest)
    assert door.post("/ledger/verify", None, 200)["holds"] is True


def test_letters_about_somebody_go_with_them(door: Door) -> None:
    lea = door.person()
    database = door.house.registry.mail.deliver_letters.database
    letter = replace(make_letter(), about=(lea,), recipient_id=SignatoryId("somebody-else"))
    with database.begin(door.organisation.id) as work:
        work.outbox.add(letter)
        work.commit()

    door.delete(f"/people/{lea}", 204)

    with database.look(door.organisation.id) as work:
        assert not work.outbox.story_of(letter.id).is_waiting
        with pytest.raises(NotFound):
            work.outbox.get(letter.id)


def test_what_would_go_and_what_would_stay_is_told_first(door: Door) -> None:
    photo = photo_of_emeka(door)
    emeka = door.get(f"/photos/{photo}")["depictions"][0]["person_id"]
    channel(door, "intern", name="Intern", audience="organisation")
    facebook = door.get("/channels")["items"][0]["id"]
    door.patch(f"/channels/{facebook}", {"photo_publisher": "members"})
    post = {"photo_ids": [photo], "channel": "facebook"}
    door.post("/publications", post)
    made = door.post("/publications", post)
    door.post(f"/publications/{made['id']}/take-down", {}, 200)
    tom, anne, bram = door.person(given_name="Tom"), door.signatory(), door.signatory()
    for whom, who in ((emeka, anne), (emeka, bram), (tom, bram)):
        door.authority(whom, who, kind="representative", basis="judgment")
    door.post("/holds", {"kind": "restriction", "person_id": emeka})
    before = door.entries()

    told = door.get(f"/people/{emeka}/erasure")

    assert before == door.entries()
    entries = sum(emeka in each["person_ids"] for each in before)
    assert told == {
        "is_kept": False,
        "speaks_alone": False,
        "signatory_ids": [anne],
        "entries": entries,
        "acts": 1,
        "photos": 1,
        "live": 1,
        "down": 1,
        "hold_kinds": ["restriction"],
    }


def test_a_legal_hold_is_told_of_before_anybody_tries(door: Door) -> None:
    lea = door.person()
    door.post("/holds", {"kind": "legal"})

    assert door.get(f"/people/{lea}/erasure")["is_kept"]


def test_only_who_erases_is_told_what_would_go(door: Door) -> None:
    lea = door.person()

    door.with_key("people:read", "audit").get(f"/people/{lea}/erasure", 403)
    door.get(f"/people/{NOBODY}/erasure", 404)
