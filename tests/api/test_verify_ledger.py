"""
The ledger is verified, and its head handed out.
"""

from tests.api.door import Door


def test_everything_that_happened_is_in_a_tree_that_adds_up(door: Door) -> None:
    door.person()
    lea = door.person()
    door.patch(f"/people/{lea}", {"family_name": "Vandamme"})

    found = door.post("/ledger/verify", None, 200)

    assert (True, 5, 5, 0) == (found["holds"], found["size"], found["entries"], found["erased"])
    assert f"obstat.example/{door.organisation.slug}" == found["origin"]
    assert found["vkey"].startswith(found["origin"] + "+")


def test_the_head_names_the_log_and_its_size(door: Door) -> None:
    door.post("/ledger/verify", None, 200)

    origin, size, _, gap, signature, end = door.get("/ledger/checkpoint").split("\n")

    assert (f"obstat.example/{door.organisation.slug}", "2") == (origin, size)
    assert ("", "") == (gap, end)
    assert signature.startswith(f"\u2014 {origin} ")


def test_before_the_first_head_there_is_none(door: Door) -> None:
    assert "not-found" == door.get("/ledger/checkpoint", 404)["code"]


def test_every_organisation_is_sequenced_once(door: Door, stranger: Door) -> None:
    door.person()
    stranger.person()

    assert 6 <= door.house.registry.ledger.sequence_ledger()
    assert 0 == door.house.registry.ledger.sequence_ledger()
    assert door.get("/ledger/checkpoint") != stranger.get("/ledger/checkpoint")
