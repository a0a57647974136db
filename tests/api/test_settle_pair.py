"""
Two records: two people, or one who is entered twice.
"""

import pytest

from tests.api.door import NOBODY, Door
from tests.api.entered_twice import photo_of, refuse, settle, two_of_emeka
from tests.api.office import adult, answer, photo_answer, yes


def listed(door: Door) -> list[tuple[set[str], str | None]]:
    """
    Give who may be entered twice, and what was said of them.
    """
    found = door.get("/lists/duplicates")["items"]
    return [(set(each["person_ids"]), each["verdict"]) for each in found]


def paired(door: Door, person_id: str) -> dict[str, str]:
    """
    Give what was said of a record and others.
    """
    found = door.get(f"/people/{person_id}/pairs")["items"]
    return {each["person_id"]: each["verdict"] for each in found}


@pytest.fixture
def emekas(door: Door) -> tuple[str, str]:
    """
    Enter Emeka twice: he said yes on the first record, and nothing on the second.
    """
    return two_of_emeka(door)


def test_two_who_are_told_apart_stand_together_no_longer(door: Door) -> None:
    lea, namesake = door.person(), door.person()

    told = settle(door, namesake, lea, "apart")

    assert {"person_ids": sorted([lea, namesake]), "verdict": "apart"} == told
    assert [] == listed(door)
    assert {namesake: "apart"} == paired(door, lea)
    entry = door.entries()[-1]
    assert ("pair:settled", "apart") == (entry["kind"], entry["payload"]["verdict"])
    assert sorted([lea, namesake]) == entry["person_ids"]


def test_of_three_the_others_are_still_looked_at_two_by_two(door: Door) -> None:
    first, second, third = (door.person() for _ in range(3))

    settle(door, first, second, "apart")
    assert [{first, third}, {second, third}] == sorted(
        (each for each, _ in listed(door)), key=lambda each: second in each
    )

    settle(door, second, third, "same")
    assert ({second, third}, "same") in listed(door)
    assert ({first, third}, None) in listed(door)


def test_whoever_was_told_apart_is_not_asked_about_again(door: Door) -> None:
    lea, leo = door.person(), door.person(given_name="Léo")
    third = door.person(given_name="Zoë")
    settle(door, lea, leo, "apart")

    door.patch(f"/people/{leo}", {"given_name": "Léa"})
    assert {lea, leo} == set(
        door.patch(f"/people/{third}", {"given_name": "Lea"}, 409)["person_ids"]
    )


def test_what_is_said_later_replaces_it(door: Door, emekas: tuple[str, str]) -> None:
    agreed, twin = emekas
    refuse(door, twin)
    photo = photo_of(door, agreed)
    answers = [photo_answer(door, photo)]

    for verdict in ("same", "apart"):
        settle(door, agreed, twin, verdict)
        answers.append(photo_answer(door, photo))

    assert ["publish", "do_not_publish", "publish"] == answers
    assert [] == listed(door)
    assert {twin: "apart"} == paired(door, agreed)


def test_what_was_known_then_is_answered_as_then(door: Door, emekas: tuple[str, str]) -> None:
    agreed, twin = emekas
    refuse(door, twin)
    photo = photo_of(door, agreed)
    for verdict in ("same", "apart"):
        settle(door, agreed, twin, verdict)
    instants = [each["recorded_at"] for each in door.entries()[-3:]]

    body = {"photo_ids": [photo], "channel": "facebook"}
    found = [door.post("/checks", body | {"known_at": each}, 200)["answer"] for each in instants]

    assert ["publish", "do_not_publish", "publish"] == found


def test_the_same_said_again_writes_nothing(door: Door, emekas: tuple[str, str]) -> None:
    one, other = emekas
    settle(door, one, other, "same")
    before = len(door.entries())

    settle(door, other, one, "same")

    assert before == len(door.entries())


def test_a_key_that_comes_again_says_it_once(door: Door, emekas: tuple[str, str]) -> None:
    one, other = emekas
    before = len(door.entries())
    for _ in range(2):
        settle(door, one, other, "same", idempotency_key="once")
    assert before + 1 == len(door.entries())

    settle(door, one, other, "apart")
    settle(door, one, other, "same", 409, idempotency_key="once")

    assert {other: "apart"} == paired(door, one)
    settle(door, one, other, "apart", 422, idempotency_key="once")


def test_silence_on_the_other_record_is_nothing_and_its_no_is_one(
    door: Door, emekas: tuple[str, str]
) -> None:
    agreed, twin = emekas
    photo, of_twin = photo_of(door, agreed), photo_of(door, twin, 2)
    settle(door, agreed, twin, "same")

    assert ["publish", "ask"] == [photo_answer(door, each) for each in (photo, of_twin)]
    refuse(door, twin)
    assert ["do_not_publish"] * 2 == [photo_answer(door, each) for each in (photo, of_twin)]


