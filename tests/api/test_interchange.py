"""
Consents leave one house and enter another, and nothing is lost on the way.
"""

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.door import Door, Json, answered
from tests.api.office import adult, answer, channel, group, version, yes, yes_on_paper

JSON_LD, XLSX = "jsonld", "xlsx"
NOBODY = "0197a1c2-7d5e-7abc-8def-0123456789ab"
DEEP = "[" * 40 + "]" * 40
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


def _approved(door: Door, **period: str) -> str:
    """
    Ask for everything, and have somebody else agree.
    """
    asked: str = door.post("/exports/requests", {"reason": "We move house.", **period})["id"]
    door.with_key("audit").post(f"/exports/requests/{asked}/approve", {}, 200)
    return asked


def _out(door: Door, form: str = JSON_LD, person: str = "") -> bytes:
    about = f"&person_id={person}" if person else f"&request_id={_approved(door)}"
    query = f"?format={form}{about}"
    sent = door.knock("GET", f"/consents/export{query}")
    assert 200 == sent.status_code, sent.text
    return sent.content


def _in(door: Door, content: bytes, status: int = 200, *, really: bool = True) -> Json:
    query = "?dry_run=false" if really else ""
    return answered(door.send_form("POST", f"/consents/import{query}", {}, file=content), status)


def _graph(content: bytes) -> list[Json]:
    nodes: list[Json] = json.loads(content)["@graph"]
    return nodes


def _records(content: bytes) -> list[Json]:
    return [each for each in _graph(content) if each["@type"] == "dpv:ConsentRecord"]


def _told(door: Door) -> str:
    """
    Give a house with a child, a parent, an adult, and answers of both.
    """
    channel(door, group_ids=[group(door)])
    channel(door, "closed", audience="service")
    form = version(door)
    lea = door.person(memberships=[{"unit_id": door.unit()}])
    anne = door.signatory(email="anne@example.org")
    door.authority(lea, anne, verified=True, proof="Birth certificate")
    yes(door, lea, form, signatory_id=anne, capacity="parent")
    emeka = adult(door)
    yes(door, emeka, form)
    no = {"person_id": lea, "signatory_id": anne, "capacity": "parent", "kind": "refused"}
    door.post(
        "/consents",
        no | {"everywhere": True, "method": "paper", "signed_on": "2025-10-01"},
    )
    return emeka


def test_everything_comes_in_elsewhere_and_leaves_again_the_same(
    door: Door, stranger: Door
) -> None:
    _told(door)
    left = _out(door)

    tried = _in(stranger, left, really=False)
    assert [] == stranger.get("/consents")["items"]
    taken = _in(stranger, left)
    again = _in(stranger, left)

    assert (3, 3) == (len(_records(left)), taken["answers"])
    assert (True, tried["answers"], tried["things"]) == (
        tried["dry_run"],
        taken["answers"],
        taken["things"],
    )
    assert (0, 0, taken["rows"]) == (again["answers"], again["things"], again["unchanged"])
    assert left == _out(stranger)
    assert _out(door, "csv") == _out(stranger, "csv")
    assert "consents:imported" in [each["kind"] for each in stranger.entries()]


def test_answers_count_where_they_came_in(door: Door, stranger: Door) -> None:
    emeka = _told(door)
    no = {"person_id": emeka, "signatory_id": emeka, "capacity": "self", "kind": "refused"}
    told = no | {"channels": ["closed"], "method": "paper", "signed_on": "2025-10-01"}
    door.post("/consents", told)

    _in(stranger, _out(door))

    for name in ("Emeka Dupont", "Léa Dupont"):
        for where in ("facebook", "closed"):
            assert answer(door, name, channel=where) == answer(stranger, name, channel=where)
    assert "publish" == answer(stranger)
    assert "do_not_publish" == answer(stranger, channel="closed")


def test_a_yes_whose_scan_never_came_is_not_proven_by_travelling(
    door: Door, stranger: Door
) -> None:
    yes_on_paper(door)
    (act,) = door.get("/consents")["items"]

    _in(stranger, _out(door))

    (taken,) = stranger.get("/consents")["items"]
    assert act["evidence_due_on"] is not None
    assert (act["evidence_due_on"], None) == (taken["evidence_due_on"], taken["evidence_id"])


def test_one_person_leaves_with_what_they_name_and_no_more(door: Door, stranger: Door) -> None:
    emeka = _told(door)

    left = _out(door, person=emeka)

    assert 1 == len(_records(left))
    people = [each for each in _graph(left) if each["@type"] == "obstat:Person"]
    assert [emeka] == [each["obstat:fields"]["id"] for each in people]
    assert b"anne@example.org" not in left
    assert 1 == _in(stranger, left)["answers"]
    assert left == _out(stranger)


@pytest.mark.parametrize("form", ["csv", XLSX])
def test_a_table_comes_in_where_its_people_and_channels_are_known(
    door: Door, stranger: Door, form: str
) -> None:
    _told(door)
    graph = json.loads(_out(door))
    things = [each for each in graph["@graph"] if each["@type"] != "dpv:ConsentRecord"]
    _in(stranger, json.dumps(graph | {"@graph": things}).encode())

    taken = _in(stranger, _out(door, form))

    assert (3, 0) == (taken["answers"], taken["things"])
    assert _out(door, "csv") == _out(stranger, "csv")
    assert 3 == _in(stranger, _out(door, form))["unchanged"]


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
    _told(door)
    graph = json.loads(_out(door))
    graph["@graph"][-1] |= change
    left = json.dumps(graph).encode()

    tried = _in(stranger, left, really=False)
    _in(stranger, left, 422)

    assert [(len(graph["@graph"]), field)] == [
        (each["row"], each["field"]) for each in tried["errors"]
    ]
    assert [] == stranger.get("/people")["items"]


