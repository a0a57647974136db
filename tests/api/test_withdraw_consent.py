"""
An answer is taken back: as easily as it was given, and at once.
"""

from datetime import datetime, timedelta

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import (
    adult,
    answer,
    channel,
    group,
    refused,
    row_counts,
    saying_yes,
    version,
    yes,
)


@pytest.fixture
def emeka(door: Door) -> Json:
    """
    Let Emeka say yes to two pages; give what names him in a withdrawal.
    """
    channel(door)
    channel(door, "website")
    person = adult(door)
    yes(door, person, version(door), channels=["facebook", "website"])
    return {"person_id": person, "signatory_id": person}


def _answers(door: Door) -> list[str]:
    return [answer(door), answer(door, channel="website")]


def test_it_takes_the_person_and_the_signatory_and_no_reason(door: Door, emeka: Json) -> None:
    assert ["publish", "publish"] == _answers(door)

    made = door.post("/consents/withdraw", emeka)

    assert ("withdrawn", "self", True) == (made["kind"], made["capacity"], made["everywhere"])
    assert ["do_not_publish"] * 2 == _answers(door)


def test_taking_back_asks_for_less_than_giving(door: Door, emeka: Json) -> None:
    giving = saying_yes(emeka["person_id"], version(door))

    assert len(emeka) < len(giving)
    door.post("/consents/withdraw", emeka)


def test_one_channel_is_taken_back(door: Door, emeka: Json) -> None:
    door.post("/consents/withdraw", emeka | {"channels": ["facebook"]})

    assert ["do_not_publish", "publish"] == _answers(door)


def test_one_matter_is_taken_back(door: Door, emeka: Json) -> None:
    door.post("/consents/withdraw", emeka | {"matters": ["image"]})
    assert ["publish"] * 2 == _answers(door), "the name was not taken back"

    door.post("/consents/withdraw", emeka | {"matters": ["name"]})
    assert ["do_not_publish"] * 2 == _answers(door)


def test_a_group_is_taken_back_with_the_channels_to_come(door: Door, emeka: Json) -> None:
    group(door)
    door.post("/consents/withdraw", emeka | {"groups": ["social"]})
    channel(door, "tiktok", group_ids=[door.get("/channel-groups")["items"][0]["id"]])

    assert "do_not_publish" == answer(door, channel="tiktok")


def test_a_later_yes_speaks_again(door: Door, emeka: Json) -> None:
    door.post("/consents/withdraw", emeka)
    yes(door, emeka["person_id"], version(door))

    assert ["publish", "do_not_publish"] == _answers(door)


def test_what_was_never_given_can_be_taken_back(door: Door) -> None:
    channel(door)
    femi = adult(door, given_name="Femi")

    door.post("/consents/withdraw", {"person_id": femi, "signatory_id": femi})

    assert "do_not_publish" == answer(door, "Femi Dupont")


@pytest.fixture
def former(door: Door) -> Json:
    """
    Let Anne say yes for Léa while in authority, which is over now.
    """
    channel(door)
    lea, anne = door.person(), door.signatory()
    door.authority(lea, anne, from_on="2020-01-01", until_on="2025-01-01")
    told = {"signatory_id": anne, "capacity": "parent"}
    yes(door, lea, version(door), signed_on="2024-01-01", method="paper", **told)
    return {"person_id": lea, "signatory_id": anne}


def test_whoever_said_yes_takes_it_back_even_without_authority(door: Door, former: Json) -> None:
    made = door.post("/consents/withdraw", former)

    assert ("parent", "withdrawn") == (made["capacity"], made["kind"])


def test_nothing_is_taken_back_before_it_was_given(door: Door, former: Json) -> None:
    for told, field in (
        ({"signed_on": "2023-12-31"}, "signed_on"),
        ({"signed_at": "2023-12-31T10:00:00Z"}, "signed_at"),
        ({"signed_on": "2999-01-01"}, "signed_on"),
        ({"signed_on": "2016-05-03"}, "signed_on"),
    ):
        problem = refused(door, "/consents/withdraw", former | told)
        assert ("impossible-dates", field) == (problem["code"], problem["field"])


def test_an_older_paper_takes_back_the_yes_of_its_time(door: Door, former: Json) -> None:
    form = version(door)
    door.authority(former["person_id"], former["signatory_id"], from_on="2025-01-01")
    body = saying_yes(former["person_id"], form) | former | {"capacity": "parent"}
    door.post("/consents", body)

    made = door.post("/consents/withdraw", former | {"signed_on": "2024-06-01"})

    assert made["signed_from"] < made["recorded_at"]


def test_a_withdrawal_counts_from_the_day_it_was_signed(door: Door) -> None:
    channel(door)
    femi = adult(door, given_name="Femi")
    made = yes(door, femi, version(door), signed_on="2025-01-01", method="paper")
    whose = {"person_id": femi, "signatory_id": femi}
    door.post("/consents/withdraw", whose | {"signed_on": "2025-06-01"})

    before = datetime.fromisoformat(made["recorded_at"]) + timedelta(microseconds=1)
    now = {"names": ["Femi Dupont"], "channel": "facebook", "as_of": before.isoformat()}
    assert "do_not_publish" == door.post("/checks", now, 200)["answer"]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"person_id": NOBODY}, "person_id"),
        ({"signatory_id": NOBODY}, "signatory_id"),
        ({"channels": ["nowhere"]}, "channels"),
        ({"groups": ["nowhere"]}, "groups"),
        ({"note": "Because\u202e"}, "note"),
    ],
)
def test_what_is_unknown_is_named(
    door: Door, emeka: Json, told: dict[str, object], field: str
) -> None:
    assert field == refused(door, "/consents/withdraw", emeka | told)["field"]


def test_a_stranger_takes_nothing_back(door: Door, emeka: Json) -> None:
    body = emeka | {"signatory_id": door.signatory()}

    assert "signatory_id" == refused(door, "/consents/withdraw", body)["field"]


def test_the_same_key_takes_back_once(door: Door, emeka: Json) -> None:
    first = door.post("/consents/withdraw", emeka, idempotency_key="no")
    before = row_counts(door)

    assert first == door.post("/consents/withdraw", emeka, idempotency_key="no")
    assert before == row_counts(door)


def test_a_key_of_before_a_yes_takes_nothing_back_and_says_so(door: Door, emeka: Json) -> None:
    door.post("/consents/withdraw", emeka, idempotency_key="no")
    yes(door, emeka["person_id"], version(door))

    assert "conflict" == door.post("/consents/withdraw", emeka, 409, idempotency_key="no")["code"]
    assert "publish" == answer(door)
    door.post("/consents/withdraw", emeka, idempotency_key="no-again")
    assert "do_not_publish" == answer(door)


def test_it_takes_the_scope_to_write_consents(door: Door, emeka: Json) -> None:
    refused(door.with_key("consents:read"), "/consents/withdraw", emeka, 403)


def test_it_has_a_line_of_its_own(door: Door, emeka: Json) -> None:
    made = door.post("/consents/withdraw", emeka)
    (last,) = (each for each in door.entries() if each["kind"] == "consent:withdrawn")

    assert ("consent:withdrawn", made["id"]) == (last["kind"], last["payload"]["act"]["id"])
    assert [emeka["person_id"]] == last["person_ids"]
