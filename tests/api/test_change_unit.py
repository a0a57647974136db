"""
A unit is changed.
"""

from tests.api.door import Door


def test_what_is_left_out_stays(door: Door) -> None:
    unit_id = door.unit("Les Coquelicots")

    changed = door.patch(f"/units/{unit_id}", {"reveals_special_category": True})

    assert "Les Coquelicots" == changed["name"]
    assert changed["reveals_special_category"] is True
    assert changed == door.get(f"/units/{unit_id}")


def test_changing_nothing_records_nothing(door: Door) -> None:
    unit_id = door.unit("Les Coquelicots")
    before = door.post("/ledger/verify", status=200)["size"]

    door.patch(f"/units/{unit_id}", {"name": "Les Coquelicots"})

    assert before == door.post("/ledger/verify", status=200)["size"]


def test_a_contact_without_name_is_refused(door: Door) -> None:
    problem = door.patch(
        f"/units/{door.unit()}", {"contact": {"name": "", "role": "head of service"}}, 422
    )

    assert "contact.name" == problem["field"]
