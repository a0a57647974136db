"""
Whoever may approve a proposed post is told of it, in office hours.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from service.decision.ids import ProposalId
from service.decision.powers import Role
from service.usecases.organisations.operator import operator_of
from service.usecases.proposals import ProposalDetails
from service.usecases.staff.member_caller import caller_for
from tests.api.clock import Clock
from tests.api.door import Door
from tests.api.office import adult, channel, version, yes
from tests.api.told import Told, telling, text_of

HOUR = timedelta(hours=1)
OPENED = "A proposed post waits for your approval"


@pytest.fixture
def told(found_then: Callable[[str], Door], clock: Clock) -> Iterator[Told]:
    with telling(found_then("jacinthes"), clock) as found:
        yield found


def _propose(told: Told, **details: object) -> str:
    """
    Propose to write of Emeka, who said yes; give the proposal.
    """
    body = {"channel": "facebook", "text": "Emeka Dupont feeds a goat"} | details
    made: str = told.door.post("/proposals", body)["id"]
    return made


@pytest.fixture
def page(told: Told) -> str:
    made = channel(told.door, photo_publisher="members")
    yes(told.door, adult(told.door), version(told.door))
    return made


def test_whoever_may_approve_is_told_where_and_for_which_day(told: Told, page: str) -> None:
    assert page
    told.hire(Role.PUBLISHER, "bram")
    told.hire(Role.CHECKER, "chika")
    _propose(told, planned_on="2025-03-07")

    (letter,) = told.letters()

    text = text_of(letter)
    assert (told.address("bram"), OPENED) == (letter["To"], letter["Subject"])
    assert "\nOur page · 7 March 2025, 23:59\n" in text
    assert f"\n{told.page('/proposals')}\n" in text
    assert "Emeka" not in text
    assert "goat" not in text


def test_whoever_proposed_it_is_not_told(told: Told, page: str) -> None:
    assert page
    bram = told.hire(Role.PUBLISHER, "bram")
    told.hire(Role.PUBLISHER, "nora")
    details = ProposalDetails(channel="facebook", caption="Emeka Dupont feeds a goat")
    verbs = told.door.house.registry.proposals
    verbs.propose_post(caller_for(told.door.organisation.id, bram), details)

    assert {"nora": OPENED} == told.heard()


def test_where_two_must_agree_the_other_is_told_once_one_did(told: Told, page: str) -> None:
    told.door.patch(f"/channels/{page}", {"two_approvals": True})
    bram = told.hire(Role.PUBLISHER, "bram")
    told.hire(Role.PUBLISHER, "nora")
    made = ProposalId(_propose(told))
    assert {"bram": OPENED, "nora": OPENED} == told.heard()

    verbs = told.door.house.registry.proposals
    verbs.approve_proposal(caller_for(told.door.organisation.id, bram), made)

    assert {"nora": OPENED} == told.heard()


def test_at_night_it_waits_for_the_office_in_one_letter(told: Told, page: str) -> None:
    assert page
    told.hire(Role.PUBLISHER, "bram")
    told.clock.at += 11 * HOUR
    _propose(told)
    second = _propose(told)

    assert {} == told.heard()
    told.door.post(f"/proposals/{second}/send-back", {"note": "No."}, 200)
    told.clock.at += 13 * HOUR
    assert {"bram": OPENED} == told.heard()


def test_what_was_decided_before_the_office_opens_is_not_told(told: Told, page: str) -> None:
    assert page
    told.hire(Role.PUBLISHER, "bram")
    told.clock.at += 11 * HOUR
    made = _propose(told)
    told.door.post(f"/proposals/{made}/send-back", {"note": "No."}, 200)
    told.clock.at += 13 * HOUR

    assert {} == told.heard()


def test_whoever_works_here_no_more_when_the_office_opens_is_not_told(
    told: Told, page: str
) -> None:
    assert page
    bram = told.hire(Role.PUBLISHER, "bram")
    told.clock.at += 10 * HOUR
    _propose(told)

    staff = told.door.house.registry.staff
    staff.deactivate_member(operator_of(told.door.organisation.id), bram.id)
    told.clock.at += 14 * HOUR

    assert [] == told.letters()


def test_as_its_day_comes_near_it_is_told_once_more(told: Told, page: str) -> None:
    assert page
    told.hire(Role.PUBLISHER, "bram")
    _propose(told, planned_on="2025-03-06")
    _propose(told)
    assert {"bram": OPENED} == told.heard()
    told.clock.at += 48 * HOUR
    assert {} == told.remind()
    told.clock.at += 24 * HOUR
    still = "A proposed post still waits for your approval"
    assert {"bram": still} == told.remind()
    assert {} == told.remind()
    told.clock.at += 24 * HOUR
    assert {} == told.remind()


CANCELLED = "Les Jacinthes: a planned post was cancelled"


def _ready(told: Told, planned_on: str) -> None:
    """
    Have a post ready: Chika proposed it and Bram approved it; Nora knows nothing of it.
    """
    chika = told.hire(Role.CHECKER, "chika")
    bram = told.hire(Role.PUBLISHER, "bram")
    told.hire(Role.PUBLISHER, "nora")
    verbs, house = told.door.house.registry.proposals, told.door.organisation.id
    details = ProposalDetails(
        channel="facebook",
        caption="Emeka Dupont feeds a goat",
        planned_on=date.fromisoformat(planned_on),
    )
    made = verbs.propose_post(caller_for(house, chika), details).proposal
    verbs.approve_proposal(caller_for(house, bram), made.id)
    told.letters()


def test_who_has_a_post_ready_is_told_at_once_that_it_was_cancelled(told: Told, page: str) -> None:
    assert page
    _ready(told, "2025-03-07")
    told.clock.at += 11 * HOUR
    [emeka] = told.door.get("/people")["items"]

    own = {"person_id": emeka["id"], "signatory_id": emeka["id"]}
    told.door.post("/consents/withdraw", own)

    letters = told.letters()
    assert {told.address("chika"), told.address("bram")} == {each["To"] for each in letters}
    for letter in letters:
        text = text_of(letter)
        assert CANCELLED == letter["Subject"]
        assert "\nOur page · 7 March 2025\n" in text
        assert "Emeka" not in text
    lines = {each["kind"] for each in told.door.entries()[-5:]}
    assert {"proposal:cancelled", "staff:notified"} <= lines


def test_what_its_own_day_cancels_is_told_too(told: Told, page: str) -> None:
    assert page
    _ready(told, "2025-03-04")
    told.door.post("/holds", {"kind": "crisis"})
    told.clock.at += 24 * HOUR
    told.letters()

    told.door.house.registry.proposals.fall_due.look(told.door.organisation.id)

    assert {"chika": CANCELLED, "bram": CANCELLED} == told.heard()
