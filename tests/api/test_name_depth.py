"""
Who allows the first name alone is called by that, everywhere and from then on.
"""

from collections.abc import Iterable

import pytest

from service.decision.ids import ChannelId, PersonId
from service.decision.terms import Matter
from service.errors import WholeNameOnly
from service.usecases.families.cards import Choice
from service.usecases.families.choices import Answers
from tests.api.door import Door, Json
from tests.api.family import Household, Sitting, sit_down
from tests.api.office import adult, answer, channel, version, yes

FIRST, WHOLE = Matter.FIRST_NAME, Matter.NAME
YES, NO, NOT_NOW = Choice.YES, Choice.NO, Choice.NOT_NOW
DEPTHS = ["image", "first_name", "name", "name_with_image"]


@pytest.fixture
def emeka(door: Door) -> str:
    """
    Let Emeka allow his first name on Facebook, and not the name.
    """
    channel(door, photo_publisher="members")
    found, form = adult(door), version(door, matters=DEPTHS)
    yes(door, found, form, matters=["image", "first_name"])
    no = {"person_id": found, "signatory_id": found, "capacity": "self", "kind": "refused"}
    signed = door.get(f"/consents?person_id={found}")["items"][0]["signed_from"]
    told = {"channels": ["facebook"], "matters": ["name"], "signed_at": signed}
    door.post("/consents", no | told | {"form_version_id": form})
    return found


def _posted(door: Door, text: str) -> Json:
    return door.post("/publications", {"text": text, "channel": "facebook"})


def _coming_down(door: Door) -> list[str]:
    return [each["publication_id"] for each in door.get("/takedowns")["items"]]


@pytest.mark.usefixtures("emeka")
def test_first_name_is_published_and_the_name_is_not(door: Door) -> None:
    names = ("Emeka", "Emeka Dupont", "Dupont", "E. Dupont", "Emeka D.")
    captions = (
        "Bravo Emeka !",
        "Bravo Emeka Dupont !",
        "Bravo Emeka, cher Monsieur Dupont !",
        "Bravo Emeka Dupond !",
        "Bravo Emeka Dpt !",
    )
    body = {"channel": "facebook"}
    texts = [door.post("/checks", body | {"text": each}, 200)["answer"] for each in captions]

    no = "do_not_publish"
    assert ["publish", no, no, no, no] == [answer(door, each) for each in names]
    assert ["publish", no, no, no, no] == texts


def test_posted_first_name_stays_when_the_name_is_refused_once_more(door: Door, emeka: str) -> None:
    post = _posted(door, "Bravo Emeka !")
    signed = {"person_id": emeka, "signatory_id": emeka}

    door.post("/consents/withdraw", signed | {"matters": ["image"]})
    assert [] == _coming_down(door)

    door.post("/consents/withdraw", signed | {"matters": ["name"]})
    assert [post["id"]] == _coming_down(door)


def test_posted_first_name_is_asked_about_as_such_where_it_is_shared(
    door: Door, emeka: str
) -> None:
    post = _posted(door, "Bravo Emeka !")
    yes_there = {"matters": ["first_name"], "channels": ["site"]}
    channel(door, "site", photo_publisher="members")
    yes(door, emeka, version(door, matters=DEPTHS, material=False), **yes_there)

    shared = door.post(
        f"/publications/{post['id']}/reshares",
        {"channel": "site", "where": "https://site.example/2"},
    )
    assert (post["id"], []) == (shared["reshare_of"], _coming_down(door))


def test_replay_of_a_check_asks_about_the_first_name_again(door: Door, emeka: str) -> None:
    asked = door.post("/checks", {"text": "Bravo Emeka !", "channel": "facebook"}, 200)
    door.post("/consents/withdraw", {"person_id": emeka, "signatory_id": emeka})

    replayed = door.get(f"/checks/{asked['check_id']}/replay")
    assert ("publish", True) == (replayed["answer_now"], replayed["is_same"])


