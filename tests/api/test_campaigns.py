"""
A unit, a category or everybody is asked at once, about a form or a page.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from service.records.mail import LetterKind
from service.usecases.families.asking import AGAIN_AFTER
from service.usecases.families.cards import Choice
from tests.api.clock import Clock
from tests.api.door import NOBODY, Door, Json
from tests.api.family import ANNE, Household, sit_down
from tests.api.office import channel, version

Counts = dict[str, int]


class Autumn:
    """
    Anne answers for Léa, of one class; Emeka is a volunteer without an address.
    """

    def __init__(self, door: Door) -> None:
        self.door, self.household = door, Household(door)
        self.unit = door.unit()
        memberships = [{"unit_id": self.unit}]
        door.patch(f"/people/{self.household.lea}", {"memberships": memberships})
        self.marc = door.signatory(given_name="Marc", email="")
        door.authority(self.household.lea, self.marc)
        self.facebook = channel(door, "facebook", name="facebook")
        version(door, matters=["image"])

    def asks(self, **asked: object) -> Json:
        """
        Start a campaign.
        """
        return self.door.post("/campaigns", asked)

    def counts(self, story: Json) -> Counts:
        """
        Give who is how far, where anybody is.
        """
        return {name: number for name, number in story["counts"].items() if number}


@pytest.fixture
def autumn(door: Door) -> Autumn:
    return Autumn(door)


def test_looking_beforehand_writes_nothing(autumn: Autumn) -> None:
    before = len(autumn.door.entries())

    view = autumn.door.post("/campaigns/preview", {"unit_id": autumn.unit}, 200)

    assert {"not_asked": 1, "unreachable": 1} == autumn.counts(view)
    assert ["fr"] == [each["language"] for each in view["letters"]]
    assert "photos, oui ou non" in view["letters"][0]["subject"]
    assert before == len(autumn.door.entries())
    assert {("Anne", "Léa Dupont"), ("Marc", "Léa Dupont")} == {
        (each["name"], *each["about"]) for each in view["people"]
    }
    assert [] == autumn.household.mailbox.letters()


def test_a_campaign_asks_once_and_says_how_far_everybody_is(autumn: Autumn) -> None:
    story = autumn.asks(unit_id=autumn.unit)
    again = autumn.door.post(f"/campaigns/{story['id']}/remind", {}, 200)

    assert {"waiting": 1, "unreachable": 1} == autumn.counts(story) == autumn.counts(again)
    (letter,) = autumn.household.mailbox.letters(ANNE)
    assert LetterKind.FAMILY_INVITATION is letter.kind
    sit_down(autumn.household).say(autumn.household.lea, facebook=Choice.NO)
    found = autumn.door.get(f"/campaigns/{story['id']}")
    assert {"answered": 1, "unreachable": 1} == autumn.counts(found)
    assert "no" not in {each["progress"] for each in found["people"]}
    assert [story["id"]] == [each["id"] for each in autumn.door.get("/campaigns")["items"]]
    said = [each["payload"] for each in autumn.door.entries() if "campaign" in each["kind"]]
    assert [autumn.unit] == [each["asked"]["unit_id"] for each in said]


def test_a_letter_that_waits_stays_here_once_everything_is_answered(autumn: Autumn) -> None:
    autumn.asks()
    (letter,) = autumn.household.mailbox.letters(ANNE)
    remind = autumn.household.verbs.remind
    with remind.desk.database.look(autumn.door.organisation.id) as work:
        assert None is not remind.leaves_at(work, letter, remind.desk.clock())

    sit_down(autumn.household).say(autumn.household.lea, facebook=Choice.NO)

    with remind.desk.database.look(autumn.door.organisation.id) as work:
        assert None is remind.leaves_at(work, letter, remind.desk.clock())


def test_the_same_request_sent_twice_starts_one_campaign(autumn: Autumn) -> None:
    sent = [
        autumn.door.post("/campaigns", {"unit_id": autumn.unit}, idempotency_key="autumn")
        for _ in range(2)
    ]

    assert sent[0] == sent[1]
    assert 1 == len(autumn.household.mailbox.letters(ANNE))


def test_a_new_page_asks_only_what_is_new(autumn: Autumn) -> None:
    sit_down(autumn.household).say(autumn.household.lea, facebook=Choice.YES)
    assert {"answered": 1, "unreachable": 1} == autumn.counts(
        autumn.door.post("/campaigns/preview", {}, 200)
    )
    site = channel(autumn.door, "site", name="site")

    old = autumn.door.post("/campaigns/preview", {"channel_ids": [autumn.facebook]}, 200)
    new = autumn.door.post("/campaigns/preview", {"channel_ids": [site]}, 200)

    assert {"answered": 1, "unreachable": 1} == autumn.counts(old)
    assert {"not_asked": 1, "unreachable": 1} == autumn.counts(new)


def test_a_campaign_for_one_form_leaves_the_others_aside(autumn: Autumn) -> None:
    sit_down(autumn.household).say(autumn.household.lea, facebook=Choice.YES)
    version(autumn.door, "stories", matters=["story"])
    forms = {each["slug"]: each["id"] for each in autumn.door.get("/forms")["items"]}

    images, stories = (
        autumn.door.post("/campaigns/preview", {"template_id": forms[name]}, 200)
        for name in ("image", "stories")
    )

    assert {"answered": 1, "unreachable": 1} == autumn.counts(images)
    assert {"not_asked": 1, "unreachable": 1} == autumn.counts(stories)


def test_a_category_is_asked_and_whoever_left_is_not(autumn: Autumn) -> None:
    volunteers = {"category": "volunteer"}
    assert {} == autumn.counts(autumn.door.post("/campaigns/preview", volunteers, 200))
    autumn.door.person(
        given_name="Emeka", category="volunteer", email="emeka@family.example", born_on="1990-05-04"
    )
    assert {"not_asked": 1} == autumn.counts(
        autumn.door.post("/campaigns/preview", volunteers, 200)
    )

    autumn.door.patch(f"/people/{autumn.household.lea}", {"left_on": "2026-01-01"})
    assert {} == autumn.counts(
        autumn.door.post("/campaigns/preview", {"unit_id": autumn.unit}, 200)
    )


def test_silence_is_reminded_of_after_five_days(
    found_then: Callable[[str], Door], clock: Clock
) -> None:
    autumn = Autumn(found_then("jacinthes"))
    story = autumn.asks()
    clock.at += AGAIN_AFTER - timedelta(seconds=1)
    autumn.door.post(f"/campaigns/{story['id']}/remind", {}, 200)
    assert 1 == len(autumn.household.mailbox.letters(ANNE))
    clock.at += timedelta(seconds=1)

    autumn.door.post(f"/campaigns/{story['id']}/remind", {}, 200)

    kinds = [each.kind for each in autumn.household.mailbox.letters(ANNE)]
    assert [LetterKind.FAMILY_INVITATION, LetterKind.FAMILY_REMINDER] == kinds


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"unit_id": NOBODY}, "unit_id"),
        ({"template_id": NOBODY}, "template_id"),
        ({"channel_ids": [NOBODY]}, "channel_ids"),
    ],
)
def test_what_is_not_there_is_not_asked_about(
    autumn: Autumn, asked: dict[str, object], field: str
) -> None:
    for path in ("/campaigns", "/campaigns/preview"):
        assert field == autumn.door.post(path, asked, 422)["field"]


def test_whoever_sees_one_unit_asks_and_follows_that_one(autumn: Autumn) -> None:
    other = autumn.door.unit("Other")
    narrow = autumn.door.with_key("consents:write", "consents:read", units=[other])

    assert "unit_id" == narrow.post("/campaigns", {"unit_id": autumn.unit}, 422)["field"]
    assert {} == autumn.counts(narrow.post("/campaigns", {}))
    assert [] == autumn.household.mailbox.letters()
    story = autumn.asks()
    assert [] == narrow.get(f"/campaigns/{story['id']}")["people"]
    reader = autumn.door.with_key("consents:read")
    reader.post("/campaigns", {}, 403)
    reader.post(f"/campaigns/{story['id']}/remind", {}, 403)
    assert 2 == len(reader.get(f"/campaigns/{story['id']}")["people"])


def test_a_campaign_about_another_unit_names_nobody_of_it(autumn: Autumn) -> None:
    story = autumn.asks(unit_id=autumn.unit)
    own = autumn.door.unit("Les Tilleuls")
    narrow = autumn.door.with_key("consents:write", "consents:read", units=[own])

    followed = narrow.get(f"/campaigns/{story['id']}")
    reminded = narrow.post(f"/campaigns/{story['id']}/remind", {}, 200)

    assert [[], []] == [followed["people"], reminded["people"]]
    assert {} == autumn.counts(followed) == autumn.counts(reminded)
