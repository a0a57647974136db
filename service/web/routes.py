"""
Gather every page.
"""

from litestar import Router
from litestar.di import Provide
from litestar.exceptions import HTTPException

from service.errors import NotIdentified, ObstatError
from service.web.assets import get_asset
from service.web.family import (
    answering,
    appearing,
    complaining,
    getting_in,
    large_print,
    receipts,
)
from service.web.family.door import family_in, to_the_door
from service.web.fields import provide_fields
from service.web.installing import get_manifest
from service.web.language import choose_language
from service.web.problems import show_bug, show_framework, show_refusal
from service.web.protection import own_requests
from service.web.security_txt import get_security_contact
from service.web.session import signed_in
from service.web.staff import (
    account,
    accounts,
    campaigns,
    channels,
    checking,
    closing_forms,
    correcting,
    covering,
    entrance,
    forms,
    holds,
    hooks,
    joining,
    letters,
    lists,
    members,
    openid,
    own_answer,
    passkey_entrance,
    passkeys,
    people,
    photo_erasing,
    photo_rights,
    photo_title,
    photos,
    previews,
    proof,
    proposals,
    proposing,
    providers,
    publications,
    releasing,
    retention,
    reviews,
    settings,
    tagging,
    takedowns,
    units,
    unmatched,
)


def page_routes() -> Router:
    """
    Give every page, with the guards and refusals that all share.
    """
    return Router(
        "/",
        route_handlers=[
            get_asset,
            get_manifest,
            get_security_contact,
            choose_language,
            *getting_in.OPEN_ROUTES,
            *complaining.ROUTES,
            *large_print.ROUTES,
            _family_routes(),
            *entrance.ROUTES,
            *passkey_entrance.ROUTES,
            *openid.ROUTES,
            *joining.ROUTES,
            _staff_routes(),
        ],
        guards=[own_requests],
        dependencies={"fields": Provide(provide_fields)},
        exception_handlers={
            ObstatError: show_refusal,
            HTTPException: show_framework,
            Exception: show_bug,
        },
        include_in_schema=False,
    )


def _family_routes() -> Router:
    """
    Give the pages that only a family reaches that came in.
    """
    return Router(
        "/",
        route_handlers=[*answering.ROUTES, *receipts.ROUTES, *appearing.ROUTES],
        guards=[family_in],
        exception_handlers={NotIdentified: to_the_door},
    )


def _staff_routes() -> Router:
    """
    Give the pages that only somebody who is signed in reaches.
    """
    return Router(
        "/",
        route_handlers=[
            *account.ROUTES,
            *passkeys.ROUTES,
            *campaigns.ROUTES,
            *channels.ROUTES,
            *checking.ROUTES,
            *closing_forms.ROUTES,
            *own_answer.ROUTES,
            *correcting.ROUTES,
            *covering.ROUTES,
            *forms.ROUTES,
            *holds.ROUTES,
            *hooks.ROUTES,
            *letters.ROUTES,
            *lists.ROUTES,
            *members.ROUTES,
            *photo_erasing.ROUTES,
            *photo_rights.ROUTES,
            *photo_title.ROUTES,
            *photos.ROUTES,
            *people.ROUTES,
            *previews.ROUTES,
            *releasing.ROUTES,
            *retention.ROUTES,
            *reviews.ROUTES,
            *settings.ROUTES,
            *accounts.ROUTES,
            *tagging.ROUTES,
            *proposing.ROUTES,
            *proposals.ROUTES,
            *providers.ROUTES,
            *publications.ROUTES,
            *proof.ROUTES,
            *takedowns.ROUTES,
            *units.ROUTES,
            *unmatched.ROUTES,
        ],
        guards=[signed_in],
    )
