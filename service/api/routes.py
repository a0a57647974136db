"""
Gather every route of the API.
"""

from litestar import Router
from litestar.di import Provide

from service.api import (
    accountability,
    authorities,
    campaigns,
    channel_groups,
    channels,
    checks,
    complaints,
    consent_files,
    consents,
    covering,
    evidence_log,
    exports,
    forms,
    holds,
    hooks,
    issued_keys,
    letters,
    lists,
    openid,
    organisation,
    pairs,
    paper,
    people,
    people_tables,
    photos,
    proposals,
    protections,
    publications,
    release_copies,
    retention,
    reviews,
    signatories,
    signs,
    staff,
    standings,
    takedowns,
    units,
    unmatched,
)
from service.api.health import get_health
from service.api.keys import admitted, provide_caller
from service.api.requests import provide_once

PREFIX = "/api/v1"


def guarded_routes() -> Router:
    """
    Give the routes that only somebody we know reaches.
    """
    return Router(
        PREFIX,
        route_handlers=[
            organisation.ROUTES,
            openid.ROUTES,
            issued_keys.ROUTES,
            hooks.ROUTES,
            staff.ROUTES,
            units.ROUTES,
            people.ROUTES,
            people_tables.ROUTES,
            standings.ROUTES,
            signatories.ROUTES,
            authorities.ROUTES,
            pairs.ROUTES,
            protections.ROUTES,
            holds.ROUTES,
            channels.ROUTES,
            channel_groups.ROUTES,
            forms.ROUTES,
            reviews.ROUTES,
            paper.ROUTES,
            consents.ROUTES,
            unmatched.ROUTES,
            campaigns.ROUTES,
            letters.ROUTES,
            lists.ROUTES,
            signs.ROUTES,
            consent_files.ROUTES,
            photos.ROUTES,
            covering.ROUTES,
            release_copies.ROUTES,
            checks.ROUTES,
            publications.ROUTES,
            proposals.ROUTES,
            takedowns.ROUTES,
            complaints.ROUTES,
            evidence_log.ROUTES,
            exports.ROUTES,
            retention.ROUTES,
            accountability.ROUTES,
        ],
        guards=[admitted],
        dependencies={
            "caller": Provide(provide_caller, sync_to_thread=False),
            "once": Provide(provide_once, sync_to_thread=False),
        },
        security=[{"key": []}],
    )


def open_routes() -> Router:
    """
    Give the routes that anybody reaches.
    """
    return Router(PREFIX, route_handlers=[get_health])
