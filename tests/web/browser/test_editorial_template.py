"""
Whoever writes for a channel sees how its posts look, folded away until it is opened.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse

OF_PAGE = "Editorial line and template of Our page"
TEMPLATE = "Two sentences, no names.\nEnd with #LesJacinthes."


def _opens(somebody: Visitor) -> bool:
    """
    Tell whether it is folded, and there once it is opened.
    """
    title = somebody.page.get_by_text(OF_PAGE)
    title.wait_for()
    words = somebody.page.get_by_text("Two sentences, no names.")
    folded = not words.is_visible()
    somebody.click(title)
    return folded and words.is_visible()


def test_it_is_written_and_seen_by_whoever_checks_and_proposes(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    office.photo_of_emeka(house.door)
    (page,) = house.door.get("/channels")["items"]
    keeper = house.let_in(at_hand(), Role.CHANNEL_MANAGER)
    keeper.go(f"/channels/{page['id']}/change")
    keeper.fill("Editorial line and template", TEMPLATE)
    keeper.press("Save")
    assert _opens(keeper)
    keeper.look("channel-template")

    checker = house.let_in(at_hand(), Role.CHECKER)
    checker.go("/")
    assert _opens(checker)
    checker.look("check-template")
    checker.fill("Text", "Emeka Dupont at the farm")
    checker.click(checker.page.get_by_role("button", name="Check", exact=True))
    assert _opens(checker)
    checker.look("answer-template")
    checker.press("Propose it")
    assert _opens(checker)
    checker.look("proposal-template")
    checker.press("Propose")
    assert _opens(checker)


def test_the_template_follows_the_channel_that_is_chosen(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    office.channel(house.door, name="Our page", template=TEMPLATE)
    office.channel(house.door, "website", name="Our site", template="Whole sentences.")
    office.channel(house.door, "leaflet", name="Leaflet")
    checker = house.let_in(at_hand(), Role.CHECKER)
    checker.go("/")
    chosen, titles = checker.page.get_by_label("Channel"), ("Our page", "Our site")

    def shown() -> list[str]:
        every = (f"Editorial line and template of {each}" for each in titles)
        return [each for each in every if checker.page.get_by_text(each).is_visible()]

    for name in (*titles, "Leaflet"):
        chosen.select_option(label=chosen.locator("option", has_text=name).inner_text())
        assert [each for each in [f"Editorial line and template of {name}"] if name in titles] == (
            shown()
        )
