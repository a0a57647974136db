"""
Hold today's tables against the log: was anything edited?
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from service.decision.ids import ActId, CheckId, ComplaintId, EvidenceId, PublicationId
from service.decision.powers import Scope
from service.errors import NotFound
from service.ledger.bindings import BINDINGS, Binding, are_words, changed_field
from service.records.activity import PublicationEvent
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.exports.compare_versions import Register
from service.usecases.exports.compared import Difference
from service.usecases.plain import as_logged, plain
from service.usecases.ports.work import UnitOfWork

MOST = 100
"""More say nothing more: the tables were edited."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """
    A record that says something else than the entry that tells of it.
    """

    index: int | None
    """None: no entry tells of it, so it was added later."""
    kind: str
    record_id: str
    field: str
    """What differs; empty where the record is gone."""


@dataclass(frozen=True, slots=True)
class CompareRecords:
    """
    Hold today's tables against the log.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> tuple[Contradiction, ...]:
        """
        Give the first contradictions, in the order of the log.

        Verify the log first: here its entries are believed.

        Raises:
            NotAllowed: The caller has no `audit` scope.
        """
        caller.needs(Scope.AUDIT)
        found = list[Contradiction]()
        with self.desk.database.look(caller.organisation_id) as work:
            for each in _compared(work, Register(work)):
                found.append(each)
                if len(found) >= MOST:
                    break
        return tuple(found)


def _compared(work: UnitOfWork, register: Register) -> Iterator[Contradiction]:
    """
    Walk the log, then look for what it does not tell of.
    """
    for leaf in work.ledger.leaves():
        if leaf.entry is None:
            register.erased_at.add(leaf.recorded_at)
            continue
        entry = json.loads(leaf.entry)
        yield from _contradictions(work, leaf.index, entry)
        yield from map(_of, register.compare(leaf.index, entry))
    yield from map(_of, register.add_pending())
    yield from map(_of, register.unlogged())


def _of(found: Difference) -> Contradiction:
    return Contradiction(found.index, found.kind, found.record_id, found.field)


def _contradictions(
    work: UnitOfWork, index: int, entry: Mapping[str, Any]
) -> Iterator[Contradiction]:
    """
    Give what contradicts one entry: its record, its evidence.
    """
    kind, payload = entry["kind"], entry["payload"]
    binding = next((each for each in BINDINGS if each.tells_of(kind)), None)
    if binding is not None:
        said = payload.get(binding.payload, {}) if binding.payload else payload
        record_id = _named(said)
        try:
            record = as_logged(_record(work, binding, said))
        except NotFound:
            yield Contradiction(index, kind, record_id, "")
        else:
            name = changed_field(binding, record, entry) or _changed_words(record)
            if name:
                yield Contradiction(index, kind, record_id, name)
    evidence = payload.get("evidence")
    if isinstance(evidence, Mapping) and not _is_whole(work, evidence):
        yield Contradiction(index, kind, str(evidence["evidence_id"]), "evidence")


def _changed_words(record: Mapping[str, Any]) -> str:
    """
    Name the words of a complaint, where they are others than those that were said.
    """
    words, digest = record.get("words"), record.get("words_digest")
    if isinstance(words, Mapping) and digest and not are_words(words, str(digest)):
        return "words"
    return ""


def _named(said: Mapping[str, Any]) -> str:
    for name in ("id", "check_id", "publication_id", "complaint_id"):
        if name in said:
            return str(said[name])
    return ""


def _record(work: UnitOfWork, binding: Binding, said: Mapping[str, Any]) -> object:
    """
    Read the record that an entry tells of.

    Raises:
        NotFound: It is gone.
    """
    name = binding.member.removeprefix("records/").removesuffix(".json")
    if name == "acts":
        return work.acts.get(ActId(said["id"]))
    if name == "checks":
        return work.checks.get(CheckId(said["check_id"]))
    if name == "publications":
        return work.publications.get(PublicationId(said["id"]))
    if name == "complaints":
        return work.complaints.get(ComplaintId(said["id"]))
    return _event(work, name, said)


def _event(work: UnitOfWork, name: str, said: Mapping[str, Any]) -> object:
    """
    Read the event that an entry tells of, by its instant.
    """
    events: list[Any] = []
    if name == "publication_events":
        events += work.publications.events_of(PublicationId(said["publication_id"]))
    else:
        events += work.complaints.events_of(ComplaintId(said["complaint_id"]))
    kinds = [each for each in events if plain(each.kind) == said["kind"]]
    same = [each for each in kinds if plain(each.recorded_at) == said["recorded_at"]]
    if same:
        return same[0]
    if kinds and isinstance(kinds[0], PublicationEvent):
        return kinds[0]  # each kind once: its instant was edited
    raise NotFound("There is no such event.")


def _is_whole(work: UnitOfWork, said: Mapping[str, Any]) -> bool:
    """
    Tell whether evidence is there, as it came or erased.
    """
    try:
        evidence = work.acts.get_evidence(EvidenceId(said["evidence_id"]))
    except NotFound:
        return False
    is_same = sha256(evidence.content).hexdigest() == evidence.digest == said["digest"]
    return is_same or evidence.content == b"[erased]"
