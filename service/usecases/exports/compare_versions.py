"""
Hold the register against the log: who people are, who decides.

An entry names the digest of the version that it wrote.  So a birth date, an authority or
a channel that was edited contradicts its entry; a version, hold or answer that no entry
tells of was added behind the program's back.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from service.ledger.bindings import ERASED, digest_of
from service.ledger.entry import EntryKind
from service.records.paging import every
from service.records.people import AuthorityRecord
from service.usecases.exports.compare_photos import PhotosTold
from service.usecases.exports.compare_rules import RulesTold
from service.usecases.exports.compared import Difference, Told, forms_of
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork

MOST_PENDING = 100_000
"""Entries of the last second, before they are in the tree."""


History = Callable[[str], Sequence[Told]]
_READ: Mapping[str, tuple[str, Callable[[UnitOfWork], History]]] = {
    "authority": ("authority_id", lambda work: work.authorities.history),
    "channel": ("channel_id", lambda work: work.channels.history),
    "channel_group": ("group_id", lambda work: work.channel_groups.history),
    "form_closure": ("template_id", lambda work: work.form_closures.history),
    "hold": ("hold_id", lambda work: work.holds.history),
    "pair": ("pair_id", lambda work: work.pairs.history),
    "person": ("person_id", lambda work: work.people.history),
    "protection": ("protection_id", lambda work: work.protections.history),
    "review": ("subject_id", lambda work: work.reviews.history),
    "signatory": ("signatory_id", lambda work: work.signatories.history),
    "unit": ("unit_id", lambda work: work.organisations.units.history),
}
"""By the subject of an entry: where its id stands, and who has the versions."""
_BESIDE = {
    EntryKind.CHANNEL_REVIEWED.value: "review",
    EntryKind.FORM_REVIEWED.value: "review",
    EntryKind.FORM_CLOSED.value: "form_closure",
    EntryKind.FORM_REOPENED.value: "form_closure",
}
"""They write no version of a channel or form, but of what is kept beside it."""


@dataclass(slots=True)
class Register:
    """
    Everything that the log told of the register, while it is walked.
    """

    work: UnitOfWork
    versions: dict[tuple[str, str], int] = field(default_factory=dict)
    """How many versions of each record entries tell of."""
    told: set[str] = field(default_factory=set)
    """The acts and publications that entries tell of."""
    erased_at: set[datetime] = field(default_factory=set)
    photos: PhotosTold = field(init=False)
    rules: RulesTold = field(init=False)

    def __post_init__(self) -> None:
        """
        Remember photos and rules apart.
        """
        self.photos, self.rules = PhotosTold(self.work), RulesTold(self.work)

    def compare(self, index: int | None, entry: Mapping[str, Any]) -> Iterator[Difference]:
        """
        Hold one entry against the version it wrote, and remember that it did.
        """
        kind, payload = entry["kind"], entry["payload"]
        subject = _BESIDE.get(kind) or kind.partition(":")[0]
        for name in ("act", "publication"):
            if isinstance(payload.get(name), Mapping):
                self.told.add(str(payload[name].get("id")))
        yield from self.photos.compare(index, entry)
        yield from self.rules.compare(index, entry)
        if subject not in _READ:
            return
        name, history = _READ[subject]
        hold = payload.get("hold")
        record_id = str(hold["id"] if isinstance(hold, Mapping) else payload.get(name, ""))
        if not record_id or not ({"digest", "hold"} & payload.keys() or subject == "hold"):
            return
        known = self.versions.get((subject, record_id), 0)
        version = int(payload.get("version", known + 1))
        self.versions[subject, record_id] = max(known, version)
        found = [each for each in history(self.work)(record_id) if each.version == version]
        if not found:
            yield Difference(entry["kind"], record_id, index=index)
        elif not _is_as_told(found[0].record, payload):
            yield Difference(entry["kind"], record_id, f"version {version}", index)

    def unlogged(self) -> Iterator[Difference]:
        """
        Give what no entry tells of: further versions, acts, publications.
        """
        for (subject, record_id), count in self.versions.items():
            _, history = _READ[subject]
            if len(history(self.work)(record_id)) > count:
                yield Difference(subject, record_id, f"version {count + 1}")
        yield from self._unlogged_acts()
        yield from self.photos.unlogged(self.erased_at)
        yield from self.rules.unlogged()
        for publication in every(self.work.publications.list_page):
            if publication.id not in self.told and publication.recorded_at not in self.erased_at:
                yield Difference("publication", publication.id, "everything")

    def _unlogged_acts(self) -> Iterator[Difference]:
        """
        Give answers that no entry tells of, stand there twice, or with somebody else.
        """
        seen = set[str]()
        theirs = dict[str, set[str]]()
        for act in every(self.work.acts.list_page):
            whose = act.person_id
            if whose not in theirs:
                theirs[whose] = {each.id for each in self.work.acts.list_of(whose)}
            is_known = act.id in self.told or act.recorded_at in self.erased_at
            if not is_known and self.work.people.find(whose) is not None:
                yield Difference("consent", act.id, "everything")
            elif act.id in seen:
                yield Difference("consent", act.id, "a second time")
            elif act.id not in theirs[whose]:
                yield Difference("consent", act.id, "with somebody else")
            seen.add(act.id)

    def add_pending(self) -> Iterator[Difference]:
        """
        Walk the entries that are not in the tree yet.
        """
        for each in self.work.ledger.pending(MOST_PENDING):
            opening = self.work.ledger.find_opening(each.entry_id)
            if opening is not None:
                yield from self.compare(None, json.loads(opening.entry))


def _is_as_told(record: object, payload: Mapping[str, Any]) -> bool:
    """
    Tell whether a version is the one that was written.

    An erasure takes one word of a version: how an authority was proven, where that
    named somebody else.  Nothing else may say that it was erased.
    """
    if isinstance(payload.get("hold"), Mapping):
        return bool(plain(record) == payload["hold"])
    digest = payload.get("digest")
    if digest is None:
        return True
    is_blotted = isinstance(record, AuthorityRecord) and record.proof == ERASED
    return is_blotted or digest in {digest_of(each) for each in forms_of(record)}
