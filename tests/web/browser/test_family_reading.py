"""
A grandmother reads in large print; a father whose link is long gone comes back in.
"""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from service.records.mail import LetterKind
from tests.api.family import ANNE, Household
from tests.api.office import saying_yes
from tests.web.browser.visitor import Visitor
from tests.web.relatives import Relative, relative
from tests.web.staffed import StaffedHouse

PHOTO = "A photo of Léa?"
TWO_YEARS = timedelta(days=731)
A_MONTH = timedelta(days=30)


@pytest.fixture
def phone(house: StaffedHouse, at_hand: Callable[..., Visitor]) -> Callable[..., Relative]:
    """
    Give what hands somebody a phone.
    """
    return lambda *, scripts: relative(house, at_hand(scripts=scripts))


def _is_large(somebody: Visitor) -> bool:
    return "large" in (somebody.page.locator("html").get_attribute("class") or "")


def test_large_print_stays_until_it_is_switched_off(phone: Callable[..., Relative]) -> None:
    grandmother = phone(scripts=True)
    reader = grandmother.visitor
    grandmother.open_link()
    reader.press("Large print")
    assert "Photos: yes or no?" == grandmother.headline()
    reader.look("family-link-large")
    grandmother.come_in()
    assert _is_large(reader)
    grandmother.pick("Facebook", PHOTO, "Not now")
    reader.look("family-cards-large")
    reader.press("Check my answers")
    reader.look("family-review-large")
    reader.press("Save")
    reader.sees("Recorded")
    reader.look("family-receipt-large")

    reader.press("Usual print")
    assert not _is_large(reader)


def two_years_pass(household: Household) -> None:
    """
    Forget everything that ever led in.
    """
    database, now = household.verbs.forget_doors.database, household.verbs.forget_doors.clock()
    with database.begin(household.door.organisation.id) as work:
        work.family_doors.forget(now + TWO_YEARS)
        work.commit()


def test_a_receipt_of_two_years_ago_leads_back_in_without_scripts(
    phone: Callable[..., Relative],
) -> None:
    father = phone(scripts=False)
    household, somebody = father.household, father.visitor
    father.open_link()
    old_link = somebody.page.url
    father.come_in()
    father.pick("Facebook", PHOTO, "Yes")
    somebody.press("Check my answers")
    somebody.press("Save")
    somebody.sees("Recorded")
    (receipt,) = household.mailbox.letters(ANNE, LetterKind.FAMILY_RECEIPT)
    two_years_pass(household)
    somebody.context.clear_cookies()

    somebody.page.goto(old_link)
    assert somebody.sees("This link no longer works.")
    (start,) = [each for each in receipt.text.split() if each.startswith("http")]
    somebody.go(urlsplit(start).path)
    somebody.fill("E-mail or telephone", ANNE)
    somebody.press("Send me a link")
    somebody.go(f"{father.start}/link/{household.mailbox.last_link(ANNE)}")
    somebody.press("Send me the code")
    somebody.fill("Six-digit code", household.mailbox.last_code(ANNE))
    somebody.press("Enter")

    assert somebody.sees("Where may Léa be shown?")
    somebody.press("What happened")
    assert somebody.sees("Your proofs")


def test_a_yes_that_ends_is_said_again_in_three_presses(phone: Callable[..., Relative]) -> None:
    father = phone(scripts=True)
    household, somebody = father.household, father.visitor
    told = {
        "signatory_id": household.anne,
        "capacity": "parent",
        "expires_on": (household.verbs.answer.desk.clock().date() + A_MONTH).isoformat(),
    }
    form = household.door.get("/forms/image")["versions"][-1]["id"]
    household.door.post("/consents", saying_yes(household.lea, form) | told)

    father.come_in()
    somebody.look("family-cards-ending")
    somebody.press("Say the same again")
    somebody.sees("This will change")
    somebody.look("family-review-ending")
    somebody.press("Save")

    assert somebody.sees("Recorded")
    assert 2 == len(household.door.get("/consents")["items"])
