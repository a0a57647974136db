"""
An entry says what happened; its leaf binds it and gives nothing away.
"""

import re
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.ledger.canonical import Plain, parse_canonical
from service.ledger.entry import (
    ActorKind,
    Entry,
    EntryActor,
    EntryKind,
    commitment,
    leaf_bytes,
)
from service.ledger.failures import NotCanonical
from tests.ledger.logs import BEGINNING, make_entry

SALT = bytes(range(32))
COMMITTED = sha256(b"committed").digest()


def test_an_entry_says_who_did_what_to_whom_and_when() -> None:
    entry = Entry(
        entry_id="e-1",
        organisation_id="o-1",
        kind=EntryKind.CONSENT_WITHDRAWN,
        recorded_at=BEGINNING,
        actor=EntryActor(id="chika", kind=ActorKind.SIGNATORY),
        person_ids=("dario",),
        payload={"channel_id": "fb.public", "matters": ["image", "name"]},
    )

    expected = (
        b'{"actor":{"id":"chika","kind":"signatory"},"entry_id":"e-1","format":1,'
        b'"kind":"consent:withdrawn","organisation_id":"o-1",'
        b'"payload":{"channel_id":"fb.public","matters":["image","name"]},'
        b'"person_ids":["dario"],"recorded_at":"2026-05-12T07:30:00.000000Z"}'
    )
    assert expected == entry.to_bytes()


def test_people_are_a_set_in_whatever_order_they_were_named() -> None:
    entry = replace(make_entry(0), person_ids=("dario", "asha", "dario"))

    assert ("asha", "dario") == entry.person_ids
    assert replace(entry, person_ids=("asha", "dario")).to_bytes() == entry.to_bytes()


def test_changing_what_was_handed_over_does_not_change_the_entry() -> None:
    people: list[Plain] = ["dario"]
    payload: dict[str, Plain] = {"visible": people}
    entry = replace(make_entry(0), payload=payload)

    people.append("emeka")
    payload["visible"] = []

    assert {"visible": ["dario"]} == entry.payload


def test_a_payload_that_cannot_be_evidence_makes_no_entry() -> None:
    with pytest.raises(NotCanonical):
        replace(make_entry(0), payload=cast("dict[str, Plain]", {"likeness": 0.93}))


def test_an_entry_that_could_not_be_written_is_not_made() -> None:
    deepest: Plain = {}
    for _ in range(31):
        deepest = {"inner": deepest}
    assert isinstance(deepest, dict)

    assert replace(make_entry(0), payload=deepest).to_bytes()
    with pytest.raises(NotCanonical):
        replace(make_entry(0), payload={"inner": deepest})
    with pytest.raises(NotCanonical):
        replace(make_entry(0), person_ids=("\ud800",))


def test_an_instant_without_zone_never_becomes_evidence() -> None:
    with pytest.raises(NotCanonical):
        replace(make_entry(0), recorded_at=datetime(2026, 5, 12))  # noqa: DTZ001 -- that is the mistake


def test_nothing_is_done_by_nobody() -> None:
    with pytest.raises(NotCanonical):
        EntryActor(id="", kind=ActorKind.STAFF)


@pytest.mark.parametrize("kind", [*EntryKind, *ActorKind])
def test_every_kind_follows_the_grammar(kind: EntryKind | ActorKind) -> None:
    grammar = r"[a-z_]+:[a-z_]+" if isinstance(kind, EntryKind) else r"[a-z]+"

    assert re.fullmatch(grammar, kind.value)
    assert kind.name == kind.value.replace(":", "_").upper()


def test_a_commitment_is_the_hmac_that_anybody_can_compute() -> None:
    # openssl dgst -sha256 -mac HMAC, over "obstat ledger commitment 1", a line feed and "{}".
    expected = "ec2896fb8479b533369db39a3e55d5079108531a3c19e84d4b85ea7a5518b32b"

    assert expected == commitment(SALT, b"{}").hex()


@given(st.binary(max_size=64), st.binary(max_size=64))
def test_two_entries_never_have_one_commitment(one: bytes, other: bytes) -> None:
    assert (one == other) == (commitment(SALT, one) == commitment(SALT, other))


@given(st.integers(0, 31), st.integers(1, 255))
def test_a_commitment_opens_with_its_own_salt_only(place: int, change: int) -> None:
    salt = bytearray(SALT)
    salt[place] ^= change

    assert commitment(SALT, b"{}") != commitment(bytes(salt), b"{}")


@pytest.mark.parametrize("salt", [b"", SALT[:16], SALT[:31], SALT + b"\x00"], ids=len)
def test_a_salt_has_one_length_since_padding_would_not_be_noticed(salt: bytes) -> None:
    with pytest.raises(NotCanonical):
        commitment(salt, b"{}")


def test_a_leaf_is_four_lines_that_an_auditor_can_type() -> None:
    expected = f"obstat ledger leaf 1\no-1\ne-1\n{COMMITTED.hex()}\n".encode()

    assert expected == leaf_bytes("o-1", "e-1", COMMITTED)


@pytest.mark.parametrize(
    ("organisation_id", "entry_id", "committed"),
    [
        ("", "e-1", COMMITTED),
        ("o-1", "", COMMITTED),
        ("o-1\ne-1", "e-1", COMMITTED),
        ("o-1", "e-1\n", COMMITTED),
        ("o 1", "e-1", COMMITTED),
        ("o-1", "é-1", COMMITTED),
        ("o-1", "e" * 129, COMMITTED),
        ("o-1", "e-1", COMMITTED[:31]),
        ("o-1", "e-1", COMMITTED + b"\x00"),
    ],
)
def test_a_leaf_that_could_be_read_in_two_ways_is_refused(
    organisation_id: str, entry_id: str, committed: bytes
) -> None:
    with pytest.raises(NotCanonical):
        leaf_bytes(organisation_id, entry_id, committed)


def test_a_leaf_of_a_format_we_do_not_know_is_refused() -> None:
    with pytest.raises(NotCanonical):
        leaf_bytes("o-1", "e-1", COMMITTED, format_version=2)


@pytest.mark.parametrize("identifier", ["", "an id", "é", "two\nlines"])
def test_an_entry_without_a_clean_id_is_refused(identifier: str) -> None:
    with pytest.raises(NotCanonical):
        replace(make_entry(0), entry_id=identifier)
    with pytest.raises(NotCanonical):
        replace(make_entry(0), organisation_id=identifier)


def test_what_remains_after_erasure_is_neither_what_nor_who_nor_when() -> None:
    entry = make_entry(7)
    leaf = leaf_bytes(
        entry.organisation_id, entry.entry_id, commitment(SALT, entry.to_bytes())
    ).decode()

    said = parse_canonical(entry.to_bytes())
    assert isinstance(said, dict)
    for secret in ("kind", "recorded_at"):
        assert str(said[secret]) not in leaf
    for person in (entry.actor.id, *entry.person_ids):
        assert person not in leaf
