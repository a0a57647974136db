"""
Show every act about a person, and who wrote each down.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from service.decision.consents import ConsentAct
from service.decision.ids import ActId, PersonId
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.desk import Desk
from service.usecases.ports.work import UnitOfWork
from service.usecases.sight.people import seen_person
from service.usecases.sight.staff import actor_name


@dataclass(frozen=True, slots=True)
class RecordedAct:
    """
    An act, who wrote it down, and whether it was declared void since.
    """

    act: ConsentAct
    recorded_by: str
    """The name of a member or a key; empty where it was somebody else."""
    is_void: bool = False


@dataclass(frozen=True, slots=True)
class ShowActs:
    """
    Show every act about a person.
    """

    desk: Desk

    def __call__(self, caller: Caller, person_id: PersonId) -> tuple[RecordedAct, ...]:
        """
        Give the acts, the newest first.

        Raises:
            NotAllowed: The caller has no `consents:read` scope.
            NotFound: There is no such person for this caller.
        """
        caller = caller.narrowed(Scope.CONSENTS_READ)
        with self.desk.database.look(caller.organisation_id) as work:
            seen_person(work, caller, person_id)
            acts = work.acts.list_of(person_id)
            names = recorder_names(work, person_id)
        void = {each.targets_act_id for each in acts if each.targets_act_id is not None}
        return tuple(
            RecordedAct(each, names.get(each.id, ""), is_void=each.id in void)
            for each in reversed(acts)
        )


def recorder_names(work: UnitOfWork, person_id: PersonId) -> Mapping[ActId, str]:
    """
    Name who wrote down each act about a person.
    """
    recorders = work.acts.recorders_of(person_id)
    names = {each: actor_name(work, each) for each in set(recorders.values())}
    return {act_id: names[actor_id] for act_id, actor_id in recorders.items()}