def test_standing_shows_the_first_name_where_it_was_allowed(door: Door, emeka: str) -> None:
    def shown(person_id: str) -> dict[str, str]:
        rows = door.get(f"/people/{person_id}/standing")["channels"]
        return {each["matter"]: each["answer"] for row in rows for each in row["matters"]}

    named = {"image": "publish", "name": "do_not_publish", "first_name": "publish"}
    assert named == shown(emeka)
    assert {"image", "name"} == shown(adult(door, given_name="Ida")).keys()


@pytest.fixture
def anne(family: Household) -> Sitting:
    """
    Ask Anne about two pages, and how much of the name.
    """
    for each in ("facebook", "website"):
        channel(family.door, each, name=each)
    version(family.door, matters=DEPTHS)
    return sit_down(family)


def _say(anne: Sitting, person_id: str, once: str, **said: Iterable[Choice | None]) -> None:
    """
    Answer by name of channel about the first name and the name; None: as it stands.
    """
    cards = anne.registry.families.show_matters.one(anne.family, PersonId(person_id)).cards
    ids: dict[str, ChannelId] = {each.channel.name: each.channel.id for each in cards}
    choices = {
        (ids[name], matter): choice
        for name, several in said.items()
        for matter, choice in zip((FIRST, WHOLE), several, strict=True)
        if choice is not None
    }
    anne.registry.families.answer(anne.family, PersonId(person_id), Answers(choices), "fr", once)


def _now(anne: Sitting, person_id: str) -> tuple[Choice | None, Choice | None]:
    cards = anne.cards(person_id)
    return cards["facebook/first_name"].choice, cards["facebook/name"].choice


@pytest.mark.parametrize(
    ("before", "said", "after"),
    [
        ((None, None), (YES, NO), (YES, NO)),
        ((None, None), (NO, NO), (NO, NO)),
        ((None, None), (None, YES), (YES, YES)),
        ((YES, YES), (None, NO), (YES, NO)),
        ((None, YES), (YES, NO), (YES, NO)),
        ((None, YES), (None, NOT_NOW), (YES, NOT_NOW)),
        ((YES, YES), (NO, None), (NO, NO)),
        ((YES, YES), (NO, YES), (NO, NO)),
        ((YES, YES), (NOT_NOW, None), (NOT_NOW, NOT_NOW)),
        ((YES, NO), (NO, None), (NO, NO)),
        ((NO, NO), (YES, None), (YES, NO)),
        ((NO, NO), (YES, YES), (YES, YES)),
    ],
)
def test_what_a_family_ticks_is_what_counts(
    anne: Sitting,
    family: Household,
    before: tuple[Choice | None, ...],
    said: tuple[Choice | None, ...],
    after: tuple[Choice, Choice],
) -> None:
    if any(before):
        _say(anne, family.lea, "before", facebook=before)

    _say(anne, family.lea, "now", facebook=said)

    assert after == _now(anne, family.lea)


@pytest.mark.parametrize("first", [NO, NOT_NOW])
def test_yes_to_a_whole_name_without_the_first_is_asked_again(
    anne: Sitting, family: Household, first: Choice
) -> None:
    with pytest.raises(WholeNameOnly, match="yes to both"):
        _say(anne, family.lea, "now", facebook=(first, YES))

    assert [] == family.door.get(f"/consents?person_id={family.lea}")["items"]


def test_first_name_that_stays_keeps_its_last_day(anne: Sitting, family: Household) -> None:
    form = anne.cards(family.lea)["facebook/name"].form
    assert form
    family.door.post(
        "/consents",
        {
            "person_id": family.lea,
            "signatory_id": family.anne,
            "capacity": "parent",
            "kind": "given",
            "method": "paper",
            "signed_on": "2025-09-01",
            "form_version_id": form.id,
            "channels": ["facebook"],
            "matters": ["first_name", "name"],
            "expires_on": "2099-06-30",
        },
    )

    _say(anne, family.lea, "now", facebook=(None, NO))

    kept = anne.cards(family.lea)["facebook/first_name"]
    assert (YES, "2099-06-30") == (kept.choice, str(kept.ends_on))
