"""
What was said of a photo is corrected on its page, and counts at once.
"""

import re

import pytest

from service.decision.powers import Role
from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, photo_answer, photo_of_emeka, register, scene
from tests.fingerprint.drawing import draw_scene, encode
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

ALL = {"everybody": "yes"}
BEYOND = {"left": "90", "width": "20", "height": "30"}


def people(door: Door, photo: str) -> list[Json]:
    """
    Give who is in a photo.
    """
    found: list[Json] = door.get(f"/photos/{photo}")["depictions"]
    return found


@pytest.mark.parametrize("wrong", [{"width": "20"}, {"width": "x", "height": "30"}, BEYOND])
def test_a_region_that_cannot_be_is_named(house: StaffedHouse, wrong: dict[str, str]) -> None:
    photo = photo_of_emeka(house.door)
    emeka = people(house.door, photo)[0]["person_id"]
    ines = adult(house.door, given_name="Ines")
    typed = {"left": "10", "top": "12"} | wrong
    marked = {f"{side}-{ines}": number for side, number in typed.items()}
    whole = ALL | {"person": [emeka, ines], "version": "1"} | marked
    publisher = reader(house, Role.PUBLISHER)

    shown = publisher.post(f"/photos/{photo}/people", whole, status=422)

    assert "Ines Dupont: give all four numbers, in per cent, inside of the picture." in shown
    assert "Emeka Dupont: give" not in shown


