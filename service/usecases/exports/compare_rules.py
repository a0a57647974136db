"""
Hold settings and forms against the log.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from service.decision.ids import FormVersionId
from service.errors import NotFound
from service.ledger.bindings import digest_of
from service.records.forms import FormVersionRecord
from service.records.paging import every
from service.usecases.exports.compared import Difference, forms_of
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork

SETTINGS = frozenset({"organisation:created", "organisation:settings_changed"})
PUBLISHED = "form:version_published"
IMPORTED = "imported"
"""Says that it came in with answers from elsewhere; then its digest alone is told."""


@dataclass(frozen=True, slots=True)
class Settings:
    """
    What an entry told of a version of the settings.
    """

    version: int
    digest: str
    index: int | None
    kind: str


@dataclass(slots=True)
class RulesTold:
    """
    Everything that the log told of settings and forms, while it is walked.
    """

    work: UnitOfWork
    settings: dict[datetime | None, Settings] = field(default_factory=dict)
    """The last that entries of an instant tell of; of none, the last of all."""
    forms: set[str] = field(default_factory=set)

    def compare(self, index: int | None, entry: Mapping[str, Any]) -> Iterator[Difference]:
        """
        Hold one entry against what it wrote, and remember that it did.
        """
        kind, payload = entry["kind"], entry["payload"]
        if kind in SETTINGS:
            told = Settings(int(payload.get("version", 1)), str(payload["digest"]), index, kind)
            for at in (datetime.fromisoformat(entry["recorded_at"]), None):
                self.settings[at] = max(self.settings.get(at, told), told, key=_version_of)
        elif kind == PUBLISHED:
            came_in = IMPORTED in payload
            version_id = str(payload["version_id"] if came_in else payload["version"]["id"])
            self.forms.add(version_id)
            try:
                record = self.work.forms.get_version(FormVersionId(version_id))
            except NotFound:
                yield Difference(kind, version_id, index=index)
            else:
                name = _changed(record, payload)
                if name:
                    yield Difference(kind, version_id, name, index)

    def unlogged(self) -> Iterator[Difference]:
        """
        Give settings and versions of forms that no entry tells of.
        """
        for at, told in self.settings.items():
            if not self._are_as_told(told.digest, at):
                name = f"version {told.version} of the settings"
                yield Difference(told.kind, "organisation", name, told.index)
        for template in every(self.work.forms.list_templates):
            for each in self.work.forms.list_versions(template.id):
                if each.version.id not in self.forms:
                    yield Difference(PUBLISHED, each.version.id, "everything")

    def _are_as_told(self, digest: str, at: datetime | None) -> bool:
        try:
            record = self.work.organisations.current(at)
        except NotFound:
            return False
        return digest in {digest_of(each) for each in forms_of(record)}


def _version_of(told: Settings) -> int:
    return told.version


def _changed(record: FormVersionRecord, told: Mapping[str, Any]) -> str:
    """
    Name the first part of a version that is another one than was told, or nothing.
    """
    if IMPORTED in told:
        is_same = told["digest"] in {digest_of(each) for each in forms_of(record)}
        return "" if is_same else "version"
    words = {
        language: sha256(each.text.encode()).hexdigest() for language, each in record.texts.items()
    }
    if words != told["texts"]:
        return "texts"
    if told["version"] not in tuple(forms_of(record.version)):
        return "version"
    asked = ("matters", "purposes", "channel_ids", "group_ids", "explicit", "categories")
    known = {"categories": [], **told}  # entries of earlier programs name none
    return next((each for each in asked if plain(getattr(record, each)) != known[each]), "")
