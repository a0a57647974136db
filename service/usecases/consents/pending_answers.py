"""
Settle answers that wait for a second member of staff (threat T7).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from service.decision.consents import ConsentAct
from service.decision.ids import PendingId
from service.decision.powers import Scope
from service.decision.terms import ActKind
from service.errors import Conflict, NotFound
from service.ledger.entry import EntryKind
from service.records.pending import PendingAnswer
from service.usecases.caller import Caller
from service.usecases.consents.act_details import ConsentDetails, EvidenceDetails, Reach, Signing
from service.usecases.consents.intake import check_intake
from service.usecases.consents.record_consent import RecordConsent
from service.usecases.desk import Desk
from service.usecases.ports.receipts import Receipts
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import is_seen, seen_person
from service.usecases.sight.staff import actor_name

SETTLED = "Nothing waits here; it may be settled already."


@dataclass(frozen=True, slots=True)
class Waiting:
    """
    An answer that waits, with the names of those it is about.
    """

    pending: PendingAnswer
    person_name: str
    signatory_name: str
    proposed_by: str
    is_own: bool
    """The reader entered it, and cannot be the one who confirms."""


@dataclass(frozen=True, slots=True)
class ListPendingAnswers:
    """
    List the answers that wait for a second member of staff.
    """

    desk: Desk

    def __call__(self, caller: Caller) -> tuple[Waiting, ...]:
        """
        Give those about people in sight, the oldest first.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.look(caller.organisation_id) as work:
            return tuple(self._seen(work, caller))

    @staticmethod
    def _seen(work: UnitOfWork, caller: Caller) -> Iterator[Waiting]:
        """
        Leave out what is about people the caller does not see.
        """
        for each in work.pending_answers.list_all():
            person = work.people.find(each.person_id)
            if person is None or not is_seen(caller, person):
                continue
            signatory = work.signatories.find(each.signatory_id) or person
            yield Waiting(
                each,
                f"{person.given_name} {person.family_name}".strip(),
                f"{signatory.given_name} {signatory.family_name}".strip(),
                actor_name(work, each.proposed_by),
                is_own=each.proposed_by == caller.actor.id,
            )


@dataclass(frozen=True, slots=True)
class GetPendingEvidence:
    """
    Show the proof of an answer that waits to whoever may confirm it.
    """

    desk: Desk

    def __call__(self, caller: Caller, pending_id: PendingId) -> EvidenceDetails:
        """
        Give the scan or recording, and write down who took it.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: Nothing waits under this id for this caller, or there is no scan.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            pending = seen_pending(work, caller, pending_id)
            if not pending.media_type:
                raise NotFound("There is no scan.")
            found = EvidenceDetails(pending.media_type, work.pending_answers.content(pending_id))
            payload = {"pending_id": pending_id}
            self.desk.record.append(
                work,
                caller,
                EntryKind.EXPORT_MADE,
                self.desk.clock(),
                payload,
                [pending.person_id],
            )
            work.commit()
        return found


@dataclass(frozen=True, slots=True)
class ConfirmAnswer:
    """
    Confirm a yes that a colleague entered.
    """

    desk: Desk
    record_consent: RecordConsent
    receipts: Receipts

    def __call__(self, caller: Caller, pending_id: PendingId) -> tuple[ConsentAct, ...]:
        """
        Record the yes: it counts from now on; whoever said it is told.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: Nothing waits under this id for this caller.
            Conflict: The caller entered it, and two people must have looked.
            InvalidInput: It may not be answered so any more: a closed channel, say.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            pending = seen_pending(work, caller, pending_id)
            if pending.proposed_by == caller.actor.id:
                raise Conflict("Somebody else must confirm what you entered.")
            content = work.pending_answers.content(pending_id)
            if not work.pending_answers.drop(pending_id):
                raise NotFound(SETTLED)
            acts = []
            for details in _details_of(pending, content):
                check_intake(details)
                acts.append(self.record_consent.within(work, caller, details, now))
            self.receipts.issue(work, caller, acts, pending.language, now)
            payload = {
                "pending_id": pending_id,
                "proposed_by": pending.proposed_by,
                "act_ids": [each.id for each in acts],
            }
            kind = EntryKind.ANSWER_CONFIRMED
            self.desk.record.append(work, caller, kind, now, payload, [pending.person_id])
            work.commit()
        return tuple(acts)


@dataclass(frozen=True, slots=True)
class DeclineAnswer:
    """
    Decline a yes that waits: it never counted, and never will.
    """

    desk: Desk

    def __call__(self, caller: Caller, pending_id: PendingId) -> None:
        """
        Delete it with its scan; that it was there stays in the log.

        Whoever entered it may take it out, too.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: Nothing waits under this id for this caller.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            pending = seen_pending(work, caller, pending_id)
            work.pending_answers.drop(pending_id)
            payload = {"pending_id": pending_id, "proposed_by": pending.proposed_by}
            kind = EntryKind.ANSWER_DECLINED
            self.desk.record.append(work, caller, kind, now, payload, [pending.person_id])
            work.commit()


def seen_pending(work: UnitOfWork, caller: Caller, pending_id: PendingId) -> PendingAnswer:
    """
    Give an answer that waits, about somebody the caller sees.

    Raises:
        NotFound: There is none, or not for this caller: nobody can tell which.
    """
    pending = work.pending_answers.get(pending_id)
    try:
        seen_person(work, caller, pending.person_id)
    except NotFound:
        raise NotFound(SETTLED) from None
    return pending


def _details_of(pending: PendingAnswer, content: bytes) -> Iterator[ConsentDetails]:
    """
    Give the acts that a pending yes becomes.
    """
    for part in pending.parts:
        yield ConsentDetails(
            person_id=pending.person_id,
            signatory_id=pending.signatory_id,
            capacity=pending.capacity,
            kind=ActKind.GIVEN,
            reach=Reach(tuple(sorted(part.channel_ids)), tuple(sorted(part.group_ids))),
            matters=part.matters,
            explicit=pending.explicit,
            form_version_id=pending.form_version_id,
            language=pending.language,
            method=pending.method,
            signing=Signing(on=pending.signed_on),
            expires_on=pending.expires_on,
            evidence=EvidenceDetails(pending.media_type, content) if pending.media_type else None,
            witness_note=pending.witness_note,
        )
