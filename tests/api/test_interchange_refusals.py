"""
What comes from elsewhere and could not be entered here is refused, row by row.
"""

import json

import pytest

from tests.api.door import NOBODY, Door, Json
from tests.api.moving import brought_in, furnish, row_of, taken_out
from tests.api.office import yes_on_paper

DEEP = "[" * 40 + "]" * 40


@pytest.mark.parametrize("note", [1.5, 2**60, "\ud800", {"\ud800": 1}, json.loads(DEEP)])
def test_a_record_that_could_not_be_kept_is_refused_by_its_number(
    door: Door, stranger: Door, note: object
) -> None:
    furnish(door)
    graph = json.loads(taken_out(door))
    graph["@graph"][-1]["obstat:note"] = note

    (wrong,) = brought_in(stranger, json.dumps(graph).encode(), really=False)["errors"]

    assert (len(graph["@graph"]), "file") == (wrong["row"], wrong["field"])


@pytest.mark.parametrize("name", ["\ud800", "\0"])
def test_an_answer_about_whom_no_text_names_is_refused_by_its_number(
    door: Door, stranger: Door, name: str
) -> None:
    emeka = furnish(door)
    graph = json.loads(taken_out(door))
    graph["@graph"][-1]["obstat:act"]["form_version_id"] = name

    (wrong,) = brought_in(stranger, json.dumps(graph).encode(), really=False)["errors"]
    row = row_of(emeka, kind="refused", channel_ids="\0")
    (odd,) = brought_in(door, row, really=False)["errors"]

    assert len(graph["@graph"]) == wrong["row"]
    assert "channel_ids" == odd["field"]


@pytest.mark.parametrize(
    ("kind", "change", "field"),
    [
        ("Unit", {"name": ""}, "name"),
        ("ChannelGroup", {"slug": "No slug"}, "slug"),
        ("Channel", {"rules_address": "javascript:alert(1)"}, "rules_address"),
        ("Form", {"name": "  Images "}, "FormTemplate"),
        ("FormVersion", {"texts": {}}, "texts"),
        ("Signatory", {"email": "nobody"}, "email"),
        ("Authority", {"proof": ""}, "proof"),
        ("Authority", {"odd": json.loads("[" * 900 + "]" * 900)}, "file"),
    ],
)
def test_a_thing_that_could_not_be_entered_is_refused_by_its_number(
    door: Door, stranger: Door, kind: str, change: Json, field: str
) -> None:
    furnish(door)
    graph = json.loads(taken_out(door))
    number, node = next(
        (number, each)
        for number, each in enumerate(graph["@graph"], start=1)
        if each["@type"] == f"obstat:{kind}"
    )
    node["obstat:fields"] |= change

    errors = brought_in(stranger, json.dumps(graph).encode(), really=False)["errors"]

    assert (number, field) == (errors[0]["row"], errors[0]["field"])


def test_an_answer_of_a_year_that_was_not_is_refused_by_its_number(
    door: Door, stranger: Door
) -> None:
    furnish(door)
    graph = json.loads(taken_out(door))
    graph["@graph"][-1]["obstat:act"]["signed_from"] = "0001-01-01T00:00:00+14:00"

    (wrong,) = brought_in(stranger, json.dumps(graph).encode(), really=False)["errors"]

    assert len(graph["@graph"]) == wrong["row"]


@pytest.mark.parametrize(
    ("kind", "part", "change", "field"),
    [
        ("Channel", "channel", {"unit_id": NOBODY}, "unit_id"),
        ("Channel", "channel", {"group_ids": [NOBODY]}, "group_ids"),
        ("FormVersion", "version", {"template_id": NOBODY}, "template_id"),
        ("FormVersion", "version", {"template_id": "image"}, "template_id"),
        ("FormVersion", "version", {"number": 2**31}, "number"),
        ("FormVersion", "version", {"published_at": "2999-01-01T00:00:00Z"}, "published_at"),
        ("FormVersion", "version", {"published_at": "0001-01-01T00:00:00+14:00"}, "file"),
    ],
)
def test_a_thing_that_speaks_of_what_is_not_there_is_refused_by_its_number(
    door: Door, stranger: Door, kind: str, part: str, change: Json, field: str
) -> None:
    furnish(door)
    graph = json.loads(taken_out(door))
    node = next(each for each in graph["@graph"] if each["@type"] == f"obstat:{kind}")
    node["obstat:fields"][part] |= change

    errors = brought_in(stranger, json.dumps(graph).encode(), really=False)["errors"]

    assert field in {each["field"] for each in errors}


def test_nobody_signs_until_long_after_today(door: Door) -> None:
    emeka = furnish(door)
    told = row_of(emeka, kind="refused", signed_until="2099-01-01T00:00:00Z")

    (wrong,) = brought_in(door, told, really=False)["errors"]

    assert "signed_until" == wrong["field"]


@pytest.mark.parametrize("due", ["", "2099-01-01"])
def test_a_yes_on_paper_without_its_scan_is_due_as_if_entered_today(door: Door, due: str) -> None:
    entered = yes_on_paper(door)
    told = row_of(
        entered["person_id"],
        kind="given",
        method="paper",
        form_version_id=entered["form_version_id"],
        evidence_due_on=due,
    )

    assert [] == brought_in(door, told)["errors"]

    assert {entered["evidence_due_on"]} == {
        each["evidence_due_on"] for each in door.get("/consents")["items"]
    }


def test_a_child_who_is_here_does_not_come_in_beside_herself(door: Door, stranger: Door) -> None:
    """
    A no that stands on the one record would not be seen on the other.
    """
    furnish(door)
    here = stranger.person()
    left = taken_out(door)

    tried = brought_in(stranger, left, really=False)
    refused = brought_in(stranger, left, 422)

    alike = [each for each in tried["errors"] if each["field"] == "somebody_else"]
    assert 1 == len(alike)
    assert here in alike[0]["message"]
    assert "rows-refused" == refused["code"]
    assert [here] == [each["id"] for each in stranger.get("/people")["items"]]

    query = "?dry_run=false&somebody_else=true"
    sent = stranger.send_form("POST", f"/consents/import{query}", {}, file=left)
    again = brought_in(stranger, left)
    assert (200, 0) == (sent.status_code, again["things"])
    assert 1 == len(stranger.get("/lists/duplicates")["items"])
