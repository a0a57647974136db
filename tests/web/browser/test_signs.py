"""
An officer on a phone sees signs that something may be wrong, and whom a hold protects.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from service.decision.case import Use
from service.decision.ids import PersonId
from service.decision.powers import Role
from service.decision.terms import Matter
from service.errors import TooMany
from service.usecases.checks import Budget, CheckQuestion
from tests.api.family import ANNE, Household
from tests.api.office import adult, channel, version, yes
from tests.web.browser.visitor import Visitor
from tests.web.staffed import StaffedHouse


def test_who_asked_too_much_leads_to_what_they_asked(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    emeka, registry = adult(house.door), house.site.registry
    check_post = registry.checks.check_post
    greedy = replace(check_post, budget=Budget(1, check_post.budget.told))
    caller = registry.keys.identify_key(house.door.with_key("checks").key)
    question = CheckQuestion(uses=(Use(PersonId(emeka), Matter.NAME),))
    greedy(caller, question)
    with pytest.raises(TooMany):
        greedy(caller, question)
    officer = house.let_in(at_hand(), Role.DATA_PROTECTION_OFFICER)

    officer.go("/checks")

    officer.look("asked-too-much")
    officer.click(officer.page.get_by_role("link", name="See what was asked"))
    officer.sees("Emeka Dupont")


def test_where_everybody_said_yes_is_read_on_a_phone(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    channel(house.door)
    unit, form = house.door.unit("Les Colibris"), version(house.door)
    for _ in range(5):
        yes(house.door, adult(house.door, memberships=[{"unit_id": unit}]), form)
    officer = house.let_in(at_hand(), Role.DATA_PROTECTION_OFFICER)

    officer.go("/people")
    officer.click(officer.page.get_by_text("More lists", exact=True))
    officer.press("Everybody said yes")

    officer.sees("5 of 5 answered")
    officer.look("unanimous")


def test_a_campaign_writes_to_nobody_about_a_child_in_hiding(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    household = Household(house.door)
    channel(house.door)
    version(house.door)
    house.door.post("/holds", {"kind": "safeguarding", "person_id": household.lea})
    registrar = house.let_in(at_hand(), Role.REGISTRAR)

    registrar.go("/campaigns")
    registrar.press("See who would be asked")

    registrar.sees("Nobody would get a letter now.")
    registrar.sees("No letter is about Léa Dupont: a hold")
    registrar.look("campaign-held")
    assert [] == household.mailbox.letters(ANNE)
