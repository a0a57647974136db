"""
A tired father with a cheap phone changes one answer, and holds proof of it.
"""

import json
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from service.decision.terms import Matter
from service.ledger.failures import ProofRefused
from service.usecases.organisations.operator import operator_of
from tests.api import office
from tests.api.entered_twice import settle
from tests.api.family import Mailbox, invite
from tests.web.browser.visitor import Visitor
from tests.web.relatives import Relative, relative
from tests.web.staffed import StaffedHouse

FIRST_LOAD_BYTES = 40_000
PHOTO = "A photo of Léa?"


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def anne(
    request: pytest.FixtureRequest, house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> Relative:
    return relative(house, at_hand(scripts=request.param))


@pytest.fixture
def reader(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> Relative:
    return relative(house, at_hand())


def _answer(somebody: Relative, choice: str) -> int:
    """
    Answer once, from the cards to the receipt; count what was pressed.
    """
    pressed = somebody.pick("Facebook", PHOTO, choice)
    somebody.visitor.press("Check my answers")
    somebody.visitor.press("Save")
    somebody.visitor.sees("Recorded")
    return pressed + 2


def test_an_answer_is_changed_in_a_handful_of_presses(anne: Relative) -> None:
    anne.come_in()
    given = _answer(anne, "Yes")
    anne.visitor.press("Back to Léa")
    taken_back = _answer(anne, "No")

    assert taken_back <= given + 1
    assert taken_back <= 4
    kinds = [
        each["kind"]
        for each in anne.household.door.get(f"/consents?person_id={anne.household.lea}")["items"]
    ]
    assert ["given", "withdrawn"] == kinds


def test_no_everywhere_takes_two_presses(anne: Relative) -> None:
    anne.come_in()
    anne.visitor.press("No everywhere")
    anne.visitor.press("Save")

    assert anne.visitor.sees("Everywhere, also in future")


def test_every_page_is_light_and_fit_for_everybody(reader: Relative) -> None:
    somebody = reader.visitor
    reader.open_link()
    assert 0 < somebody.weight_bytes < FIRST_LOAD_BYTES
    somebody.look("family-link")
    somebody.press("Send me the code")
    somebody.look("family-code")
    reader.come_in()
    somebody.go(f"{reader.start}/people/{reader.household.lea}")
    assert 0 < somebody.weight_bytes < FIRST_LOAD_BYTES
    somebody.look("family-cards")
    reader.pick("Facebook", PHOTO, "Yes")
    reader.pick("Our site", PHOTO, "Not now")
    somebody.press("Check my answers")
    somebody.look("family-review")
    somebody.press("Save")
    somebody.sees("Recorded")
    somebody.look("family-receipt")
    somebody.press("Back to Léa")
    somebody.press("What happened")
    somebody.look("family-history")
    somebody.press("Leave")
    somebody.look("family-front")


def test_nothing_is_ticked_before_somebody_answered(reader: Relative) -> None:
    reader.come_in()

    assert 0 == reader.visitor.page.locator("input:checked").count()
    sizes = {
        (round(box["height"]), round(box["width"]))
        for each in reader.visitor.page.locator("label.pick").all()
        if (box := each.bounding_box()) and box["height"]
    }
    assert 1 == len({height for height, _ in sizes})


def test_whoever_lost_the_link_gets_another_alone(anne: Relative) -> None:
    anne.visitor.go(f"{anne.start}/link/made-up-and-long-gone")
    assert anne.visitor.sees("This link no longer works.")

    anne.visitor.fill("E-mail or telephone", "anne@family.example")
    anne.visitor.press("Send me a link")

    assert "On its way" == anne.headline()
    assert anne.household.mailbox.last_link("anne@family.example")


def test_a_wrong_code_is_explained_and_leads_on(anne: Relative) -> None:
    anne.open_link()
    anne.visitor.press("Send me the code")
    code = anne.household.mailbox.last_code("anne@family.example")
    anne.visitor.fill("Six-digit code", f"{(int(code) + 1) % 1_000_000:06}")
    anne.visitor.press("Enter")

    assert anne.visitor.sees("4 more tries.")
    anne.visitor.fill("Six-digit code", code)
    anne.visitor.press("Enter")
    assert anne.visitor.sees("Where may Léa be shown?")


def test_whoever_left_sees_nothing_any_more(anne: Relative) -> None:
    anne.come_in()
    inside = anne.visitor.page.url
    anne.visitor.press("Leave")
    anne.visitor.page.goto(inside)

    assert "Your answers about photos" == anne.headline()


def test_the_proof_that_is_kept_convinces(reader: Relative) -> None:
    reader.come_in()
    _answer(reader, "Yes")
    reader.household.door.entries()
    with reader.visitor.page.expect_download() as download:
        reader.visitor.press("Keep the proof")
    content = download.value.path().read_bytes()

    caller = operator_of(reader.household.door.organisation.id)
    verify = reader.household.verbs.get_receipt.verify
    assert verify(caller, content).receipt["dct:identifier"] in download.value.suggested_filename
    with pytest.raises(ProofRefused):
        verify(caller, content.replace(b"Facebook", b"Instagram"))


def test_somebody_sees_where_they_appear_and_has_it_taken_down(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    door = house.door
    office.channel(door, "facebook", name="Facebook", photo_publisher="members")
    emeka = office.adult(door, email="emeka@own.example")
    office.yes(door, emeka, office.version(door))
    named = {"names": ["Emeka Dupont"], "channel": "facebook", "where": "https://fb.example/1"}
    door.post("/publications", named)
    somebody = at_hand()
    _come_in(house, somebody, emeka)

    somebody.press("Where Emeka appears")
    assert somebody.sees("https://fb.example/1")
    somebody.look("family-where")
    somebody.click(somebody.page.get_by_role("button", name="Take this down"))
    somebody.press("Save")
    somebody.sees("Recorded")

    assert 1 == len(door.get("/takedowns")["items"])
    assert set(Matter) == set(door.get(f"/consents?person_id={emeka}")["items"][-1]["matters"])


def test_whoever_is_entered_twice_takes_down_what_shows_the_other_record(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    door = house.door
    office.channel(door, "facebook", name="Facebook", photo_publisher="members")
    shown, emeka = office.adult(door), office.adult(door, email="emeka@own.example")
    office.yes(door, shown, office.version(door))
    use = {"uses": [{"person_id": shown, "matter": "name"}], "channel": "facebook"}
    door.post("/publications", use | {"where": "https://fb.example/1"})
    settle(door, shown, emeka, "same")
    somebody = at_hand()
    _come_in(house, somebody, emeka)

    somebody.press("Where Emeka appears")
    somebody.click(somebody.page.get_by_role("button", name="Take this down"))
    somebody.press("Save")
    somebody.sees("Recorded")

    assert 1 == len(door.get("/takedowns")["items"])


def _come_in(house: StaffedHouse, visitor: Visitor, person_id: str) -> None:
    """
    Let an adult come in who answers alone.
    """
    registry, found = house.site.registry, house.door.organisation
    visitor.go(f"/f/{found.slug}/link/{invite(registry, found.id, person_id)}")
    visitor.press("Send me the code")
    visitor.fill("Six-digit code", Mailbox(registry, found.id).last_code("emeka@own.example"))
    visitor.press("Enter")
    visitor.sees("Where may Emeka be shown?")


def test_everything_can_be_taken_along_without_anybody_elses(reader: Relative) -> None:
    reader.come_in()
    _answer(reader, "Yes")
    reader.visitor.press("Back to Léa")
    reader.visitor.press("What happened")
    with reader.visitor.page.expect_download() as download:
        reader.visitor.press("Download everything")

    found = json.loads(download.value.path().read_text())
    assert "Léa" == found["person"]["given_name"]
    assert ["given"] == [each["kind"] for each in found["acts"]]
    assert 1 == len(found["receipts"])


@pytest.mark.parametrize("language", ["fr-BE", "nl-BE", "de-BE"])
def test_families_read_in_their_language(
    house: StaffedHouse, at_hand: Callable[..., Visitor], language: str
) -> None:
    somebody = relative(house, at_hand(language=language))
    somebody.open_link()
    somebody.visitor.look(f"family-link-{language}")

    assert language[:2] == somebody.visitor.page.locator("html").get_attribute("lang")


def test_the_proof_can_be_printed_for_every_reader(reader: Relative) -> None:
    reader.come_in()
    _answer(reader, "Yes")
    with reader.visitor.page.expect_download() as download:
        reader.visitor.press("Print the proof (PDF)")

    pdf = PdfReader(download.value.path())
    words = pdf.pages[0].extract_text()
    assert {"/MarkInfo", "/StructTreeRoot", "/Lang"} <= set(pdf.root_object)
    assert "Facebook" in words
    assert "Your answers for Léa count" in words


def test_anybody_complains_and_gets_a_number_and_a_day(anne: Relative) -> None:
    anne.visitor.go(f"{anne.start}/complain")
    anne.visitor.fill("What happened?", "My neighbour is on your page.")
    anne.visitor.press("Send")

    assert "We have received it" == anne.headline()
    (complaint,) = anne.household.door.get("/complaints")["items"]
    assert anne.visitor.sees(f"Your number is {complaint['number']}.")
    assert "page" == complaint["route"]


def test_an_empty_complaint_is_asked_for_words_and_keeps_what_was_typed(
    reader: Relative,
) -> None:
    reader.visitor.go(f"{reader.start}/complain")
    reader.visitor.look("family-complain")
    reader.visitor.page.locator("textarea").evaluate("each => each.required = false")
    reader.visitor.fill("Your name", "Dario")
    reader.visitor.press("Send")

    assert reader.visitor.sees("First write what happened.")
    assert "Dario" == reader.visitor.page.get_by_label("Your name").input_value()


def test_somebody_reads_easy_french(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> None:
    somebody = relative(house, at_hand(language="fr"))
    somebody.open_link()
    somebody.visitor.press("Français facile")

    assert somebody.visitor.sees("Je veux un code")
    somebody.visitor.look("family-easy")
    assert "fr-x-falc" == somebody.visitor.page.locator("html").get_attribute("lang")
