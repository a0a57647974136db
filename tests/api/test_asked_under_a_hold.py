"""
Nobody is asked about somebody whom a hold protects; they may answer all the same.
"""

import pytest

from service.decision.ids import UnitId
from service.records.mail import Letter, LetterKind
from service.usecases.families.cards import Choice
from service.usecases.organisations.operator import operator_of
from tests.api.door import Door, Json
from tests.api.entered_twice import settle
from tests.api.family import ANNE, Household, sit_down
from tests.api.office import channel, version

EVERY_KIND = ("safeguarding", "safeguarding_caution", "legal", "restriction", "objection")
UNKNOWING = ("people:read", "consents:read", "consents:write")


class Hidden:
    """
    Léa and Tom of one class; Anne answers for both, Marc, without address, for Tom.
    """

    def __init__(self, door: Door) -> None:
        self.door, self.household = door, Household(door)
        self.lea, self.anne = self.household.lea, self.household.anne
        self.unit = door.unit()
        memberships = [{"unit_id": self.unit}]
        door.patch(f"/people/{self.lea}", {"memberships": memberships})
        self.tom = door.person(given_name="Tom", memberships=memberships)
        door.authority(self.tom, self.anne, verified=True, proof="family book")
        door.authority(self.tom, door.signatory(given_name="Marc", email=""))
        channel(door, "facebook", name="facebook")
        version(door, matters=["image"])

    def hold(self, kind: str = "safeguarding", **place: str) -> str:
        """
        Place a hold, on Léa if nothing is named.
        """
        place = place or {"person_id": self.lea}
        return str(self.door.post("/holds", {"kind": kind, **place})["id"])

    def invite(self, status: int, door: Door | None = None, **told: object) -> Json:
        """
        Ask Anne alone.
        """
        path = f"/signatories/{self.anne}/invitation"
        return (door or self.door).post(path, told, status)

    def asked(self) -> list[Letter]:
        """
        Give every letter that asked Anne.
        """
        letters = self.household.mailbox.letters(ANNE)
        asking = (LetterKind.FAMILY_INVITATION, LetterKind.FAMILY_REMINDER)
        return [each for each in letters if each.kind in asking]

    def leaves(self, letter: Letter) -> bool:
        """
        Tell whether a letter may leave the house by now.
        """
        remind = self.household.verbs.remind
        with remind.desk.database.look(self.door.organisation.id) as work:
            return remind.leaves_at(work, letter, remind.desk.clock()) is not None

    def anne_in(self, story: Json) -> Json:
        """
        Give how far Anne is.
        """
        return next(each for each in story["people"] if each["name"] == "Anne")


@pytest.fixture
def hidden(door: Door) -> Hidden:
    return Hidden(door)


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_nobody_is_invited_about_somebody_under_a_hold(hidden: Hidden, kind: str) -> None:
    hold, before = hidden.hold(kind), len(hidden.door.entries())

    refused = hidden.invite(409, person_id=hidden.lea)

    assert "asking-held" == refused["code"]
    assert [] == hidden.asked()
    assert before == len(hidden.door.entries())
    hidden.door.post(f"/holds/{hold}/lift", None, 200)
    hidden.invite(200, person_id=hidden.lea)
    assert 1 == len(hidden.asked())


def test_about_whom_nothing_lies_they_are_invited_all_the_same(hidden: Hidden) -> None:
    hidden.hold()

    hidden.invite(409)
    hidden.invite(200, person_id=hidden.tom)

    assert 1 == len(hidden.asked())


def test_whoever_may_not_know_of_holds_is_told_what_an_unknown_address_is(
    hidden: Hidden,
) -> None:
    unknowing = hidden.door.with_key(*UNKNOWING)
    hidden.door.patch(f"/signatories/{hidden.anne}", {"email": ""})
    unreachable = hidden.invite(409, unknowing, person_id=hidden.lea)
    hidden.door.patch(f"/signatories/{hidden.anne}", {"email": ANNE})
    hidden.hold()

    held = hidden.invite(409, unknowing, person_id=hidden.lea)
    assert unreachable | {"instance": ""} == held | {"instance": ""}
    assert "conflict" == unreachable["code"]
    assert [] == hidden.asked()


