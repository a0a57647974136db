"""
Show what was answered once, and the same question again.
"""

from datetime import date
from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import CheckId
from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.render import page
from service.web.staff.answers import by_answer, shown
from service.web.staff.obstacles import obstacles_in
from service.web.staff.proof.reading import channel_names, staff_names, zone_of


@get("/checks/{check_id:str}", sync_to_thread=True, operation_id="showAnswered")
def show_answered(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    check_id: FromPath[str],
) -> Response[bytes]:
    """
    Show an answer as it was given, and what the facts of then give today.
    """
    caller = request.auth.narrowed(Scope.AUDIT)
    replay = registry.checks.replay_check(caller, CheckId(check_id))
    check = replay.check
    channels = channel_names(registry, caller)
    outcome = check.outcome
    several = len(outcome["channels"]) > 1
    return page(
        request,
        "staff/proof/answered.html",
        check=check,
        replay=replay,
        then=shown(outcome),
        now=shown(replay.outcome),
        for_day=date.fromisoformat(outcome["for_date"]),
        groups=by_answer(outcome, channels) if several else (),
        where=[channels.get(each, each) for each in outcome["channels"]],
        obstacles=obstacles_in(registry, caller, outcome["reasons"]),
        actors=staff_names(registry, caller),
        zone=zone_of(registry, caller),
    )


ROUTES: Final = (show_answered,)
