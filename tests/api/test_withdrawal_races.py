"""
A withdrawal and a publication at the same time: one of them knows of the other.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import suppress
from datetime import datetime
from threading import Barrier
from typing import Any

import pytest

from service.decision.holds import Hold
from service.decision.ids import PersonId, ProposalId, SignatoryId
from service.decision.proposing import State
from service.decision.terms import HoldKind
from service.errors import Conflict, NotPublishable
from service.records.paging import Page
from service.settings import Settings
from service.usecases.caller import Caller
from service.usecases.checks.question import CheckQuestion
from service.usecases.consents import StopDetails
from service.usecases.holds import HoldDetails
from service.usecases.organisations.operator import operator_of
from service.usecases.proposals import ProposalDetails, ReleaseDetails
from service.usecases.publications import PublicationDetails
from service.usecases.registry import Registry
from service.wiring import build, clock
from tests.api.door import Door
from tests.api.office import adult, channel, version, yes

ROUNDS = 200
FEWER_ROUNDS = 50
"""A proposal takes three steps before there is anything to race."""
A_MOMENT_SECONDS = 0.5
"""Longer than a withdrawal takes that nothing holds up."""
POST = PublicationDetails(CheckQuestion(channel="facebook", names=("Emeka Dupont",)))


class Interrupted:
    """
    A clock during whose next reading something happens.
    """

    def __init__(self) -> None:
        self.meanwhile: list[Callable[[], object]] = []

    def __call__(self) -> datetime:
        """
        Give the instant as it was before that happened.
        """
        at = clock()
        while self.meanwhile:
            self.meanwhile.pop()()
        return at


@pytest.fixture
def interrupted() -> Interrupted:
    return Interrupted()


@pytest.fixture
def distracted(settings: Settings, interrupted: Interrupted) -> Iterator[Registry]:
    """
    Give every verb, by the clock that can be interrupted.
    """
    registry = build(settings, interrupted)
    yield registry
    registry.close()


def _published(registry: Registry, caller: Caller, together: Barrier) -> str | None:
    together.wait()
    try:
        return registry.publications.record_publication(caller, POST).id
    except NotPublishable:
        return None


def _withdrawn(registry: Registry, caller: Caller, together: Barrier, person_id: str) -> None:
    together.wait()
    stop = StopDetails(person_id=PersonId(person_id), signatory_id=SignatoryId(person_id))
    registry.consents.withdraw_consent(caller, stop)


def test_nothing_is_published_after_a_withdrawal_without_a_takedown(door: Door) -> None:
    """
    Two hundred times; whoever comes second must see the first.
    """
    registry, caller = door.house.registry, operator_of(door.organisation.id)
    channel(door, photo_publisher="members")
    emeka, form = adult(door), version(door)
    published: set[str | None] = set()
    with ThreadPoolExecutor(2) as two:
        for _ in range(ROUNDS):
            yes(door, emeka, form)
            together = Barrier(2)
            post = two.submit(_published, registry, caller, together)
            two.submit(_withdrawn, registry, caller, together, emeka).result()
            published.add(post.result())

    assert published - {None} == _tasks(registry, caller)


def _tasks(registry: Registry, caller: Caller) -> set[str]:
    """
    Give every publication that must come down.
    """
    first = registry.takedowns.list_takedowns(caller, Page(limit=200))
    found = {each.takedown.publication_id for each in first.items}
    if first.next_after is not None:
        rest = registry.takedowns.list_takedowns(caller, Page(limit=200, after=first.next_after))
        found |= {each.takedown.publication_id for each in rest.items}
    return {*found}


def test_a_check_is_answered_again_as_it_was_whatever_came_between(
    door: Door, distracted: Registry, interrupted: Interrupted
) -> None:
    """
    A no between the look at the clock and the read would be in the answer alone.
    """
    caller, alone = operator_of(door.organisation.id), Barrier(1)
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    with ThreadPoolExecutor(1) as other:

        def withdraw() -> None:
            made = other.submit(_withdrawn, door.house.registry, caller, alone, emeka)
            wait([made], A_MOMENT_SECONDS)

        interrupted.meanwhile.append(withdraw)
        asked = CheckQuestion(channel="facebook", names=("Emeka Dupont",))
        outcome = distracted.checks.check_post(caller, asked)

    assert door.get(f"/checks/{outcome['check_id']}/replay")["is_same"]


def test_a_withdrawal_waits_for_whoever_looked_at_the_clock(
    door: Door, distracted: Registry, interrupted: Interrupted
) -> None:
    """
    Recorded between that look and the decision, it would be one nobody had decided by.
    """
    caller, alone = operator_of(door.organisation.id), Barrier(1)
    channel(door, photo_publisher="members")
    emeka = adult(door)
    yes(door, emeka, version(door))
    with ThreadPoolExecutor(1) as other:

        def withdraw() -> None:
            verbs = door.house.registry
            made = other.submit(_withdrawn, verbs, caller, alone, emeka)
            wait([made], A_MOMENT_SECONDS)

        interrupted.meanwhile.append(withdraw)
        post = _published(distracted, caller, alone)

    assert {post} == _tasks(distracted, caller)


def test_whoever_is_told_yes_is_told_before_the_withdrawal(
    door: Door, distracted: Registry, interrupted: Interrupted
) -> None:
    """
    Asked between its look at the clock and its record, a check would say yes after it.
    """
    caller, alone = operator_of(door.organisation.id), Barrier(1)
    channel(door, photo_publisher="members")
    emeka = adult(door)
    yes(door, emeka, version(door))
    asked: list[Future[dict[str, Any]]] = []
    with ThreadPoolExecutor(1) as other:

        def ask() -> None:
            asked.append(other.submit(door.house.registry.checks.check_post, caller, POST.question))
            wait(asked, A_MOMENT_SECONDS)

        interrupted.meanwhile.append(ask)
        _withdrawn(distracted, caller, alone, emeka)

    withdrawn_at = door.get("/consents")["items"][-1]["recorded_at"]
    told = asked[0].result()
    assert (True, "do_not_publish") == (told["evaluated_at"] > withdrawn_at, told["answer"])


def test_a_quota_counts_whoever_published_while_one_waited(
    door: Door, distracted: Registry, interrupted: Interrupted
) -> None:
    caller, alone = operator_of(door.organisation.id), Barrier(1)
    channel(door, photo_publisher="members", quota={"limit": 1})
    yes(door, adult(door), version(door))
    others: list[Future[str | None]] = []
    with ThreadPoolExecutor(1) as other:

        def publish() -> None:
            others.append(other.submit(_published, door.house.registry, caller, alone))
            wait(others, A_MOMENT_SECONDS)

        interrupted.meanwhile.append(publish)
        mine = _published(distracted, caller, alone)

    assert [None] == [each for each in (mine, others[0].result()) if each is None]


def test_a_hold_waits_for_whoever_lets_go_what_it_would_keep(
    door: Door, distracted: Registry, interrupted: Interrupted
) -> None:
    """
    Placed between the plan and what is destroyed by it, it would keep nothing.
    """
    caller, verbs = operator_of(door.organisation.id), door.house.registry
    plan = verbs.retention.plan_retention(caller).digest
    placed: list[Future[Hold]] = []
    with ThreadPoolExecutor(1) as other:

        def hold() -> None:
            legal = HoldDetails(HoldKind.LEGAL)
            placed.append(other.submit(verbs.holds.place_hold, caller, legal))
            wait(placed, A_MOMENT_SECONDS)
            were_placed.append(placed[0].done())

        were_placed: list[bool] = []
        interrupted.meanwhile.append(hold)
        distracted.retention.apply_retention(caller, plan)

    assert ([False], HoldKind.LEGAL) == (were_placed, placed[0].result().kind)


def _released(registry: Registry, caller: Caller, together: Barrier, which: ProposalId) -> None:
    together.wait()
    with suppress(Conflict):
        registry.proposals.release_proposal(
            caller, which, ReleaseDetails("https://facebook.example/1")
        )


def test_what_was_approved_is_either_cancelled_or_must_come_down(door: Door) -> None:
    registry, caller = door.house.registry, operator_of(door.organisation.id)
    door.patch("/organisation", {"publishing": {"own_approval": True}})
    channel(door, photo_publisher="members")
    emeka, form = adult(door), version(door)
    details = ProposalDetails("facebook", caption="Emeka Dupont")
    with ThreadPoolExecutor(2) as two:
        for _ in range(FEWER_ROUNDS):
            yes(door, emeka, form)
            proposal = registry.proposals.propose_post(caller, details).proposal
            registry.proposals.approve_proposal(caller, proposal.id)
            together = Barrier(2)
            release = two.submit(_released, registry, caller, together, proposal.id)
            two.submit(_withdrawn, registry, caller, together, emeka).result()
            release.result()

            story = registry.proposals.get_proposal(caller, proposal.id)
            live = {each.publication_id for each in story.events} - {None}
            assert story.state in {State.CANCELLED, State.PUBLISHED}
            assert live <= _tasks(registry, caller)
