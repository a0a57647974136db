"""
Hold the service to the conformance cases that no rule decides alone (domain section 2.9).

What changes between check and publication, what breaks, what was erased, what
another house knows.
"""

import base64
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

import pytest
from httpx import Response
from litestar.testing import TestClient

from service.app import create_app
from service.settings import Settings
from service.wiring import build
from tests.api.clock import Clock
from tests.api.conformance.breaking import damage, unwritable, without_log
from tests.api.conformance.interview import teller_of
from tests.api.conformance.pictures import sent_file
from tests.api.conformance.teller import FOUNDED_AT, Teller
from tests.api.door import NOBODY, Door, House, Json, answered
from tests.api.office import (
    OWN_PHOTO,
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
from tests.decision.cases import cases_of
from tests.decision.cases_content import WITHDRAWN_AT
from tests.decision.cast import AT
from tests.fingerprint.watching import endless_jpeg
from tests.persistence.behind import everything

Found = Callable[[str], Door]
LOOKED = {"complete": True}
NAME = "Quetzalcoatl"
ENDLESS = endless_jpeg()


@dataclass(frozen=True, slots=True)
class Agreed:
    """
    A house where Anna agreed, and the door of its head of service.
    """

    teller: Teller
    head: Door
    picture: bytes

    def ask(self, door: Door | None = None) -> Response:
        """
        Ask whether the picture may be published.
        """
        texts = {"channel": "fb-public", "purpose": "activity_report"}
        return send(door or self.head, "/checks", [image(self.picture)], None, **texts)

    def publish(self, door: Door | None = None, picture: bytes | None = None) -> Response:
        """
        Publish a picture: that of Anna, unless another is given.
        """
        texts = {"channel": "fb-public", "purpose": "activity_report"}
        files = [image(picture or self.picture)]
        return send(door or self.head, "/publications", files, None, **texts)


@pytest.fixture
def agreed(found_then: Found, clock: Clock) -> Agreed:
    """
    Tell that Anna said yes, to a house whose answer is `publish` at that instant.
    """
    clock.at = FOUNDED_AT
    question = cases_of(23)[0].build()
    teller = teller_of(question, found_then("agreed"), clock)
    head = teller.tell()
    house = Agreed(teller, head, sent_file(question[0].pictures[0], 0))
    assert "publish" == answered(house.ask(), 200)["answer"]
    return house


def codes(found: Json) -> set[str]:
    """
    Give the reasons of an answer.
    """
    return {each["code"] for each in found["reasons"]}


def test_case_19_new_photo_is_registered_tagged_attested_and_may_go(found_then: Found) -> None:
    door = found_then("case-19")
    channel(door)
    form = version(door)
    people = [adult(door, given_name=name) for name in ("Anna", "Bruno")]
    for person in people:
        yes(door, person, form)
    unknown = check(door, scene(1), channel="facebook")
    made = register(door, scene(1), rights=OWN_PHOTO)["id"]
    untagged = check(door, scene(1), channel="facebook")
    told = {"depictions": [{"person_id": person} for person in people]}
    door.post(f"/photos/{made}/depictions", told, 200)
    tagged = check(door, scene(1), channel="facebook")
    door.post(f"/photos/{made}/attestation", {"complete": False}, 200)
    somebody_else = check(door, scene(1), channel="facebook")
    door.post(f"/photos/{made}/attestation", LOOKED, 200)
    attested = check(door, scene(1), channel="facebook")

    assert {"image_not_registered"} == codes(unknown)
    for doubtful in (untagged, tagged, somebody_else):
        assert {"unknown_person"} == codes(doubtful)
    assert ["ask"] * 4 == [each["answer"] for each in (unknown, untagged, tagged, somebody_else)]
    assert ("publish", made) == (attested["answer"], attested["pictures"][0]["photo_id"])


def test_case_23_withdrawal_between_check_and_publication_refuses_it(
    agreed: Agreed, clock: Clock
) -> None:
    first = answered(agreed.publish(), 201)
    anna, door = agreed.teller.ids["anna"], agreed.teller.door
    clock.at = WITHDRAWN_AT
    door.post("/consents/withdraw", {"person_id": anna, "signatory_id": anna})
    clock.at = AT
    before = row_counts(door)

    problem = answered(agreed.publish(), 409)
    blunt = answered(agreed.publish(door.with_key("publications:write")), 409)

    assert "not-publishable" == problem["code"]
    assert "do_not_publish: withdrawn" in problem["detail"]
    assert "withdrawn" not in str(blunt)
    assert "not_cleared" in blunt["detail"]
    after = row_counts(door)
    assert 2 == after["checks"] - before["checks"], "that it was refused is on record"
    assert before["publications"] == after["publications"]
    assert [first["id"]] == [each["id"] for each in door.get("/publications")["items"]]
    kinds = [entry["kind"] for entry in door.entries()]
    assert 1 == kinds.count("publication:recorded")


@pytest.mark.parametrize("broken", [without_log, unwritable])
def test_case_33_what_cannot_be_written_down_is_no_answer(
    agreed: Agreed,
    storage_url: str,
    broken: Callable[[str], AbstractContextManager[None]],
) -> None:
    before = row_counts(agreed.head)
    with broken(storage_url):
        asked, published = agreed.ask(), agreed.publish()

    assert ("unavailable", "ask") == (answered(asked, 503)["code"], asked.json()["answer"])
    assert "unavailable" == answered(published, 503)["code"]
    assert before == row_counts(agreed.head)
    assert "publish" == answered(agreed.ask(), 200)["answer"], "once it can be written again"
    answered(agreed.publish(), 201)


def test_case_33_what_cannot_be_read_is_no_answer(agreed: Agreed, clock: Clock) -> None:
    damage(agreed.head.house, agreed.head.organisation.id, clock.at)
    before = row_counts(agreed.head)

    asked, published = agreed.ask(), agreed.publish()

    assert ("internal", "ask") == (answered(asked, 500)["code"], asked.json()["answer"])
    assert "internal" == answered(published, 500)["code"]
    assert before == row_counts(agreed.head)


@pytest.fixture
def hurried(settings: Settings, clock: Clock) -> Iterator[House]:
    """
    Give the application with little time for a picture.
    """
    impatient = replace(settings, picture_max_seconds=0.3, picture_max_scans=10**6)
    registry = build(impatient, clock)
    with TestClient(create_app(impatient, registry), raise_server_exceptions=False) as client:
        yield House(client, registry)
    registry.close()


def test_case_33_picture_that_takes_too_long_is_no_answer(agreed: Agreed, hurried: House) -> None:
    head = replace(agreed.head, house=hurried)
    before = row_counts(head)

    asked = check(head, ENDLESS, status=422, channel="fb-public")
    published = answered(agreed.publish(head, ENDLESS), 422)

    assert ("took_too_long", "ask") == (asked["reason"], asked["answer"])
    assert "took_too_long" == published["reason"]
    assert before == row_counts(head)


def test_case_34_of_somebody_erased_no_table_keeps_the_name(
    found_then: Found, clock: Clock, storage_url: str
) -> None:
    clock.at = FOUNDED_AT
    door = found_then("case-34")
    anna = told_everywhere(door)
    assert tables_with(storage_url, NAME) >= {"people", "signatories", "ledger_payloads"}

    clock.at = AT
    door.delete(f"/people/{anna}", 204)
    found = check(door, scene(1), channel="facebook", text=f"Avec {NAME} Dupont")

    assert ("ask", {"unknown_person"}) == (found["answer"], codes(found))
    assert set() == tables_with(storage_url, NAME)
    assert door.post("/ledger/verify", None, 200)["holds"]


def told_everywhere(door: Door) -> str:
    """
    Write a name wherever the registry asks for one, or for a proof; give the id.
    """
    channel(door, photo_publisher="members")
    anna = adult(
        door,
        given_name=NAME,
        aliases=[f"Little {NAME}"],
        email=f"{NAME}@home.example",
        external_id=f"{NAME}-1",
    )
    sister = door.signatory(given_name=NAME, email=f"{NAME}@sister.example")
    proof = f"Judgment about {NAME}, seen"
    ground = {"kind": "representative", "basis": "judgment", "verified": True}
    door.authority(anna, sister, **ground, proof=proof)
    order = {"kind": "representation", "covers_image": False, "proof": proof}
    door.post(f"/people/{anna}/protections", order)
    words = base64.b64encode(f"{NAME}: yes".encode()).decode()
    scan = {"media_type": "text/plain", "content": words, "note": f"from {NAME}"}
    heard = {"method": "phone", "witness_note": f"I heard {NAME}"}
    yes(door, anna, version(door), evidence=scan, **heard)
    people = [{"person_id": anna}]
    photo = register(door, scene(1), depictions=people, attestation=LOOKED, rights=OWN_PHOTO)
    told = {"photo_ids": [photo["id"]], "channel": "facebook", "text": f"Avec {NAME} Dupont"}
    assert "publish" == door.post("/checks", told | {"names": [f"{NAME} Dupont"]}, 200)["answer"]
    door.post("/publications", told | {"alt_text": f"{NAME} waves"})
    return anna


def tables_with(url: str, name: str) -> set[str]:
    """
    Look for a name in every field of every row of every table.
    """
    return {
        table
        for table, rows in everything(url).items()
        if any(name.casefold() in str(field).casefold() for row in rows for field in row)
    }


def test_case_35_two_houses_know_nothing_of_each_others_photos(found_then: Found) -> None:
    ours, theirs, third = (found_then(f"case-35-{name}") for name in ("a", "b", "c"))
    made = {}
    for door in (ours, theirs):
        channel(door)
        person, form = adult(door), version(door)
        yes(door, person, form)
        shown = [{"person_id": person}]
        made[door.key] = register(
            door, scene(1), depictions=shown, attestation=LOOKED, rights=OWN_PHOTO
        )
    channel(third)
    shown_there = made[theirs.key]["registered"]["depictions"][0]["person_id"]
    theirs.post("/consents/withdraw", {"person_id": shown_there, "signatory_id": shown_there})

    here, there, nowhere = (
        check(door, scene(1), channel="facebook") for door in (ours, theirs, third)
    )
    foreign = ours.post("/checks", {"photo_ids": [made[theirs.key]["id"]]}, 422)
    unknown = ours.post("/checks", {"photo_ids": [NOBODY]}, 422)

    assert [[], []] == [each["matches"] for each in made.values()]
    assert ["publish", "do_not_publish", "ask"] == [
        each["answer"] for each in (here, there, nowhere)
    ]
    assert ("none", {"image_not_registered"}) == (nowhere["pictures"][0]["match"], codes(nowhere))
    assert shown_there not in str(here)
    assert unknown["detail"] == foreign["detail"]
