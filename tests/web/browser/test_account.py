"""
Members keep their own account; administrators keep those of others.
"""

from collections.abc import Callable

import pytest

from service.decision.powers import Role
from service.web.session import COOKIE
from tests.web.browser.visitor import Visitor
from tests.web.staffed import PASSWORD, StaffedHouse

OTHER_PASSWORD = "nine orange chairs in the rain"


@pytest.fixture
def asha(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> Visitor:
    """
    Give Asha, who checks, at her account.
    """
    somebody = house.let_in(at_hand(), Role.CHECKER)
    somebody.go("/account")
    return somebody


@pytest.fixture
def chika(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> Visitor:
    """
    Give Chika, who administers, among those who work here.
    """
    somebody = house.let_in(at_hand(), Role.ADMINISTRATOR)
    somebody.go("/members")
    return somebody


def test_language_that_is_chosen_here_is_kept(asha: Visitor) -> None:
    asha.look("account")
    asha.page.get_by_label("Language of the pages").select_option("nl")
    asha.click(asha.page.get_by_role("button", name="Save"))

    assert "nl" == asha.page.locator("html").get_attribute("lang")
    assert asha.sees("Het is gebeurd.")


def test_password_is_changed_by_whoever_knows_it(asha: Visitor) -> None:
    def change(current: str, new: str) -> None:
        form = asha.page.locator("form[action='/account/password']")
        form.get_by_label("Present password").fill(current)
        form.get_by_label("New password").fill(new)
        asha.click(form.get_by_role("button"))

    change("something else entirely", OTHER_PASSWORD)
    assert asha.sees("This is not your password.")
    change(PASSWORD, "motdepasse2026")
    assert asha.sees("one of those that are tried first")
    asha.look("account-fault")
    change(PASSWORD, OTHER_PASSWORD)
    assert asha.sees("It is done.")
    change(OTHER_PASSWORD, PASSWORD)

    assert asha.sees("It is done.")


def test_another_telephone_is_set_up_after_the_password(asha: Visitor) -> None:
    form = asha.page.locator("form[action='/account/factor']")
    form.get_by_label("Present password").fill(PASSWORD)
    asha.click(form.get_by_role("button"))
    asha.look("account-factor")
    asha.fill("Code", "000000")
    asha.press("Continue")

    assert asha.sees("This code is not right")
    asha.look("account-factor-wrong")


def test_a_session_elsewhere_is_ended(house: StaffedHouse, asha: Visitor) -> None:
    assert 0 == asha.page.get_by_role("button", name="End:").count()
    registry = house.site.registry
    (token,) = (each["value"] for each in asha.context.cookies() if each["name"] == COOKIE)
    mine = registry.staff.identify_session(token)
    registry.staff.sign_in(house.door.organisation.slug, mine.member.email, PASSWORD)
    asha.go("/account")
    asha.look("account-sessions")
    asha.click(asha.page.get_by_role("button", name="End:"))

    assert asha.sees("It is done.")
    assert [mine.session.id] == [each.id for each in registry.staff.list_sessions(mine.caller)]


def test_somebody_is_invited_with_a_role_in_a_unit(house: StaffedHouse, chika: Visitor) -> None:
    house.door.unit("Kitchen")
    chika.look("members")
    chika.press("Invite somebody")
    chika.look("member-new")
    chika.fill("Name", "Bram Peeters")
    chika.fill("E-mail address", "bram@jacinthes.example")
    chika.press("Send the invitation")
    assert chika.sees("A member has at least one role.")
    chika.look("member-new-fault")
    chika.page.get_by_label("Role", exact=True).select_option("publisher")
    chika.page.get_by_label("Where").select_option(label="Kitchen")
    chika.press("Send the invitation")

    assert chika.sees("An invitation is on its way to bram@jacinthes.example.")
    assert chika.sees("Publisher – Kitchen")
    chika.look("member")


def test_roles_change_and_somebody_leaves(house: StaffedHouse, chika: Visitor) -> None:
    house.hire(Role.CHECKER, "Dario Rossi")
    chika.go("/members")
    chika.click(chika.page.get_by_role("link", name="Dario Rossi"))
    chika.page.get_by_label("Checker").uncheck()
    chika.press("Save")
    assert chika.sees("A member has at least one role.")
    chika.page.get_by_label("Checker").uncheck()
    chika.page.get_by_label("Role", exact=True).select_option("registrar")
    chika.press("Save")
    assert chika.sees("Registrar – The whole organisation")
    assert 0 == chika.page.get_by_text("Checker – ").count()

    chika.press("Let in no more")
    chika.press("Staff")
    assert chika.sees("Left")


def test_only_administrators_keep_accounts(
    house: StaffedHouse, at_hand: Callable[..., Visitor]
) -> None:
    for role in (Role.CHECKER, Role.PUBLISHER, Role.REGISTRAR):
        nosy = house.let_in(at_hand(), role)
        nosy.go("/members")
        assert nosy.sees("This is not part of your role")
    officer = house.let_in(at_hand(), Role.DATA_PROTECTION_OFFICER)
    officer.go("/members")
    assert 0 == officer.page.get_by_role("link", name="Invite somebody").count()
    officer.click(officer.page.locator("main li a").first)
    assert 0 == officer.page.locator("main button").count()
    officer.look("member-read")
