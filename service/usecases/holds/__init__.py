"""
Verbs about holds: what stands in the way whatever anybody answered.
"""

from service.usecases.holds.get_hold import GetHold
from service.usecases.holds.hold_details import HoldDetails
from service.usecases.holds.lift_hold import LiftHold
from service.usecases.holds.list_holds import ListHolds
from service.usecases.holds.list_live_holds import ListLiveHolds
from service.usecases.holds.place_hold import PlaceHold

__all__ = ["GetHold", "HoldDetails", "LiftHold", "ListHolds", "ListLiveHolds", "PlaceHold"]