def test_whoever_looks_says_that_somebody_was_blurred_before(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    emeka = people(house.door, photo)[0]["person_id"]
    asked = {"person": emeka, "version": "1"}
    publisher = reader(house, Role.PUBLISHER)

    before = publisher.get(f"/photos/{photo}")
    offered = publisher.post(f"/photos/{photo}/people/seen", asked, status=200)
    publisher.post(f"/photos/{photo}/people", asked | ALL | {"obscured": "1"})
    shown = publisher.get(f"/photos/{photo}")
    first = house.door.get(f"/photos/{photo}")["attestation"]
    asked["version"] = str(first["depictions_version"])
    said = publisher.post(f"/photos/{photo}/people/seen", asked, status=200)
    publisher.post(f"/photos/{photo}/people", asked | ALL)
    again = house.door.get(f"/photos/{photo}")["attestation"]

    words = "Somebody in it was blurred or covered"
    assert (False, True) == (words in before, words in shown)
    assert (True, True) == (words in offered, words in said)
    assert (True, True) == (first["obscured"], again["obscured"])
    assert first["attested_at"] < again["attested_at"]


def test_whoever_was_forgotten_is_named_and_what_is_live_comes_down(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    emeka = people(house.door, photo)[0]["person_id"]
    ines = adult(house.door, given_name="Ines")
    facebook = house.door.get("/channels")["items"][0]["id"]
    house.door.patch(f"/channels/{facebook}", {"photo_publisher": "members"})
    house.door.post("/publications", {"photo_ids": [photo], "channel": "facebook"})
    publisher = reader(house, Role.PUBLISHER)

    assert "Ines Dupont" in publisher.get(f"/photos/{photo}/people")
    both = {"person": [emeka, ines], "version": "1"}
    shown = publisher.post(f"/photos/{photo}/people/seen", both, status=200)
    assert "Emeka Dupont" in shown
    marked = {f"left-{ines}": "10", f"top-{ines}": "12,5", f"width-{ines}": "20"}
    whole = both | ALL | marked | {f"height-{ines}": "30", f"seen-{emeka}": "ambience"}
    publisher.post(f"/photos/{photo}/people", whole)

    found = {each["person_id"]: each for each in people(house.door, photo)}
    assert {emeka: "ambience", ines: "targeted"} == {
        each: found[each]["visibility"] for each in found
    }
    assert {"left": 100, "top": 125, "width": 200, "height": 300} == found[ines]["region"]
    assert "do_not_publish" != photo_answer(house.door, photo) != "publish"
    assert 1 == len(house.door.get("/takedowns")["items"])


def test_people_and_the_look_at_them_are_kept_together_or_not_at_all(
    house: StaffedHouse,
) -> None:
    """
    Else the page was told that somebody else had named others meanwhile: itself.
    """
    photo = photo_of_emeka(house.door)
    emeka, ines = people(house.door, photo)[0]["person_id"], adult(house.door, given_name="Ines")
    publisher = reader(house, Role.PUBLISHER)
    both = ALL | {"person": [emeka, ines], "version": "1"}

    publisher.post(f"/photos/{photo}/people", both | {"compared": NOBODY}, status=422)
    assert [emeka] == [each["person_id"] for each in people(house.door, photo)]
    assert "publish" == photo_answer(house.door, photo)
    publisher.post(f"/photos/{photo}/people", both)

    assert {emeka, ines} == {each["person_id"] for each in people(house.door, photo)}


def test_nothing_changes_unless_somebody_says_that_all_are_named(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    emeka = people(house.door, photo)[0]["person_id"]
    publisher = reader(house, Role.PUBLISHER)

    chosen = {"person": emeka, "version": "1"}
    shown = publisher.post(f"/photos/{photo}/people", chosen, status=422)

    assert "Say whether everybody" in shown
    assert "publish" == photo_answer(house.door, photo)


def test_someone_else_is_visible_makes_it_a_question(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    emeka = people(house.door, photo)[0]["person_id"]
    publisher = reader(house, Role.PUBLISHER)

    said = {"person": emeka, "version": "1", "everybody": "no"}
    back = publisher.post(f"/photos/{photo}/people", said)

    assert "Someone else is visible" in publisher.get(back)
    assert "ask" == photo_answer(house.door, photo)


def test_two_who_correct_at_once_do_not_lose_each_others_names(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    emeka = people(house.door, photo)[0]["person_id"]
    ines = adult(house.door, given_name="Ines")
    publisher = reader(house, Role.PUBLISHER)
    both = [{"person_id": each} for each in (emeka, ines)]
    house.door.post(f"/photos/{photo}/depictions", {"depictions": both}, 200)

    late = {"person": emeka, "version": "1"} | ALL
    shown = publisher.post(f"/photos/{photo}/people", late, status=422)

    assert "Somebody else named other people meanwhile" in shown
    assert {emeka, ines} == {each["person_id"] for each in people(house.door, photo)}


def test_whoever_is_of_another_unit_stays_in_the_photo_unnamed(house: StaffedHouse) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    lea = house.door.person(memberships=[{"unit_id": own}])
    tom = house.door.person(given_name="Tom", memberships=[{"unit_id": other}])
    both = [{"person_id": each} for each in (lea, tom)]
    photo = register(house.door, scene(1), depictions=both)["id"]
    publisher = reader(house, Role.PUBLISHER, unit_id=own)

    shown = publisher.get(f"/photos/{photo}/people")
    assert "1 person of other units stays in the photo." in shown
    assert "Tom" not in shown
    publisher.post(f"/photos/{photo}/people", {"version": "1"} | ALL)

    assert [tom] == [each["person_id"] for each in people(house.door, photo)]


def test_photos_of_one_burst_are_offered_to_compare(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    emeka = people(house.door, photo)[0]["person_id"]
    ines = adult(house.door, given_name="Ines")
    neighbour = register(house.door, encode(draw_scene(1), "JPEG", quality=40))["id"]
    house.door.post(f"/photos/{neighbour}/depictions", {"depictions": [{"person_id": ines}]}, 200)
    publisher = reader(house, Role.PUBLISHER)

    assert re.search(
        "Ines Dupont . is in a photo like it", publisher.get(f"/photos/{photo}/people")
    )
    chosen = {"person": emeka, "version": "1"}
    shown = publisher.post(f"/photos/{photo}/people/seen", chosen, status=200)
    assert "I compared photo 1" in shown
    publisher.post(f"/photos/{photo}/people", chosen | ALL | {"compared": neighbour})

    attested = house.door.get(f"/photos/{photo}")["attestation"]
    assert [neighbour] == attested["compared_photo_ids"]


def test_rights_are_changed_and_what_is_no_day_is_shown_again(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    publisher = reader(house, Role.PUBLISHER)
    typed = {"source": "agency", "creator": "Ada", "licence": "contract", "credit_line": "© Ada"}

    for wrong in ({"licence_until_on": "tomorrow"}, {"embargo_until_at": "0001-01-01T00:00"}):
        shown = publisher.post(f"/photos/{photo}/rights", typed | wrong, status=422)
        assert "This day or hour cannot be." in shown
    until = {"licence_until_on": "2020-01-01"}
    back = publisher.post(f"/photos/{photo}/rights", typed | until)

    assert "contract" in publisher.get(back)
    assert "2020-01-01" == house.door.get(f"/photos/{photo}")["rights"]["licence_until_on"]
    assert "publish" != photo_answer(house.door, photo)


def test_a_title_is_changed_and_what_is_no_text_is_shown_again(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    publisher = reader(house, Role.PUBLISHER)

    assert "Change the title" in publisher.get(f"/photos/{photo}")
    too_long = "long " * 50
    shown = publisher.post(f"/photos/{photo}/title", {"title": too_long}, status=422)
    assert "This text cannot be used." in shown
    back = publisher.post(f"/photos/{photo}/title", {"title": " At the  farm "})

    assert "At the farm" in publisher.get(back)
    assert "At the farm" in publisher.get("/photos")
    assert "publish" == photo_answer(house.door, photo)
    publisher.post(f"/photos/{photo}/title", {"title": ""})
    assert "Without a title" in publisher.get(back)


def test_only_those_who_write_photos_correct_them(house: StaffedHouse) -> None:
    photo = photo_of_emeka(house.door)
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    assert "Change the rights" not in officer.get(f"/photos/{photo}")
    officer.get(f"/photos/{photo}/people", 403)
    officer.get(f"/photos/{photo}/rights", 403)
    officer.get(f"/photos/{photo}/title", 403)
    officer.post(f"/photos/{photo}/title", {"title": "Mine"}, status=403)
