"""
A registrar says who is meant by an answer that names nobody for certain.
"""

from collections.abc import Callable

from service.decision.powers import Role
from tests.api import office
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def test_an_answer_without_a_person_finds_one(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    office.channel(house.door)
    office.adult(house.door)
    named = {"given_name": "Emeka", "family_name": "Dupond", "born_on": None}
    no = {"capacity": "self", "kind": "refused", "method": "paper", "signed_on": "2026-03-01"}
    house.door.post("/answers", no | {"channels": ["facebook"], "person": named})
    registrar = house.let_in(at_hand(), Role.REGISTRAR)
    registrar.go("/answers")
    registrar.look("answers-waiting")
    registrar.click(registrar.page.get_by_text("Emeka Dupond"))
    registrar.look("answer-waiting")
    registrar.page.get_by_label("Emeka Dupont · born").check()
    registrar.press("Record it about this person")

    assert registrar.sees("Emeka Dupont")
    registrar.go("/answers")
    assert registrar.sees("No answer waits for a name.")
