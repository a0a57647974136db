"""
Keep consent acts and their evidence: appended, never changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Integer, bindparam, select

from service.decision.consents import ConsentAct
from service.decision.ids import ActId, ActorId, EvidenceId, PersonId
from service.errors import NotFound
from service.persistence.documents import document_of, reader
from service.persistence.outside import Sealer
from service.persistence.queries import KNOWN_AT, Pages, equals, mine
from service.persistence.schema.consents import consent_acts, evidence
from service.persistence.schema.instants import FOREVER, Instant
from service.persistence.statements import Prepared, Row, inserting
from service.persistence.stores.versions import REGISTER
from service.persistence.transaction import Transaction
from service.records.forms import Evidence
from service.records.paging import Listing, Page, Versioned

_proof = (
    select(evidence.c.id)
    .where(
        evidence.c.organisation_id == consent_acts.c.organisation_id,
        evidence.c.act_id == consent_acts.c.id,
        evidence.c.recorded_at <= KNOWN_AT,
    )
    .order_by(evidence.c.recorded_at.desc(), evidence.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_act = select(consent_acts.c.id, consent_acts.c.document, _proof.label("proof"))
_known = consent_acts.c.recorded_at <= KNOWN_AT

ADD = inserting(consent_acts)
ADD_EVIDENCE = inserting(evidence)
ONE = Prepared(_act.where(mine(consent_acts, "id")))
OF_PERSON = Prepared(
    _act.where(mine(consent_acts, "person_id"), _known).order_by(
        consent_acts.c.recorded_at, consent_acts.c.id
    )
)
PAGES = Pages(
    _act.where(mine(consent_acts), _known),
    consent_acts.c.id,
    {name: equals(consent_acts.c[name], name) for name in ("person_id", "signatory_id", "kind")},
)
RECORDERS = Prepared(
    select(consent_acts.c.id, consent_acts.c.recorded_by).where(mine(consent_acts, "person_id"))
)
SINCE = Prepared(
    select(consent_acts.c.document, consent_acts.c.recorded_at, consent_acts.c.recorded_by)
    .where(mine(consent_acts), consent_acts.c.recorded_at > bindparam("since", type_=Instant()))
    .order_by(consent_acts.c.recorded_at.desc(), consent_acts.c.id.desc())
    .limit(bindparam("limit", type_=Integer()))
)
ONE_EVIDENCE = Prepared(
    select(
        evidence.c.media_type,
        evidence.c.digest,
        evidence.c.sealed_content,
        evidence.c.sealed_note,
    ).where(mine(evidence, "id"))
)

_decode = reader(ConsentAct).decode


class SqlActs:
    """
    The consent acts of one transaction.
    """

    def __init__(self, transaction: Transaction, sealer: Sealer) -> None:
        """
        Work in *transaction*; *sealer* encrypts evidence.
        """
        self._transaction = transaction
        self._sealer = sealer

    def add(self, act: ConsentAct, by: ActorId) -> None:
        """
        Append an act.
        """
        self._transaction.lock(REGISTER)
        self._transaction.run(
            ADD,
            id=act.id,
            person_id=act.person_id,
            signatory_id=act.signatory_id,
            kind=act.kind.value,
            form_version_id=act.form_version_id,
            signed_from=act.signed_from,
            signed_until=act.signed_until,
            recorded_at=act.recorded_at,
            recorded_by=by,
            document=document_of(act),
        )

    def get(self, act_id: ActId) -> ConsentAct:
        """
        Give one act.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(ONE, id=act_id, known_at=FOREVER)
        if row is None:
            raise NotFound("There is no such act.")
        return _proven(row)

    def list_of(
        self, person_id: PersonId, known_at: datetime | None = None
    ) -> Sequence[ConsentAct]:
        """
        Give all acts about a person, in the order they were recorded.
        """
        rows = self._transaction.all(OF_PERSON, person_id=person_id, known_at=known_at or FOREVER)
        return [_proven(row) for row in rows]

    def recorders_of(self, person_id: PersonId) -> Mapping[ActId, ActorId]:
        """
        Say who wrote down each act about a person.
        """
        return dict(self._transaction.all(RECORDERS, person_id=person_id))

    def recorded_since(self, at: datetime, limit: int) -> Sequence[Versioned[ConsentAct]]:
        """
        Give the latest acts recorded after an instant, and by whom.
        """
        rows = self._transaction.all(SINCE, since=at, limit=limit)
        return [Versioned(_decode(row[0]), 1, row[1], row[2]) for row in rows]

    def list_page(self, page: Page) -> Listing[ConsentAct]:
        """
        Give one page; filters: person_id, signatory_id, kind.
        """
        rows, next_after = PAGES.read(self._transaction, page)
        return Listing(tuple(_proven(row) for row in rows), next_after)

    def add_evidence(self, evidence: Evidence, act_id: ActId, at: datetime, by: ActorId) -> None:
        """
        Append evidence, encrypted, and bind it to an act.
        """
        self._transaction.lock(REGISTER)
        self._transaction.run(
            ADD_EVIDENCE,
            id=evidence.id,
            act_id=act_id,
            media_type=evidence.media_type,
            digest=evidence.digest,
            sealed_content=self._sealer.seal(evidence.content),
            sealed_note=self._sealer.seal(evidence.note.encode()),
            recorded_at=at,
            recorded_by=by,
        )

    def get_evidence(self, evidence_id: EvidenceId) -> Evidence:
        """
        Give evidence with its content.

        Raises:
            NotFound: There is none.
        """
        row = self._transaction.first(ONE_EVIDENCE, id=evidence_id)
        if row is None:
            raise NotFound("There is no such evidence.")
        media_type, digest, content, note = row
        return Evidence(
            id=evidence_id,
            media_type=media_type,
            digest=digest,
            content=self._sealer.open(content),
            note=self._sealer.open(note).decode(),
        )


def _proven(row: Row) -> ConsentAct:
    """
    Read an act with the evidence it has got since: the last one that came.
    """
    act = _decode(row[1])
    return replace(act, evidence_id=row[2]) if row[2] else act
