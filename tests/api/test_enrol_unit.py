"""
A unit is entered.
"""

from tests.api.door import Door

CONTACT = {"name": "Nadia Peeters", "role": "head of service"}


def test_a_unit_is_there_once_it_is_entered(door: Door) -> None:
    made = door.post("/units", {"name": "Les Coquelicots", "contact": CONTACT})

    assert made == door.get(f"/units/{made['id']}")
    assert "Les Coquelicots" == made["name"]
    assert made["reveals_special_category"] is False


def test_the_same_key_makes_one_unit(door: Door) -> None:
    body = {"name": "Les Coquelicots", "contact": CONTACT}

    first = door.post("/units", body, idempotency_key="monday-1")
    again = door.post("/units", dict(reversed(body.items())), idempotency_key="monday-1")

    assert first == again
    assert [first] == door.get("/units")["items"]


def test_the_same_key_with_another_request_is_refused(door: Door) -> None:
    door.post("/units", {"name": "One", "contact": CONTACT}, idempotency_key="monday-1")

    problem = door.post(
        "/units", {"name": "Two", "contact": CONTACT}, 422, idempotency_key="monday-1"
    )

    assert "idempotency-mismatch" == problem["code"]


def test_two_people_may_choose_the_same_key(door: Door) -> None:
    body = {"name": "Les Coquelicots", "contact": CONTACT}
    colleague = door.with_key("admin", "channels:read")

    door.post("/units", body, idempotency_key="monday-1")
    colleague.post("/units", body, idempotency_key="monday-1")

    assert 2 == len(door.get("/units")["items"])


def test_a_unit_needs_a_name_and_a_contact(door: Door) -> None:
    problem = door.post("/units", {"name": "Les Coquelicots"}, 400)

    assert "malformed" == problem["code"]
    assert "contact" in problem["detail"]


def test_a_field_that_is_not_known_is_named(door: Door) -> None:
    body = {"name": "Les Coquelicots", "contact": CONTACT | {"fax": "1"}}

    assert "contact.fax" == door.post("/units", body, 400)["field"]


def test_a_name_that_hides_something_is_refused(door: Door) -> None:
    for name in ("", "  ", "Coque\nlicots", "Coque\u202elicots", "\u200b", "x" * 201):
        problem = door.post("/units", {"name": name, "contact": CONTACT}, 422)

        assert "name" == problem["field"]


def test_names_are_kept_composed_and_trimmed(door: Door) -> None:
    made = door.post("/units", {"name": "  Le\u0301a  et   Zoe\u0308 ", "contact": CONTACT})

    assert "Léa et Zoë" == made["name"]
