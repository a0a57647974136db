"""
What is known of a person changes.
"""

import pytest

from tests.api.door import Door


def test_what_is_left_out_stays_and_null_clears(door: Door) -> None:
    lea = door.person(aliases=["Lulu"], external_id="7")

    changed = door.patch(f"/people/{lea}", {"born_on": None, "family_name": "Dupond"})

    assert None is changed["born_on"]
    assert ("Léa", "Dupond", ["Lulu"], "7") == (
        changed["given_name"],
        changed["family_name"],
        changed["aliases"],
        changed["external_id"],
    )


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"died_on": "2016-05-03"}, "died_on"),
        ({"left_on": "2016-05-03"}, "left_on"),
        ({"born_on": "2999-01-01"}, "born_on"),
        ({"known_adult": True}, "known_adult"),
    ],
)
def test_a_change_is_held_against_what_was_known(
    door: Door, told: dict[str, object], field: str
) -> None:
    lea = door.person(born_on="2016-05-04")

    problem = door.patch(f"/people/{lea}", told, 422)

    assert ("impossible-dates", field) == (problem["code"], problem["field"])


def test_somebody_elses_outside_number_cannot_be_taken(door: Door) -> None:
    door.person(external_id="7")
    lea = door.person(external_id="8")

    assert "already-exists" == door.patch(f"/people/{lea}", {"external_id": "7"}, 409)["code"]
    assert "8" == door.patch(f"/people/{lea}", {"external_id": "8"})["external_id"]


def test_a_number_that_was_given_up_is_free(door: Door) -> None:
    lea = door.person(external_id="7")

    door.patch(f"/people/{lea}", {"external_id": ""})

    assert door.person(external_id="7")


def test_the_ledger_names_the_fields_that_changed_not_what_they_say(door: Door) -> None:
    lea = door.person()
    door.patch(f"/people/{lea}", {"family_name": "Vandamme", "email": "lea@family.example"})

    entry = door.entries()[-1]

    assert "person:changed" == entry["kind"]
    assert [lea] == entry["person_ids"]
    assert ["family_name", "email"] == entry["payload"]["changed"]
    assert "Vandamme" not in str(entry)
