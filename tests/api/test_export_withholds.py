"""
What somebody said in confidence stays out of an export that others read.
"""

from tests.api.door import Door
from tests.api.office import adult, channel, send, version, yes
from tests.api.test_exports import taken, verified


def test_an_export_follows_upon_a_look_at_the_evidence(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    act = yes(door, emeka, version(door))
    scan = ("file", ("scan.png", b"the signed form", "image/png"))
    assert 201 == send(door, f"/consents/{act['id']}/evidence", [scan]).status_code
    assert 200 == door.knock("GET", f"/consents/{act['id']}/evidence").status_code

    found = verified(door, taken(door, person_id=emeka))

    assert emeka == found.mark["scope"]["person_id"]
