"""
Hold the verbs about what stands in the way.
"""

from dataclasses import dataclass

from service.usecases.desk import Desk
from service.usecases.holds.get_hold import GetHold
from service.usecases.holds.lift_hold import LiftHold
from service.usecases.holds.list_holds import ListHolds
from service.usecases.holds.list_live_holds import ListLiveHolds
from service.usecases.holds.place_hold import PlaceHold


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldVerbs:
    """
    Every such verb as a field: `registry.holds.place_hold`.
    """

    place_hold: PlaceHold
    lift_hold: LiftHold
    get_hold: GetHold
    list_holds: ListHolds
    list_live_holds: ListLiveHolds


def hold_verbs(desk: Desk, place_hold: PlaceHold) -> HoldVerbs:
    """
    Give each verb its ports.
    """
    return HoldVerbs(
        place_hold=place_hold,
        lift_hold=LiftHold(desk),
        get_hold=GetHold(desk),
        list_holds=ListHolds(desk),
        list_live_holds=ListLiveHolds(desk),
    )
