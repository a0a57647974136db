"""
Whoever looks at two records says whether they are one person, and may take it back.
"""

from service.decision.powers import Role
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

LIST = "/lists/duplicates"
BOTH = "One person, entered twice: a no on either record holds for both."


def test_two_people_leave_the_list_and_are_found_on_their_pages(house: StaffedHouse) -> None:
    one, other = (house.door.person(external_id=each) for each in ("A-1", "A-2"))
    registrar = reader(house, Role.REGISTRAR)
    shown = registrar.get(LIST)
    assert ("Two people" in shown, "One person, entered twice" in shown) == (True, True)

    pair = {"person_id": one, "other_id": other, "verdict": "apart"}
    there = registrar.post(LIST, pair)

    assert f"{LIST}?said=apart" == there
    assert "Noted: two people." in registrar.get(there)
    assert "Nobody seems to be entered twice." in registrar.get(LIST)
    for each in (one, other):
        assert "Somebody looked: these are other people." in registrar.get(f"/people/{each}")

    assert f"/people/{one}" == registrar.post(
        f"/people/{one}/pairs", {"other_id": other, "verdict": "same"}
    )
    assert BOTH in registrar.get(f"/people/{one}")
    assert "Told apart" not in registrar.get(f"/people/{one}")


def test_one_person_stays_in_the_list_with_what_is_to_be_done(house: StaffedHouse) -> None:
    one, other = (house.door.person(external_id=each) for each in ("A-1", "A-2"))
    registrar = reader(house, Role.REGISTRAR)

    registrar.post(LIST, {"person_id": one, "other_id": other, "verdict": "same"})

    shown = registrar.get(LIST)
    assert BOTH in shown
    assert "Two people after all" in shown
    assert 'value="same"' not in registrar.fetch(LIST).text
    assert "Entered twice: also" in registrar.get(f"/people/{other}")
    registrar.post(LIST, {"person_id": one, "other_id": other, "verdict": "apart"})
    assert "Nobody seems to be entered twice." in registrar.get(LIST)


def test_three_are_looked_at_two_by_two(house: StaffedHouse) -> None:
    people = [house.door.person(external_id=f"A-{number}") for number in range(3)]
    registrar = reader(house, Role.REGISTRAR)
    assert 3 == registrar.fetch(LIST).text.count('value="same"')

    for other in people[1:]:
        registrar.post(LIST, {"person_id": people[0], "other_id": other, "verdict": "same"})

    shown = registrar.get(f"/people/{people[1]}")
    assert 2 == shown.count("Entered twice: also")
    assert 1 == shown.count("by a third record")
    assert 1 == shown.count("Two people after all")
    refused = registrar.post(
        LIST, {"person_id": people[1], "other_id": people[2], "verdict": "apart"}, status=409
    )
    assert "They are one person through a third record" in refused


def test_whoever_only_reads_settles_nothing(house: StaffedHouse) -> None:
    one, other = house.door.person(), house.door.person()
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    assert 'value="same"' not in officer.fetch(LIST).text
    officer.post(LIST, {"person_id": one, "other_id": other, "verdict": "same"}, status=403)
    registrar = reader(house, Role.REGISTRAR)
    registrar.post(LIST, {"person_id": one, "other_id": other, "verdict": "perhaps"}, status=422)
    registrar.post(LIST, {"person_id": one, "other_id": "nobody", "verdict": "same"}, status=404)
    registrar.post(LIST, {"person_id": one}, status=422)
