"""
Somebody presses twice, out of habit or impatience: it happens once.
"""

from collections.abc import Callable

import pytest

from service.decision.powers import Role
from tests.web.browser.visitor import Visitor
from tests.web.relatives import relative
from tests.web.staffed import StaffedHouse


@pytest.mark.parametrize("scripts", [True, False])
def test_a_complaint_of_a_family_is_one_complaint(
    house: StaffedHouse, at_desk: Callable[..., Visitor], *, scripts: bool
) -> None:
    mother = relative(house, at_desk(scripts=scripts))
    mother.visitor.go(f"{mother.start}/complain")
    mother.visitor.fill("What happened?", "She is on your page.")
    mother.visitor.click(mother.visitor.page.get_by_role("button", name="Send"), times=2)
    assert mother.visitor.sees("We have received it")
    number = mother.visitor.page.locator(".lead").inner_text()
    mother.visitor.page.reload()

    assert number == mother.visitor.page.locator(".lead").inner_text()
    assert 1 == len(house.door.get("/complaints")["items"])


def test_another_complaint_of_the_same_page_is_another(
    house: StaffedHouse, at_desk: Callable[..., Visitor]
) -> None:
    mother = relative(house, at_desk())
    for words in ("She is on your page.", "He is, too."):
        if words != "She is on your page.":
            mother.visitor.page.go_back()
        else:
            mother.visitor.go(f"{mother.start}/complain")
        mother.visitor.fill("What happened?", words)
        mother.visitor.press("Send")
        assert mother.visitor.sees("We have received it")

    assert 2 == len(house.door.get("/complaints")["items"])


def test_what_is_sent_is_sent_once(house: StaffedHouse, at_desk: Callable[..., Visitor]) -> None:
    registrar = house.let_in(at_desk(), Role.REGISTRAR)
    sent = []
    registrar.page.on("request", lambda each: sent.append(each.method))
    registrar.go("/people/new")
    registrar.fill("Given name", "Ines")
    registrar.fill("Family name", "Çelik")
    registrar.page.get_by_label("Category").select_option("beneficiary")
    registrar.click(registrar.page.get_by_role("button", name="Save"), times=2)

    assert registrar.page.get_by_role("heading", level=1, name="Ines Çelik").inner_text()
    assert 1 == sent.count("POST")