@pytest.mark.parametrize("note", [1.5, 2**60, "\ud800", {"\ud800": 1}, json.loads(DEEP)])
def test_a_record_that_could_not_be_kept_is_refused_by_its_number(
    door: Door, stranger: Door, note: object
) -> None:
    _told(door)
    graph = json.loads(_out(door))
    graph["@graph"][-1]["obstat:note"] = note

    (wrong,) = _in(stranger, json.dumps(graph).encode(), really=False)["errors"]

    assert (len(graph["@graph"]), "file") == (wrong["row"], wrong["field"])


def test_an_answer_of_a_year_that_was_not_is_refused_by_its_number(
    door: Door, stranger: Door
) -> None:
    _told(door)
    graph = json.loads(_out(door))
    graph["@graph"][-1]["obstat:act"]["signed_from"] = "0001-01-01T00:00:00+14:00"

    (wrong,) = _in(stranger, json.dumps(graph).encode(), really=False)["errors"]

    assert len(graph["@graph"]) == wrong["row"]


@pytest.mark.parametrize(
    ("kind", "part", "change", "field"),
    [
        ("Channel", "channel", {"unit_id": NOBODY}, "unit_id"),
        ("Channel", "channel", {"group_ids": [NOBODY]}, "group_ids"),
        ("FormVersion", "version", {"template_id": NOBODY}, "template_id"),
    ],
)
def test_a_thing_that_names_what_is_not_known_is_refused_by_its_number(
    door: Door, stranger: Door, kind: str, part: str, change: Json, field: str
) -> None:
    _told(door)
    graph = json.loads(_out(door))
    node = next(each for each in graph["@graph"] if each["@type"] == f"obstat:{kind}")
    node["obstat:fields"][part] |= change

    errors = _in(stranger, json.dumps(graph).encode(), really=False)["errors"]

    assert field in {each["field"] for each in errors}


def _row(person: str, **cells: str) -> bytes:
    """
    Write a table with one answer of one person.
    """
    told = {
        "id": NOBODY,
        "person_id": person,
        "capacity": "self",
        "matters": "image",
        "channel_ids": "facebook",
        "signed_from": "2025-09-01T00:00:00Z",
        "signed_until": "2025-09-01T00:00:00Z",
    } | cells
    return (";".join(told) + "\n" + ";".join(told.values()) + "\n").encode()


def test_nobody_signs_until_long_after_today(door: Door) -> None:
    emeka = _told(door)
    told = _row(emeka, kind="refused", signed_until="2099-01-01T00:00:00Z")

    (wrong,) = _in(door, told, really=False)["errors"]

    assert "signed_until" == wrong["field"]


@pytest.mark.parametrize("due", ["", "2099-01-01"])
def test_a_yes_on_paper_without_its_scan_is_due_as_if_entered_today(door: Door, due: str) -> None:
    entered = yes_on_paper(door)
    told = _row(
        entered["person_id"],
        kind="given",
        method="paper",
        form_version_id=entered["form_version_id"],
        evidence_due_on=due,
    )

    assert [] == _in(door, told)["errors"]

    assert {entered["evidence_due_on"]} == {
        each["evidence_due_on"] for each in door.get("/consents")["items"]
    }


def test_a_time_without_its_zone_is_refused(door: Door, stranger: Door) -> None:
    _told(door)
    graph = json.loads(_out(door))
    exact = graph["@graph"][-1]["obstat:act"]
    exact["signed_from"] = exact["signed_from"].removesuffix("Z")

    (wrong,) = _in(stranger, json.dumps(graph).encode(), really=False)["errors"]

    assert "signed_from" in str(wrong)


def test_what_is_known_here_is_never_overwritten(door: Door) -> None:
    _told(door)
    graph = json.loads(_out(door))
    for node in graph["@graph"]:
        if node["@type"] == "obstat:Person":
            node["obstat:fields"]["given_name"] = "Somebody"
    graph["@graph"][-1]["obstat:act"]["matters"] = ["voice"]

    errors = _in(door, json.dumps(graph).encode(), really=False)["errors"]

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
    _in(door, content, 422)


def test_whoever_sees_less_takes_out_and_brings_in_less(door: Door) -> None:
    emeka = _told(door)
    left = _out(door)
    reading = door.with_key("consents:read", "people:read")

    used, period = _approved(door), _approved(door, from_at="2025-01-01T00:00:00Z")
    assert 200 == door.knock("GET", f"/consents/export?request_id={used}").status_code
    for query in ("", f"?request_id={used}", f"?request_id={period}"):
        assert 403 == door.knock("GET", f"/consents/export{query}").status_code
    assert 403 == reading.knock("GET", "/consents/export").status_code
    assert 200 == reading.knock("GET", f"/consents/export?person_id={emeka}").status_code
    _in(reading, left, 403)
    _in(door.with_key("consents:write", "people:write"), left, 403)


def test_records_go_with_whom_they_are_about(door: Door, stranger: Door) -> None:
    emeka = _told(door)
    _in(stranger, _out(door))

    stranger.delete(f"/people/{emeka}", 204)

    assert emeka.encode() not in _out(stranger)


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
    left = _out(door)

    _in(stranger, left)

    assert len(answers) + 2 == len(_records(left))
    assert left == _out(stranger)
    assert _out(door, "csv") == _out(stranger, "csv")
