"""
Ask for forms, acts and their evidence.

Every method sees one organisation only: that of its unit of work.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from service.decision.consents import ConsentAct
from service.decision.ids import ActId, ActorId, EvidenceId, FormVersionId, PersonId, TemplateId
from service.records.forms import Evidence, FormTemplate, FormVersionRecord
from service.records.paging import Listing, Page, Versioned


class Forms(Protocol):
    """
    Forms; a version never changes once it is written.
    """

    def add_template(self, template: FormTemplate, at: datetime, by: ActorId) -> None:
        """
        Write a template; slug is unique.
        """
        ...

    def find_template(self, template_id_or_slug: str) -> FormTemplate | None:
        """
        Find by id or short name.
        """
        ...

    def list_templates(self, page: Page) -> Listing[FormTemplate]:
        """
        Give one page of templates.
        """
        ...

    def add_version(self, record: FormVersionRecord, by: ActorId) -> None:
        """
        Write a version with all its texts.
        """
        ...

    def get_version(self, version_id: FormVersionId) -> FormVersionRecord:
        """
        Give one version with its texts.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_versions(self, template_id: TemplateId) -> Sequence[FormVersionRecord]:
        """
        Give all versions of a template, by number.
        """
        ...

    def list_latest(self) -> Sequence[FormVersionRecord]:
        """
        Give the last version of every template that has one.
        """
        ...


class Acts(Protocol):
    """
    Consent acts: appended, never changed.
    """

    def add(self, act: ConsentAct, by: ActorId) -> None:
        """
        Append an act.
        """
        ...

    def get(self, act_id: ActId) -> ConsentAct:
        """
        Give one act.

        Raises:
            NotFound: There is none.
        """
        ...

    def list_of(
        self, person_id: PersonId, known_at: datetime | None = None
    ) -> Sequence[ConsentAct]:
        """
        Give all acts about a person, in the order they were recorded.
        """
        ...

    def recorders_of(self, person_id: PersonId) -> Mapping[ActId, ActorId]:
        """
        Say who wrote down each act about a person.
        """
        ...

    def recorded_since(self, at: datetime, limit: int) -> Sequence[Versioned[ConsentAct]]:
        """
        Give the latest acts recorded after an instant, and by whom.
        """
        ...

    def list_page(self, page: Page) -> Listing[ConsentAct]:
        """
        Give one page; filters: person_id, signatory_id, kind.
        """
        ...

    def add_evidence(self, evidence: Evidence, act_id: ActId, at: datetime, by: ActorId) -> None:
        """
        Append evidence and bind it to an act.
        """
        ...

    def get_evidence(self, evidence_id: EvidenceId) -> Evidence:
        """
        Give evidence with its content.

        Raises:
            NotFound: There is none.
        """
        ...
