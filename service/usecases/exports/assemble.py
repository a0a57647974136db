"""
Assemble an export: records, proofs, readable pages, all in one file.

What comes out depends on what was collected, the mark and the key alone: the same are
the same bytes, on any machine and in any year.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib import resources
from zoneinfo import ZoneInfo

from service.decision.ids import ExportId
from service.ledger.bundle import Row
from service.ledger.canonical import Plain, canonical, instant
from service.ledger.exporting import VERIFIER, packed, proven
from service.ledger.history import Link
from service.ledger.proofs import NodeReader, consistency_proof, inclusion_proof
from service.ledger.signing import SigningKey
from service.ledger.stamped import stamp_members
from service.ledger.standalone import standalone_verifier
from service.records.complaints import ExportScope
from service.records.ledger import HeadStamp, StoredCheckpoint, StoredLeaf
from service.usecases.exports.collected import Collected
from service.usecases.exports.consent_record import consent_record
from service.usecases.exports.page import page_of
from service.usecases.exports.records import RecordWriter
from service.usecases.exports.report import LANGUAGES, Facts, Report, labels_of, report_in
from service.usecases.exports.tables import tables_of
from service.usecases.exports.timeline import timeline
from service.usecases.exports.withheld import Withheld
from service.usecases.ledger.house_key import statements_of
from service.usecases.plain import plain
from service.usecases.ports.typesetting import Typesetter
from service.usecases.ports.work import UnitOfWork
from service.usecases.stories import Moment, moments_of, told, words_of

MOST_LINKS = 50
"""Earlier heads in one export: evenly spread, so that a kept one is near one of them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """
    Who made an export, when and of what: in the log, and in every file.
    """

    id: str
    made_at: datetime
    made_by: Mapping[str, Plain]
    scope: ExportScope
    request_id: ExportId | None = None

    def told(self) -> dict[str, Plain]:
        """
        Return what the log is told.
        """
        return {
            "id": self.id,
            "made_at": instant(self.made_at),
            "made_by": self.made_by,
            "request_id": self.request_id,
            "scope": plain(self.scope),
        }

    @property
    def subject(self) -> str:
        """
        Name what the export is about.
        """
        scope = self.scope
        for name in ("complaint", "publication", "person"):
            if getattr(scope, f"{name}_id") is not None:
                return name
        return "period" if scope.from_at or scope.until_at else "everyone"


