"""
Answers leave as Consent resources of FHIR R5, with the record they are made of.
"""

import base64
import json

from tests.api.door import Door
from tests.api.office import adult, channel, version, yes


def test_a_resource_says_permit_or_deny_and_holds_the_record(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    who = {"person_id": emeka, "signatory_id": emeka}
    door.post("/consents/withdraw", who | {"matters": ["name"]})

    sent = door.knock("GET", f"/consents/export?format=fhir&person_id={emeka}")

    found = [each["resource"] for each in sent.json()["entry"]]
    assert "application/fhir+json" == sent.headers["content-type"].partition(";")[0]
    assert [("permit", "active"), ("deny", "inactive")] == [
        (each["decision"], each["status"]) for each in found
    ]
    assert {f"Patient/{emeka}"} == {each["subject"]["reference"] for each in found}
    record = json.loads(base64.b64decode(found[0]["sourceAttachment"][0]["data"]))
    assert found[0]["id"] == record["dct:identifier"]
    assert b"Emeka" not in sent.content
