"""
Hold the records of an export against what the log says of them.

A record is a row of today's tables; the entry was committed to when it happened.  So
a row that was edited, backdated or deleted since contradicts its entry, and the
entry cannot be changed.  Words that an erasure took are no contradiction.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from service.ledger.canonical import canonical
from service.ledger.failures import ExportBroken, ExportFlaw, NotCanonical

Entry = Mapping[str, Any]
"""An entry as its canonical bytes read."""

ERASED = "[erased]"
"""What an erasure leaves of words."""
WITHHELD = "[withheld]"
"""What stands in an export in place of words for others."""


@dataclass(frozen=True, slots=True)
class Binding:
    """
    Which entries tell of a kind of record, and where.
    """

    member: str
    kinds: tuple[str, ...]
    """Each ends with `:*` where all events of a subject count."""
    payload: str = ""
    """The member of the payload that holds the record; none: the payload itself."""
    later: frozenset[str] = frozenset()
    """What of a record may change afterwards, each time with an entry of its own."""
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What of a record the entry says elsewhere, and where."""
    apart: frozenset[str] = frozenset()
    """What the entry says of it and the record does not hold."""
    spoken: frozenset[str] = frozenset()
    """What a record holds only where its entry says so, too."""

    def tells_of(self, kind: str) -> bool:
        """
        Say whether an entry of *kind* tells of such a record.
        """
        subject = f"{kind.partition(':')[0]}:*"
        return kind in self.kinds or subject in self.kinds


BINDINGS = (
    Binding("records/acts.json", ("consent:*",), "act", frozenset({"evidence_id"})),
    Binding(
        "records/checks.json",
        ("check:answered",),
        told={
            "id": ("payload", "check_id"),
            "actor_id": ("actor", "id"),
            "answer": ("payload", "outcome", "answer"),
            "person_ids": ("person_ids",),
        },
        apart=frozenset({"check_id"}),
    ),
    Binding(
        "records/publications.json",
        ("publication:recorded", "publication:reshared"),
        "publication",
        spoken=frozenset({"published_as"}),
    ),
    Binding(
        "records/publication_events.json",
        ("publication:corrected", "publication:taken_down"),
        "event",
    ),
    Binding("records/complaints.json", ("complaint:filed",), "complaint"),
    Binding(
        "records/complaint_events.json",
        ("complaint:noted", "complaint:closed"),
        "event",
        apart=frozenset({"note_digest"}),
    ),
)
WORDS = "records/complaint_words.json"
_INSTANT = {"records/checks.json": "asked_at", "records/complaints.json": "filed_at"}


def check_records(
    binding: Binding,
    rows: Sequence[Mapping[str, Any]],
    entries: Mapping[int, Entry],
    proven: frozenset[int],
) -> None:
    """
    Return if each of *rows* says what its entry says.

    Args:
        entries: Those that can be read, by their place in the log.

        proven: The places of all, withheld and erased ones too.

    Raises:
        ExportBroken: Naming the first record that does not, or that is not there.
    """
    member, told, evidence = binding.member, set[int](), _evidence_of_acts(entries)
    for row in rows:
        index, record = row["entry"], row["record"]
        if index not in proven:
            message = f"no entry tells of record {record.get('id', '')}: it was added later"
            raise ExportBroken(ExportFlaw.RECORD_UNPROVEN, member, message)
        if index not in entries:
            continue
        told.add(index)
        name = changed_field(binding, record, entries[index])
        evidence_id = record.get("evidence_id")
        if not name and evidence_id is not None:
            is_told = str(evidence_id) in evidence.get(str(record["id"]), ())
            name = None if is_told else "evidence_id"
        if name:
            message = f"record {record.get('id', '')} and entry {index} differ in {name!r}"
            raise ExportBroken(ExportFlaw.RECORD_CHANGED, member, message)
    for index, entry in entries.items():
        if binding.tells_of(entry["kind"]) and index not in told:
            message = f"entry {index} ({entry['kind']}) tells of a record that is gone"
            raise ExportBroken(ExportFlaw.RECORD_MISSING, member, message)


def changed_field(binding: Binding, record: Mapping[str, Any], entry: Entry) -> str | None:
    """
    Name the first field in which a record contradicts its entry.
    """
    payload = entry["payload"]
    said = payload.get(binding.payload, {}) if binding.payload else payload
    if not binding.tells_of(entry["kind"]):
        return "kind"
    if unsaid := sorted(binding.spoken & record.keys() - said.keys()):
        return str(unsaid[0])
    for name, value in record.items():
        if name not in said or name in binding.later or value == ERASED:
            continue
        if value != said[name]:
            return name
    missing = sorted(said.keys() - record.keys() - binding.apart)
    if missing:
        return str(missing[0])
    return _told_elsewhere(binding, record, entry) or _instant_changed(binding, record, entry)


