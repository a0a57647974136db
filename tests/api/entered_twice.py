"""
Enter somebody twice, and say so.
"""

from tests.api.door import Door, Json
from tests.api.office import OWN_PHOTO, adult, channel, register, scene, version, yes


def settle(
    door: Door, one: str, other: str, verdict: str, status: int = 201, **headers: str
) -> Json:
    """
    Say whether two records are one person.
    """
    body = {"other_id": other, "verdict": verdict}
    return door.post(f"/people/{one}/pairs", body, status, **headers)


def refuse(door: Door, person_id: str, **told: object) -> None:
    """
    Let somebody say no to Facebook.
    """
    no = {"capacity": "self", "kind": "refused", "channels": ["facebook"]}
    door.post("/consents", {"person_id": person_id, "signatory_id": person_id} | no | told)


def photo_of(door: Door, person_id: str, seed: int = 1) -> str:
    """
    Register a photo of somebody, attested and licensed; give its id.
    """
    people, looked = [{"person_id": person_id}], {"complete": True}
    made = register(door, scene(seed), depictions=people, attestation=looked, rights=OWN_PHOTO)
    return str(made["id"])


def two_of_emeka(door: Door) -> tuple[str, str]:
    """
    Enter Emeka twice: he said yes on the first record, and nothing on the second.
    """
    channel(door, photo_publisher="members")
    agreed = adult(door)
    yes(door, agreed, version(door))
    return agreed, adult(door)
