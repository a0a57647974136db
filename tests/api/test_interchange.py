"""
Consents leave one house and enter another, and nothing is lost on the way.
"""

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.door import Door, Json
from tests.api.moving import XLSX, approved, brought_in, furnish, row_of, taken_out
from tests.api.office import adult, answer, channel, group, version, yes, yes_on_paper

KINDS = st.sampled_from(["given", "refused", "deferred", "requested", "withdrawn", "revoked"])
ANSWERS = st.lists(
    st.tuples(
        KINDS,
        st.sampled_from(["image", "name"]),
        st.sampled_from(["2025-09-01", "2024-01-31"]),
        st.sampled_from([None, "2031-12-31"]),
    ),
    min_size=1,
    max_size=6,
)


def _graph(content: bytes) -> list[Json]:
    nodes: list[Json] = json.loads(content)["@graph"]
    return nodes


def _records(content: bytes) -> list[Json]:
    return [each for each in _graph(content) if each["@type"] == "dpv:ConsentRecord"]


def test_everything_comes_in_elsewhere_and_leaves_again_the_same(
    door: Door, stranger: Door
) -> None:
    furnish(door)
    left = taken_out(door)

    tried = brought_in(stranger, left, really=False)
    assert [] == stranger.get("/consents")["items"]
    taken = brought_in(stranger, left)
    again = brought_in(stranger, left)

    assert (3, 3) == (len(_records(left)), taken["answers"])
    assert (True, tried["answers"], tried["things"]) == (
        tried["dry_run"],
        taken["answers"],
        taken["things"],
    )
    assert (0, 0, taken["rows"]) == (again["answers"], again["things"], again["unchanged"])
    assert left == taken_out(stranger)
    assert taken_out(door, "csv") == taken_out(stranger, "csv")
    assert "consents:imported" in [each["kind"] for each in stranger.entries()]


def test_answers_count_where_they_came_in(door: Door, stranger: Door) -> None:
    emeka = furnish(door)
    no = {"person_id": emeka, "signatory_id": emeka, "capacity": "self", "kind": "refused"}
    told = no | {"channels": ["closed"], "method": "paper", "signed_on": "2025-10-01"}
    door.post("/consents", told)

    brought_in(stranger, taken_out(door))

    for name in ("Emeka Dupont", "Léa Dupont"):
        for where in ("facebook", "closed"):
            assert answer(door, name, channel=where) == answer(stranger, name, channel=where)
    assert "publish" == answer(stranger)
    assert "do_not_publish" == answer(stranger, channel="closed")


def test_who_has_a_say_by_an_import_is_asked_first(door: Door, stranger: Door) -> None:
    channel(door, photo_publisher="members")
    lea, form = door.person(), version(door)
    for name in ("Anne", "Bob"):
        parent = door.signatory(given_name=name, email="")
        door.authority(lea, parent, verified=True, proof="Birth certificate")
        yes(door, lea, form, signatory_id=parent, capacity="parent")
    brought_in(stranger, taken_out(door))
    post = stranger.post("/publications", {"names": ["Léa Dupont"], "channel": "facebook"})["id"]
    third = door.signatory(given_name="Chantal", email="")
    judgment = {"kind": "guardian", "basis": "judgment", "verified": True, "proof": "2020/1"}
    door.authority(lea, third, **judgment)

    brought_in(stranger, taken_out(door))

    assert [post] == [each["publication_id"] for each in stranger.get("/takedowns")["items"]]


def test_a_yes_whose_scan_never_came_is_not_proven_by_travelling(
    door: Door, stranger: Door
) -> None:
    yes_on_paper(door)
    (act,) = door.get("/consents")["items"]

    brought_in(stranger, taken_out(door))

    (taken,) = stranger.get("/consents")["items"]
    assert act["evidence_due_on"] is not None
    assert (act["evidence_due_on"], None) == (taken["evidence_due_on"], taken["evidence_id"])


def test_one_person_leaves_with_what_they_name_and_no_more(door: Door, stranger: Door) -> None:
    emeka = furnish(door)

    left = taken_out(door, person=emeka)

    assert 1 == len(_records(left))
    people = [each for each in _graph(left) if each["@type"] == "obstat:Person"]
    assert [emeka] == [each["obstat:fields"]["id"] for each in people]
    assert b"anne@example.org" not in left
    assert 1 == brought_in(stranger, left)["answers"]
    assert left == taken_out(stranger)


def test_a_table_names_groups_of_channels_by_short_name(door: Door) -> None:
    social = group(door)
    channel(door, group_ids=[social])
    emeka, form = adult(door), version(door)
    told = {"kind": "given", "channel_ids": "", "form_version_id": form}

    unknown = brought_in(door, row_of(emeka, group_ids="anti-social", **told), 422)
    assert "rows.2.group_ids" == unknown["errors"][0]["field"]
    brought_in(door, row_of(emeka, group_ids="social", **told))

    (act,) = door.get("/consents")["items"]
    assert ([], [social]) == (act["channel_ids"], act["group_ids"])