def test_a_name_of_both_asks_both(door: Door, emekas: tuple[str, str]) -> None:
    agreed, twin = emekas
    assert "ask" == answer(door), "which of the two is meant?"

    settle(door, agreed, twin, "same")
    assert "ask" == answer(door), "the second record said nothing"
    form = door.get(f"/consents?person_id={agreed}")["items"][0]["form_version_id"]
    yes(door, twin, form)
    assert "publish" == answer(door)
    refuse(door, agreed, matters=["name"])
    assert "do_not_publish" == answer(door)


def test_a_third_record_makes_one_of_the_first_and_the_second(
    door: Door, emekas: tuple[str, str]
) -> None:
    agreed, twin = emekas
    third = adult(door)
    refuse(door, third)
    photo = photo_of(door, agreed)

    settle(door, agreed, twin, "same")
    assert "publish" == photo_answer(door, photo)
    settle(door, third, twin, "same")

    assert "do_not_publish" == photo_answer(door, photo)
    assert {twin: "same", third: "same"} == paired(door, agreed)
    problem = settle(door, agreed, third, "apart", 409)
    assert "still-one" == problem["code"]
    assert {twin: "same", third: "same"} == paired(door, agreed), "nothing was written"

    settle(door, twin, third, "apart")
    assert "publish" == photo_answer(door, photo)


def test_erasing_the_second_of_three_loses_no_no(door: Door, emekas: tuple[str, str]) -> None:
    agreed, twin = emekas
    third = adult(door)
    refuse(door, third)
    photo = photo_of(door, agreed)
    settle(door, agreed, twin, "same")
    settle(door, third, twin, "same")

    door.delete(f"/people/{twin}", 204)

    assert "do_not_publish" == photo_answer(door, photo)
    assert {third: "same"} == paired(door, agreed)
    settle(door, agreed, third, "apart")
    assert "publish" == photo_answer(door, photo)


def test_who_is_one_person_stays_in_the_list_until_one_is_erased(
    door: Door, emekas: tuple[str, str]
) -> None:
    agreed, twin = emekas
    photo = photo_of(door, agreed)
    settle(door, agreed, twin, "same")
    assert [({agreed, twin}, "same")] == listed(door)

    door.delete(f"/people/{twin}", 204)

    assert [] == listed(door)
    assert {} == paired(door, agreed)
    assert "publish" == photo_answer(door, photo)


def test_the_standing_of_a_record_shows_the_no_of_the_other(
    door: Door, emekas: tuple[str, str]
) -> None:
    agreed, twin = emekas
    own, other = door.unit("Own"), door.unit("Other")
    door.patch(f"/people/{agreed}", {"memberships": [{"unit_id": own}]})
    door.patch(f"/people/{twin}", {"memberships": [{"unit_id": other}]})
    refuse(door, twin)
    settle(door, agreed, twin, "same")
    scopes = ("people:read", "consents:read", "reasons", "checks")
    keys = [door, door.with_key(*scopes, units=[own])]

    (everything,), (own_only,) = (
        [
            cell
            for row in each.get(f"/people/{agreed}/standing")["channels"]
            for cell in row["matters"]
            if cell["matter"] == "image"
        ]
        for each in keys
    )

    assert ("do_not_publish", ["refused"]) == (everything["answer"], everything["codes"])
    assert ("do_not_publish", []) == (own_only["answer"], own_only["codes"])
    asked = {"photo_ids": [photo_of(door, agreed)], "channel": "facebook"}
    told = [each.post("/checks", asked, 200)["reasons"] for each in keys]
    assert [["refused"], ["not_cleared"]] == [[one["code"] for one in each] for each in told]


def test_whoever_sees_one_of_the_two_only_is_told_that_there_is_nobody(door: Door) -> None:
    own, other = door.unit("Own"), door.unit("Other")
    mine = door.person(memberships=[{"unit_id": own}])
    hidden = door.person(memberships=[{"unit_id": other}])
    educator = door.with_key("people:read", "people:write", units=[own])

    answers = [
        settle(educator, mine, hidden, "same", 404),
        settle(educator, hidden, mine, "same", 404),
        settle(educator, mine, NOBODY, "same", 404),
        settle(educator, NOBODY, mine, "same", 404),
    ]
    assert 1 == len({(each["code"], each["detail"]) for each in answers})
    settle(door, mine, hidden, "same")
    assert {} == paired(educator, mine)
    assert {hidden: "same"} == paired(door, mine)


def test_only_whoever_may_change_people_settles(door: Door) -> None:
    one, other = door.person(), door.person()

    settle(door.with_key("people:read"), one, other, "apart", 403)
    problem = settle(door, one, one, "same", 422)
    assert "other_id" == problem["field"]
    settle(door, one, other, "perhaps", 400)
    door.with_key("checks").get(f"/people/{one}/pairs", 403)


def test_the_register_is_as_the_log_tells(door: Door, emekas: tuple[str, str]) -> None:
    settle(door, *emekas, "same")
    settle(door, *emekas, "apart")

    told = [each["payload"] for each in door.entries() if each["kind"] == "pair:settled"]
    assert [(1, "same"), (2, "apart")] == [(each["version"], each["verdict"]) for each in told]
