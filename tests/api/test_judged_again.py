"""
What is live or planned is judged again when the place or the person is another one.
"""

import pytest

from tests.api.door import Door, Json
from tests.api.office import adult, channel, published_name, version, yes

FOLLOWS = {"proposal:cancelled", "takedown:opened", "staff:notified"}
"""What is written with the change, at one instant and so in any order."""


def tasks(door: Door) -> list[Json]:
    """
    Give what must come down.
    """
    found: list[Json] = door.get("/takedowns")["items"]
    return found


def live(door: Door, **told: object) -> tuple[str, str]:
    """
    Publish the name of Emeka and propose it once more; give the channel and Emeka.
    """
    page = channel(door, "facebook", photo_publisher="members", **told)
    emeka = adult(door, memberships=[{"unit_id": door.unit()}])
    yes(door, emeka, version(door))
    published_name(door)
    door.post("/proposals", {"channel": "facebook", "text": "Emeka Dupont cooks"})
    return page, emeka


def states(door: Door) -> list[str]:
    """
    Say where the proposals are.
    """
    return [each["state"] for each in door.get("/proposals")["items"]]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ({"audience": "organisation"}, {"audience": "public"}),
        ({}, {"platform": "instagram"}),
        ({}, {"medium": "web"}),
        ({}, {"special_category": True}),
    ],
)
def test_a_page_that_means_something_else_loses_its_yes(
    door: Door, was: dict[str, object], becomes: dict[str, object]
) -> None:
    page, _ = live(door, **was)
    before = len(door.entries())

    door.patch(f"/channels/{page}", becomes)

    assert ["not_cleared"] == [each["cause"] for each in tasks(door)]
    assert ["cancelled"] == states(door)
    kinds = {each["kind"] for each in door.entries()[before:]}
    assert {"channel:changed"} | FOLLOWS == kinds


@pytest.mark.parametrize(
    "becomes",
    [{"name": "Another name"}, {"quota": {"limit": 1}}, {"purposes": ["information"]}],
)
def test_what_people_agreed_to_stays_up(door: Door, becomes: dict[str, object]) -> None:
    page, _ = live(door)

    door.patch(f"/channels/{page}", becomes)

    assert ([], ["proposed"]) == (tasks(door), states(door))


@pytest.mark.parametrize(("audience", "count"), [("service", 1), ("organisation", 0)])
def test_a_closed_group_that_another_service_gets_loses_its_yes(
    door: Door, audience: str, count: int
) -> None:
    page, _ = live(door, audience=audience)

    door.patch(f"/channels/{page}", {"unit_id": door.unit("Les Bleuets")})

    assert count == len(tasks(door))


def test_a_yes_that_lapsed_earlier_is_not_counted_against_a_wider_page(door: Door) -> None:
    page, _ = live(door)
    version(door, texts={"fr-BE": "Autrement ? Refuser ne coûte rien."})

    door.patch(f"/channels/{page}", {"audience": "public", "name": "Another name"})

    assert [] == tasks(door), "a later form takes nothing down, and the page is as wide as ever"


def test_a_yes_to_earlier_words_does_not_reach_a_wider_page(door: Door) -> None:
    page, _ = live(door, audience="organisation")
    version(door, texts={"fr-BE": "Autrement ? Refuser ne coûte rien."})
    assert [] == tasks(door)

    door.patch(f"/channels/{page}", {"audience": "public"})

    assert (1, ["cancelled"]) == (len(tasks(door)), states(door))


def test_an_order_that_covers_the_image_takes_down_what_needs_another_yes(door: Door) -> None:
    _, emeka = live(door)

    door.post(f"/people/{emeka}/protections", {"kind": "representation", "covers_image": True})

    assert (1, ["cancelled"]) == (len(tasks(door)), states(door))


def test_a_unit_that_reveals_more_keeps_what_was_expressly_agreed_to(door: Door) -> None:
    unit = door.unit("Refuge")
    live(door, unit_id=unit)
    femi = adult(door, given_name="Femi")
    yes(door, femi, version(door, "express", explicit=True), explicit=True)
    body = {"names": ["Femi Dupont"], "channel": "facebook"}
    assert door.post("/publications", body)
    before = len(door.entries())

    door.patch(f"/units/{unit}", {"reveals_special_category": True})

    assert (1, ["cancelled"]) == (len(tasks(door)), states(door))
    kinds = {each["kind"] for each in door.entries()[before:]}
    assert {"unit:changed"} | FOLLOWS == kinds


def test_a_unit_under_protection_is_taken_down_and_a_crisis_is_not(door: Door) -> None:
    live(door)
    unit = door.get("/units")["items"][0]["id"]

    door.post("/holds", {"kind": "crisis"})
    door.post("/holds", {"kind": "safeguarding_caution", "unit_id": unit})
    assert [] == tasks(door)
    door.post("/holds", {"kind": "safeguarding", "unit_id": unit})

    assert (1, ["cancelled"]) == (len(tasks(door)), states(door))


def test_who_comes_to_a_unit_under_protection_is_taken_down(door: Door) -> None:
    _, emeka = live(door)
    refuge, other = door.unit("Refuge"), door.unit("Les Bleuets")
    door.post("/holds", {"kind": "safeguarding", "unit_id": refuge})

    door.patch(f"/people/{emeka}", {"memberships": [{"unit_id": other}]})
    assert [] == tasks(door)
    door.patch(f"/people/{emeka}", {"memberships": [{"unit_id": refuge}]})

    assert (1, ["cancelled"]) == (len(tasks(door)), states(door))


def test_a_page_under_protection_is_taken_down_whoever_is_on_it(door: Door) -> None:
    unit = door.unit("Refuge")
    live(door, unit_id=unit)

    door.post("/holds", {"kind": "safeguarding", "unit_id": unit})

    assert 1 == len(tasks(door))


def test_a_page_that_comes_to_a_unit_under_protection_is_taken_down(door: Door) -> None:
    unit = door.unit("Refuge")
    page, _ = live(door)
    door.post("/holds", {"kind": "safeguarding", "unit_id": unit})
    assert [] == tasks(door)

    door.patch(f"/channels/{page}", {"unit_id": unit})

    assert (1, ["cancelled"]) == (len(tasks(door)), states(door))
