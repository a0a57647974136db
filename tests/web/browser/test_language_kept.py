"""
What is typed on a page of staff stays when another language is chosen.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse

LONG = "Wolkenkratzerfensterputzmaschinenbedienungsanleitungsverfasser"


def value_of(somebody: Visitor, name: str) -> str:
    """
    Give what stands in the field of this name.
    """
    return somebody.page.locator(f"main [name='{name}']").first.input_value()


def test_what_is_typed_stays(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> None:
    house.door.unit(name="Les Bleuets")
    somebody = house.let_in(at_hand(), Role.REGISTRAR)
    somebody.go("/people/new")
    somebody.page.locator("[name='given_name']").fill("Zoé")
    somebody.page.locator("[name='family_name']").fill(LONG)
    somebody.page.locator("[name='born_on']").fill("2015-04-02")
    somebody.page.locator("[name='unit-0']").select_option(label="Les Bleuets")

    somebody.press("Nederlands")

    assert somebody.sees("Persoon inschrijven")
    assert ("Zoé", LONG) == (value_of(somebody, "given_name"), value_of(somebody, "family_name"))
    assert "2015-04-02" == value_of(somebody, "born_on")
    assert value_of(somebody, "unit-0")
    somebody.look("language-kept")


def test_what_was_wrong_stays_with_its_form(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_desk(), Role.ADMINISTRATOR)
    somebody.go("/units/new")
    somebody.fill("Name", "Les Coquelicots")
    somebody.fill("Name of the contact", "Nadia Peeters")
    somebody.fill("Role", "head of service")
    somebody.fill("Telephone", "call me")
    somebody.press("Save")
    assert somebody.sees("This is no telephone number.")

    somebody.press("Français")

    assert somebody.sees("Ceci n’est pas un numéro de téléphone.")
    assert "Les Coquelicots" == value_of(somebody, "name")
    somebody.press("Nederlands")
    assert somebody.sees("Dit is geen telefoonnummer.")


def test_what_was_put_right_is_not_sent_by_choosing_a_language(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_desk(), Role.ADMINISTRATOR)
    somebody.go("/units/new")
    for label in ("Name", "Name of the contact", "Role"):
        somebody.fill(label, "Les Coquelicots")
    somebody.fill("Telephone", "call me")
    somebody.press("Save")
    assert somebody.sees("This is no telephone number.")
    somebody.fill("Telephone", "+32 2 000 00 10")

    somebody.press("Français")

    assert somebody.page.url.endswith("/units/new")
    assert "+32 2 000 00 10" == value_of(somebody, "contact_phone")
    assert [] == house.door.get("/units")["items"]


def test_without_scripts_the_form_is_there_again(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    somebody = house.let_in(at_desk(scripts=False), Role.CHANNEL_MANAGER)
    somebody.go("/channels/new")
    somebody.page.locator("[name='medium']").select_option("web")
    somebody.page.locator("[name='quota']").fill("none")
    somebody.click(somebody.page.locator("form[action='/channels'] button.main"))

    somebody.press("Français")

    assert somebody.page.url.endswith("/channels/new")


def test_nothing_else_is_kept(house: StaffedHouse, at_desk: Callable[..., Visitor]) -> None:
    somebody = house.let_in(at_desk(), Role.REGISTRAR)
    somebody.go("/account")
    somebody.page.locator("input[type='password']").first.fill("seven blue chairs")
    kept = """() => new Promise((done) => {
      addEventListener("pagehide", () => console.log(sessionStorage.getItem("typed")));
      done(sessionStorage.length);
    })"""
    said: list[str] = []
    somebody.page.on("console", lambda message: said.append(message.text))
    assert 0 == somebody.page.evaluate(kept)

    somebody.press("Deutsch")

    assert somebody.sees("Mein Konto")
    assert "" == somebody.page.locator("input[type='password']").first.input_value()
    assert said
    assert not any("chairs" in each for each in said)
    assert 0 == somebody.page.evaluate("sessionStorage.length")