@dataclass(frozen=True, slots=True)
class Assembler:
    """
    Put one export together.
    """

    work: UnitOfWork
    collected: Collected
    mark: Mark
    head: StoredCheckpoint
    key: SigningKey
    moments: list[Moment] = field(default_factory=list)
    withheld: Withheld = field(default_factory=Withheld)

    def written(self) -> dict[str, bytes]:
        """
        Return every member that needs the storage.
        """
        collected = self.collected
        records = RecordWriter(collected, self.withheld).members()
        shown = [leaf for leaf in collected.leaves.values() if leaf.index < self.head.size]
        rows = [self._row(leaf) for leaf in sorted(shown, key=lambda each: each.index)]
        visible = [leaf for leaf in shown if collected.is_shown(leaf.index)]
        ordered = sorted(visible, key=lambda each: each.index)
        self.moments.extend(moments_of(self.work, ordered))
        node_at = _remembering(self.work)
        proofs = proven(
            rows,
            lambda index: inclusion_proof(index, self.head.size, node_at),
            self.head.note,
            self._links(rows, node_at),
            [self.key.verifier().vkey()],
            statements_of(self.work),
        )
        mark = {**self.mark.told(), "entry": self._place_of_mark()}
        return {
            **records,
            **proofs,
            **self._consents(),
            **self._stamps(),
            "export.json": canonical(mark),
            "redactions.json": canonical(self.withheld.found),
            VERIFIER: standalone_verifier(),
        }

    def packed(self, members: dict[str, bytes], typeset: Typesetter) -> bytes:
        """
        Return the whole file: *members* with what humans read, signed.
        """
        zone = ZoneInfo(self.collected.organisation.time_zone)
        pictures = {language: self._picture(language, zone) for language in LANGUAGES}
        reports = [self._report(language, zone) for language in LANGUAGES]
        sheets = [
            {
                "content": json.dumps(each.to_plain(), ensure_ascii=False, sort_keys=True),
                "picture": pictures[each.language],
            }
            for each in reports
        ]
        readable = {
            f"report/{each.language}.html": page_of(each, pictures[each.language])
            for each in reports
        }
        for report, pdf in zip(reports, typeset("report", sheets), strict=True):
            readable[f"report/{report.language}.pdf"] = pdf
        for language, picture in pictures.items():
            readable[f"report/timeline-{language}.svg"] = picture.encode()
        language = self.collected.organisation.languages[0]
        readable |= tables_of(self.collected, told(self.moments, language, zone))
        readable["readme.txt"] = _readme()
        whole = {**members, **readable}
        return packed(whole, self.key.name, self.collected.organisation.id, self.key)

    def _row(self, leaf: StoredLeaf) -> Row:
        """
        Hand out an entry as it is, or its commitment alone.
        """
        if self.collected.is_shown(leaf.index):
            return Row(leaf.index, leaf.entry_id, leaf.commitment, leaf.salt, leaf.entry)
        self.withheld.note_entry(leaf)
        return Row(leaf.index, leaf.entry_id, leaf.commitment)

    def _place_of_mark(self) -> int:
        return next(
            index
            for index, entry in self.collected.entries.items()
            if entry.payload.get("export", {}).get("id") == self.mark.id
        )

    def _links(self, rows: Iterable[Row], node_at: NodeReader) -> list[Link]:
        """
        Prove that the head continues the heads that first covered the entries.
        """
        indexes = sorted(row.index for row in rows)
        heads = [each for each in self.work.ledger.checkpoints() if each.size < self.head.size]
        covering = dict[int, StoredCheckpoint]()
        waiting = iter(indexes)
        index = next(waiting, None)
        for head in heads:
            if index is not None and head.size > index:
                covering[head.size] = head
            while index is not None and head.size > index:
                index = next(waiting, None)
        chosen = list(covering.values())
        step = max(1, -(-len(chosen) // MOST_LINKS))
        earlier = {each.size: each.note for each in chosen[::step]}
        earlier |= {each.size: each.note for each in self._stamped() if each.size < self.head.size}
        return [
            Link(note, consistency_proof(size, self.head.size, node_at))
            for size, note in sorted(earlier.items())
        ]

    def _stamped(self) -> list[HeadStamp]:
        """
        Give the heads that an authority stamped, the last for sure and some before.
        """
        stamps = [each for each in self.work.head_stamps.all() if each.size <= self.head.size]
        step = max(1, -(-len(stamps) // MOST_LINKS))
        return stamps[::-step][::-1]

    def _stamps(self) -> dict[str, bytes]:
        members = dict[str, bytes]()
        for each in self._stamped():
            members |= stamp_members(each.size, each.note, each.reply)
        return members

    def _consents(self) -> dict[str, bytes]:
        """
        Write each answer as a consent record, and the schema they have.
        """
        collected = self.collected
        written = {
            f"consents/{act.id}.jsonld": canonical(
                consent_record(
                    act,
                    collected.organisation,
                    collected.versions.get(act.form_version_id or ""),
                    collected.channels,
                )
            )
            for act in collected.acts.values()
        }
        if written:
            written["consents/schema.json"] = _shipped("consent_record.schema.json")
        return written

    def _picture(self, language: str, zone: ZoneInfo) -> str:
        words = labels_of(language)
        labels = {
            "consent": words["answers"],
            "check": words["checks"],
            "publication": words["publications"],
            "complaint": words["complaints"],
            "other": words["others"],
            "title": words["picture"],
        }
        return timeline(self.moments, labels, zone)

    def _report(self, language: str, zone: ZoneInfo) -> Report:
        collected = self.collected
        names = tuple(
            f"{each.given_name} {each.family_name}".strip()
            for _, each in sorted(collected.subjects.items())
        )
        complaints = tuple(each.number for each in collected.complaints.values())
        facts = Facts(
            subject=self.mark.subject,
            named=(*complaints, *(names if len(names) <= MOST_NAMES else ())),
            house=collected.organisation.name,
            made_at=self.mark.made_at,
            made_by=str(self.mark.made_by["id"]),
            actor_kind=str(self.mark.made_by["kind"]),
            origin=self.key.name,
            size=self.head.size,
            root=self.head.root.hex(),
        )
        return report_in(language, facts, self.moments, self.withheld.counted(), zone)


MOST_NAMES = 10
"""More are a list of everybody, which stands in `records/people.json`."""


def _remembering(work: UnitOfWork) -> NodeReader:
    """
    Read each node once: proofs of neighbours share most of theirs.
    """
    known = dict[tuple[int, int], bytes]()

    def node_at(level: int, index: int) -> bytes:
        place = (level, index)
        if place not in known:
            known[place] = work.ledger.node(level, index)
        return known[place]

    return node_at


def _shipped(name: str) -> bytes:
    return (resources.files("service.usecases.exports") / name).read_bytes()


def _readme() -> bytes:
    """
    Write how to verify, in every language.
    """
    parts = list[str]()
    for language in LANGUAGES:
        words = labels_of(language)
        steps = [f"{number}. {each}" for number, each in enumerate(words["verify_text"], 1)]
        parts.append("\n".join((f"[{language}] {words['verify']}", *steps)))
    return ("\n\n".join(parts) + "\n").encode()


__all__ = ["Assembler", "Mark", "words_of"]
