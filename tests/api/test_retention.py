"""
What has been kept long enough is shown first, and goes exactly as it was shown.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from service.decision.ids import EvidenceId
from tests.api.clock import Clock
from tests.api.door import Door, Json
from tests.api.office import channel, register, saying_yes, scene, send, version, yes
from tests.api.test_complaints import filed, step

THEN = datetime(2010, 3, 2, 9, tzinfo=UTC)
LATER = THEN + timedelta(days=12 * 366)


@pytest.fixture
def old(found_then: Callable[[str], Door], clock: Clock) -> Door:
    """
    Give a house where much was said twelve years ago, and nothing since.
    """
    clock.at = THEN
    door = found_then("jacinthes")
    channel(door, photo_publisher="members")
    lea = door.person(born_on="1980-05-04", left_on="2010-03-01")
    act = door.post("/consents", saying_yes(lea, version(door)))
    scan = ("file", ("scan.png", b"a signed form", "image/png"))
    send(door, f"/consents/{act['id']}/evidence", [scan])
    door.post("/checks", {"names": ["Léa Dupont"], "channel": "facebook"}, 200)
    complaint = filed(door, person_id=lea)
    for kind in ("acknowledged", "answered"):
        step(door, complaint, kind, note="We answered Chika")
    door.post(
        f"/complaints/{complaint['id']}/close",
        {"outcome": "upheld", "note": "Chika was right"},
        200,
    )
    filed(door)
    return door


def counts(plan: Json) -> dict[str, int]:
    """
    Give how many of each class would go.
    """
    return {each["kept_class"]: each["count"] for each in plan["classes"] if each["count"]}


def test_nothing_is_due_before_its_time(old: Door, clock: Clock) -> None:
    clock.at = THEN + timedelta(days=1000)

    plan = old.get("/retention/plan")

    assert ({}, 0) == (counts(plan), plan["count"])
    drafts = next(each for each in plan["classes"] if each["kept_class"] == "drafts")
    assert (True, 1.0) == (drafts["automatic"], drafts["kept_days"])


def test_exactly_what_was_shown_goes(old: Door, clock: Clock) -> None:
    clock.at = LATER
    plan = old.get("/retention/plan")
    assert {"former_people": 1, "evidence": 1, "checks": 1, "complaints": 1} == counts(plan)
    check = old.get("/checks")["items"][0]["check_id"]
    complaint = old.get("/complaints")["items"][0]
    kept = old.get("/consents")["items"][0]

    gone = old.post("/retention/apply", {"plan": plan["plan"]}, 200)["gone"]

    assert {"evidence": 1, "checks": 1, "complaints": 1, "former_people": 1} == gone
    assert 404 == old.knock("GET", f"/checks/{check}").status_code
    assert [] == old.get("/people")["items"]
    told = old.get(f"/complaints/{complaint['id']}")
    assert "Chika" not in str(told)
    assert told["is_closed"]
    assert {} == counts(old.get("/retention/plan"))
    assert old.post("/ledger/verify", None, 200)["holds"] is True
    applied = [each for each in old.entries() if each["kind"] == "retention:applied"]
    assert gone == {each["payload"]["class"]: each["payload"]["count"] for each in applied}
    with old.house.registry.mail.deliver_letters.database.look(old.organisation.id) as work:
        evidence = work.acts.get_evidence(EvidenceId(kept["evidence_id"]))
    assert b"[erased]" == evidence.content


def test_a_plan_is_refused_when_something_changed(old: Door, clock: Clock) -> None:
    clock.at = LATER
    plan = old.get("/retention/plan")["plan"]
    hold = old.post("/holds", {"kind": "legal"})["id"]

    held = old.get("/retention/plan")
    refused = old.post("/retention/apply", {"plan": plan}, 409)

    assert "look again" in refused["detail"]
    assert {} == counts(held)
    assert 4 == sum(each["held"] for each in held["classes"])
    clock.at += timedelta(hours=1)
    old.post(f"/holds/{hold}/lift", None, 200)
    clock.at += timedelta(days=1)
    old.post("/retention/apply", {"plan": plan}, 409)


def test_a_hold_on_one_person_keeps_what_is_about_them(old: Door, clock: Clock) -> None:
    clock.at = LATER
    lea = old.get("/people")["items"][0]["id"]
    old.post("/holds", {"kind": "legal", "person_id": lea})

    plan = old.get("/retention/plan")

    assert {} == counts(plan)
    assert 1 <= next(each["held"] for each in plan["classes"] if each["kept_class"] == "evidence")


def test_what_a_publication_rests_on_stays(old: Door, clock: Clock) -> None:
    emeka = old.person(given_name="Emeka", family_name="Nkosi", born_on="1980-05-04")
    old.post("/consents", saying_yes(emeka, old.get("/consents")["items"][0]["form_version_id"]))
    old.post("/publications", {"names": ["Emeka Nkosi"], "channel": "facebook"})
    clock.at = LATER

    assert 1 == counts(old.get("/retention/plan"))["checks"]


def test_retention_is_for_who_keeps_the_whole_house(old: Door) -> None:
    auditor, registrar = old.with_key("audit", "people:read"), old.with_key("people:read")

    assert old.get("/retention/plan") == auditor.get("/retention/plan")
    auditor.get("/retention/erased", 403)
    auditor.post("/retention/apply", {"plan": "0" * 64}, 403)
    registrar.get("/retention/plan", 403)


def test_what_was_erased_is_listed_and_erased_again(old: Door, stranger: Door) -> None:
    lea = old.get("/people")["items"][0]["id"]
    old.delete(f"/people/{lea}", 204)
    note = old.knock("GET", "/retention/erased").text

    assert f"\nperson {lea}\n" in note
    done = old.post("/retention/reapply", {"erased": note}, 200)
    assert {"erased": 0, "gone": 1, "kept": []} == done
    stranger.post("/retention/reapply", {"erased": note}, 422)
    forged = note.replace(lea, lea[::-1])
    old.post("/retention/reapply", {"erased": forged}, 422)


def test_a_photo_stays_on_the_list_when_whoever_was_in_it_is_erased(door: Door) -> None:
    lea = door.person()
    photo = register(door, scene(1), depictions=[{"person_id": lea}])["id"]
    door.delete(f"/photos/{photo}", 204)
    door.delete(f"/people/{lea}", 204)

    lines = door.knock("GET", "/retention/erased").text.splitlines()

    assert {f"photo {photo}", f"person {lea}"} <= set(lines)


def test_whoever_is_still_here_by_another_record_loses_no_no(old: Door, clock: Clock) -> None:
    (lea,) = old.get("/people")["items"]
    back = old.person(born_on="1980-05-04")
    yes(old, back, version(old))
    no = {"capacity": "self", "kind": "refused", "channels": ["facebook"]}
    old.post("/consents", {"person_id": lea["id"], "signatory_id": lea["id"]} | no)
    old.post(f"/people/{back}/pairs", {"other_id": lea["id"], "verdict": "same"})
    clock.at = LATER
    assert "former_people" not in counts(old.get("/retention/plan"))

    old.patch(f"/people/{back}", {"left_on": "2010-04-01"})
    assert 2 == counts(old.get("/retention/plan"))["former_people"]
