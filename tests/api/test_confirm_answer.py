"""
A yes waits for a second member of staff, and settles.
"""

from dataclasses import replace

import pytest

from service.decision.ids import PendingId, UnitId
from service.decision.powers import Role
from service.errors import Conflict, NotAllowed, NotFound
from tests.api.door import Door
from tests.api.entering import SCAN, YES, Family, member, papers_of_parents
from tests.api.office import answer, row_counts


@pytest.fixture
def parents(door: Door) -> Family:
    """
    Give the papers of both parents of Léa.
    """
    return papers_of_parents(door)


def test_the_yes_of_the_second_parent_waits_for_a_second_member(
    door: Door, parents: Family
) -> None:
    registry, (anne, bram) = door.house.registry, parents
    nadia, sam = member(door, "nadia"), member(door, "sam")
    registry.consents.enter_answer(nadia, anne)

    pending = registry.consents.enter_answer(nadia, bram).pending

    assert pending is not None
    assert "ask" == answer(door, "Léa Dupont")
    with pytest.raises(Conflict):
        registry.consents.confirm_answer(nadia, pending.id)
    assert "ask" == answer(door, "Léa Dupont")
    (act,) = registry.consents.confirm_answer(sam, pending.id)
    assert (YES, bram.signatory_id) == (act.kind, act.signatory_id)
    assert "publish" == answer(door, "Léa Dupont")
    assert (
        SCAN.content
        == registry.consents.get_evidence(
            member(door, "officer", Role.DATA_PROTECTION_OFFICER), act.id
        ).content
    )
    with pytest.raises(NotFound):
        registry.consents.confirm_answer(sam, pending.id)


def test_a_no_said_meanwhile_outlives_the_confirmation(door: Door, parents: Family) -> None:
    registry, (anne, bram) = door.house.registry, parents
    nadia = member(door, "nadia")
    registry.consents.enter_answer(nadia, anne)
    pending = registry.consents.enter_answer(nadia, bram).pending
    assert pending is not None
    door.post(
        "/consents/withdraw",
        {"person_id": bram.person_id, "signatory_id": bram.signatory_id},
    )

    registry.consents.confirm_answer(member(door, "sam"), pending.id)

    assert "do_not_publish" == answer(door, "Léa Dupont")


def test_what_waits_is_seen_by_those_who_see_the_person(door: Door, parents: Family) -> None:
    registry, (anne, bram) = door.house.registry, parents
    nadia, sam = member(door, "nadia"), member(door, "sam")
    registry.consents.enter_answer(nadia, anne)
    pending = registry.consents.enter_answer(nadia, bram).pending
    assert pending is not None
    elsewhere = replace(sam, actor=replace(sam.actor, unit_ids=frozenset({UnitId("other")})))

    (own,), (others,) = (
        registry.consents.list_pending_answers(nadia),
        registry.consents.list_pending_answers(sam),
    )

    assert (True, False) == (own.is_own, others.is_own)
    assert ("Léa Dupont", "Bram Dupont") == (others.person_name, others.signatory_name)
    assert SCAN.content == registry.consents.get_pending_evidence(sam, pending.id).content
    assert () == registry.consents.list_pending_answers(elsewhere)
    for verb in (
        registry.consents.confirm_answer,
        registry.consents.decline_answer,
        registry.consents.get_pending_evidence,
    ):
        with pytest.raises(NotFound):
            verb(elsewhere, pending.id)
        with pytest.raises(NotAllowed):
            verb(member(door, "checker", Role.CHECKER), pending.id)
        with pytest.raises(NotFound):
            verb(sam, PendingId("nothing"))


def test_what_was_declined_is_gone_and_the_log_knows(door: Door, parents: Family) -> None:
    registry, (anne, bram) = door.house.registry, parents
    nadia = member(door, "nadia")
    registry.consents.enter_answer(nadia, anne)
    pending = registry.consents.enter_answer(nadia, bram).pending
    assert pending is not None

    registry.consents.decline_answer(member(door, "sam"), pending.id)

    assert () == registry.consents.list_pending_answers(nadia)
    assert "ask" == answer(door, "Léa Dupont")
    kinds = [each["kind"] for each in door.entries()]
    assert ["answer:proposed", "answer:declined"] == [
        each for each in kinds if each.startswith("answer:")
    ]


def test_whoever_is_erased_takes_along_what_waits(door: Door, parents: Family) -> None:
    registry, (anne, bram) = door.house.registry, parents
    nadia = member(door, "nadia")
    registry.consents.enter_answer(nadia, anne)
    registry.consents.enter_answer(nadia, bram)
    assert 1 == row_counts(door)["pending_answers"]

    door.delete(f"/people/{bram.person_id}", 204)

    assert 0 == row_counts(door)["pending_answers"]


def receipts(door: Door) -> tuple[int, int]:
    """
    Count the receipts that were issued, and the letters that wait to be sent.

    Of these one goes to whoever answered, and one tells the other parent that; of a yes
    that waits one tells the house.
    """
    kinds = [each["kind"] for each in door.entries()]
    return kinds.count("family:receipt_issued"), row_counts(door)["letters"]


def test_whoever_answered_is_told_at_once_of_what_counts(door: Door, parents: Family) -> None:
    entering, (anne, bram) = door.house.registry.consents, parents
    nadia = member(door, "nadia")

    assert entering.enter_answer(nadia, anne).is_told
    assert (1, 2) == receipts(door)
    pending = entering.enter_answer(nadia, bram).pending
    assert pending is not None
    assert (1, 3) == receipts(door)
    entering.confirm_answer(member(door, "sam"), pending.id)
    assert (2, 5) == receipts(door)


def test_whoever_cannot_be_reached_has_a_receipt_all_the_same(door: Door, parents: Family) -> None:
    (anne, _) = parents
    door.patch(f"/signatories/{anne.signatory_id}", {"email": ""})

    assert not door.house.registry.consents.enter_answer(member(door, "nadia"), anne).is_told
    assert (1, 1) == receipts(door)
