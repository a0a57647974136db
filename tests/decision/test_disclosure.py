"""
How much of an answer its reader may know (threat T1).
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.decision.disclosure import PERSONAL_CODES, collapsed, disclose
from service.decision.verdict import EFFECT_ORDER, Code, Effect

Plain = dict[str, Any]

NOT_CLEARED = {"code": "not_cleared", "effect": "deny"}
UNREGISTERED = {"code": "image_not_registered", "effect": "ask", "picture": 0}
VERDICT: Plain = {
    "answer": "do_not_publish",
    "obligations": [{"duty": "credit_line", "text": "© Les Jacinthes", "picture": 0}],
    "next_step": {"action": "ask_contact", "contact": {"name": "Nadia Peeters"}},
    "for_date": "2026-03-02",
}


def about(person: str, code: Code = Code.REFUSED, effect: Effect = Effect.DENY) -> Plain:
    """
    Say in plain values that somebody stands in the way.
    """
    told = {"code": code.value, "effect": effect.value, "matter": "image", "row": "M1"}
    return told | {"person_id": person}


def outcome(*reasons: Plain) -> Plain:
    """
    Give what is stored with a check of one picture, for one channel and for all.
    """
    verdict = VERDICT | {"reasons": list(reasons)}
    return verdict | {
        "check_id": "check-1",
        "pictures": [
            {"match": "same_bytes", "photo_id": "outing", "resembles": [], "people": ["person-lea"]}
        ],
        "mentions": [{"start": 0, "end": 3, "person_ids": ["person-lea"]}],
        "channels": {"facebook": deepcopy(verdict), "web": VERDICT | {"reasons": []}},
    }


def test_whoever_may_see_reasons_is_told_everything() -> None:
    whole = outcome(about("person-lea"), UNREGISTERED)

    assert whole == disclose(whole, may_see_reasons=True)


def test_others_learn_the_answer_the_next_step_and_the_class() -> None:
    whole = outcome(about("person-lea"), UNREGISTERED)

    shown = disclose(whole, may_see_reasons=False)

    assert VERDICT | {"check_id": "check-1"} == {key: shown[key] for key in (*VERDICT, "check_id")}
    assert [NOT_CLEARED, UNREGISTERED] == shown["reasons"]
    assert VERDICT | {"reasons": [NOT_CLEARED, UNREGISTERED]} == shown["channels"]["facebook"]
    assert [] == shown["channels"]["web"]["reasons"]


def test_nothing_that_others_are_told_names_anybody() -> None:
    shown = disclose(outcome(about("person-lea"), UNREGISTERED), may_see_reasons=False)

    assert "person-lea" not in repr(shown)
    assert "mentions" not in shown
    assert [{"match": "same_bytes", "photo_id": "outing", "resembles": []}] == shown["pictures"]


def test_disclosing_changes_nothing_that_is_stored() -> None:
    whole = outcome(about("person-lea"), UNREGISTERED)
    before = deepcopy(whole)

    disclose(whole, may_see_reasons=False)
    disclose(whole, may_see_reasons=True).clear()

    assert before == whole


def test_how_many_stand_in_the_way_is_not_told() -> None:
    one = collapsed([about("person-lea")])
    many = collapsed(
        [
            about("person-lea"),
            about("person-tom", Code.WITHDRAWN),
            about("person-lea", Code.EXPIRED),
        ]
    )

    assert [NOT_CLEARED] == one
    assert one == many


def test_a_refusal_hides_that_there_is_a_doubt_as_well() -> None:
    doubt = about("person-tom", Code.NEVER_ASKED, Effect.ASK)

    assert [NOT_CLEARED] == collapsed([about("person-lea"), doubt])


def test_each_picture_has_its_own_class() -> None:
    found = collapsed([about("person-lea") | {"picture": place} for place in (0, 0, 2)])

    assert [NOT_CLEARED | {"picture": 0}, NOT_CLEARED | {"picture": 2}] == found


@pytest.mark.parametrize("code", sorted(PERSONAL_CODES))
def test_some_codes_tell_of_a_person_without_naming_one(code: Code) -> None:
    hold = {"code": code.value, "effect": "ask", "picture": 1}

    assert [{"code": "not_cleared", "effect": "ask", "picture": 1}] == collapsed([hold])


@pytest.mark.parametrize("code", sorted(set(Code) - PERSONAL_CODES))
def test_what_is_about_nobody_keeps_its_code_and_loses_the_rest(code: Code) -> None:
    told = {"code": code.value, "effect": "ask", "matter": "name", "row": "A1"}

    assert [{"code": code.value, "effect": "ask"}] == collapsed([told])


ABOUT_NOBODY = [
    {"code": code.value, "effect": effect.value} for code in Code for effect in EFFECT_ORDER
]
REASONS = st.builds(
    about,
    st.sampled_from(["person-lea", "person-tom"]),
    st.sampled_from(list(Code)),
    st.sampled_from(Effect),
)


def shown_order(reason: Mapping[str, Any]) -> tuple[int, str, str]:
    """
    Order reasons as they are stored.
    """
    effect = EFFECT_ORDER.index(Effect(reason["effect"]))
    return effect, reason["code"], reason.get("person_id", "")


@given(
    st.lists(st.sampled_from(ABOUT_NOBODY), max_size=4),
    st.lists(st.tuples(REASONS, st.sampled_from(list(Code))), max_size=4),
)
def test_why_somebody_stands_in_the_way_cannot_be_read_off_the_order(
    others: list[Plain], told: list[tuple[Plain, Code]]
) -> None:
    one = [*others, *(reason for reason, _ in told)]
    another = [*others, *(reason | {"code": code.value} for reason, code in told)]

    assert collapsed(sorted(one, key=shown_order)) == collapsed(sorted(another, key=shown_order))
