"""
While somebody is hidden, nobody gets a letter about them that they did not ask for.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from service.decision.ids import OrganisationId
from service.records.mail import Delivery, Letter, LetterId, LetterKind
from service.usecases.ports.mail import Postman
from tests.api.door import Door, Json
from tests.api.family import ANNE, Household, sit_down
from tests.api.office import saying_yes
from tests.api.test_tell_others import MARC, NEW, Parents

NOTICE, OWN, MOVED = (
    LetterKind.FAMILY_NOTICE,
    LetterKind.FAMILY_OWN_NOTICE,
    LetterKind.FAMILY_CONTACT,
)
UNKNOWING = ("people:read", "people:write", "consents:read", "consents:write")


@dataclass
class Post:
    """
    A house with its postman, and who notes what he carries, some days from now.
    """

    door: Door
    carried: list[Letter] = field(default_factory=list)

    def carry(self, organisation_id: OrganisationId, letter: Letter) -> Delivery:
        assert organisation_id == self.door.organisation.id
        self.carried.append(letter)
        return self._postman.carry(organisation_id, letter)

    def letter_named_by(self, returned: bytes) -> tuple[OrganisationId, LetterId, str] | None:
        return self._postman.letter_named_by(returned)

    @property
    def _postman(self) -> Postman:
        return self.door.house.registry.mail.deliver_letters.postman

    def leave(self, days: int = 0) -> list[tuple[LetterKind, str]]:
        """
        Let leave what may; give what left, but receipts.
        """
        deliver = self.door.house.registry.mail.deliver_letters
        then = deliver.clock() + timedelta(days=days)
        self.carried.clear()
        list(replace(deliver, postman=self, clock=lambda: then).of(self.door.organisation.id))
        kinds = {NOTICE, OWN, MOVED}
        return sorted((each.kind, each.to) for each in self.carried if each.kind in kinds)

    def stories(self, door: Door, **asked: str) -> list[Json]:
        """
        Give what somebody reads of the letters of these kinds.
        """
        query = "&".join(f"{name}={value}" for name, value in asked.items())
        found = door.get(f"/letters?limit=100&{query}")["items"]
        return [each for each in found if each["kind"] in {NOTICE, OWN, MOVED}]


@pytest.fixture
def parents(door: Door) -> Parents:
    days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    hours = {"days": days, "from_hour": 0, "until_hour": 24}
    door.patch("/organisation", {"office_hours": hours})
    return Parents(door)


@pytest.fixture
def post(parents: Parents) -> Post:
    return Post(parents.door)


def _hold(parents: Parents, kind: str = "safeguarding", **place: str) -> str:
    place = place or {"person_id": parents.lea}
    return str(parents.door.post("/holds", {"kind": kind, **place})["id"])


def test_the_other_parent_is_told_once_the_hold_is_lifted(parents: Parents, post: Post) -> None:
    hold = _hold(parents)
    parents.yes(parents.anne)
    parents.door.post(
        "/consents/withdraw", {"person_id": parents.lea, "signatory_id": parents.anne}
    )

    assert [[]] * 3 == [post.leave(days) for days in (0, 3, 60)]
    assert {ANNE} == {each.to for each in parents.mailbox.letters() if each.kind is not NOTICE}

    parents.door.post(f"/holds/{hold}/lift", None, 200)
    assert [(NOTICE, MARC)] == post.leave(90)


def test_who_was_written_to_just_before_is_not_told_either(parents: Parents, post: Post) -> None:
    parents.yes(parents.anne)
    _hold(parents)

    assert [] == post.leave()


def test_a_receipt_leaves_for_whoever_answered_on_our_pages(post: Post) -> None:
    household = Household(post.door)
    post.door.post("/holds", {"kind": "safeguarding", "person_id": household.lea})
    sit_down(household).say(household.lea, nowhere=True)

    post.leave()
    assert (LetterKind.FAMILY_RECEIPT, ANNE) in [(each.kind, each.to) for each in post.carried]


def test_a_receipt_of_what_staff_entered_leaves_once_the_hold_is_lifted(
    parents: Parents, post: Post
) -> None:
    hold = _hold(parents)
    parents.yes(parents.anne)
    post.leave()
    assert [] == post.carried

    parents.door.post(f"/holds/{hold}/lift", None, 200)
    post.leave(2)
    assert (LetterKind.FAMILY_RECEIPT, ANNE) in [(each.kind, each.to) for each in post.carried]


def test_an_old_address_is_told_once_the_hold_is_lifted(parents: Parents, post: Post) -> None:
    hold = _hold(parents)
    parents.door.patch(f"/signatories/{parents.anne}", {"email": NEW})

    assert [] == post.leave(20)
    parents.door.post(f"/holds/{hold}/lift", None, 200)
    assert [(MOVED, ANNE)] == post.leave(21)


@pytest.mark.parametrize("kind", ["safeguarding_caution", "legal", "restriction", "objection"])
def test_holds_that_hide_nobody_keep_no_notice(parents: Parents, post: Post, kind: str) -> None:
    _hold(parents, kind)
    parents.yes(parents.anne)

    assert [(NOTICE, MARC)] == post.leave()


def test_who_may_know_reads_that_a_hold_keeps_it(parents: Parents, post: Post) -> None:
    _hold(parents)
    parents.yes(parents.anne)
    post.leave()

    [known], [unknown] = (
        post.stories(each) for each in (parents.door, parents.door.with_key(*UNKNOWING))
    )
    assert ("held", "") == (known["detail"], unknown["detail"])
    assert known | {"detail": ""} == unknown
    assert (None, None) == (known["outcome"], known["last_tried_at"])


def test_what_asked_and_stays_here_says_so_to_whoever_may_know(
    parents: Parents, post: Post
) -> None:
    parents.door.post(f"/signatories/{parents.anne}/invitation", {}, 200)
    _hold(parents)
    post.leave()

    def read(door: Door) -> Json:
        [found] = [
            each for each in door.get("/letters")["items"] if each["kind"] == "family_invitation"
        ]
        return found

    known, unknown = read(parents.door), read(parents.door.with_key(*UNKNOWING))
    assert ("settled", "held") == (known["outcome"], known["detail"])
    assert known | {"detail": ""} == unknown


def test_who_has_no_say_any_more_is_not_told_after_all(parents: Parents, post: Post) -> None:
    hold = _hold(parents)
    parents.yes(parents.anne)
    post.leave()
    [held] = [
        each
        for each in parents.door.get(f"/people/{parents.lea}/authorities")["items"]
        if each["signatory_id"] == parents.marc
    ]
    parents.door.post(f"/authorities/{held['id']}/end", {"until_on": "2026-01-01"}, 200)
    parents.door.post(f"/holds/{hold}/lift", None, 200)

    assert [] == post.leave(2)


def test_parents_are_not_told_what_a_grown_child_answers(parents: Parents) -> None:
    parents.door.patch(f"/people/{parents.lea}", {"born_on": "2001-05-04"})
    told = {"signatory_id": parents.lea, "capacity": "self"}

    parents.door.post("/consents", saying_yes(parents.lea, parents.form) | told)
    assert [] == parents.told()
