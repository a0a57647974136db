"""
A no is recorded, or `not now`, or that somebody was asked: never harder than a yes.
"""

import pytest

from service.decision.terms import Matter
from tests.api.door import NOBODY, Door, Json
from tests.api.office import adult, answer, channel, group, refused, version, yes


@pytest.fixture
def no(door: Door) -> Json:
    """
    Say in JSON that Emeka says no to Facebook, after having said yes.
    """
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    return {
        "person_id": emeka,
        "signatory_id": emeka,
        "capacity": "self",
        "kind": "refused",
        "channels": ["facebook"],
    }


def test_a_no_needs_no_form_and_is_about_everything(door: Door, no: Json) -> None:
    made = door.post("/consents", no)

    assert ({*Matter}, []) == ({*made["matters"]}, made["purposes"])
    assert "do_not_publish" == answer(door)


@pytest.mark.parametrize("method", ["phone", "oral_witnessed"])
def test_a_no_needs_no_witness(door: Door, no: Json, method: str) -> None:
    door.post("/consents", no | {"method": method})

    assert "do_not_publish" == answer(door)


def test_a_no_on_paper_waits_for_no_scan(door: Door, no: Json) -> None:
    today = door.post("/consents", no)["recorded_at"][:10]
    made = door.post("/consents", no | {"method": "paper", "signed_on": today})

    assert made["evidence_due_on"] is None


def test_a_no_to_a_group_reaches_channels_that_join_it_later(door: Door, no: Json) -> None:
    social = group(door)
    door.post("/consents", no | {"channels": [], "groups": ["social"]})
    assert "publish" == answer(door), "Facebook is in no group"

    channel(door, "tiktok", group_ids=[social])

    assert "do_not_publish" == answer(door, channel="tiktok")


def test_a_no_everywhere_reaches_every_channel_to_come(door: Door, no: Json) -> None:
    door.post("/consents", no | {"channels": [], "everywhere": True})
    channel(door, "tiktok")

    assert ["do_not_publish"] * 2 == [answer(door), answer(door, channel="tiktok")]


def test_a_no_to_one_purpose_leaves_the_others(door: Door, no: Json) -> None:
    door.post("/consents", no | {"purposes": ["information"]})

    assert "do_not_publish" == answer(door)
    assert "publish" == answer(door, purpose="activity_report")


def test_a_no_on_a_form_is_about_what_the_form_asked(door: Door, no: Json) -> None:
    made = door.post("/consents", no | {"form_version_id": version(door, matters=["name"])})

    assert ["name"] == made["matters"]


def test_not_now_and_being_asked_publish_nothing_and_deny_nothing(door: Door, no: Json) -> None:
    door.post("/consents", no | {"kind": "requested"})
    assert "publish" == answer(door), "asking again takes nothing back"

    door.post("/consents", no | {"kind": "deferred"})
    assert "ask" == answer(door)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"channels": []}, "channels"),
        ({"channels": ["nowhere"]}, "channels"),
        ({"groups": ["nowhere"]}, "groups"),
        ({"form_version_id": NOBODY}, "form_version_id"),
        ({"expires_on": "2999-01-01"}, "expires_on"),
        ({"starts_on": "2026-01-01"}, "starts_on"),
        ({"explicit": True}, "explicit"),
        ({"kind": "requested", "everywhere": True}, "everywhere"),
        ({"kind": "deferred", "everywhere": True}, "everywhere"),
        ({"person_id": NOBODY}, "person_id"),
    ],
)
def test_what_cannot_be_is_named(door: Door, no: Json, told: dict[str, object], field: str) -> None:
    assert field == refused(door, "/consents", no | told)["field"]


def test_each_kind_has_a_line_of_its_own(door: Door, no: Json) -> None:
    for kind in ("requested", "deferred", "refused"):
        door.post("/consents", no | {"kind": kind})

    kinds = [each["kind"] for each in door.entries() if each["kind"].startswith("consent:")]
    assert ["consent:requested", "consent:deferred", "consent:refused"] == kinds[-3:]


def test_a_key_of_before_a_yes_says_no_more_and_says_so(door: Door, no: Json) -> None:
    first = door.post("/consents", no, idempotency_key="no")
    assert first == door.post("/consents", no, idempotency_key="no")
    yes(door, no["person_id"], version(door))

    assert "conflict" == door.post("/consents", no, 409, idempotency_key="no")["code"]
    door.post("/consents", no, idempotency_key="no-again")
    assert "do_not_publish" == answer(door)
