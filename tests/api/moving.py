"""
Move consents out of one house and into another.
"""

from tests.api.door import Door, Json, answered
from tests.api.office import adult, channel, group, version, yes

JSON_LD, XLSX = "jsonld", "xlsx"
ANSWER = "0197a1c2-7d5e-7abc-8def-0123456789ab"


def approved(door: Door, **period: str) -> str:
    """
    Ask for everything, and have somebody else agree.
    """
    asked: str = door.post("/exports/requests", {"reason": "We move house.", **period})["id"]
    door.with_key("audit").post(f"/exports/requests/{asked}/approve", {}, 200)
    return asked


def taken_out(door: Door, form: str = JSON_LD, person: str = "") -> bytes:
    """
    Give the file in which consents leave: of a house, or of a person.
    """
    about = f"&person_id={person}" if person else f"&request_id={approved(door)}"
    query = f"?format={form}{about}"
    sent = door.knock("GET", f"/consents/export{query}")
    assert 200 == sent.status_code, sent.text
    return sent.content


def brought_in(door: Door, content: bytes, status: int = 200, *, really: bool = True) -> Json:
    """
    Send a file of consents to a house; give what it says of it.
    """
    query = "?dry_run=false" if really else ""
    return answered(door.send_form("POST", f"/consents/import{query}", {}, file=content), status)


def furnish(door: Door) -> str:
    """
    Give a house with a child, a parent, an adult, and answers of both.
    """
    channel(door, group_ids=[group(door)])
    channel(door, "closed", audience="service")
    form = version(door)
    lea = door.person(memberships=[{"unit_id": door.unit()}])
    anne = door.signatory(email="anne@example.org")
    door.authority(lea, anne, verified=True, proof="Birth certificate")
    yes(door, lea, form, signatory_id=anne, capacity="parent")
    emeka = adult(door)
    yes(door, emeka, form)
    no = {"person_id": lea, "signatory_id": anne, "capacity": "parent", "kind": "refused"}
    door.post(
        "/consents",
        no | {"everywhere": True, "method": "paper", "signed_on": "2025-10-01"},
    )
    return emeka


def row_of(person: str, **cells: str) -> bytes:
    """
    Write a table with one answer of one person.
    """
    told = {
        "id": ANSWER,
        "person_id": person,
        "capacity": "self",
        "matters": "image",
        "channel_ids": "facebook",
        "signed_from": "2025-09-01T00:00:00Z",
        "signed_until": "2025-09-01T00:00:00Z",
    } | cells
    return (";".join(told) + "\n" + ";".join(told.values()) + "\n").encode()
