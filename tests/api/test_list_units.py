"""
Units are listed page by page.
"""

from tests.api.door import Door


def test_every_unit_is_on_exactly_one_page(door: Door) -> None:
    made = [door.unit(f"Unit {number}") for number in range(5)]

    seen, after = [], ""
    while True:
        page = door.get(f"/units?limit=2{after}")
        seen += [unit["id"] for unit in page["items"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"

    assert made == seen


def test_a_page_has_limits(door: Door) -> None:
    for limit in ("0", "201", "-1", "many"):
        assert "limit" == door.get(f"/units?limit={limit}", 400)["field"]


def test_a_parameter_that_is_not_known_is_refused(door: Door) -> None:
    assert "name" == door.get("/units?name=Coquelicots", 400)["field"]


def test_an_instant_needs_a_zone(door: Door) -> None:
    for instant in ("2026-03-01T09:00:00", "yesterday", "1772355600"):
        assert "known_at" == door.get(f"/units?known_at={instant}", 400)["field"]

    assert "known_at" == door.get("/units?known_at=2026-02-30T09:00:00Z", 422)["field"]


def test_looking_back_needs_the_power_to(door: Door) -> None:
    checker = door.with_key("channels:read")

    assert [] == door.get("/units?known_at=2020-01-01T00:00:00Z")["items"]
    assert "not-allowed" == checker.get("/units?known_at=2020-01-01T00:00:00Z", 403)["code"]
