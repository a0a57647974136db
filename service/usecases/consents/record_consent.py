"""
Record an answer: yes, no, not now, or that somebody was asked.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from service.decision.calendar import day_of
from service.decision.consents import YES_KINDS, ConsentAct
from service.decision.ids import ActId
from service.decision.powers import Scope
from service.decision.terms import ActKind, Method
from service.usecases.caller import Caller
from service.usecases.consents.act_details import ConsentDetails
from service.usecases.consents.asked import Asked, asked_by
from service.usecases.consents.intake import check_intake, evidence_of
from service.usecases.consents.signers import check_capacity
from service.usecases.consents.signing import (
    Signed,
    check_lifetime,
    said_after,
    signed_when,
    yes_of,
)
from service.usecases.consents.subject import answers_alone, subject_of
from service.usecases.consents.writing import recall_act, write_act
from service.usecases.desk import Desk
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.receipts import Receipts
from service.usecases.ports.work import UnitOfWork

SCAN_WITHIN = timedelta(days=7)
"""How long a yes on paper holds while its scan is on the way (domain section 2.6)."""
TELLS_ITSELF = frozenset({Method.WEB, Method.PHONE, Method.ORAL_WITNESSED})
"""Methods by which an answer arrives as it is given."""


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """
    Record an answer.
    """

    desk: Desk
    aftermath: Aftermath
    receipts: Receipts

    def __call__(self, caller: Caller, details: ConsentDetails) -> ConsentAct:
        """
        Record what one signatory answered about one person, for ever; they get a receipt.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            InvalidInput: Something named does not exist, or may not be answered so.
            ImpossibleDates: Signed in the future, before birth, after death, or
                outside of the authority's dates.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        check_intake(details)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            if made_before := recall_act(work, caller):
                return made_before
            act = self.within(work, caller, details, now)
            if act.kind is not ActKind.REQUESTED:
                self.receipts.issue(work, caller, [act], details.language, now)
            work.commit()
        return act

    def within(
        self, work: UnitOfWork, caller: Caller, details: ConsentDetails, now: datetime
    ) -> ConsentAct:
        """
        Record an answer in a transaction that holds more than it.

        Whoever calls has seen that the caller may, and commits.

        Raises:
            InvalidInput: As above.
            ImpossibleDates: As above.
        """
        act, asked = self.try_within(work, caller, details, now)
        return write_act(
            self.desk,
            work,
            caller,
            act,
            evidence=evidence_of(details, self.desk.new_id),
            form=asked.form,
            aftermath=self.aftermath,
            language=details.language,
        )

    def try_within(
        self, work: UnitOfWork, caller: Caller, details: ConsentDetails, now: datetime
    ) -> tuple[ConsentAct, Asked]:
        """
        Give the act that `within` would write, and write nothing.

        Raises:
            InvalidInput: As above.
            ImpossibleDates: As above.
        """
        person = subject_of(work, caller, details.person_id)
        zone = ZoneInfo(work.organisations.current().time_zone)
        may_be_now = details.method in TELLS_ITSELF
        signed = signed_when(details.signing, now, zone, may_be_now=may_be_now)
        if details.kind not in YES_KINDS:
            own_yes = yes_of(work.acts.list_of(details.person_id), details.signatory_id)
            signed = said_after(own_yes, signed, details.signing)
        check_capacity(work, details.person_id, details.signatory_id, details.capacity, signed)
        check_lifetime(
            signed, person, by_person=answers_alone(details.person_id, details.signatory_id)
        )
        asked = asked_by(work, details, signed)
        return self._drafted(details, asked, signed, now, zone), asked

    def _drafted(
        self, details: ConsentDetails, asked: Asked, signed: Signed, now: datetime, zone: ZoneInfo
    ) -> ConsentAct:
        """
        Put the act together.
        """
        is_due = details.method is Method.PAPER and details.evidence is None
        return ConsentAct(
            id=ActId(self.desk.new_id()),
            person_id=details.person_id,
            signatory_id=details.signatory_id,
            capacity=details.capacity,
            kind=details.kind,
            matters=asked.matters,
            signed_from=signed.from_at,
            signed_until=signed.until_at,
            recorded_at=now,
            channel_ids=asked.named.channel_ids,
            group_ids=asked.named.group_ids,
            everywhere=asked.named.everywhere,
            purposes=asked.purposes,
            explicit=details.explicit,
            method=details.method,
            form_version_id=details.form_version_id,
            starts_on=details.starts_on,
            expires_on=details.expires_on,
            evidence_due_on=day_of(now, zone) + SCAN_WITHIN
            if is_due and details.kind in YES_KINDS
            else None,
        )