@pytest.mark.parametrize("form", ["csv", XLSX])
def test_a_table_comes_in_where_its_people_and_channels_are_known(
    door: Door, stranger: Door, form: str
) -> None:
    furnish(door)
    graph = json.loads(taken_out(door))
    things = [each for each in graph["@graph"] if each["@type"] != "dpv:ConsentRecord"]
    brought_in(stranger, json.dumps(graph | {"@graph": things}).encode())

    taken = brought_in(stranger, taken_out(door, form))

    assert (3, 0) == (taken["answers"], taken["things"])
    assert taken_out(door, "csv") == taken_out(stranger, "csv")
    assert 3 == brought_in(stranger, taken_out(door, form))["unchanged"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"dpv:hasConsentStatus": "dpv:ConsentWithdrawn"}, "dpv:hasConsentStatus"),
        ({"dpv:hasConsentStatus": "dpv:ConsentTerminated"}, "dpv:hasConsentStatus"),
        ({"dct:conformsTo": "https://example.org"}, "dct:conformsTo"),
        ({"dct:identifier": "zzz"}, "id"),
        ({"obstat:act": None}, "obstat:act"),
        ({"obstat:events": []}, "obstat:act"),
        ({"dpv:hasDataSubject": {"dct:identifier": "x"}}, "dpv:hasDataSubject"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused_by_its_number(
    door: Door, stranger: Door, change: Json, field: str
) -> None:
    furnish(door)
    graph = json.loads(taken_out(door))
    graph["@graph"][-1] |= change
    left = json.dumps(graph).encode()

    tried = brought_in(stranger, left, really=False)
    brought_in(stranger, left, 422)

    assert [(len(graph["@graph"]), field)] == [
        (each["row"], each["field"]) for each in tried["errors"]
    ]
    assert [] == stranger.get("/people")["items"]


def test_a_time_without_its_zone_is_refused(door: Door, stranger: Door) -> None:
    furnish(door)
    graph = json.loads(taken_out(door))
    exact = graph["@graph"][-1]["obstat:act"]
    exact["signed_from"] = exact["signed_from"].removesuffix("Z")

    (wrong,) = brought_in(stranger, json.dumps(graph).encode(), really=False)["errors"]

    assert "signed_from" in str(wrong)


def test_what_is_known_here_is_never_overwritten(door: Door) -> None:
    furnish(door)
    graph = json.loads(taken_out(door))
    for node in graph["@graph"]:
        if node["@type"] == "obstat:Person":
            node["obstat:fields"]["given_name"] = "Somebody"
    graph["@graph"][-1]["obstat:act"]["matters"] = ["voice"]

    errors = brought_in(door, json.dumps(graph).encode(), really=False)["errors"]

    assert {"Person", "id"} == {each["field"] for each in errors}


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b'{"@graph": []}',
        b"PK\x03\x04nothing",
        b"\xff\xfe",
        b"id;colour\n1;2\n",
        b"id\n",
    ],
)
def test_what_is_no_file_of_consents_is_refused_whole(door: Door, content: bytes) -> None:
    brought_in(door, content, 422)


def test_whoever_sees_less_takes_out_and_brings_in_less(door: Door) -> None:
    emeka = furnish(door)
    left = taken_out(door)
    reading = door.with_key("consents:read", "people:read")

    used, period = approved(door), approved(door, from_at="2025-01-01T00:00:00Z")
    assert 200 == door.knock("GET", f"/consents/export?request_id={used}").status_code
    for query in ("", f"?request_id={used}", f"?request_id={period}"):
        assert 403 == door.knock("GET", f"/consents/export{query}").status_code
    assert 403 == reading.knock("GET", "/consents/export").status_code
    assert 200 == reading.knock("GET", f"/consents/export?person_id={emeka}").status_code
    brought_in(reading, left, 403)
    brought_in(door.with_key("consents:write", "people:write"), left, 403)


def test_records_go_with_whom_they_are_about(door: Door, stranger: Door) -> None:
    emeka = furnish(door)
    brought_in(stranger, taken_out(door))

    stranger.delete(f"/people/{emeka}", 204)

    assert emeka.encode() not in taken_out(stranger)


def _answer(door: Door, person: str, form: str, told: tuple[str, str, str, str | None]) -> None:
    kind, matter, signed_on, expires_on = told
    who = {"person_id": person, "signatory_id": person}
    where = {"channels": ["facebook"], "matters": [matter]}
    if kind in {"withdrawn", "revoked"}:
        verb = {"withdrawn": "withdraw", "revoked": "revoke"}[kind]
        door.post(f"/consents/{verb}", who | where)
        return
    said = {"capacity": "self", "kind": kind, "method": "paper", "signed_on": signed_on}
    yes_only = {"form_version_id": form, "expires_on": expires_on} if kind == "given" else {}
    door.post("/consents", {**who, **where, **said, **yes_only})


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(answers=ANSWERS)
def test_nothing_is_lost_whatever_was_answered(
    found: Callable[[str], Door], answers: list[tuple[str, str, str, str | None]]
) -> None:
    door, stranger = found("jacinthes"), found("tulipes")
    channel(door)
    form, emeka = version(door), adult(door)
    first = yes(door, emeka, form)
    for each in answers:
        _answer(door, emeka, form, each)
    door.post(f"/consents/{first['id']}/invalidate", {"note": "The wrong form."})
    left = taken_out(door)

    brought_in(stranger, left)

    assert len(answers) + 2 == len(_records(left))
    assert left == taken_out(stranger)
    assert taken_out(door, "csv") == taken_out(stranger, "csv")
