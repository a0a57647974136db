"""
Say that something came down, with the proof.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from service.decision.ids import TakedownId
from service.decision.powers import Scope
from service.decision.takedowns import needs_note
from service.errors import AlreadyExists, InvalidInput
from service.ledger.entry import EntryKind
from service.records.activity import PublicationEvent, PublicationEventKind
from service.records.takedowns import Proof, TakedownRow
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.consents.act_details import EvidenceDetails
from service.usecases.consents.evidence import checked_evidence
from service.usecases.desk import Desk
from service.usecases.plain import plain
from service.usecases.ports.work import UnitOfWork
from service.usecases.publications.follow_up import checked_removal
from service.usecases.recording import keep, recall
from service.usecases.takedowns.read_takedowns import seen_takedown
from service.usecases.takedowns.tasks import Task, tasks_of


@dataclass(frozen=True, slots=True)
class FinishDetails:
    """
    When it came down, and what shows it: a note, a picture, or both.

    On paper or with others the note says what could not be taken back.
    """

    happened_at: datetime | None = None
    note: str = ""
    proof: EvidenceDetails | None = None


@dataclass(frozen=True, slots=True)
class FinishTakedown:
    """
    Say that something came down.
    """

    desk: Desk

    def __call__(self, caller: Caller, takedown_id: TakedownId, details: FinishDetails) -> Task:
        """
        Record when it came down and the proof, once; its publication is down then.

        Raises:
            NotAllowed: The caller has no `publications:write` scope.
            NotFound: There is no such task for this caller.
            InvalidInput: There is no proof, or none of a kind that is kept.
            AlreadyExists: It is down already.
            ImpossibleDates: It came down before it was published, or will.
        """
        caller = caller.narrowed(Scope.PUBLICATIONS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            row = seen_takedown(work, caller, takedown_id)
            work.publications.lock_story(row.publication.id)
            if not recall(work, caller):
                note = text.paragraphs(details.note, "note")
                proof = self._proof(details.proof)
                _check_proven(row, note, proof)
                self._write(work, caller, row, details.happened_at, note, proof)
                work.commit()
        with self.desk.database.look(caller.organisation_id) as work:
            found = work.takedowns.get(takedown_id)
            return tasks_of(work, [found], self.desk.clock())[0]

    def _proof(self, told: EvidenceDetails | None) -> Proof | None:
        """
        Accept a file as proof, of the kinds that evidence may be.
        """
        if told is None:
            return None
        accepted = checked_evidence(told, self.desk.new_id)
        digest = hashlib.sha256(accepted.content).hexdigest()
        return Proof(accepted.media_type, digest, accepted.content)

    def _write(
        self,
        work: UnitOfWork,
        caller: Caller,
        row: TakedownRow,
        happened_at: datetime | None,
        note: str,
        proof: Proof | None,
    ) -> None:
        """
        Write that the publication is down, with its proof and ledger line.
        """
        now = self.desk.clock()
        publication = row.publication
        at = checked_removal(work, publication, happened_at, now)
        event = PublicationEvent(
            publication.id, PublicationEventKind.TAKEN_DOWN, at, now, caller.actor.id, note
        )
        work.publications.add_event(event)
        if proof is not None:
            work.takedowns.add_proof(row.takedown.id, proof)
        payload = {
            "event": plain(event),
            "takedown_id": row.takedown.id,
            "proof": {"media_type": proof.media_type, "digest": proof.digest} if proof else None,
        }
        kind = EntryKind.PUBLICATION_TAKEN_DOWN
        self.desk.record.append(work, caller, kind, now, payload, publication.person_ids)
        keep(work, caller, row.takedown.id, now)


def _check_proven(row: TakedownRow, note: str, proof: Proof | None) -> None:
    """
    Refuse to believe what nothing shows.
    """
    if row.done is not None:
        raise AlreadyExists("This publication is taken down already.")
    if needs_note(row.takedown.medium) and not note:
        raise InvalidInput("Say what could not be taken back, or that nothing was.", field="note")
    if not note and proof is None:
        raise InvalidInput("Say how you know that it is gone, or send a picture.", field="note")
