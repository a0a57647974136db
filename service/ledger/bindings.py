"""
Hold the records of an export against what the log says of them.

A record is a row of today's tables; the entry was committed to when it happened.  So
a row that was edited, backdated or deleted since contradicts its entry, and the
entry cannot be changed.  Words that an erasure took are no contradiction.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from service.ledger.failures import ExportBroken, ExportFlaw

Entry = Mapping[str, Any]
"""An entry as its canonical bytes read."""

ERASED = "[erased]"
"""What an erasure leaves of words."""


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

    def tells_of(self, kind: str) -> bool:
        """
        Say whether an entry of *kind* tells of such a record.
        """
        subject = f"{kind.partition(':')[0]}:*"
        return kind in self.kinds or subject in self.kinds


BINDINGS = (
    Binding("records/acts.json", ("consent:*",), "act", frozenset({"evidence_id"})),
    Binding("records/checks.json", ("check:answered",)),
    Binding(
        "records/publications.json",
        ("publication:recorded", "publication:reshared"),
        "publication",
    ),
    Binding(
        "records/publication_events.json",
        ("publication:corrected", "publication:taken_down"),
        "event",
    ),
    Binding("records/complaints.json", ("complaint:filed",), "complaint"),
    Binding("records/complaint_events.json", ("complaint:noted", "complaint:closed"), "event"),
)
_INSTANT = {"records/checks.json": "asked_at", "records/complaints.json": "filed_at"}


def check_records(
    member: str,
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
    binding = next((each for each in BINDINGS if each.member == member), None)
    if binding is None:
        return
    told = set[int]()
    for row in rows:
        index, record = row["entry"], row["record"]
        if index not in proven:
            message = f"no entry tells of record {record.get('id', '')}: it was added later"
            raise ExportBroken(ExportFlaw.RECORD_UNPROVEN, member, message)
        if index not in entries:
            continue
        told.add(index)
        name = changed_field(binding, record, entries[index])
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
    for name, value in record.items():
        if name not in said or name in binding.later or value == ERASED:
            continue
        if value != said[name]:
            return name
    instant = _INSTANT.get(binding.member, "recorded_at")
    if record.get(instant, entry["recorded_at"]) != entry["recorded_at"]:
        return instant
    return None


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
