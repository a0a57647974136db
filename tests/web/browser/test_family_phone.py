"""
A phone is narrow, and large print makes it narrower: nothing is torn, glued or lost.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Request

from tests.web.browser.visitor import Visitor
from tests.web.relatives import Relative, relative
from tests.web.staffed import StaffedHouse

PHOTO = "A photo of Léa?"


@pytest.fixture
def reader(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> Relative:
    return relative(house, at_hand())


def test_no_choice_is_torn_apart_on_a_phone(reader: Relative) -> None:
    reader.come_in()
    inside = reader.visitor.page.url.removeprefix(reader.visitor.address)
    words = """es => es.flatMap(e => [...e.firstChild.data.matchAll(/\\S+/g)].map(word => {
        const place = document.createRange();
        place.setStart(e.firstChild, word.index);
        place.setEnd(e.firstChild, word.index + word[0].length);
        return [word[0], place.getClientRects().length];
    }))"""

    for language in ("fr", "nl", "de"):
        reader.visitor.go(f"/language/{language}?back={inside}")
        choices = reader.visitor.page.locator("details[open] label.pick span")
        assert choices.count()
        torn = [word for word, lines in choices.evaluate_all(words) if lines > 1]
        assert [] == torn


def test_what_is_so_today_does_not_stand_below_another_choice(reader: Relative) -> None:
    reader.come_in()
    outlook = reader.visitor.page.get_by_text("An answer is still missing").first
    assert outlook.is_visible()

    reader.pick("Facebook", PHOTO, "No")

    assert not outlook.is_visible()
    reader.visitor.look("family-outlook-gone")


def test_each_way_to_reach_the_house_stands_apart(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    contact = {"name": "Nadia", "role": "desk", "email": "nadia@home.example", "phone": "+32 2 1"}
    house.door.patch("/organisation", {"contact": contact})
    somebody = at_hand()
    somebody.go(f"/f/{house.door.organisation.slug}")

    ways = somebody.page.locator("footer a[href^=mailto], footer a[href^=tel]")
    mail, phone = (each.bounding_box() for each in ways.all())
    assert mail
    assert phone
    assert mail["y"] + mail["height"] <= phone["y"]
    assert "tel:+3221" == ways.last.get_attribute("href")


def test_larger_print_on_the_way_to_saving_is_no_dead_end(reader: Relative) -> None:
    reader.come_in()
    reader.pick("Facebook", PHOTO, "No")
    reader.visitor.press("Check my answers")
    reader.visitor.sees("This will change")

    reader.visitor.press("Large print")

    assert reader.visitor.sees("This will change")
    assert "large" in str(reader.visitor.page.locator("html").get_attribute("class"))


def test_browser_says_where_a_form_was_unless_its_address_is_secret(reader: Relative) -> None:
    told: dict[str, str | None] = {}

    def note(request: Request) -> None:
        if request.method == "POST":
            told[urlsplit(request.url).path.split("/")[3]] = request.header_value("origin")

    reader.visitor.page.on("requestfinished", note)
    reader.come_in()

    assert {"link": "null", "code": reader.visitor.address} == told
