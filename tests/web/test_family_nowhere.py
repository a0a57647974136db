"""
A no is taken from any page of a family, however old.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx
import pytest

from service.usecases.families.cards import Choice
from service.web.family.door import SESSION
from tests.api.family import ANNE, Household, Sitting, sit_down
from tests.api.office import IMAGE_FORM, channel, version
from tests.web.forms import Form, Pairs, forms_on
from tests.web.staffed import StaffedHouse

NO = ("nowhere", "1")


@dataclass(frozen=True)
class Page:
    """
    The page of Léa, as Anne opened it a while ago.
    """

    household: Household
    anne: Sitting
    cookie: str
    form: Form

    def send(self, form: Form, *pairs: tuple[str, str]) -> httpx.Response:
        """
        Send what stands on a page, and what was ticked or pressed.
        """
        client: httpx.Client = self.household.door.house.client
        headers = {"cookie": self.cookie, "sec-fetch-site": "same-origin"}
        pressed: Pairs = [*form.untouched(), *pairs]
        content = urlencode(pressed)
        headers["content-type"] = "application/x-www-form-urlencoded"
        return client.post(form.action, content=content, headers=headers)


@pytest.fixture
def page(house: StaffedHouse) -> Page:
    """
    Let Anne say yes to two pages, and look at four.
    """
    household = Household(house.door)
    for slug in ("facebook", "website", "leaflet", "poster"):
        channel(house.door, slug, name=slug)
    version(house.door)
    anne = sit_down(household)
    anne.say(household.lea, facebook=Choice.YES, website=Choice.YES)
    secret = household.link()
    nonce = household.verbs.send_code(household.slug, secret)
    entered = household.verbs.enter_code(household.slug, nonce, household.mailbox.last_code(ANNE))
    cookie = f"{SESSION}={entered.session}"
    path = f"/f/{household.slug}/people/{household.lea}"
    shown = house.door.house.client.get(path, headers={"cookie": cookie})
    [form] = [each for each in forms_on(shown) if each.action.endswith("/review")]
    return Page(household, anne, cookie, form)


def _website_closes(page: Page) -> None:
    door = page.household.door
    [found] = [each for each in door.get("/channels")["items"] if each["slug"] == "website"]
    door.post(f"/channels/{found['id']}/close", status=200)


def _yes_is_taken_back(page: Page) -> None:
    page.anne.say(page.household.lea, website=Choice.NO)


def _words_change(page: Page) -> None:
    page.household.door.post("/forms/image/versions", IMAGE_FORM | {"texts": {"fr-BE": "Autres."}})


@pytest.mark.parametrize("meanwhile", [_website_closes, _yes_is_taken_back, _words_change])
def test_no_everywhere_is_taken_from_an_older_page(
    page: Page, meanwhile: Callable[[Page], None]
) -> None:
    meanwhile(page)

    review = page.send(page.form, NO)
    [form] = [each for each in forms_on(review) if each.action.endswith("/save")]
    saved = page.send(form)

    assert (200, 303) == (review.status_code, saved.status_code)
    last = page.household.door.get(f"/consents?person_id={page.household.lea}")["items"][-1]
    assert ("withdrawn", True) == (last["kind"], last["everywhere"])


def test_whoever_answers_about_a_page_that_closed_finds_the_rest_as_ticked(page: Page) -> None:
    _website_closes(page)
    [name] = {
        each["id"]
        for each in page.household.door.get("/channels")["items"]
        if each["slug"] == "facebook"
    }
    no = (f"a.{name}.image", "no")

    again = page.send(page.form, no)

    assert 422 == again.status_code
    [cards] = [each for each in forms_on(again) if each.action.endswith("/review")]
    assert no in cards.untouched()


def _about(page: Page, slug: str, said: str) -> tuple[str, str]:
    """
    Tick an answer about the image on a channel.
    """
    found = page.household.door.get("/channels")["items"]
    return f"a.{next(each['id'] for each in found if each['slug'] == slug)}.image", said


def test_a_no_to_words_that_were_withdrawn_meanwhile_is_saved(page: Page) -> None:
    no = _about(page, "leaflet", "no")
    page.household.door.post("/forms/image/close", status=200)

    review = page.send(page.form, no)
    [form] = [each for each in forms_on(review) if each.action.endswith("/save")]
    saved = page.send(form)

    assert (200, 303) == (review.status_code, saved.status_code)
    last = page.household.door.get(f"/consents?person_id={page.household.lea}")["items"][-1]
    assert ("refused", False) == (last["kind"], last["everywhere"])


def test_a_no_stays_ticked_where_a_yes_beside_it_is_no_longer_asked(page: Page) -> None:
    no, yes = _about(page, "leaflet", "no"), _about(page, "poster", "yes")
    page.household.door.post("/forms/image/close", status=200)

    again = page.send(page.form, no, yes)

    assert 422 == again.status_code
    [cards] = [each for each in forms_on(again) if each.action.endswith("/review")]
    assert (True, False) == (no in cards.untouched(), yes in cards.untouched())
    assert 200 == page.send(cards).status_code
