"""
A yes that ends is said again as it was, in one press, and nothing else with it.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from service.decision.ids import PersonId
from service.errors import InvalidInput
from service.usecases.families.cards import Choice
from service.usecases.families.choices import Answers
from tests.api.family import Household, Sitting
from tests.api.office import saying_yes, version

AGAIN = Answers(again=True)
DAY = timedelta(days=1)


def _yes_for(asked: Household, days: int, channel: str = "facebook") -> None:
    """
    Record a yes of Anne, on paper, that ends after some days.
    """
    today = asked.verbs.answer.desk.clock().date()
    form = asked.door.get("/forms/image")["versions"][-1]["id"]
    told = {
        "signatory_id": asked.anne,
        "capacity": "parent",
        "channels": [channel],
        "expires_on": (today + days * DAY).isoformat(),
    }
    asked.door.post("/consents", saying_yes(asked.lea, form) | told)


def _say(anne: Sitting, asked: Household, answers: Answers) -> None:
    anne.registry.families.answer(anne.family, PersonId(asked.lea), answers, "fr", "once")


def test_what_ends_soon_is_renewed_and_what_does_not_is_left(
    anne: Sitting, asked: Household
) -> None:
    _yes_for(asked, 30)
    _yes_for(asked, 300, "website")
    cards = anne.cards(asked.lea)
    assert (True, False) == (
        cards["facebook/image"].is_renewable,
        cards["website/image"].is_renewable,
    )

    _say(anne, asked, AGAIN)

    after = anne.cards(asked.lea)
    assert None is after["facebook/image"].ends_on
    assert Choice.YES is after["facebook/image"].choice
    assert None is not after["website/image"].ends_on
    acts = asked.door.get("/consents")["items"]
    assert 3 == len(acts)
    assert ["image", "name"] == sorted(acts[-1]["matters"])


def test_a_no_beside_it_is_kept(anne: Sitting, asked: Household) -> None:
    _yes_for(asked, 30)
    chosen = anne.answers(asked.lea, facebook=Choice.NO)

    _say(anne, asked, replace(chosen, again=True))

    cards = anne.cards(asked.lea)
    assert Choice.NO is cards["facebook/image"].choice
    assert Choice.YES is cards["facebook/name"].choice


def test_a_page_sent_without_that_press_renews_nothing(anne: Sitting, asked: Household) -> None:
    _yes_for(asked, 30)
    ticked = anne.answers(asked.lea, facebook=Choice.YES)

    with pytest.raises(InvalidInput):
        _say(anne, asked, ticked)

    assert 1 == len(asked.door.get("/consents")["items"])


def test_where_nothing_ends_nothing_is_renewed(anne: Sitting, asked: Household) -> None:
    anne.say(asked.lea, facebook=Choice.YES)

    with pytest.raises(InvalidInput):
        _say(anne, asked, AGAIN)


def test_a_yes_under_older_words_is_said_again_to_the_new_ones(
    anne: Sitting, asked: Household
) -> None:
    anne.say(asked.lea, facebook=Choice.YES)
    version(asked.door, texts={"fr-BE": "D’autres mots. Refuser ne coûte rien."})
    assert anne.cards(asked.lea)["facebook/image"].is_lapsed

    _say(anne, asked, AGAIN)

    cards = anne.cards(asked.lea)
    assert Choice.YES is cards["facebook/image"].choice
    assert None is cards["website/image"].choice
