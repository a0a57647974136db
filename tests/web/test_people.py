"""
The pages about people: who sees whom, and what is written down.
"""

from service.decision.powers import Role
from tests.api.office import adult, channel, version, yes
from tests.web.forms import forms_on
from tests.web.reader import reader
from tests.web.staffed import StaffedHouse

LEA = {"given_name": "Léa", "family_name": "Dupont", "category": "beneficiary"}


def test_somebody_is_found_with_typing_errors(house: StaffedHouse) -> None:
    house.door.person()
    registrar = reader(house, Role.REGISTRAR)

    assert "Léa Dupont" in registrar.get("/people")
    assert "Léa Dupont" in registrar.post("/people/search", {"name": "lae dupnot"}, status=200)
    assert "Nobody is called" in registrar.post("/people/search", {"name": "Quentin"}, status=200)


def test_whoever_was_in_many_classes_stays_in_each_when_saved(house: StaffedHouse) -> None:
    units = [house.door.unit(f"Class {number}") for number in range(23)]
    tom = house.door.person(memberships=[{"unit_id": each} for each in units])
    house.door.post("/holds", {"kind": "safeguarding", "unit_id": units[-1]})
    registrar = reader(house, Role.REGISTRAR)
    page = f"/people/{tom}/change"
    [form] = [each for each in forms_on(registrar.fetch(page)) if each.action == page]

    registrar.post(page, dict(form.untouched()) | {"email": "tom@family.example"})

    kept = house.door.get(f"/people/{tom}")["memberships"]
    assert units == [each["unit_id"] for each in kept]


def test_a_registrar_of_one_unit_sees_its_people_only(house: StaffedHouse) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    lea = house.door.person(memberships=[{"unit_id": own}])
    tom = house.door.person(given_name="Tom", memberships=[{"unit_id": other}])
    registrar = reader(house, Role.REGISTRAR, unit_id=own)

    listed = registrar.get("/people")

    assert "Léa Dupont" in listed
    assert "Tom" not in listed
    assert "Other" not in listed
    registrar.get(f"/people/{lea}")
    registrar.get(f"/people/{tom}", 404)
    registrar.get(f"/people/{tom}/change", 404)
    registrar.get(f"/people?unit={other}", 422)


def test_a_number_that_is_taken_says_whose_it_is_to_whoever_may_see_them(
    house: StaffedHouse,
) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    house.door.person(external_id="7", memberships=[{"unit_id": other}])
    ada = house.door.person(given_name="Ada", memberships=[{"unit_id": own}])
    everywhere, there = reader(house, Role.REGISTRAR), reader(house, Role.REGISTRAR, unit_id=own)
    told = LEA | {"given_name": "Zoé", "external_id": "7", "unit-0": own}

    shown = everywhere.post("/people/new", told, status=422)
    changed = everywhere.post(f"/people/{ada}/change", told, status=422)
    out_of_sight = there.post("/people/new", told, status=422)

    assert "Léa Dupont has this number already." in shown
    assert "Léa Dupont has this number already." in changed
    assert "Somebody has this number already." in out_of_sight
    assert "Léa" not in out_of_sight


def test_a_checker_has_no_business_here(house: StaffedHouse) -> None:
    lea = house.door.person()
    checker = reader(house, Role.CHECKER)

    assert "People" not in checker.get("/")
    for path in ("/people", "/people/new", f"/people/{lea}", f"/people/{lea}/history"):
        checker.get(path, 403)


def test_somebody_is_enrolled_and_changed(house: StaffedHouse) -> None:
    unit = house.door.unit()
    registrar = reader(house, Role.REGISTRAR)

    asked = LEA | {"born_on": "2016-05-04", "aliases": "Lélé, Lilou", "unit-0": unit}
    made = registrar.post("/people/new", asked)
    assert "Les Coquelicots" in registrar.get(made)

    registrar.post(f"{made}/change", asked | {"family_name": "Martin", "left_on": "2026-01-31"})
    person = house.door.get(made)
    assert ("Martin", ["Lélé", "Lilou"]) == (person["family_name"], person["aliases"])
    assert [unit] == [each["unit_id"] for each in person["memberships"]]
    assert "Left on" in registrar.get(made)


def test_other_names_are_one_a_line_or_between_commas(house: StaffedHouse) -> None:
    registrar = reader(house, Role.REGISTRAR)
    made = registrar.post("/people/new", LEA | {"aliases": "Lélé\r\nLilou , Lulu\r\n"})
    house.door.patch(made, {"aliases": ["Martin, dit Lulu"]})

    registrar.post(f"{made}/change", LEA | {"aliases": "Martin, dit Lulu\r\nLélé, Lilou"})

    assert ["Martin, dit Lulu", "Lélé", "Lilou"] == house.door.get(made)["aliases"]


