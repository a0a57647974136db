"""
What comes from elsewhere against what is known here: refused, or told before it comes in.
"""

import pytest

from tests.api.door import Door, Json
from tests.api.moving import ANSWER, brought_in, row_of
from tests.api.office import adult, answer, channel, group, version, yes

OTHER = ANSWER.replace("0123456789ab", "0123456789ac")


def tried(door: Door, content: bytes) -> tuple[list[str], list[str]]:
    """
    Try a file; give the fields of what is wrong, and of what is remarked.
    """
    found = brought_in(door, content, really=False)
    return [each["field"] for each in found["errors"]], [each["field"] for each in found["remarks"]]


def yes_of(door: Door, person: str, **cells: str) -> bytes:
    """
    Write a table with one yes to the usual form.
    """
    usual = {"kind": "given", "purposes": "information", "matters": "name"}
    form = {} if "form_version_id" in cells else {"form_version_id": version(door)}
    return row_of(person, **usual | form | cells)


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"capacity": "organisation"}, "capacity"),
        ({"matters": "image | voice"}, "matters"),
        ({"purposes": "information | advertising"}, "purposes"),
        ({"explicit": "yes"}, "explicit"),
    ],
)
def test_a_yes_that_nobody_could_say_to_its_form_does_not_come_in(
    door: Door, cells: dict[str, str], field: str
) -> None:
    channel(door, photo_publisher="members")
    emeka = adult(door)

    found = brought_in(door, yes_of(door, emeka, **cells), 422)

    assert [f"rows.2.{field}"] == [each["field"] for each in found["errors"]]
    assert "ask" == answer(door)


def test_a_yes_to_a_channel_that_its_form_did_not_name_does_not_come_in(door: Door) -> None:
    page = channel(door, photo_publisher="members")
    channel(door, "tiktok", photo_publisher="members")
    emeka, form = adult(door), version(door, channel_ids=[page])

    told = {"channel_ids": "facebook | tiktok", "form_version_id": form}
    brought_in(door, yes_of(door, emeka, **told), 422)
    brought_in(door, yes_of(door, emeka, form_version_id=form, channel_ids=page))

    assert ("publish", "ask") == (answer(door), answer(door, channel="tiktok"))


def test_a_no_that_reaches_nothing_does_not_come_in_as_if_it_protected(door: Door) -> None:
    channel(door)
    emeka = adult(door)

    nowhere = row_of(emeka, kind="refused", channel_ids="")
    everywhere = row_of(emeka, kind="refused", channel_ids="", everywhere="yes")

    assert (["channel_ids"], []) == tried(door, nowhere)
    assert ([], []) == tried(door, everywhere)


@pytest.mark.parametrize(
    ("held", "signed", "field"),
    [
        ({"until_on": "2025-09-01"}, "2025-09-01T08:00:00Z", ["signed_from"]),
        ({"from_on": "2025-09-02"}, "2025-09-01T08:00:00Z", ["signed_from"]),
        ({"until_on": "2025-09-02"}, "2025-09-01T08:00:00Z", []),
    ],
)
def test_a_yes_of_whoever_had_no_say_that_day_is_told_and_does_not_count(
    door: Door, held: Json, signed: str, field: list[str]
) -> None:
    channel(door, "closed", audience="service", photo_publisher="members")
    lea = door.person(given_name="Léa", born_on="2018-03-01")
    anne = door.signatory(email="")
    door.authority(lea, anne, verified=True, proof="Birth certificate", **held)
    told = {"signatory_id": anne, "capacity": "parent", "channel_ids": "closed"}
    content = yes_of(door, lea, **told, signed_from=signed, signed_until=signed)

    assert ([], field) == tried(door, content)
    assert field == [each["field"] for each in brought_in(door, content)["remarks"]]
    assert "publish" != answer(door, "Léa Dupont", channel="closed")


@pytest.mark.parametrize(
    ("person", "cells", "field"),
    [
        ({"died_on": "2025-08-31"}, {}, "signed_from"),
        ({"born_on": "2025-09-02"}, {}, "signed_from"),
        ({}, {"expires_on": "2025-12-31"}, "expires_on"),
        ({}, {"method": "contract_clause"}, "method"),
        ({}, {"channel_ids": ""}, "channel_ids"),
    ],
)
def test_a_yes_that_counts_for_nothing_here_is_told(
    door: Door, person: Json, cells: dict[str, str], field: str
) -> None:
    channel(door)

    assert ([], [field]) == tried(door, yes_of(door, adult(door, **person), **cells))


def test_a_yes_before_a_no_that_is_known_is_told_and_one_after_it_is_not(door: Door) -> None:
    channel(door, photo_publisher="members")
    emeka, form = adult(door), version(door)
    no = {"person_id": emeka, "signatory_id": emeka, "capacity": "self", "kind": "refused"}
    door.post(
        "/consents", no | {"channels": ["facebook"], "method": "paper", "signed_on": "2025-10-01"}
    )

    before = yes_of(door, emeka, form_version_id=form)
    later = {"signed_from": "2025-11-01T00:00:00Z", "signed_until": "2025-11-01T00:00:00Z"}
    after = yes_of(door, emeka, form_version_id=form, id=OTHER, **later)

    assert ([], ["signed_from"]) == tried(door, before)
    assert ([], []) == tried(door, after)
    brought_in(door, before)
    assert "do_not_publish" == answer(door)


NOS = [
    {"kind": "refused"},
    {"kind": "deferred"},
    {"kind": "invalidated", "capacity": "organisation", "targets_act_id": ANSWER},
]


@pytest.mark.parametrize("no", NOS)
@pytest.mark.parametrize("no_first", [False, True])
def test_a_yes_that_another_row_takes_away_is_told_wherever_that_stands(
    door: Door,
    no: dict[str, str],
    no_first: bool,  # noqa: FBT001  # a table
) -> None:
    channel(door, photo_publisher="members")
    emeka, form = adult(door), version(door)
    told = {"matters": "name", "purposes": "information", "form_version_id": form}
    usual = told | {"targets_act_id": "", "kind": "given"}
    columns, agreed = row_of(emeka, **usual).decode().splitlines()
    other = usual | {"id": OTHER, "form_version_id": ""} | no
    rows = [agreed, row_of(emeka, **other).decode().splitlines()[1]]
    content = "\n".join([columns, *(reversed(rows) if no_first else rows)]).encode()

    remarks = brought_in(door, content)["remarks"]

    assert [3 if no_first else 2] == [each["row"] for each in remarks]
    assert "publish" != answer(door)


def test_a_no_to_a_group_stays_with_a_channel_that_leaves_it(door: Door) -> None:
    """
    As a no that is entered does: whoever said it was shown who was in the group.
    """
    page = channel(door, photo_publisher="members", group_ids=[group(door)])
    emeka = adult(door)
    yes(door, emeka, version(door), method="paper", signed_on="2025-08-01")
    no = row_of(emeka, kind="refused", channel_ids="", group_ids="social", matters="name")

    taken, again = brought_in(door, no), brought_in(door, no)
    door.patch(f"/channels/{page}", {"group_ids": []})

    assert (1, 0, 1) == (taken["answers"], again["answers"], again["unchanged"])
    assert "do_not_publish" == answer(door)


def test_what_is_known_already_is_not_told_again(door: Door) -> None:
    channel(door)
    emeka = adult(door)
    yes(door, emeka, version(door))
    content = yes_of(door, emeka, expires_on="2025-12-31")
    brought_in(door, content)

    assert ([], []) == tried(door, content)
