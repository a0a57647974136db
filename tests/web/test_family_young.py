"""
A young person reads a page in words of their own; the parents do not.
"""

from dataclasses import dataclass

import httpx
import pytest

from tests.api.family import ANNE, Household, invite
from tests.api.office import channel, version
from tests.web.reader import words
from tests.web.staffed import StaffedHouse

LEA = "lea@family.example"
TEXTS = {
    "fr-BE": "Puis-je montrer votre photo ? Refuser ne coûte rien.",
    "fr-x-young": "On peut te montrer ? Dire non ne change rien.",
}


@dataclass(frozen=True)
class Page:
    """
    What somebody sees of Léa's page, in French.
    """

    household: Household
    signatory_id: str
    to: str

    def read(self, language: str = "fr", **fields: str) -> str:
        """
        Load the page of Léa, or send it with what was ticked.
        """
        household = self.household
        found = household.door.organisation
        secret = invite(household.registry, found.id, self.signatory_id)
        nonce = household.verbs.send_code(found.slug, secret)
        code = household.mailbox.last_code(self.to)
        entered = household.verbs.enter_code(found.slug, nonce, code)
        headers = {
            "cookie": f"__Host-obstat-family={entered.session}; obstat-language={language}",
            "sec-fetch-site": "same-origin",
        }
        path = f"/f/{found.slug}/people/{household.lea}"
        client: httpx.Client = household.door.house.client
        if fields:
            return words(client.post(f"{path}/review", data=fields, headers=headers).text)
        return words(client.get(path, headers=headers).text)


@pytest.fixture
def household(house: StaffedHouse) -> Household:
    household = Household(house.door)
    house.door.patch(f"/people/{household.lea}", {"born_on": "2011-05-04", "email": LEA})
    channel(house.door)
    version(house.door, texts=TEXTS)
    return household


def test_a_child_of_fifteen_is_spoken_to_as_one(household: Household) -> None:
    shown = Page(household, household.lea, LEA).read()

    assert "Où peut-on te montrer ?" in shown
    assert "Une photo de toi ?" in shown
    assert TEXTS["fr-x-young"] in shown
    assert TEXTS["fr-BE"] not in shown


def test_her_mother_reads_of_her(household: Household) -> None:
    shown = Page(household, household.anne, ANNE).read()

    assert "Une photo de Léa ?" in shown
    assert TEXTS["fr-BE"] in shown


def test_what_would_change_is_said_in_the_same_words(household: Household) -> None:
    shown = Page(household, household.lea, LEA).read(nowhere="1")

    assert "on ne te montre nulle part" in shown


def test_easy_words_that_were_chosen_stay(household: Household) -> None:
    shown = Page(household, household.lea, LEA).read("fr-x-falc")

    assert "Léa en photo : où ?" in shown


def test_once_grown_she_is_spoken_to_as_a_grown_up(household: Household) -> None:
    household.door.patch(f"/people/{household.lea}", {"born_on": "2001-05-04"})

    assert "Une photo de Léa ?" in Page(household, household.lea, LEA).read()
