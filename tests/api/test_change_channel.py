"""
A channel is changed.
"""

import pytest

from tests.api.door import NOBODY, Door
from tests.api.office import FACEBOOK, adult, answer, channel, group, row_counts, version, yes


def test_what_is_left_out_stays(door: Door) -> None:
    made = door.post("/channels", FACEBOOK | {"checklist": ["Look twice"]})

    changed = door.patch(f"/channels/{made['id']}", {"name": "Another name"})

    assert made | {"name": "Another name"} == changed
    assert changed | {"quota_left": None} == door.get(f"/channels/{made['id']}")


def test_null_clears(door: Door) -> None:
    channel_id = channel(door, unit_id=door.unit(), quota={"limit": 4})

    changed = door.patch(f"/channels/{channel_id}", {"unit_id": None, "quota": None})

    assert (None, None) == (changed["unit_id"], changed["quota"])


def test_changing_nothing_writes_nothing(door: Door) -> None:
    channel_id = channel(door)
    before = row_counts(door)

    door.patch(f"/channels/{channel_id}", {"name": FACEBOOK["name"]})

    assert before == row_counts(door)


def test_moving_between_groups_is_a_new_version(door: Door) -> None:
    social, internal = group(door, "social"), group(door, "internal")
    channel_id = channel(door, group_ids=[social])

    door.patch(f"/channels/{channel_id}", {"group_ids": [internal]})

    history = door.get(f"/channels/{channel_id}/history")["items"]
    assert [[social], [internal]] == [each["channel"]["group_ids"] for each in history]
    assert [] == door.get(f"/channel-groups/{social}")["channels"]


def test_a_no_outlives_the_move_to_another_group(door: Door) -> None:
    social, internal = group(door, "social"), group(door, "internal")
    channel_id, form = channel(door, group_ids=[social]), version(door)
    emeka = adult(door)
    yes(door, emeka, form)
    no = {"person_id": emeka, "signatory_id": emeka, "capacity": "self", "kind": "refused"}
    door.post("/consents", no | {"groups": ["social"]})

    door.patch(f"/channels/{channel_id}", {"group_ids": [internal]})

    assert "do_not_publish" == answer(door)


def test_a_wider_audience_makes_an_older_yes_lapse(door: Door) -> None:
    channel_id, form = channel(door, audience="service"), version(door)
    yes(door, adult(door), form)
    assert "publish" == answer(door)

    door.patch(f"/channels/{channel_id}", {"audience": "public"})

    assert "ask" == answer(door)


def test_the_checklist_is_numbered_anew_when_its_lines_change(door: Door) -> None:
    channel_id = channel(door, checklist=["Look twice"])

    renamed = door.patch(f"/channels/{channel_id}", {"name": "Another name"})
    longer = door.patch(f"/channels/{channel_id}", {"checklist": ["Look twice", "Ask Nora"]})

    assert (1, 2) == (renamed["checklist_version"], longer["checklist_version"])


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"purposes": []}, "purposes"),
        ({"quota": {"limit": 0}}, "quota.limit"),
        ({"unit_id": NOBODY}, "unit_id"),
        ({"group_ids": [NOBODY]}, "group_ids"),
        ({"publisher_ids": [NOBODY]}, "publisher_ids"),
        ({"address": "nowhere"}, "address"),
        ({"name": ""}, "name"),
    ],
)
def test_what_cannot_be_used_is_named(door: Door, told: dict[str, object], field: str) -> None:
    channel_id = channel(door)
    before = row_counts(door)

    assert field == door.patch(f"/channels/{channel_id}", told, 422)["field"]
    assert before == row_counts(door)


def test_the_address_of_another_channel_is_taken(door: Door) -> None:
    channel(door)
    other = channel(door, "instagram")

    problem = door.patch(f"/channels/{other}", {"address": "www.facebook.example/jacinthes"}, 409)

    assert ("already-exists", "address") == (problem["code"], problem["field"])


def test_a_channel_is_not_closed_by_a_change(door: Door) -> None:
    channel_id = channel(door)

    assert "closed" == door.patch(f"/channels/{channel_id}", {"closed": True}, 400)["field"]


def test_it_takes_the_scope_to_write_channels(door: Door) -> None:
    channel_id = channel(door)

    door.with_key("channels:read").patch(f"/channels/{channel_id}", {"name": "Mine"}, 403)


def test_the_ledger_names_what_changed_and_not_how(door: Door) -> None:
    channel_id = channel(door)
    door.patch(f"/channels/{channel_id}", {"name": "Secret", "address": "secret.example"})
    last = door.entries()[-1]

    assert ("channel:changed", ["address", "name"]) == (last["kind"], last["payload"]["changed"])
    assert "ecret" not in str(last)
