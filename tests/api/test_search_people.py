"""
Somebody is found, however their name is spelled.
"""

import pytest

from tests.api.door import Door


def found(door: Door, name: str, **told: object) -> list[str]:
    """
    Give the names that are found, the nearest first.
    """
    people = door.post("/people/search", {"name": name} | told, 200)["items"]
    return [f"{each['given_name']} {each['family_name']}" for each in people]


@pytest.fixture
def town(door: Door) -> Door:
    """
    Give a house where some people have names that are easily confused.
    """
    for given, family, aliases in (
        ("Léa", "Dupont", ["Lélé"]),
        ("Leo", "Dumont", []),
        ("Jean-Baptiste", "Van den Berghe", []),
        ("Søren", "Müller", []),
    ):
        door.person(given_name=given, family_name=family, aliases=aliases)
    return door


@pytest.mark.parametrize(
    "typed",
    ["Léa Dupont", "LEA DUPONT", "dupont lea", "Lea Dupnot", "Lae Dupomt", "lélé", "dupon", "léa"],
)
def test_lea_is_found_first(town: Door, typed: str) -> None:
    assert "Léa Dupont" == found(town, typed)[0]


@pytest.mark.parametrize(
    "typed", ["vandenberghe", "Jean Baptiste vandenberge", "van den berghe", "jeanbaptiste"]
)
def test_a_name_in_several_words_is_found_as_one(town: Door, typed: str) -> None:
    assert ["Jean-Baptiste Van den Berghe"] == found(town, typed)


@pytest.mark.parametrize("typed", ["soren muller", "Mueller", "SØREN"])
def test_letters_of_other_alphabets_are_found_without(town: Door, typed: str) -> None:
    assert ["Søren Müller"] == found(town, typed)


@pytest.mark.parametrize("typed", ["Emeka", "Dupont Emeka", "xy", "Léa Müller"])
def test_somebody_else_is_not_found(town: Door, typed: str) -> None:
    assert [] == found(town, typed)


def test_with_no_name_everybody_is_given_by_name(town: Door) -> None:
    town.person(given_name="Ada", family_name="Aerts", category="employee")

    assert "Ada Aerts" == found(town, "")[0]
    assert ["Ada Aerts"] == found(town, "", category="employee")
    assert {"total": 5, "items": 2} == {
        name: value if name == "total" else len(value)
        for name, value in town.post("/people/search", {"name": "", "limit": 2}, 200).items()
    }


def test_somebody_is_found_by_their_number(town: Door) -> None:
    town.person(given_name="Ada", family_name="Aerts", external_id="2026-0117")

    assert ["Ada Aerts"] == found(town, "2026-0117")


def test_people_of_other_units_are_not_found(door: Door) -> None:
    own, second, other = door.unit("Own"), door.unit("Second"), door.unit("Other")
    door.person(given_name="Ana", memberships=[{"unit_id": own}, {"unit_id": second}])
    door.person(given_name="Ada", memberships=[{"unit_id": other}])
    door.person(given_name="Ava", memberships=[{"unit_id": second}])
    key = door.with_key("people:read", units=[own, second])

    assert ["Ana Dupont", "Ava Dupont"] == found(key, "Dupont")
    assert ["Ana Dupont"] == found(key, "Dupont", unit_id=own)
    key.post("/people/search", {"name": "Dupont", "unit_id": other}, 422)
