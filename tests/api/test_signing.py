"""
Who may sign, when: dates that cannot be, authorities that do not hold.
"""

from datetime import datetime, timedelta

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, answer, channel, refused, saying_yes, version, yes


@pytest.fixture
def form(door: Door) -> str:
    """
    Publish a form about Facebook; give the id of its version.
    """
    channel(door)
    return version(door)


def _recorded(door: Door, form: str) -> datetime:
    """
    Learn what time it is for the registry.
    """
    return datetime.fromisoformat(yes(door, adult(door), form)["recorded_at"])


PAPER = {"method": "paper"}


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"signed_on": "2999-01-01"} | PAPER, "signed_on"),
        ({"signed_at": "2999-01-01T00:00:00Z"}, "signed_at"),
        ({"signed_on": "1990-05-03"} | PAPER, "signed_on"),
        ({"signed_at": "1990-05-03T10:00:00Z"} | PAPER, "signed_at"),
        ({"signed_on": "1889-12-31"} | PAPER, "signed_on"),
        ({"signed_at": "0001-01-01T00:00:00Z"} | PAPER, "signed_at"),
        ({"signed_on": "2025-09-01", "expires_on": "2025-08-31"} | PAPER, "expires_on"),
        ({"starts_on": "2026-02-01", "expires_on": "2026-01-31"}, "expires_on"),
        ({"starts_on": "1889-12-31"}, "starts_on"),
    ],
    ids=str,
)
def test_impossible_dates_are_refused(
    door: Door, form: str, told: dict[str, object], field: str
) -> None:
    problem = refused(door, "/consents", saying_yes(adult(door), form) | told)

    assert ("impossible-dates", field) == (problem["code"], problem["field"])


def test_an_instant_and_a_day_are_one_too_many(door: Door, form: str) -> None:
    told = {"signed_on": "2025-09-01", "signed_at": "2025-09-01T10:00:00Z"}
    problem = refused(door, "/consents", saying_yes(adult(door), form) | told | PAPER)

    assert ("invalid-input", "signed_on") == (problem["code"], problem["field"])


def test_an_instant_without_a_zone_is_refused(door: Door, form: str) -> None:
    body = saying_yes(adult(door), form) | {"signed_at": "2025-09-01T10:00:00"}

    assert "signed_at" == refused(door, "/consents", body, 400)["field"]


def test_an_instant_out_of_all_time_is_refused(door: Door, form: str) -> None:
    body = saying_yes(adult(door), form) | {"signed_at": "9999-12-31T23:59:59-12:00"}

    assert "signed_at" == refused(door, "/consents", body)["field"]


def test_a_clock_may_run_five_minutes_ahead(door: Door, form: str) -> None:
    now = _recorded(door, form)
    body = saying_yes(adult(door, given_name="Femi"), form)
    ahead = (now + timedelta(minutes=4)).isoformat()
    too_far = (now + timedelta(minutes=15)).isoformat()

    made = door.post("/consents", body | {"signed_at": ahead})

    assert made["recorded_at"] == made["signed_from"] == made["signed_until"]
    assert "publish" == answer(door, "Femi Dupont")
    assert "signed_at" == refused(door, "/consents", body | {"signed_at": too_far})["field"]


def test_a_day_lasts_from_midnight_to_midnight_in_brussels(door: Door, form: str) -> None:
    for day, begins, ends in (
        ("2025-07-01", "2025-06-30T22:00:00Z", "2025-07-01T21:59:59.999999Z"),
        ("2025-12-01", "2025-11-30T23:00:00Z", "2025-12-01T22:59:59.999999Z"),
        ("2025-10-26", "2025-10-25T22:00:00Z", "2025-10-26T22:59:59.999999Z"),
    ):
        made = yes(door, adult(door), form, signed_on=day, method="paper")

        assert (begins, ends) == (made["signed_from"], made["signed_until"])


def test_today_ends_now(door: Door, form: str) -> None:
    today = _recorded(door, form).date().isoformat()
    made = yes(door, adult(door), form, signed_on=today, method="email")

    assert made["signed_from"] <= made["signed_until"] <= made["recorded_at"]


def test_a_yes_of_a_day_was_said_on_no_page(door: Door, form: str) -> None:
    body = saying_yes(adult(door), form) | {"signed_on": "2025-09-01"}

    assert "method" == refused(door, "/consents", body)["field"]
    assert door.post("/consents", body | PAPER)["evidence_due_on"]
    no = {name: body[name] for name in ("person_id", "signatory_id", "capacity", "channels")}
    door.post("/consents", no | {"kind": "refused", "signed_on": "2025-09-01"})


def test_the_dead_do_not_sign(door: Door, form: str) -> None:
    body = saying_yes(adult(door, died_on="2024-02-01"), form) | PAPER

    problem = refused(door, "/consents", body | {"signed_on": "2024-02-02"})

    assert ("impossible-dates", "signed_on") == (problem["code"], problem["field"])
    door.post("/consents", body | {"signed_on": "2024-01-31"})


def test_a_yes_may_hold_for_the_day_it_is_signed(door: Door, form: str) -> None:
    told = {"signed_on": "2025-09-01", "expires_on": "2025-09-01"} | PAPER
    made = yes(door, adult(door), form, **told)

    assert "2025-09-01" == made["expires_on"]


@pytest.fixture
def parental(door: Door, form: str) -> Json:
    """
    Say in JSON that Anne, Léa's mother from 2020 to 2024, says yes.
    """
    lea, anne = door.person(), door.signatory()
    door.authority(lea, anne, from_on="2020-01-01", until_on="2025-01-01")
    body = saying_yes(lea, form) | {"signatory_id": anne, "capacity": "parent"}
    return body | PAPER | {"signed_on": "2024-12-31"}


def test_a_parent_signs_while_in_authority(door: Door, parental: Json) -> None:
    made = door.post("/consents", parental)

    assert ("parent", parental["signatory_id"]) == (made["capacity"], made["signatory_id"])


@pytest.mark.parametrize("day", ["2019-12-31", "2025-01-01"])
def test_outside_of_its_dates_an_authority_signs_nothing(
    door: Door, parental: Json, day: str
) -> None:
    problem = refused(door, "/consents", parental | {"signed_on": day})

    assert ("impossible-dates", "signed_on") == (problem["code"], problem["field"])


@pytest.mark.parametrize("capacity", ["guardian", "representative", "relative", "organisation"])
def test_nobody_signs_as_what_they_are_not(door: Door, parental: Json, capacity: str) -> None:
    assert "capacity" == refused(door, "/consents", parental | {"capacity": capacity})["field"]


def test_nobody_signs_for_somebody_else_as_themselves(door: Door, parental: Json) -> None:
    assert "capacity" == refused(door, "/consents", parental | {"capacity": "self"})["field"]
    as_parent = parental | {"signatory_id": parental["person_id"]}
    assert "capacity" == refused(door, "/consents", as_parent)["field"]


def test_a_stranger_and_somebody_unknown_are_refused_alike(door: Door, parental: Json) -> None:
    stranger = refused(door, "/consents", parental | {"signatory_id": door.signatory()})
    unknown = refused(door, "/consents", parental | {"signatory_id": NOBODY})

    assert "signatory_id" == stranger["field"] == unknown["field"]
    assert stranger["detail"] == unknown["detail"]


def test_the_mother_of_one_child_does_not_answer_for_another(door: Door, parental: Json) -> None:
    other = door.person(given_name="Tom")

    assert "signatory_id" == refused(door, "/consents", parental | {"person_id": other})["field"]