def test_a_safeguarded_unit_is_not_asked_and_one_in_crisis_is(hidden: Hidden) -> None:
    hold = hidden.hold(unit_id=hidden.unit)
    hidden.invite(409, person_id=hidden.tom)
    hidden.door.post(f"/holds/{hold}/lift", None, 200)
    hidden.hold("crisis", unit_id=hidden.unit)

    hidden.invite(200, person_id=hidden.tom)


def test_what_lies_on_another_record_of_somebody_counts(hidden: Hidden) -> None:
    twin = hidden.door.person()
    settle(hidden.door, hidden.lea, twin, "same")
    hidden.hold(person_id=twin)

    hidden.invite(409, person_id=hidden.lea)


def test_a_campaign_leaves_out_whom_a_hold_protects(hidden: Hidden) -> None:
    hidden.hold()

    view = hidden.door.post("/campaigns/preview", {"unit_id": hidden.unit}, 200)
    story = hidden.door.post("/campaigns", {"unit_id": hidden.unit})

    assert ["Léa Dupont"] == hidden.anne_in(view)["left_out"]
    assert ("waiting", ["Léa Dupont"]) == (
        hidden.anne_in(story)["progress"],
        hidden.anne_in(story)["left_out"],
    )
    [letter] = hidden.asked()
    assert (hidden.tom,) == letter.about
    assert "Léa" not in letter.text + letter.html


def test_a_campaign_says_that_a_human_decides_where_all_are_held(hidden: Hidden) -> None:
    for each in (hidden.lea, hidden.tom):
        hidden.hold(person_id=each)

    story = hidden.door.post("/campaigns", {})
    again = hidden.door.post(f"/campaigns/{story['id']}/remind", {}, 200)

    assert {"held"} == {each["progress"] for each in story["people"]}
    assert story["people"] == again["people"]
    assert [] == hidden.asked()


def test_a_campaign_tells_nobody_of_holds_who_may_not_know(hidden: Hidden) -> None:
    hidden.hold()
    hidden.hold(person_id=hidden.tom)
    unknowing = hidden.door.with_key(*UNKNOWING)

    view = unknowing.post("/campaigns/preview", {}, 200)
    story = unknowing.post("/campaigns", {})

    assert {"unreachable"} == {each["progress"] for each in story["people"]}
    assert view["people"] == story["people"]
    assert [[], []] == [each["left_out"] for each in story["people"]]
    assert "held" not in str({key: each for key, each in story["counts"].items() if each})
    assert [] == hidden.asked()


def test_a_class_that_is_asked_from_the_command_line_leaves_them_out(hidden: Hidden) -> None:
    hidden.hold()
    hidden.hold(person_id=hidden.tom)
    ask = hidden.household.verbs.ask_unit

    found = ask(operator_of(hidden.door.organisation.id), UnitId(hidden.unit))

    assert {"held"} == {each.progress.value for each in found}
    assert [] == hidden.asked()


def test_a_letter_that_waits_stays_here_once_a_hold_is_placed(hidden: Hidden) -> None:
    hidden.invite(200, person_id=hidden.lea)
    hidden.door.post("/campaigns", {})
    hidden.invite(200)
    letters = hidden.asked()
    assert all(map(hidden.leaves, letters))

    hidden.hold()

    assert [] == [each for each in letters if hidden.leaves(each)]
    hidden.invite(200, person_id=hidden.tom)
    assert hidden.leaves(hidden.asked()[-1])


def test_a_family_answers_and_withdraws_under_a_hold_whenever_it_wants(hidden: Hidden) -> None:
    sitting = sit_down(hidden.household)
    sitting.say(hidden.lea, facebook=Choice.YES)

    hidden.hold()

    assert hidden.invite(200, on_paper=True)["address"]
    hidden.household.verbs.renew_link(hidden.household.slug, ANNE)
    [link] = hidden.household.mailbox.letters(ANNE, LetterKind.FAMILY_LINK)
    assert hidden.leaves(link)
    again = sit_down(hidden.household)
    again.say(hidden.lea, facebook=Choice.NO)
    again.say(hidden.lea, facebook=Choice.YES)
    again.say(hidden.lea, nowhere=True)
