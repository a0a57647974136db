"""
Declare that an act never counted.
"""

from dataclasses import dataclass
from datetime import datetime

from service.decision.consents import ConsentAct
from service.decision.ids import ActId
from service.decision.powers import Scope
from service.decision.terms import ActKind, Capacity
from service.errors import AlreadyExists, InvalidInput
from service.usecases import text
from service.usecases.caller import Caller
from service.usecases.consents.evidence import written_down
from service.usecases.consents.subject import check_seen
from service.usecases.consents.writing import write_act
from service.usecases.desk import Desk
from service.usecases.ports.aftermath import Aftermath
from service.usecases.ports.receipts import Notices
from service.usecases.ports.work import UnitOfWork
from service.usecases.recording import recall

SAYS_NOTHING = frozenset({ActKind.REQUESTED, ActKind.INVALIDATED})


@dataclass(frozen=True, slots=True)
class InvalidateConsent:
    """
    Declare that an act never counted.
    """

    desk: Desk
    aftermath: Aftermath
    notices: Notices

    def __call__(self, caller: Caller, act_id: ActId, note: str) -> ConsentAct:
        """
        Record that an act was void from the start, and on what ground.

        The act itself stays.  Without a no that is declared void nothing may be
        published either: somebody has to be asked again.

        Raises:
            NotAllowed: The caller has no `consents:write` scope.
            NotFound: There is no such act.
            InvalidInput: No ground is given, or the act says nothing.
            AlreadyExists: It is void already.
        """
        caller = caller.narrowed(Scope.CONSENTS_WRITE)
        ground = text.paragraphs(note, "note", required=True)
        evidence = written_down(ground, "note", self.desk.new_id)
        with self.desk.database.begin(caller.organisation_id) as work:
            now = self.desk.now_alone(work)
            if made_before := recall(work, caller):
                return work.acts.get(ActId(made_before))
            target = work.acts.get(act_id)
            check_seen(work, caller, target.person_id)
            _check_target(work, target)
            void = self._void(target, now)
            written = write_act(
                self.desk, work, caller, void, evidence=evidence, aftermath=self.aftermath
            )
            self.notices.changed(work, target.person_id, None, now)
            work.commit()
        return written

    def _void(self, target: ConsentAct, now: datetime) -> ConsentAct:
        """
        Put the act together that makes another one void.
        """
        return ConsentAct(
            id=ActId(self.desk.new_id()),
            person_id=target.person_id,
            signatory_id=target.signatory_id,
            capacity=Capacity.ORGANISATION,
            kind=ActKind.INVALIDATED,
            matters=target.matters,
            signed_from=now,
            signed_until=now,
            recorded_at=now,
            channel_ids=target.channel_ids,
            group_ids=target.group_ids,
            targets_act_id=target.id,
        )


def _check_target(work: UnitOfWork, target: ConsentAct) -> None:
    """
    Refuse what cannot be void, or is so already.
    """
    if target.kind in SAYS_NOTHING:
        raise InvalidInput("This act says neither yes nor no.", field="act_id")
    others = work.acts.list_of(target.person_id)
    if any(each.targets_act_id == target.id for each in others):
        raise AlreadyExists("This act is void already.", field="act_id")
