"""
An export proves itself, withholds others, and is written down.
"""

import json
from typing import Any

import pytest

from service.ledger.archive import read_archive
from service.ledger.ed25519 import check_ed25519
from service.ledger.exported import Trust, VerifiedExport, verify_export
from tests.api.door import NOBODY, Door, Json
from tests.api.office import (
    OWN_PHOTO,
    adult,
    channel,
    published_name,
    register,
    scene,
    send,
    version,
    yes,
)
from tests.api.test_complaints import filed

Members = dict[str, bytes]


def taken(door: Door, **told: object) -> bytes:
    """
    Make an export; give the file.
    """
    response = door.knock("POST", "/exports", told)
    assert (200, "application/zip") == (response.status_code, response.headers["content-type"])
    return response.content


def verified(door: Door, content: bytes) -> VerifiedExport:
    """
    Verify an export with the key that the house tells everybody.
    """
    vkey = door.post("/ledger/verify", {}, 200)["vkey"]
    return verify_export(content, Trust(check_ed25519, (vkey,)))


def told_in(members: Members, name: str) -> Any:  # noqa: ANN401  # whatever is written
    """
    Read a member that is JSON.
    """
    return json.loads(members[name])


def story_of_two(door: Door) -> tuple[str, str, Json]:
    """
    Publish a photo of Emeka and Bram, who said yes; give both and the publication.
    """
    channel(door, photo_publisher="members")
    form = version(door)
    emeka = adult(door)
    bram = adult(door, given_name="Bram", family_name="Janssens", email="bram@family.example")
    scan = ("file", ("scan.png", b"the signed form", "image/png"))
    for person_id in (emeka, bram):
        act = yes(door, person_id, form)
        sent = send(door, f"/consents/{act['id']}/evidence", [scan])
        assert 201 == sent.status_code
    people = [{"person_id": emeka}, {"person_id": bram}]
    photo = register(
        door, scene(1), depictions=people, attestation={"complete": True}, rights=OWN_PHOTO
    )
    post = {"photo_ids": [photo["id"]], "channel": "facebook", "where": "=HYPERLINK(1)"}
    return emeka, bram, door.post("/publications", post)


def test_the_export_of_a_person_proves_itself(door: Door) -> None:
    emeka, _, _ = story_of_two(door)

    content = taken(door, person_id=emeka)

    found, members = verified(door, content), read_archive(content)
    assert emeka == found.mark["scope"]["person_id"]
    assert found.entries
    assert found.withheld
    assert [emeka] == [each["id"] for each in told_in(members, "records/people.json")]
    assert 1 == len([name for name in members if name.startswith("evidence/")])


def test_nothing_about_other_people_is_in_it(door: Door) -> None:
    emeka, bram, publication = story_of_two(door)

    members = read_archive(taken(door, person_id=emeka))

    for name, content in members.items():
        assert bram.encode() not in content, name
        assert b"Janssens" not in content, name
    (shown,) = told_in(members, "records/publications.json")
    assert publication["id"] == shown["record"]["id"]
    assert {emeka, "[withheld]"} == set(shown["record"]["person_ids"])
    reasons = {each["reason"] for each in told_in(members, "redactions.json")}
    assert {"other_people"} == reasons


def test_whoever_may_takes_the_others_along(door: Door) -> None:
    emeka, bram, _ = story_of_two(door)

    content = taken(door, person_id=emeka, include_others=True)

    assert 0 == verified(door, content).withheld
    (shown,) = told_in(read_archive(content), "records/publications.json")
    assert {emeka, bram} == set(shown["record"]["person_ids"])


def test_a_parent_sees_neither_name_nor_address_of_the_other(door: Door) -> None:
    lea, anne = door.person(), door.signatory(email="anne@hidden.example")
    door.authority(lea, anne)
    channel(door)
    answer = {
        "person_id": lea,
        "signatory_id": anne,
        "capacity": "parent",
        "kind": "given",
        "form_version_id": version(door),
        "channels": ["facebook"],
    }
    act = door.post("/consents", answer)
    scan = ("file", ("scan.png", b"her street and number", "image/png"))
    send(door, f"/consents/{act['id']}/evidence", [scan])

    withheld = read_archive(taken(door, person_id=lea))
    whole = read_archive(taken(door, person_id=lea, include_others=True))

    assert not any(b"hidden.example" in each or b"street" in each for each in withheld.values())
    assert any(b"street" in each for each in whole.values())
    verified(door, taken(door, person_id=lea))


def test_the_export_of_a_publication_names_its_check(door: Door) -> None:
    channel(door, photo_publisher="members")
    yes(door, adult(door), version(door))
    publication = published_name(door)
    door.post(f"/publications/{publication['id']}/take-down", {"note": "Gone"}, 200)

    content = taken(door, publication_id=publication["id"])

    verified(door, content)
    members = read_archive(content)
    (check,) = told_in(members, "records/checks.json")
    (event,) = told_in(members, "records/publication_events.json")
    assert publication["check_id"] == check["record"]["id"]
    assert "taken_down" == event["record"]["kind"]


