"""
What staff enter for somebody else: never a yes on their word alone.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from service.decision.ids import SignatoryId
from service.decision.terms import Matter, Method
from service.errors import InvalidInput
from service.usecases.consents import AnswerEntered, AnswerLine, EnteredAnswer, EvidenceDetails
from tests.api.door import Door
from tests.api.entering import (
    LATER,
    NO,
    YES,
    Family,
    member,
    paper,
    papers_of_parents,
    ticked,
)
from tests.api.office import adult, answer, channel, group, row_counts, version


@pytest.fixture
def parents(door: Door) -> Family:
    """
    Give the papers of both parents of Léa.
    """
    return papers_of_parents(door)


def test_the_paper_of_one_parent_counts_at_once(door: Door, parents: Family) -> None:
    registry, (anne, _) = door.house.registry, parents

    entered = registry.consents.enter_answer(member(door, "nadia"), anne)

    assert (1, None) == (len(entered.acts), entered.pending)
    assert entered.acts[0].evidence_id
    assert "ask" == answer(door, "Léa Dupont")


def test_two_members_enter_a_parent_each(door: Door, parents: Family) -> None:
    registry, (anne, bram) = door.house.registry, parents

    registry.consents.enter_answer(member(door, "nadia"), anne)
    entered = registry.consents.enter_answer(member(door, "sam"), bram)

    assert None is entered.pending
    assert "publish" == answer(door, "Léa Dupont")


def test_a_no_counts_at_once_whoever_enters_it(door: Door, parents: Family) -> None:
    registry, (anne, bram) = door.house.registry, parents
    nadia = member(door, "nadia")
    registry.consents.enter_answer(nadia, anne)
    no = replace(bram, lines=ticked(bram.lines[0].place, NO), evidence=None)

    entered = registry.consents.enter_answer(nadia, no)

    assert (1, None) == (len(entered.acts), entered.pending)
    assert "do_not_publish" == answer(door, "Léa Dupont")


def test_of_one_paper_the_no_counts_and_the_yes_waits(door: Door, parents: Family) -> None:
    registry, (anne, bram) = door.house.registry, parents
    nadia, page = member(door, "nadia"), bram.lines[0].place
    registry.consents.enter_answer(nadia, anne)
    both = replace(bram, lines=ticked(page, NO, Matter.IMAGE) + ticked(page, YES, Matter.NAME))

    entered = registry.consents.enter_answer(nadia, both)

    assert [NO] == [each.kind for each in entered.acts]
    assert entered.pending is not None
    assert [frozenset({Matter.NAME})] == [each.matters for each in entered.pending.parts]


@pytest.fixture
def emeka(door: Door) -> EnteredAnswer:
    """
    Give the paper of Emeka, who answers alone.
    """
    page, form = channel(door), version(door)
    adult_id = adult(door)
    return paper(adult_id, adult_id, form, page)


def test_a_spoken_yes_waits_unless_it_was_recorded(door: Door, emeka: EnteredAnswer) -> None:
    registry, nadia = door.house.registry, member(door, "nadia")
    spoken = replace(
        emeka, method=Method.ORAL_WITNESSED, evidence=None, witness_note="Sam heard it."
    )

    waiting: AnswerEntered = registry.consents.enter_answer(nadia, spoken)
    assert ((), "ask") == (waiting.acts, answer(door))
    heard = replace(spoken, evidence=EvidenceDetails("audio/mpeg", b"yes"))
    registry.consents.enter_answer(nadia, heard)

    assert "publish" == answer(door)


def _without_scan(told: EnteredAnswer) -> EnteredAnswer:
    return replace(told, evidence=None)


def _without_witness(told: EnteredAnswer) -> EnteredAnswer:
    return replace(told, method=Method.PHONE, evidence=None)


def _said_online(told: EnteredAnswer) -> EnteredAnswer:
    return replace(told, method=Method.WEB)


def _empty(told: EnteredAnswer) -> EnteredAnswer:
    return replace(told, lines=())


def _tomorrow(told: EnteredAnswer) -> EnteredAnswer:
    return replace(told, signed_on=date(2999, 1, 1))


def _stranger(told: EnteredAnswer) -> EnteredAnswer:
    return replace(told, signatory_id=SignatoryId("nobody"))


def _more_than_asked(told: EnteredAnswer) -> EnteredAnswer:
    return replace(told, lines=ticked(told.lines[0].place, YES, Matter.VOICE))


@pytest.mark.parametrize(
    ("spoil", "field"),
    [
        (_without_scan, "evidence"),
        (_without_witness, "witness_note"),
        (_said_online, "method"),
        (_empty, "lines"),
        (_tomorrow, "signed_on"),
        (_stranger, "signatory_id"),
        (_more_than_asked, "matters"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    door: Door,
    emeka: EnteredAnswer,
    spoil: Callable[[EnteredAnswer], EnteredAnswer],
    field: str,
) -> None:
    before = row_counts(door)

    with pytest.raises(InvalidInput) as refused:
        door.house.registry.consents.enter_answer(member(door, "nadia"), spoil(emeka))

    assert field == refused.value.field
    assert before == row_counts(door)


def test_what_waits_is_checked_as_if_it_were_recorded(door: Door, parents: Family) -> None:
    registry, (anne, bram) = door.house.registry, parents
    registry.consents.enter_answer(member(door, "nadia"), anne)

    with pytest.raises(InvalidInput):
        registry.consents.enter_answer(member(door, "nadia"), _more_than_asked(bram))

    assert () == registry.consents.list_pending_answers(member(door, "sam"))


def test_an_answer_to_a_group_reaches_its_channels(door: Door) -> None:
    social = group(door)
    channel(door, group_ids=[social])
    emeka_id = adult(door)
    told = paper(emeka_id, emeka_id, version(door), "")
    line = AnswerLine(Matter.NAME, NO, social, is_group=True)

    door.house.registry.consents.enter_answer(
        member(door, "nadia"), replace(told, lines=(line,), evidence=None)
    )

    assert "do_not_publish" == answer(door)


def test_not_now_is_recorded_as_such(door: Door, emeka: EnteredAnswer) -> None:
    later = replace(emeka, lines=ticked(emeka.lines[0].place, LATER), evidence=None)

    (act,) = door.house.registry.consents.enter_answer(member(door, "nadia"), later).acts

    assert (LATER, "ask") == (act.kind, answer(door))
