"""
Whoever is called otherwise now is still meant by what they were called before.
"""

import pytest

from tests.api.door import Door, Json
from tests.api.office import adult, answer, channel


@pytest.fixture
def renamed(door: Door) -> str:
    """
    Let somebody refuse everything, and get another name; give the id.
    """
    channel(door)
    person = adult(door, given_name="Ottoline", family_name="Zwaenepoel", aliases=["Otje"])
    door.post("/consents/withdraw", {"person_id": person, "signatory_id": person})
    told: Json = {"given_name": "Marianne", "family_name": "Dubois", "aliases": []}
    door.patch(f"/people/{person}", told)
    return person


def says(door: Door, text: str) -> str:
    """
    Ask about a caption on Facebook; give the answer.
    """
    body = {"text": text, "channel": "facebook"}
    found: str = door.post("/checks", body, 200)["answer"]
    return found


@pytest.mark.usefixtures("renamed")
def test_a_no_goes_with_every_name(door: Door) -> None:
    elsewhere = door.with_key("checks", units=[door.unit()])

    for whose in (door, elsewhere):
        for name in ("Marianne Dubois", "Ottoline Zwaenepoel", "O. Zwaenepoel"):
            assert "do_not_publish" == says(whose, f"{name} feeds a goat"), name
    assert "do_not_publish" == answer(door, "Ottoline Zwaenepoel")
    assert "publish" == says(door, "Otje feeds a goat"), "somebody took this name out"


def test_a_name_that_goes_while_others_ask_is_not_forgotten(door: Door, renamed: str) -> None:
    assert "publish" == says(door, "Berthe Claes feeds a goat")

    for family_name in ("Claes", "Maes"):
        door.patch(f"/people/{renamed}", {"given_name": "Berthe", "family_name": family_name})

        for name in ("Ottoline Zwaenepoel", "Marianne Dubois", "Berthe Claes"):
            assert "do_not_publish" == says(door, f"{name} feeds a goat"), name


@pytest.mark.usefixtures("renamed")
def test_whoever_is_called_so_now_is_meant(door: Door) -> None:
    adult(door, given_name="Ottoline", family_name="Zwaenepoel")

    assert "ask" == says(door, "Ottoline Zwaenepoel feeds a goat")


def test_whoever_is_erased_has_no_name_any_more(door: Door, renamed: str) -> None:
    door.delete(f"/people/{renamed}", 204)

    assert "publish" == says(door, "Ottoline Zwaenepoel feeds a goat")
