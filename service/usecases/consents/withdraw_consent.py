"""
Take an answer back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from service.decision.consents import ConsentAct
from service.decision.ids import ActId
from service.decision.powers import Scope
from service.decision.terms import ActKind, Matter
from service.errors import ImpossibleDates
from service.usecases.caller import Caller
from service.usecases.consents.act_details import StopDetails
from service.usecases.consents.evidence import written_down
from service.usecases.consents.reach import ALL_MATTERS, Named, reach_of_stop
from service.usecases.consents.signers import capacity_to_stop
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


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """
    Take an answer back (GDPR article 7(3)).
    """

    desk: Desk
    aftermath: Aftermath
    receipts: Receipts

    def __call__(self, caller: Caller, details: StopDetails) -> ConsentAct:
        """
        Record that a signatory takes back: from the next check on it is a no.

        It takes the person and the signatory, nothing more: no reason, no form, no
        proof.  Whoever said yes may take it back even when the authority is over,
        and taking back what was never given is a no as well.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            InvalidInput: Somebody or something named does not exist.
            ImpossibleDates: Signed in the future, or before what it takes back.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            if made_before := recall_act(work, caller):
                return made_before
            written = self.within(work, caller, details, now)
            self.receipts.issue(work, caller, [written], "", now)
            work.commit()
        return written

    def within(
        self, work: UnitOfWork, caller: Caller, details: StopDetails, now: datetime
    ) -> ConsentAct:
        """
        Record it in a transaction that holds more than it.

        Whoever calls has seen that the caller may, and commits.

        Raises:
            InvalidInput: As above.
            ImpossibleDates: As above.
        """
        evidence = written_down(details.note, "note", self.desk.new_id)
        person = subject_of(work, caller, details.person_id)
        zone = ZoneInfo(work.organisations.current().time_zone)
        own_yes = yes_of(work.acts.list_of(details.person_id), details.signatory_id)
        signed = signed_when(details.signing, now, zone, may_be_now=True)
        signed = said_after(own_yes, signed, details.signing)
        capacity = capacity_to_stop(
            work, details.person_id, details.signatory_id, own_yes, signed.day
        )
        check_lifetime(
            signed, person, by_person=answers_alone(details.person_id, details.signatory_id)
        )
        named = reach_of_stop(work, details.reach)
        matters = details.matters or ALL_MATTERS
        _check_not_before(own_yes, named, matters, signed)
        act = ConsentAct(
            id=ActId(self.desk.new_id()),
            person_id=details.person_id,
            signatory_id=details.signatory_id,
            capacity=capacity,
            kind=ActKind.WITHDRAWN,
            matters=matters,
            signed_from=signed.from_at,
            signed_until=signed.until_at,
            recorded_at=now,
            channel_ids=named.channel_ids,
            group_ids=named.group_ids,
            everywhere=named.everywhere,
            method=details.method,
        )
        return write_act(self.desk, work, caller, act, evidence=evidence, aftermath=self.aftermath)


def _check_not_before(
    own_yes: Sequence[ConsentAct], named: Named, matters: frozenset[Matter], signed: Signed
) -> None:
    """
    Refuse a day on which nothing was given yet: the later yes would overrule it.
    """
    touched = [each for each in own_yes if named.touches(each, matters)]
    if touched and all(signed.until_at < each.signed_from for each in touched):
        message = "Nothing was given yet then; leave the date out to take it back now."
        raise ImpossibleDates(message, field=signed.field)
