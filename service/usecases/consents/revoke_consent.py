"""
Stop a signatory's yes on the organisation's own account.
"""

from dataclasses import dataclass

from service.decision.consents import ConsentAct
from service.decision.ids import ActId
from service.decision.powers import Scope
from service.decision.terms import ActKind, Capacity
from service.errors import InvalidInput
from service.usecases.caller import Caller
from service.usecases.consents.act_details import StopDetails
from service.usecases.consents.evidence import written_down
from service.usecases.consents.reach import ALL_MATTERS, reach_of_stop
from service.usecases.consents.signing import yes_of
from service.usecases.consents.subject import subject_of
from service.usecases.consents.writing import recall_act, write_act
from service.usecases.desk import Desk
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.receipts import Notices


@dataclass(frozen=True, slots=True)
class RevokeConsent:
    """
    Stop a signatory's yes on the organisation's own account.
    """

    desk: Desk
    aftermath: Aftermath
    notices: Notices

    def __call__(self, caller: Caller, details: StopDetails) -> ConsentAct:
        """
        Record that the organisation no longer uses a yes, from this instant on.

        It is not the signatory's withdrawal and never reads as one (domain
        section 3.1); a new yes of the same signatory ends it.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            InvalidInput: Somebody or something named does not exist, or there is no
                such yes.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        evidence = written_down(details.note, "note", self.desk.new_id)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            if made_before := recall_act(work, caller):
                return made_before
            subject_of(work, caller, details.person_id)
            named = reach_of_stop(work, details.reach)
            matters = details.matters or ALL_MATTERS
            own_yes = yes_of(work.acts.list_of(details.person_id), details.signatory_id)
            if not any(named.touches(each, matters) for each in own_yes):
                message = "This signatory gave no yes that could be stopped."
                raise InvalidInput(message, field="signatory_id")
            act = ConsentAct(
                id=ActId(self.desk.new_id()),
                person_id=details.person_id,
                signatory_id=details.signatory_id,
                capacity=Capacity.ORGANISATION,
                kind=ActKind.REVOKED,
                matters=matters,
                signed_from=now,
                signed_until=max(now, *(each.signed_from for each in own_yes)),
                recorded_at=now,
                channel_ids=named.channel_ids,
                group_ids=named.group_ids,
                everywhere=named.everywhere,
                method=details.method,
            )
            written = write_act(
                self.desk, work, caller, act, evidence=evidence, aftermath=self.aftermath
            )
            self.notices.changed(work, details.person_id, None, now)
            work.commit()
        return written
