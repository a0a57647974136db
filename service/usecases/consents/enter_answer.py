"""
Enter what somebody answered on paper, by mail or in words.
"""

from dataclasses import dataclass
from datetime import date, datetime

from service.decision.consents import ConsentAct
from service.decision.ids import ChannelId, GroupId, PendingId, PersonId, SignatoryId
from service.decision.people import in_force
from service.decision.powers import Scope
from service.decision.terms import ActKind, Capacity
from service.errors import ImpossibleDates, InvalidInput
from service.ledger.entry import EntryKind
from service.records.pending import PendingAnswer, PendingYes
from service.usecases.caller import Caller
from service.usecases.consents.entered import EnteredAnswer, acts_of, check_entered, reaches_of
from service.usecases.consents.evidence import WITNESSED, checked_evidence
from service.usecases.consents.intake import check_intake
from service.usecases.consents.pending import as_pending
from service.usecases.consents.record_consent import RecordConsent
from service.usecases.consents.signers import STRANGER, authorities_of
from service.usecases.consents.subject import answers_alone, subject_of
from service.usecases.desk import Desk
from service.usecases.notices import TellStaff
from service.usecases.paper.accepting import use_up
from service.usecases.ports.receipts import Receipts
from service.usecases.ports.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class AnswerEntered:
    """
    What became of it: acts that count, a yes that waits for a colleague.
    """

    acts: tuple[ConsentAct, ...]
    pending: PendingAnswer | None = None
    is_told: bool = False
    """A receipt of the acts was sent to whoever answered."""


@dataclass(frozen=True, slots=True)
class EnterAnswer:
    """
    Enter what somebody answered on paper, by mail or in words.
    """

    desk: Desk
    record_consent: RecordConsent
    receipts: Receipts
    tell: TellStaff

    def __call__(self, caller: Caller, entered: EnteredAnswer) -> AnswerEntered:
        """
        Record a no at once; a yes too, unless a second member of staff must look.

        One must where the same member already entered a yes of somebody else about this
        person (threat T7), and where nothing but their own word shows the yes.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            InvalidInput: Something is missing, or may not be answered so.
            ImpossibleDates: Signed in the future, or by somebody who could not then.
            PaperRefused: It stands on a form of somebody else, or one entered before.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        check_entered(entered)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            subject_of(work, caller, entered.person_id)
            if entered.paper_id is not None:
                about = (entered.person_id, entered.form_version_id)
                use_up(work, entered.paper_id, *about, now, yes_to=entered.yes_to)
            capacity = capacity_then(
                work, entered.person_id, entered.signatory_id, entered.signed_on
            )
            waits = entered.says_yes and needs_second(work, caller, entered)
            at_once = [ActKind.REFUSED, ActKind.DEFERRED] + [ActKind.GIVEN] * (not waits)
            acts = []
            for details in acts_of(entered, at_once, capacity):
                check_intake(details)
                acts.append(self.record_consent.within(work, caller, details, now))
            pending = self._proposed(work, caller, entered, capacity, now) if waits else None
            is_told = False
            if acts:
                _, is_told = self.receipts.issue(work, caller, acts, entered.language, now)
            work.commit()
        return AnswerEntered(tuple(acts), pending, is_told)

    def _proposed(
        self,
        work: UnitOfWork,
        caller: Caller,
        entered: EnteredAnswer,
        capacity: Capacity,
        now: datetime,
    ) -> PendingAnswer:
        """
        Keep a yes until somebody else has looked.

        Raises:
            InvalidInput: It could not be recorded later either.
            ImpossibleDates: As above.
        """
        for details in acts_of(entered, [ActKind.GIVEN], capacity):
            check_intake(details)
            self.record_consent.try_within(work, caller, details, now)
        scan = entered.evidence
        kept = checked_evidence(scan, self.desk.new_id) if scan else None
        pending = PendingAnswer(
            id=PendingId(self.desk.new_id()),
            person_id=entered.person_id,
            signatory_id=entered.signatory_id,
            capacity=capacity,
            proposed_at=now,
            proposed_by=caller.actor.id,
            form_version_id=entered.form_version_id,
            method=entered.method,
            signed_on=entered.signed_on,
            parts=tuple(
                PendingYes(
                    matters,
                    frozenset(map(ChannelId, reach.channels)),
                    frozenset(map(GroupId, reach.groups)),
                )
                for matters, reach in reaches_of(entered.lines, ActKind.GIVEN)
            ),
            language=entered.language,
            explicit=entered.explicit,
            expires_on=entered.expires_on,
            witness_note=entered.witness_note,
            media_type=kept.media_type if kept else "",
        )
        work.pending_answers.add(pending, kept.content if kept else b"")
        payload = {
            "pending_id": pending.id,
            "signatory_id": pending.signatory_id,
            "evidence": kept.digest if kept else None,
        }
        kind = EntryKind.ANSWER_PROPOSED
        self.desk.record.append(work, caller, kind, now, payload, [pending.person_id])
        self.tell.opened(work, tuple(as_pending(work, [pending])), now, but=caller.actor.id)
        return pending


def capacity_then(
    work: UnitOfWork, person_id: PersonId, signatory_id: SignatoryId, day: date
) -> Capacity:
    """
    Give in what capacity somebody spoke on a day.

    Raises:
        InvalidInput: A stranger.
        ImpossibleDates: They had no say then.
    """
    if answers_alone(person_id, signatory_id):
        return Capacity.SELF
    held = authorities_of(work, person_id, signatory_id)
    if not held:
        raise InvalidInput(STRANGER, field="signatory_id")
    for each in held:
        if in_force(each.from_on, each.until_on, day):
            return Capacity(each.kind.value)
    raise ImpossibleDates("The authority was not in force that day.", field="signed_on")


def needs_second(work: UnitOfWork, caller: Caller, entered: EnteredAnswer) -> bool:
    """
    Tell whether a second member of staff must confirm a yes.
    """
    if entered.method in WITNESSED and entered.evidence is None:
        return True
    if answers_alone(entered.person_id, entered.signatory_id):
        return False
    own = {
        act_id
        for act_id, actor_id in work.acts.recorders_of(entered.person_id).items()
        if actor_id == caller.actor.id
    }
    return any(
        each.is_yes and each.id in own and each.signatory_id != entered.signatory_id
        for each in work.acts.list_of(entered.person_id)
    )
