"""
Whoever loses the way is told so, kindly, in their language.
"""

from collections.abc import Callable

import pytest

from tests.web.browser.visitor import Visitor


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fr-BE", "Cette page n’existe pas"),
        ("nl-BE", "Deze pagina bestaat niet"),
        ("de-AT", "Diese Seite gibt es nicht"),
        ("en-GB", "There is no such page"),
        ("pt", "Cette page n’existe pas"),
    ],
)
def test_a_way_that_leads_nowhere_is_explained(
    at_hand: Callable[..., Visitor], language: str, title: str
) -> None:
    lost = at_hand(language=language)

    lost.go("/nowhere")

    assert title == lost.page.get_by_role("heading", level=1).inner_text()
    lost.look(f"problem-{language}")


def test_the_language_that_was_chosen_stays(at_desk: Callable[..., Visitor]) -> None:
    reader = at_desk(language="fr")
    reader.go("/nowhere")

    reader.press("Nederlands")
    reader.go("/elsewhere")

    assert "nl" == reader.page.locator("html").get_attribute("lang")
