"""
Every version of what was known is kept.
"""

from tests.api.door import Door


def test_every_version_says_when_and_through_whom(door: Door) -> None:
    lea = door.person(family_name="Dupont")
    registrar = door.with_key("people:write")
    registrar.patch(f"/people/{lea}", {"family_name": "Vandamme"})

    versions = door.get(f"/people/{lea}/history")["items"]

    assert [1, 2] == [each["version"] for each in versions]
    assert ["Dupont", "Vandamme"] == [each["person"]["family_name"] for each in versions]
    assert versions[0]["recorded_at"] < versions[1]["recorded_at"]
    assert [key["id"] for key in reversed(door.get("/keys")["items"])] == [
        each["recorded_by"] for each in versions
    ]


def test_history_needs_the_power_to_look_back(door: Door) -> None:
    door.with_key("people:read").get(f"/people/{door.person()}/history", 403)
