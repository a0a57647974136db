"""
Somebody keeps the register of people.
"""

from collections.abc import Callable
from pathlib import Path

from service.decision.powers import Role
from tests.api.office import adult, channel, version, yes
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def family(house: StaffedHouse) -> str:
    """
    Enter Léa with two parents, one of whom said yes; give her id.
    """
    channel(house.door)
    channel(house.door, "closed", name="Closed group", audience="service")
    unit = house.door.unit()
    lea = house.door.person(memberships=[{"unit_id": unit}])
    anne, bram = house.door.signatory(), house.door.signatory(given_name="Bram")
    house.door.authority(lea, anne, verified=True, proof="Birth certificate, seen")
    house.door.authority(lea, bram)
    signed = {"signatory_id": anne, "capacity": "parent"}
    yes(house.door, lea, version(house.door), **signed)
    return lea


def test_somebody_is_looked_for_and_their_file_is_read(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    family(house)
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)

    somebody.go("/people")
    somebody.fill("Name", "lea dupnot")
    somebody.press("Search")
    somebody.look("people-found")
    somebody.click(somebody.page.get_by_role("link", name="Léa Dupont"))

    assert "Léa Dupont" == somebody.page.get_by_role("heading", level=1).inner_text()
    assert somebody.sees("Not everybody who has a say has answered.")
    somebody.look("person")
    somebody.press("Change")
    somebody.look("person-change")
    somebody.go(somebody.page.url.removeprefix(somebody.address).replace("change", "history"))
    somebody.look("person-history")


def test_a_paper_is_entered_and_a_spoken_yes_waits(
    house: StaffedHouse, at_hand: Callable[..., Visitor], tmp_path: Path
) -> None:
    lea = family(house)
    scan = tmp_path / "form.pdf"
    scan.write_bytes(b"%PDF signed")
    somebody = house.let_in(at_hand(), Role.REGISTRAR)

    somebody.go(f"/people/{lea}")
    somebody.press("Enter an answer")
    somebody.page.get_by_label("Anne Dupont").first.check()
    somebody.page.get_by_label("Images, version 1").check()
    somebody.look("answer-who")
    somebody.press("Continue")
    somebody.page.get_by_role("group", name="Picture · Our page").get_by_label(
        "Yes", exact=True
    ).check()
    somebody.page.get_by_role("group", name="Name · Closed group").get_by_label(
        "No", exact=True
    ).check()
    somebody.page.get_by_label("On paper").check()
    somebody.fill("Day it was signed or said", "2026-09-01")
    somebody.look("answer-questions")
    somebody.press("See it all again")
    somebody.page.get_by_label("The signed paper or the message").set_input_files(scan)
    somebody.look("answer-review")
    somebody.press("Save")
    assert somebody.sees("This counts from now on.")
    somebody.look("answer-done")
    somebody.click(somebody.page.get_by_role("link", name="Open the answer of").last)
    somebody.look("act")


def test_everybody_can_use_the_lists(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> None:
    lea = family(house)
    somebody = house.let_in(at_hand(), Role.REGISTRAR)

    for name in ("changes", "expiring", "coming-of-age", "confirmations"):
        somebody.go(f"/lists/{name}")
        somebody.look(f"list-{name}")
    for name in ("withdraw", "authorities/new"):
        somebody.go(f"/people/{lea}/{name}")
        somebody.look(f"people-{name.partition('/')[0]}")


def test_who_asked_last_stands_first_however_often_it_was_asked(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    channel(house.door)
    emeka = adult(house.door)
    for purpose in (*["information"] * 200, "fundraising"):
        house.door.post("/checks", {"names": ["Emeka Dupont"], "purpose": purpose}, 200)
    officer = house.let_in(at_desk(), Role.DATA_PROTECTION_OFFICER)
    officer.go(f"/people/{emeka}/history")

    asked = officer.page.locator("main .list, main .timeline").last.locator("li")
    assert 200 == asked.count()
    assert "Raise funds" in asked.first.inner_text()


def test_whoever_is_there_already_is_opened_instead(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    lea = family(house)
    somebody = house.let_in(at_hand(), Role.REGISTRAR)

    somebody.go("/people/new")
    somebody.fill("Given name", "Lea")
    somebody.fill("Family name", "DUPONT")
    somebody.fill("Date of birth", "2016-05-04")
    somebody.page.get_by_label("Category").select_option("beneficiary")
    somebody.press("Save")
    assert somebody.sees("Is this somebody else?")
    somebody.look("people-alike")
    somebody.press("Back to the form")
    assert "DUPONT" == somebody.page.get_by_label("Family name", exact=True).input_value()
    somebody.press("Save")
    somebody.click(somebody.page.get_by_role("link", name="It is them"))
    assert somebody.page.url.endswith(f"/people/{lea}")


def test_somebody_else_is_entered_and_the_two_stand_in_a_list(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    family(house)
    somebody = house.let_in(at_hand(), Role.REGISTRAR)

    somebody.go("/people/new")
    somebody.fill("Given name", "Léa")
    somebody.fill("Family name", "Dupont")
    somebody.fill("Date of birth", "2016-05-04")
    somebody.page.get_by_label("Category").select_option("beneficiary")
    somebody.press("Save")
    somebody.click(somebody.page.get_by_role("button", name="Nederlands"))
    assert "Léa" == somebody.page.get_by_label("Voornaam", exact=True).input_value()
    somebody.press("Opslaan")
    somebody.press("Het is iemand anders: inschrijven")
    somebody.go("/lists/duplicates")
    assert 2 == somebody.page.get_by_role("link", name="Léa Dupont").count()
    somebody.look("list-duplicates")


def test_an_administrator_works_off_who_may_be_entered_twice(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    kept, second = house.door.person(external_id="A-1"), house.door.person(external_id="A-2")
    third = house.door.person(external_id="A-3", born_on="2017-01-01")
    fourth = house.door.person(external_id="A-4", born_on="2017-01-01")
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)

    somebody.go("/lists/duplicates")
    somebody.look("list-duplicates-to-settle")
    pair = somebody.page.locator("main form").filter(
        has=somebody.page.locator(f"[value='{third}']")
    )
    somebody.click(pair.get_by_role("button", name="Two people"))
    assert somebody.sees("Noted: two people.")
    assert 2 == somebody.page.get_by_role("link", name="Léa Dupont").count()

    somebody.press("One person, entered twice")
    assert somebody.sees("A no on either record now holds for both.")
    somebody.look("list-duplicates-settled")

    somebody.go(f"/people/{second}")
    assert somebody.sees("Entered twice: also")
    somebody.look("person-entered-twice")
    somebody.press("Two people after all")
    assert somebody.sees("Told apart")
    somebody.look("person-told-apart")
    somebody.click(somebody.page.locator("main").get_by_role("link", name="Léa Dupont"))
    assert somebody.page.url.endswith(f"/people/{kept}")
    somebody.press("One person after all")
    assert somebody.sees("Entered twice: also")
    somebody.go(f"/people/{fourth}")
    assert somebody.sees("Told apart")
