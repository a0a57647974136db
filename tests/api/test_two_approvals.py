"""
On a channel that needs two approvals, two others agree, and can when it is published.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

import pytest

from service.decision.ids import ChannelId, MemberId, ProposalId, UnitId
from service.decision.powers import Appointment, Role
from service.decision.proposing import State
from service.errors import Conflict, NotAllowed, NotPublishable
from service.records.proposals import ProposalStory
from service.usecases.caller import Caller
from service.usecases.channels import ChannelDetails, ChannelFacts
from service.usecases.organisations.operator import operator_of
from service.usecases.proposals import ProposalDetails, ReleaseDetails
from service.usecases.registry import Registry
from service.usecases.staff import MemberDetails
from service.usecases.staff.member_caller import caller_for
from tests.api.door import Door
from tests.api.office import adult, channel, refused, row_counts, version, yes
from tests.passwords import hashed_quickly

POST = {"channel": "facebook", "text": "Emeka Dupont at the farm"}
PASSWORD = "seven blue chairs under a lamp"


@dataclass(frozen=True)
class Desk:
    """
    A house with a page that needs two approvals, and a post proposed for it.
    """

    door: Door
    page: str
    proposal_id: ProposalId

    @property
    def registry(self) -> Registry:
        return self.door.house.registry

    @property
    def whole(self) -> Caller:
        return operator_of(self.door.organisation.id)

    def hire(self, name: str, role: Role = Role.PUBLISHER, unit: str | None = None) -> Caller:
        """
        Give somebody a role, and an account they have joined.
        """
        details = MemberDetails(
            email=f"{name}-{self.page}@jacinthes.example",
            name=name.title(),
            language="en",
            appointments=(Appointment(role, UnitId(unit) if unit else None),),
        )
        with hashed_quickly():
            link = self.registry.staff.invite_member(self.whole, details)
            self.registry.staff.accept_invitation(link.text, PASSWORD)
        return caller_for(self.door.organisation.id, link.member)

    def approve(self, caller: Caller, which: ProposalId | None = None) -> ProposalStory:
        return self.registry.proposals.approve_proposal(caller, which or self.proposal_id)

    def release(self, caller: Caller) -> str:
        details = ReleaseDetails("https://facebook.example/1")
        return self.registry.proposals.release_proposal(caller, self.proposal_id, details).id

    def story(self) -> ProposalStory:
        return self.registry.proposals.get_proposal(self.whole, self.proposal_id)


@pytest.fixture
def desk(door: Door) -> Desk:
    page = channel(door, photo_publisher="members", two_approvals=True)
    yes(door, adult(door), version(door))
    made = door.with_key("checks").post("/proposals", POST)
    assert (2, []) == (made["approvals_needed"], made["approved_by"])
    return Desk(door, page, ProposalId(made["id"]))


def test_two_others_agree_and_it_is_published(desk: Desk) -> None:
    asha, bram = desk.hire("asha"), desk.hire("bram")

    first = desk.approve(asha)
    with pytest.raises(Conflict):
        desk.release(asha)
    with pytest.raises(Conflict):
        desk.approve(asha)
    second = desk.approve(bram)
    made = desk.release(asha)

    assert (State.APPROVED_ONCE, (asha.actor.id,)) == (first.state, first.approvals.by)
    assert State.APPROVED is second.state
    shown = desk.door.get(f"/proposals/{desk.proposal_id}")
    assert ["approved_once", "approved", "published"] == [each["state"] for each in shown["events"]]
    assert {asha.actor.id, bram.actor.id} == {*shown["approved_by"]}
    told = [each["payload"] for each in desk.door.entries() if each["kind"] == "proposal:approved"]
    assert ["approved_once", "approved"] == [each["state"] for each in told]
    check_id = desk.door.get(f"/publications/{made}")["publication"]["check_id"]
    assert desk.door.get(f"/checks/{check_id}/replay")["is_same"]


def test_nothing_is_published_there_unproposed(desk: Desk) -> None:
    before = row_counts(desk.door)["publications"]
    problem = desk.door.post("/publications", POST, 409)
    asked = desk.door.post("/checks", POST, 200)

    assert "do_not_publish: approvals_missing" in problem["detail"]
    assert before == row_counts(desk.door)["publications"]
    assert ("publish", "propose_post") == (asked["answer"], asked["next_step"]["action"])
    assert "two_approvals" in {each["duty"] for each in asked["obligations"]}


def test_neither_the_proposer_nor_a_key_nor_the_operator_counts(desk: Desk) -> None:
    asha = desk.hire("asha")
    desk.door.patch("/organisation", {"publishing": {"own_approval": True}})
    details = ProposalDetails("facebook", caption="Emeka Dupont")
    own = desk.registry.proposals.propose_post(asha, details).proposal.id

    with pytest.raises(NotAllowed):
        desk.approve(asha, own)
    with pytest.raises(NotAllowed):
        desk.approve(desk.whole)
    refused(desk.door, f"/proposals/{desk.proposal_id}/approve", None, 403)

    assert State.PROPOSED is desk.story().state


def test_one_no_ends_it(desk: Desk) -> None:
    desk.approve(desk.hire("asha"))

    desk.registry.proposals.send_back_proposal(desk.hire("bram"), desk.proposal_id, "Not now.")

    assert State.SENT_BACK is desk.story().state
    with pytest.raises(Conflict):
        desk.approve(desk.hire("chika"))


Away = Callable[[Desk, Caller, list[Caller]], object]


def _leaves(desk: Desk, somebody: Caller, others: list[Caller]) -> None:
    assert others
    desk.registry.staff.deactivate_member(desk.whole, MemberId(somebody.actor.id))


def _loses_the_role(desk: Desk, somebody: Caller, others: list[Caller]) -> None:
    assert others
    details = MemberDetails(appointments=(Appointment(Role.CHECKER),))
    desk.registry.staff.change_member(desk.whole, MemberId(somebody.actor.id), details)


def _is_named_no_more(desk: Desk, somebody: Caller, others: list[Caller]) -> None:
    names = [each.actor.id for each in others]
    assert somebody.actor.id not in names
    told = {"photo_publisher": "publishers", "publisher_ids": names}
    desk.door.patch(f"/channels/{desk.page}", told)


@pytest.mark.parametrize("away", [_leaves, _loses_the_role, _is_named_no_more])
def test_who_may_agree_no_more_does_not_count_and_another_takes_the_place(
    desk: Desk, away: Away
) -> None:
    asha, bram, chika = (desk.hire(each) for each in ("asha", "bram", "chika"))
    desk.approve(asha)
    desk.approve(bram)
    away(desk, asha, [bram, chika])

    with pytest.raises(NotPublishable, match="approvals_missing"):
        desk.release(bram)

    blocked = desk.story()
    assert (State.BLOCKED, (bram.actor.id,)) == (blocked.state, blocked.approvals.by)
    assert State.APPROVED is desk.approve(chika).state
    assert desk.release(bram)


def test_a_second_approval_is_missing_once_the_page_asks_for_two(desk: Desk) -> None:
    asha, bram, chika = (desk.hire(each) for each in ("asha", "bram", "chika"))
    _set(desk, two_approvals=False)
    assert State.APPROVED is desk.approve(asha).state
    _set(desk, two_approvals=True)

    with pytest.raises(NotPublishable):
        desk.release(chika)

    assert State.APPROVED is desk.approve(bram).state
    assert desk.release(chika)


def _set(desk: Desk, *, two_approvals: bool) -> None:
    desk.registry.channels.change_channel(
        desk.whole,
        ChannelId(desk.page),
        ChannelDetails(ChannelFacts(two_approvals=two_approvals)),
    )


def test_of_many_at_the_same_time_exactly_two_count(desk: Desk) -> None:
    crowd = [desk.hire(name) for name in ("asha", "bram", "chika", "dele")]
    together = Barrier(len(crowd))

    def agree(somebody: Caller) -> bool:
        together.wait()
        try:
            desk.approve(somebody)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(len(crowd)) as pool:
        agreed = list(pool.map(agree, crowd))

    story = desk.story()
    assert [False, False, True, True] == sorted(agreed)
    assert [State.APPROVED_ONCE, State.APPROVED] == [each.state for each in story.events]
    assert 2 == len(story.approvals.by)


def test_a_question_is_none_about_agreeing(desk: Desk) -> None:
    refused(desk.door, "/checks", POST | {"intent": "approve"}, 400)


def test_it_falls_due_once_two_agree_who_still_may(desk: Desk) -> None:
    asha, bram, chika = (desk.hire(each) for each in ("asha", "bram", "chika"))
    desk.approve(asha)
    desk.approve(bram)
    _leaves(desk, asha, [bram, chika])
    look = desk.registry.proposals.fall_due.look

    assert (0, State.APPROVED) == (look(desk.door.organisation.id), desk.story().state)
    desk.approve(chika)
    assert (1, State.DUE) == (look(desk.door.organisation.id), desk.story().state)


@pytest.mark.parametrize("two", [True, False])
def test_who_publishes_for_the_unit_of_before_agrees_with_nothing(desk: Desk, *, two: bool) -> None:
    before, after = desk.door.unit(), desk.door.unit(name="Les Hiboux")
    _set(desk, two_approvals=two)
    desk.door.patch(f"/channels/{desk.page}", {"unit_id": before})
    made = ProposalId(desk.door.with_key("checks").post("/proposals", POST)["id"])
    asha, bram = desk.hire("asha", unit=before), desk.hire("bram")
    desk.door.patch(f"/channels/{desk.page}", {"unit_id": after})

    with pytest.raises(NotAllowed):
        desk.approve(asha, made)

    story = desk.registry.proposals.get_proposal(asha, made)
    assert not desk.registry.proposals.may_approve(asha, story)
    assert desk.approve(bram, made).state in {State.APPROVED, State.APPROVED_ONCE}