def _evidence_of_acts(entries: Mapping[int, Entry]) -> dict[str, set[str]]:
    """
    Give the proofs that the log tells of, by the act that they are for.
    """
    told = dict[str, set[str]]()
    for entry in entries.values():
        payload = entry["payload"]
        act, evidence = payload.get("act"), payload.get("evidence")
        act_id = act.get("id") if isinstance(act, Mapping) else payload.get("act_id")
        if isinstance(act, Mapping):
            told.setdefault(str(act_id), set()).add(str(act.get("evidence_id")))
        if isinstance(evidence, Mapping):
            told.setdefault(str(act_id), set()).add(str(evidence.get("evidence_id")))
    return told


def _told_elsewhere(binding: Binding, record: Mapping[str, Any], entry: Entry) -> str | None:
    """
    Name what a record contradicts that the entry says beside it.
    """
    for name, path in binding.told.items():
        value = record.get(name)
        said: object = entry
        for step in path:
            said = said.get(step) if isinstance(said, Mapping) else None
        if isinstance(value, list | tuple) and isinstance(said, list | tuple):
            value, said = sorted(map(str, value)), sorted(map(str, said))
        # A log of before does not say everything that it says today.
        if said is not None and value != said:
            return name
    note = record.get("note")
    digest = entry["payload"].get(binding.payload, {}).get("note_digest")
    if digest is not None and note not in {ERASED, WITHHELD} and digest != digest_of(note):
        return "note"
    return None


def _instant_changed(binding: Binding, record: Mapping[str, Any], entry: Entry) -> str | None:
    instant = _INSTANT.get(binding.member, "recorded_at")
    if record.get(instant, entry["recorded_at"]) != entry["recorded_at"]:
        return instant
    return None


def check_words(rows: Sequence[Mapping[str, Any]], entries: Mapping[int, Entry]) -> None:
    """
    Return if what somebody complained of is what they said then.

    Raises:
        ExportBroken: Naming the first complaint whose words are others.
    """
    filed = {
        entry["payload"]["complaint"]["id"]: entry["payload"]["complaint"].get("words_digest")
        for entry in entries.values()
        if entry["kind"] == "complaint:filed"
    }
    for row in rows:
        digest = filed.get(row["complaint_id"])
        words = {name: value for name, value in row.items() if name != "complaint_id"}
        if digest is not None and not are_words(words, digest):
            message = f"these are not the words of complaint {row['complaint_id']}"
            raise ExportBroken(ExportFlaw.RECORD_CHANGED, WORDS, message)


def are_words(words: Mapping[str, Any], digest: str) -> bool:
    """
    Say whether words have a digest; those that are gone, always.
    """
    gone = not words or ERASED in words.values()
    return bool(gone or digest_of(words) == digest)


def digest_of(content: Any) -> str:  # noqa: ANN401  # whatever a member holds
    """
    Return the SHA-256 of *content*, or nothing if it has no one form.
    """
    try:
        return sha256(canonical(content)).hexdigest()
    except NotCanonical:
        return ""


def digests_named(entry: Entry) -> Iterator[str]:
    """
    Yield the digest of every file that an entry names.
    """
    payload = entry["payload"]
    evidence, form = payload.get("evidence"), payload.get("form")
    if isinstance(evidence, Mapping):
        yield evidence["digest"]
    if isinstance(form, Mapping):
        yield from form["texts"].values()


def check_files(
    members: Mapping[str, bytes], entries: Mapping[int, Entry], withheld: frozenset[str]
) -> None:
    """
    Return if every file that the log names is there, or is withheld.

    Raises:
        ExportBroken: Naming the first that is not.
    """
    there = set[str]()
    for name, content in members.items():
        folder, _, last = name.partition("/")
        if folder in {"evidence", "forms"}:
            digest = last.partition(".")[0]
            if sha256(content).hexdigest() != digest:
                message = "its bytes are not those that the log names"
                raise ExportBroken(ExportFlaw.MEMBER_CHANGED, name, message)
            there.add(digest)
    for index, entry in entries.items():
        for digest in digests_named(entry):
            if digest not in there and digest not in withheld:
                message = f"entry {index} names {digest}, which is neither there nor withheld"
                raise ExportBroken(ExportFlaw.EVIDENCE_MISSING, f"evidence/{digest}", message)