def test_what_cannot_be_is_shown_with_what_was_typed(house: StaffedHouse) -> None:
    registrar = reader(house, Role.REGISTRAR)

    shown = registrar.post("/people/new", LEA | {"born_on": "2999-01-01"}, status=422)

    assert "Check this field." in shown
    assert [] == house.door.get("/people")["items"]


def test_units_that_one_does_not_see_stay(house: StaffedHouse) -> None:
    own, other = house.door.unit("Own"), house.door.unit("Other")
    both = [{"unit_id": own}, {"unit_id": other}]
    lea = house.door.person(memberships=both)
    registrar = reader(house, Role.REGISTRAR, unit_id=own)

    registrar.post(f"/people/{lea}/change", LEA | {"unit-0": own, "family_name": "Martin"})

    kept = house.door.get(f"/people/{lea}")
    assert {own, other} == {each["unit_id"] for each in kept["memberships"]}
    assert "Martin" == kept["family_name"]


def test_the_file_of_a_person_says_what_stands_and_why(house: StaffedHouse) -> None:
    channel(house.door)
    emeka = adult(house.door)
    yes(house.door, emeka, version(house.door), matters=["image"])

    shown = reader(house, Role.REGISTRAR).get(f"/people/{emeka}")

    assert "Our page" in shown
    assert "was never asked about this" in shown
    assert "Missing: Emeka Dupont" in shown
    assert "For oneself" in shown


def test_the_history_is_told_to_those_who_audit(house: StaffedHouse) -> None:
    emeka = adult(house.door)
    house.door.patch(f"/people/{emeka}", {"family_name": "Okafor"})

    officer = reader(house, Role.DATA_PROTECTION_OFFICER).get(f"/people/{emeka}/history")
    registrar = reader(house, Role.REGISTRAR).get(f"/people/{emeka}/history")

    assert "Emeka Dupont" in officer
    assert "What we knew" not in registrar


def test_who_asked_is_told_with_the_name_of_the_channel(house: StaffedHouse) -> None:
    """
    Whether it was asked for by short name, as programs do, or by id, as pages do.
    """
    made = channel(house.door)
    emeka = adult(house.door)
    for asked in ("facebook", made):
        house.door.post("/checks", {"names": ["Emeka Dupont"], "channel": asked}, 200)

    page = reader(house, Role.DATA_PROTECTION_OFFICER).get(f"/people/{emeka}/history")

    assert 2 == page.count("Inform · Our page")
    assert made not in page


def test_what_somebody_answered_is_taken_along_as_a_file(house: StaffedHouse) -> None:
    channel(house.door)
    emeka = adult(house.door)
    yes(house.door, emeka, version(house.door))
    officer = reader(house, Role.DATA_PROTECTION_OFFICER)

    assert "Take these answers along: JSON-LD · FHIR · CSV · XLSX" in officer.get(
        f"/people/{emeka}"
    )
    taken = officer.fetch(f"/people/{emeka}/records/jsonld")

    assert (200, "application/ld+json") == (taken.status_code, taken.headers["content-type"])
    assert 1 == sum(each["@type"] == "dpv:ConsentRecord" for each in taken.json()["@graph"])
    assert "export:made" == house.door.entries()[-1]["kind"]
    officer.get(f"/people/{emeka}/records/odt", 404)


def test_the_law_of_another_country_is_chosen_and_stays(house: StaffedHouse) -> None:
    registrar = reader(house, Role.REGISTRAR)
    made = registrar.post("/people/new", LEA | {"jurisdiction": "FR"})
    tom = registrar.post("/people/new", LEA | {"given_name": "Tom", "jurisdiction": ""})
    assert ("FR", "BE") == tuple(house.door.get(each)["jurisdiction"] for each in (made, tom))

    [form] = [
        each for each in forms_on(registrar.fetch(f"{made}/change")) if each.action.endswith("e")
    ]
    registrar.post(form.action, dict(form.untouched()) | {"left_on": "2026-01-31"})
    assert "FR" == house.door.get(made)["jurisdiction"]

    registrar.post(form.action, dict(form.untouched()) | {"jurisdiction": "DE"})
    assert "DE" == house.door.get(made)["jurisdiction"]

    shown = registrar.post(form.action, dict(form.untouched()) | {"jurisdiction": "XX"}, status=422)
    assert "Check this field." in shown
    assert "DE" == house.door.get(made)["jurisdiction"]
