"""
Settle an answer that waits: say who is meant, or that nobody is.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.consents import ConsentAct
from service.decision.ids import PersonId, SignatoryId, UnmatchedId
from service.decision.powers import Scope
from service.decision.terms import ActKind
from service.errors import InvalidInput, NotFound
from service.ledger.entry import EntryKind
from service.records.unmatched import Discard, UnmatchedAnswer
from service.usecases.caller import Caller
from service.usecases.consents.act_details import ConsentDetails, EvidenceDetails, Reach, Signing
from service.usecases.consents.record_consent import RecordConsent
from service.usecases.desk import Desk
from service.usecases.lifting import lift_all
from service.usecases.ports.receipts import Receipts
from service.usecases.ports.work import UnitOfWork
from service.usecases.unmatched.matching import signer_of
from service.usecases.unmatched.read_unmatched import GONE, seen_unmatched


@dataclass(frozen=True, slots=True)
class Choice:
    """
    Who is meant.

    With no signatory, whoever the answer names, or the person alone.
    """

    person_id: PersonId
    signatory_id: SignatoryId | None = None


@dataclass(frozen=True, slots=True)
class ResolveUnmatched:
    """
    Say who is meant by an answer that waits.
    """

    desk: Desk
    record_consent: RecordConsent
    receipts: Receipts

    def __call__(self, caller: Caller, unmatched_id: UnmatchedId, choice: Choice) -> ConsentAct:
        """
        Record it about this person as it came: evidence, form, channels, its own date.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is none, or not for this caller.
            InvalidInput: There is no such person, or nobody who answers for them so.
            ImpossibleDates: Signed before birth, after death, or outside of an authority.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            waiting = seen_unmatched(work, caller, unmatched_id)
            signatory_id = choice.signatory_id or signer_of(
                work, choice.person_id, waiting.capacity, waiting.signatory
            )
            if signatory_id is None:
                message = "Say who answers: nobody of this name does for this person."
                raise InvalidInput(message, field="signatory_id")
            content = work.unmatched_answers.content(unmatched_id)
            told = _details_of(waiting, choice.person_id, signatory_id, content)
            act = self.record_consent.within(work, caller, told, now)
            settle(self.desk, work, caller, waiting, now)
            payload = {"unmatched_id": unmatched_id, "act_id": act.id}
            kind = EntryKind.ANSWER_MATCHED
            self.desk.record.append(work, caller, kind, now, payload, [choice.person_id])
            if act.kind is not ActKind.REQUESTED:
                self.receipts.issue(work, caller, [act], told.language, now)
            work.commit()
        return act


@dataclass(frozen=True, slots=True)
class DiscardUnmatched:
    """
    Say that an answer that waits is about nobody here.
    """

    desk: Desk

    def __call__(self, caller: Caller, unmatched_id: UnmatchedId, why: Discard) -> None:
        """
        Delete it with its scan; that it was there, and why it went, stays in the log.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is none, or not for this caller.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            waiting = seen_unmatched(work, caller, unmatched_id)
            settle(self.desk, work, caller, waiting, now)
            payload = {"unmatched_id": unmatched_id, "reason": why.value}
            self.desk.record.append(work, caller, EntryKind.ANSWER_DISCARDED, now, payload)
            work.commit()


def settle(
    desk: Desk, work: UnitOfWork, caller: Caller, waiting: UnmatchedAnswer, now: datetime
) -> None:
    """
    Take an answer out of the queue, and the doubt that it cast.

    Raises:
        NotFound: Somebody else was faster.
    """
    if not work.unmatched_answers.drop(waiting.id):
        raise NotFound(GONE)
    lift_all(desk, work, caller, waiting.hold_ids, now)


def _details_of(
    waiting: UnmatchedAnswer, person_id: PersonId, signatory_id: SignatoryId, content: bytes
) -> ConsentDetails:
    """
    Give the answer as it came, about somebody.
    """
    evidence = EvidenceDetails(waiting.media_type, content, waiting.evidence_note)
    return ConsentDetails(
        person_id=person_id,
        signatory_id=signatory_id,
        capacity=waiting.capacity,
        kind=waiting.kind,
        reach=Reach(
            tuple(sorted(waiting.channel_ids)),
            tuple(sorted(waiting.group_ids)),
            waiting.everywhere,
        ),
        matters=waiting.matters,
        purposes=waiting.purposes,
        explicit=waiting.explicit,
        form_version_id=waiting.form_version_id,
        language=waiting.language,
        method=waiting.method,
        signing=Signing(waiting.signed_at, waiting.signed_on),
        starts_on=waiting.starts_on,
        expires_on=waiting.expires_on,
        evidence=evidence if waiting.media_type else None,
        witness_note=waiting.witness_note,
    )
