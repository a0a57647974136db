"""
Write the records of an export, and withhold what is about others.

A record whose entry is shown goes as it is: the log vouches for every field.  Where
others are concerned the entry is withheld, and of the record goes a copy in which they
are nobody; then only the signature of the export vouches for it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.decision.verdict import Code
from service.ledger.bindings import BINDINGS
from service.ledger.canonical import Plain, canonical
from service.records.complaints import Complaint
from service.records.people import AuthorityRecord
from service.usecases.consents.subject import answers_alone
from service.usecases.exports.collected import Collected, LoggedEntry
from service.usecases.exports.withheld import Withheld
from service.usecases.plain import as_logged, plain

NOBODY = "[withheld]"
ERASED = b"[erased]"
ERASED_WORDS = ERASED.decode()
TYPED = ("note", "alt_text")
"""What people type into records, beside the address of a publication."""


@dataclass(frozen=True, slots=True)
class RecordWriter:
    """
    Write the records of one export.
    """

    collected: Collected
    withheld: Withheld

    def members(self) -> dict[str, bytes]:
        """
        Give every member below `records/`, `evidence/` and `forms/`.
        """
        collected = self.collected
        bound: dict[str, Iterable[tuple[str, object]]] = {
            "acts": ((each.id, each) for each in collected.acts.values()),
            "checks": ((each.id, each) for each in collected.checks.values()),
            "publications": ((each.id, each) for each in collected.publications.values()),
            "publication_events": (
                (f"{each.publication_id} {each.kind} {plain(each.recorded_at)}", each)
                for each in collected.publication_events
            ),
            "complaints": ((each.id, each) for each in collected.complaints.values()),
            "complaint_events": (
                (f"{each.complaint_id} {plain(each.recorded_at)}", each)
                for each in collected.complaint_events
            ),
        }
        places = self._places()
        written = {
            f"records/{name}.json": canonical(
                [self._row(name, key, record, places) for key, record in sorted(told, key=_key)]
            )
            for name, told in bound.items()
        }
        return {**written, **self._around(), **self._evidence(), **self._forms()}

    def _places(self) -> dict[tuple[str, str], int]:
        """
        Find the entry of each record: by what it says, or by its instant once erased.
        """
        places = dict[tuple[str, str], int]()
        for index, entry in self.collected.entries.items():
            for member, key in _told(entry):
                places[member, key] = index
        return places

    def _row(
        self, name: str, key: str, record: object, places: Mapping[tuple[str, str], int]
    ) -> dict[str, Plain]:
        """
        Write one record with the number of its entry.
        """
        told = as_logged(record, without="words")
        index = places.get((name, key))
        if index is None:
            index = self._erased_at(told)
        is_shown = index is not None and self.collected.is_shown(index)
        typed = self._typed(name, told, is_shown=is_shown)
        if is_shown and not typed:
            return {"entry": index, "record": told}
        others = frozenset[str]() if is_shown else self._others(told)
        if others or typed:
            self.withheld.note(name, key, "other_people")
        written = {**told, **dict.fromkeys(typed, NOBODY)}
        return {
            "entry": index,
            "record": _without(written, others),
            "redacted": bool(others or typed),
        }

    def _typed(self, name: str, told: Mapping[str, Any], *, is_shown: bool) -> list[str]:
        """
        Name what somebody typed into a record that others may be named in.

        Where nobody else is in it, it goes as it is; what the house noted about a
        complaint goes with that complaint alone.
        """
        if self.collected.is_whole:
            return []
        if name == "complaint_events":
            is_withheld = told["complaint_id"] != self.collected.asked_about
        else:
            is_withheld = not is_shown
        return [
            each for each in TYPED if is_withheld and told.get(each) not in {None, "", ERASED_WORDS}
        ]

    def _erased_at(self, record: Mapping[str, Any]) -> int | None:
        """
        Find an entry that was erased by the instant it was written at.
        """
        instants = {record.get(name) for name in ("recorded_at", "asked_at", "filed_at")}
        for index, leaf in self.collected.leaves.items():
            if leaf.entry is None and plain(leaf.recorded_at) in instants:
                return index
        return None

    def _others(self, record: Mapping[str, Any]) -> frozenset[str]:
        """
        Name the people in a record whom the export is not about.
        """
        if self.collected.is_whole:
            return frozenset()
        named = {*record.get("person_ids", ()), record.get("person_id")} - {None}
        return frozenset(named - self.collected.subject_ids)

    def _around(self) -> dict[str, bytes]:
        """
        Write who it is about, who answers for them, and the channels by name.
        """
        collected = self.collected
        people = [_person(plain(each)) for _, each in sorted(collected.subjects.items())]
        signatories = [
            self._signatory(key, plain(each)) for key, each in sorted(collected.signatories.items())
        ]
        channels: list[Plain] = [
            {"id": key, "name": each.channel.name, "audience": each.channel.audience.value}
            for key, each in sorted(collected.channels.items())
        ]
        around: dict[str, list[Plain]] = {
            "authorities": [self._authority(each) for each in collected.authorities],
            "channels": channels,
            "complaint_words": [
                self._words(each) for _, each in sorted(collected.complaints.items())
            ],
            "people": people,
            "signatories": signatories,
        }
        return {f"records/{name}.json": canonical(rows) for name, rows in around.items()}

    def _words(self, complaint: Complaint) -> Plain:
        """
        Give what was said to whoever asks about that complaint, to nobody else.

        Whoever complains about a picture of a child may be the other parent.
        """
        if self.collected.is_whole or complaint.id == self.collected.asked_about:
            return {"complaint_id": complaint.id, **_mapping(plain(complaint.words))}
        self.withheld.note("complaint_words", complaint.id, "other_people")
        return {"complaint_id": complaint.id}

    def _authority(self, record: AuthorityRecord) -> Plain:
        """
        Leave out what was noted of a proof, which often names the other parent.
        """
        told = plain(record)
        if self.collected.is_whole or record.proof in {"", ERASED_WORDS}:
            return told
        if record.authority.signatory_id in self.collected.subject_ids:
            return told
        self.withheld.note("authority", record.id, "may_show_others")
        return {**_mapping(told), "proof": NOBODY}

    def _signatory(self, key: str, told: Plain) -> Plain:
        """
        Name somebody who answers only where nothing is withheld.
        """
        if self.collected.is_whole:
            return told
        self.withheld.note("signatory", key, "other_people")
        return {"id": key}

    def _evidence(self) -> dict[str, bytes]:
        """
        Write the scans: of others only where nothing is withheld.

        A scan of a form shows more than the registry says, such as the address of
        the other parent.
        """
        written = dict[str, bytes]()
        for act_id, evidence in sorted(self.collected.evidence.items()):
            act = self.collected.acts[act_id]
            if evidence.content == ERASED:
                self.withheld.note("evidence", evidence.digest, "erased")
            elif self.collected.is_whole or answers_alone(act.person_id, act.signatory_id):
                written[f"evidence/{evidence.digest}"] = evidence.content
            else:
                self.withheld.note("evidence", evidence.digest, "may_show_others")
        return written

    def _forms(self) -> dict[str, bytes]:
        """
        Write the words that were shown, in every language.
        """
        return {
            f"forms/{each.digest}.txt": each.text.encode()
            for version in self.collected.versions.values()
            for each in version.texts.values()
        }


def _told(entry: LoggedEntry) -> Iterator[tuple[str, str]]:
    """
    Name the record that an entry tells of.
    """
    binding = next((each for each in BINDINGS if each.tells_of(entry.kind)), None)
    if binding is None:
        return
    name = binding.member.removeprefix("records/").removesuffix(".json")
    said = entry.payload.get(binding.payload, {}) if binding.payload else entry.payload
    if name == "checks":
        yield name, str(said["check_id"])
    elif name == "publication_events":
        yield name, f"{said['publication_id']} {said['kind']} {said['recorded_at']}"
    elif name == "complaint_events":
        yield name, f"{said['complaint_id']} {said['recorded_at']}"
    else:
        yield name, str(said["id"])


def _key(told: tuple[str, object]) -> str:
    return told[0]


def _mapping(value: Plain) -> dict[str, Plain]:
    return dict(value) if isinstance(value, Mapping) else {}


def _person(told: Plain) -> Plain:
    """
    Leave out what nobody who reads an export needs of a person.
    """
    return {
        name: value
        for name, value in _mapping(told).items()
        if name not in {"email", "external_id"}
    }


def _without(value: Plain, others: frozenset[str]) -> Plain:
    """
    Put nobody in the place of other people, wherever they are named.

    Nor does it say why somebody else could not be shown: only that not all could.
    """
    if isinstance(value, str):
        return NOBODY if value in others else value
    if isinstance(value, Mapping):
        if "code" in value and value.get("person_id") in others:
            return {"code": Code.NOT_CLEARED.value, "effect": value.get("effect")}
        return {name: _without(part, others) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_without(part, others) for part in value]
    return value
