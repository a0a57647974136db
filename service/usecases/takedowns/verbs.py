"""
Hold the verbs about what must come down.
"""

from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.ports.copies import CopiesOfHeld
from service.usecases.takedowns.finish_takedown import FinishTakedown
from service.usecases.takedowns.get_proof import GetProof
from service.usecases.takedowns.open_takedowns import OpenTakedowns
from service.usecases.takedowns.read_takedowns import GetTakedown, ListTakedowns
from service.usecases.takedowns.sweep_takedowns import SweepTakedowns


@dataclass(frozen=True, slots=True, kw_only=True)
class TakedownVerbs:
    """
    Every such verb as a field: `registry.takedowns.list_takedowns`.
    """

    list_takedowns: ListTakedowns
    get_takedown: GetTakedown
    finish_takedown: FinishTakedown
    get_proof: GetProof
    sweep_takedowns: SweepTakedowns


def takedown_verbs(
    desk: Desk, open_takedowns: OpenTakedowns, copies: CopiesOfHeld
) -> TakedownVerbs:
    """
    Give each verb its ports.
    """
    return TakedownVerbs(
        list_takedowns=ListTakedowns(desk),
        get_takedown=GetTakedown(desk),
        finish_takedown=FinishTakedown(desk),
        get_proof=GetProof(desk),
        sweep_takedowns=SweepTakedowns(open_takedowns, copies.sweep),
    )