def test_the_export_of_a_complaint_is_about_whom_it_names(door: Door) -> None:
    emeka, bram, publication = story_of_two(door)
    complaint = filed(door, person_id=emeka, publication_id=publication["id"])
    door.post(f"/complaints/{complaint['id']}/steps", {"kind": "noted", "note": "Called"})

    content = taken(door, complaint_id=complaint["id"])

    verified(door, content)
    members = read_archive(content)
    assert [complaint["number"]] == [
        each["record"]["number"] for each in told_in(members, "records/complaints.json")
    ]
    assert 1 == len(told_in(members, "records/complaint_events.json"))
    assert bram.encode() not in b"".join(members.values())


def test_an_erased_companion_leaves_an_export_that_verifies(door: Door) -> None:
    emeka, bram, _ = story_of_two(door)
    door.delete(f"/people/{bram}", 204)

    verified(door, taken(door, person_id=emeka))


def test_an_export_of_a_publication_whose_people_are_erased_verifies(door: Door) -> None:
    emeka, bram, publication = story_of_two(door)
    for person_id in (emeka, bram):
        door.delete(f"/people/{person_id}", 204)

    verified(door, taken(door, publication_id=publication["id"]))


def test_every_export_is_written_down(door: Door) -> None:
    person_id = door.person()

    found = verified(door, taken(door, person_id=person_id))

    made = [each for each in door.entries() if each["kind"] == "export:made"]
    assert [found.mark["id"]] == [each["payload"]["export"]["id"] for each in made]
    assert {"id", "kind"} == set(found.mark["made_by"])


def test_what_is_not_there_is_not_exported_and_not_written_down(door: Door, stranger: Door) -> None:
    for field in ("person_id", "publication_id", "complaint_id"):
        for other in (NOBODY, stranger.person()):
            assert 404 == door.knock("POST", "/exports", {field: other}).status_code
    assert 403 == door.knock("POST", "/exports", {}).status_code
    assert [] == [each for each in door.entries() if each["kind"] == "export:made"]


@pytest.mark.parametrize("missing", ["audit", "reasons", "people:read", "consents:read"])
def test_an_export_takes_every_scope_it_shows(door: Door, missing: str) -> None:
    scopes = {"audit", "reasons", "people:read", "consents:read"} - {missing}
    person_id = door.person()

    refused = door.with_key(*scopes).knock("POST", "/exports", {"person_id": person_id})

    assert 403 == refused.status_code


def test_everyone_takes_two_people(door: Door) -> None:
    emeka, bram, _ = story_of_two(door)
    scopes = ("audit", "reasons", "people:read", "consents:read")
    asking, agreeing, third = (door.with_key(*scopes) for _ in range(3))
    asked = asking.post("/exports/requests", {"reason": "The authority asks"})
    url = f"/exports/requests/{asked['id']}"

    assert 403 == asking.knock("POST", f"{url}/make", {}).status_code
    assert 403 == asking.knock("POST", f"{url}/approve", {}).status_code
    assert agreeing.post(f"{url}/approve", {}, 200)["is_approved"]
    assert 409 == agreeing.knock("POST", f"{url}/approve", {}).status_code
    assert 403 == third.knock("POST", f"{url}/make", {}).status_code
    made = asking.knock("POST", f"{url}/make", {})
    assert 403 == asking.knock("POST", f"{url}/make", {}).status_code

    assert 0 == verified(door, made.content).withheld
    people = told_in(read_archive(made.content), "records/people.json")
    assert {emeka, bram} == {each["id"] for each in people}
    (listed,) = door.get("/exports/requests")["items"]
    assert ["approved", "made"] == [each["kind"] for each in listed["events"]]
    kinds = [each["kind"] for each in door.entries() if each["kind"].startswith("export:")]
    assert ["export:requested", "export:approved", "export:made"] == kinds


def test_a_period_holds_what_was_recorded_in_it(door: Door) -> None:
    person_id = door.person()
    past = {"reason": "r", "from_at": "2020-01-01T00:00:00Z", "until_at": "2021-01-01T00:00:00Z"}
    asked = door.post("/exports/requests", past)
    url = f"/exports/requests/{asked['id']}"
    door.with_key("audit").post(f"{url}/approve", {}, 200)

    made = door.knock("POST", f"{url}/make", {})

    verified(door, made.content)
    assert person_id.encode() not in b"".join(read_archive(made.content).values())
    backwards = past | {"from_at": past["until_at"], "until_at": past["from_at"]}
    door.post("/exports/requests", backwards, 422)
