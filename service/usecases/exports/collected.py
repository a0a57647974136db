"""
Hold everything that goes into an export, before anything is withheld.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from service.decision.consents import ConsentAct
from service.decision.ids import PersonId
from service.records.activity import CheckRecord, Publication, PublicationEvent
from service.records.channels import ChannelRecord
from service.records.complaints import Complaint, ComplaintEvent
from service.records.forms import Evidence, FormVersionRecord
from service.records.ledger import StoredLeaf
from service.records.organisation import Organisation
from service.records.people import AuthorityRecord, PersonRecord, Signatory


@dataclass(frozen=True, slots=True)
class LoggedEntry:
    """
    A leaf of the log with its entry, as it reads.
    """

    leaf: StoredLeaf
    content: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """
        Give the kind of the entry.
        """
        return str(self.content["kind"])

    @property
    def payload(self) -> Mapping[str, Any]:
        """
        Give what it says.
        """
        payload: Mapping[str, Any] = self.content["payload"]
        return payload

    def is_only_about(self, person_ids: frozenset[str]) -> bool:
        """
        Tell whether it is about nobody else.
        """
        return person_ids.issuperset(self.content["person_ids"])


@dataclass(slots=True)
class Collected:
    """
    What the registry knows, gathered for one export.

    Grows while it is gathered; from then on nobody changes it.
    """

    organisation: Organisation
    is_whole: bool
    """Nothing about other people is withheld."""
    subjects: dict[PersonId, PersonRecord] = field(default_factory=dict)
    """Whom it is about."""
    leaves: dict[int, StoredLeaf] = field(default_factory=dict)
    entries: dict[int, LoggedEntry] = field(default_factory=dict)
    """Those of the leaves that were not erased."""
    acts: dict[str, ConsentAct] = field(default_factory=dict)
    authorities: list[AuthorityRecord] = field(default_factory=list)
    signatories: dict[str, Signatory] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)
    """By the identifier of the act."""
    versions: dict[str, FormVersionRecord] = field(default_factory=dict)
    checks: dict[str, CheckRecord] = field(default_factory=dict)
    publications: dict[str, Publication] = field(default_factory=dict)
    publication_events: list[PublicationEvent] = field(default_factory=list)
    complaints: dict[str, Complaint] = field(default_factory=dict)
    complaint_events: list[ComplaintEvent] = field(default_factory=list)
    asked_about: str = ""
    """The complaint that it is about: whoever complains is no other person then."""
    channels: dict[str, ChannelRecord] = field(default_factory=dict)

    def add_leaves(self, leaves: Sequence[StoredLeaf]) -> None:
        """
        Take leaves, and read the entries that are there.
        """
        for leaf in leaves:
            self.leaves[leaf.index] = leaf
            if leaf.entry is not None:
                self.entries[leaf.index] = LoggedEntry(leaf, json.loads(leaf.entry))

    def is_shown(self, index: int) -> bool:
        """
        Tell whether an entry is handed out as it is.
        """
        entry = self.entries.get(index)
        return entry is not None and (self.is_whole or entry.is_only_about(self.subject_ids))

    @property
    def subject_ids(self) -> frozenset[str]:
        """
        Give the identifiers of those it is about.
        """
        return frozenset(self.subjects)
