"""
List what ends soon or changed, and who comes of age.
"""

from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.overviews import LONGEST, MAX_DAYS, NOTICE_DAYS
from service.usecases.registry import Registry
from service.web.render import page
from service.web.session import member_of
from service.web.staff.people.person import channel_names, zone_of
from service.web.staff.people.reading import reader_of

DAYS: Final = (7, 30, NOTICE_DAYS)
"""When somebody is told before something ends (domain section 2.6)."""


@get("/lists/expiring", sync_to_thread=True, operation_id="showExpiringPage")
def show_expiring(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    days: FromQuery[int] = NOTICE_DAYS,
) -> Response[bytes]:
    """
    List which yes ends soon.
    """
    caller = reader_of(request)
    ahead = max(0, min(days, MAX_DAYS))
    return page(
        request,
        "staff/lists/expiring.html",
        found=registry.overviews.list_expiring(caller, ahead),
        channels=channel_names(registry, caller),
        days=ahead,
        choices=DAYS,
        may_answer=Scope.CONSENTS_WRITE in caller.actor.scopes,
    )


@get("/lists/coming-of-age", sync_to_thread=True, operation_id="showComingOfAgePage")
def show_coming_of_age(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    days: FromQuery[int] = NOTICE_DAYS,
) -> Response[bytes]:
    """
    List whose age soon changes who must answer.
    """
    caller = reader_of(request)
    ahead = max(0, min(days, MAX_DAYS))
    return page(
        request,
        "staff/lists/coming_of_age.html",
        found=registry.overviews.list_coming_of_age(caller, ahead),
        days=ahead,
        choices=DAYS,
    )


@get("/lists/changes", sync_to_thread=True, operation_id="showChangesPage")
def show_changes(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List what changed since the reader was here before.
    """
    caller = reader_of(request)
    session = member_of(request).session
    since = session.previous_visit_at
    return page(
        request,
        "staff/lists/changes.html",
        found=registry.overviews.list_changes(caller, since),
        since=since,
        is_cut=since is not None and session.seen_at - since > LONGEST,
        longest_days=LONGEST.days,
        zone=zone_of(registry, caller),
    )


ROUTES: Final = (show_expiring, show_coming_of_age, show_changes)
