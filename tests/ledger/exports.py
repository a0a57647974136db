"""
A small export to verify and to break: the same bytes in every run.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest

from service.ledger.bundle import Row
from service.ledger.canonical import canonical, instant, parse_canonical
from service.ledger.checkpoint import Checkpoint, sign_checkpoint
from service.ledger.ed25519 import check_ed25519
from service.ledger.entry import Entry, EntryActor, EntryKind, commitment, leaf_bytes
from service.ledger.exported import Trust, VerifiedExport, verify_export
from service.ledger.exporting import VERIFIER, packed, proven
from service.ledger.failures import ExportBroken, ExportFlaw
from service.ledger.history import Kept, Link
from service.ledger.kinds import ActorKind
from service.ledger.signing import SigningKey
from service.ledger.standalone import standalone_verifier
from service.ledger.tree import Frontier, consistency_proof, inclusion_proof, leaf_hash
from tests.ledger.logs import BEGINNING, KEY, ORGANISATION, ORIGIN, make_row
from tests.ledger.logs import heads_over as signed_heads
from tests.ledger.stored import Shelf

SCAN = b"a scan of the signed form"
WORDS = "Puis-je montrer votre photo ? Refuser ne coûte rien.".encode()
ACTOR = EntryActor(id="asha", kind=ActorKind.STAFF)
FIRST = 3
"""Entries of others stand before those of the story."""

Said = tuple[EntryKind, dict[str, Any]]


def digest(content: bytes) -> str:
    """
    Give the SHA-256 of *content* in hex.
    """
    return sha256(content).hexdigest()


ACT = {"id": "act-1", "kind": "given", "recorded_at": "", "evidence_id": None, "note": "oui"}
PUBLICATION = {"id": "publication-1", "where": "facebook.example/12", "recorded_at": ""}
EVENT = {"publication_id": "publication-1", "kind": "taken_down", "recorded_at": ""}
QUESTION, OUTCOME = {"channel": "facebook"}, {"answer": "publish"}
MARK = {"id": "export-1", "of": {"person_id": "dario"}}


def story() -> list[Said]:
    """
    Tell what happened, an entry each; instants are filled in.
    """
    form = {"number": 1, "texts": {"fr-BE": digest(WORDS)}, "version_id": "version-1"}
    proof = {"digest": digest(SCAN), "evidence_id": "scan-1", "media_type": "image/png"}
    check = {"check_id": "check-1", "outcome": OUTCOME, "question": QUESTION}
    return [
        (EntryKind.CONSENT_GIVEN, {"act": ACT, "evidence": None, "form": form}),
        (EntryKind.EVIDENCE_ATTACHED, {"act_id": "act-1", "evidence": proof}),
        (EntryKind.CHECK_ANSWERED, check),
        (EntryKind.PUBLICATION_RECORDED, {"publication": PUBLICATION}),
        (EntryKind.PUBLICATION_TAKEN_DOWN, {"event": EVENT}),
        (EntryKind.EXPORT_MADE, {"export": MARK}),
    ]


def entry_at(number: int, said: Said) -> Entry:
    """
    Make the entry that stands at *number*; records in it name its instant.
    """
    at = BEGINNING + timedelta(minutes=number)
    kind, payload = said
    dated = {
        name: {**part, "recorded_at": instant(at)}
        if isinstance(part, dict) and "recorded_at" in part
        else part
        for name, part in payload.items()
    }
    if kind is EntryKind.EXPORT_MADE:
        maker = {"id": ACTOR.id, "kind": ACTOR.kind}
        dated = {"export": {**payload["export"], "made_at": instant(at), "made_by": maker}}
    return Entry(
        entry_id=digest(f"story {number}".encode())[:32],
        organisation_id=ORGANISATION,
        kind=kind,
        recorded_at=at,
        actor=ACTOR,
        payload=dated,
    )


@dataclass(frozen=True, slots=True)
class Exported:
    """
    Everything an export is made of, to be changed before it is packed.
    """

    rows: tuple[Row, ...]
    """The whole log; those of the story are exported."""
    key: SigningKey = KEY
    head: str = ""
    """Another head than the one that is true."""
    changed: Mapping[str, bytes | None] = field(default_factory=dict)
    """Members in place of others; None takes one away."""
    old_sizes: tuple[int, ...] = (2, 5)

    def packed(self) -> bytes:
        """
        Make the file, all of it signed by the key.
        """
        members = {**self.members(), **self.changed}
        whole = {name: content for name, content in members.items() if content is not None}
        return packed(whole, ORIGIN, ORGANISATION, self.key)

    def leaves(self) -> list[bytes]:
        """
        Give the hashes of all leaves.
        """
        return [
            leaf_hash(leaf_bytes(ORGANISATION, row.entry_id, row.commitment)) for row in self.rows
        ]

    def members(self) -> dict[str, bytes]:
        """
        Give what is packed, without list and signature.
        """
        frontier, nodes = Frontier().extend(self.leaves())
        shelf, size = Shelf(nodes), len(self.rows)
        head = self.head or sign(Checkpoint(ORIGIN, size, frontier.root()), self.key)
        links = [
            Link(note, consistency_proof(old, size, shelf.at))
            for old, note in zip(
                self.old_sizes, signed_heads(self.rows, self.old_sizes, self.key), strict=True
            )
        ]
        told = proven(
            self.rows[FIRST:],
            lambda index: inclusion_proof(index, size, shelf.at),
            head,
            links,
            [self.key.verifier().vkey()],
        )
        return {**told, **self.records(), VERIFIER: standalone_verifier()}

    def records(self) -> dict[str, bytes]:
        """
        Give the records that the story left.
        """
        said = {row.index: read(row) for row in self.rows[FIRST:] if row.entry_bytes}
        kinds = {entry["kind"]: (index, entry["payload"]) for index, entry in said.items()}
        check_at, check = kinds["check:answered"]
        asked = {
            "asked_at": said[check_at]["recorded_at"],
            "id": check["check_id"],
            "question": check["question"],
            "outcome": check["outcome"],
            "actor_id": ACTOR.id,
            "answer": check["outcome"]["answer"],
            "person_ids": [],
        }
        made_at, made = kinds["export:made"]
        return {
            "records/acts.json": listed(*kinds["consent:given"], "act"),
            "records/checks.json": canonical([{"entry": check_at, "record": asked}]),
            "records/publications.json": listed(*kinds["publication:recorded"], "publication"),
            "records/publication_events.json": listed(*kinds["publication:taken_down"], "event"),
            f"evidence/{digest(SCAN)}": SCAN,
            f"forms/{digest(WORDS)}.txt": WORDS,
            "redactions.json": canonical([]),
            "export.json": canonical({**made["export"], "entry": made_at}),
        }

    def with_member(self, name: str, content: bytes | None) -> "Exported":
        """
        Put other bytes in the place of a member, and sign that.
        """
        return replace(self, changed={**self.changed, name: content})

    def edited(self, name: str, **fields: object) -> "Exported":
        """
        Change fields of the first record of a member, and sign that.
        """
        rows: Any = parse_canonical(self.members()[name])
        rows[0]["record"] |= fields
        return self.with_member(name, canonical(rows))


def sign(head: Checkpoint, key: SigningKey) -> str:
    """
    Sign a head.
    """
    return sign_checkpoint(head, key)


def listed(index: int, payload: Mapping[str, Any], name: str) -> bytes:
    """
    Write the one record of a member.
    """
    return canonical([{"entry": index, "record": payload[name]}])


def read(row: Row) -> dict[str, Any]:
    """
    Read the entry of a row.
    """
    assert row.entry_bytes is not None
    content: Any = parse_canonical(row.entry_bytes)
    return {**content}


def row_of(number: int, entry: Entry) -> Row:
    """
    Commit to an entry.
    """
    salt = sha256(f"story salt {number}".encode()).digest()
    return Row(number, entry.entry_id, commitment(salt, entry.to_bytes()), salt, entry.to_bytes())


def make_export(said: Sequence[Said] = ()) -> Exported:
    """
    Make the export of a story, or of another one.
    """
    others = tuple(make_row(number) for number in range(FIRST))
    told = tuple(
        row_of(number, entry_at(number, each)) for number, each in enumerate(said or story(), FIRST)
    )
    return Exported(others + told)


def verify(content: bytes, *kept: Kept, vkeys: Sequence[str] = ()) -> VerifiedExport:
    """
    Verify as an auditor who knows the key of the log, or the *vkeys*.
    """
    known = tuple(vkeys) or (KEY.verifier().vkey(),)
    return verify_export(content, Trust(check_ed25519, known, kept))


def flaw(content: bytes, *kept: Kept) -> tuple[ExportFlaw, str]:
    """
    Give what the auditor finds wrong, and where.
    """
    with pytest.raises(ExportBroken) as caught:
        verify(content, *kept)
    return caught.value.flaw, caught.value.where
