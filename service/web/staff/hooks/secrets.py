"""
Show a secret, this once, with what its receiver does with it.
"""

from typing import Any, Final

from litestar import Request, Response

from service.usecases.caller import Caller
from service.usecases.hooks import RegisteredHook
from service.web.render import page
from service.web.staff.hooks.cards import card_of

VERIFYING: Final = (
    'key = base64.b64decode(secret.removeprefix("whsec_"))',
    "signed = f\"{headers['webhook-id']}.{headers['webhook-timestamp']}.\".encode() + body",
    'right = "v1," + base64.b64encode(hmac.digest(key, signed, "sha256")).decode()',
    'ours = any(hmac.compare_digest(right, each) for each in headers["webhook-signature"].split())',
    'fresh = abs(time.time() - int(headers["webhook-timestamp"])) < 300',
)
"""For whoever runs the other program; a test runs them on a message of ours."""


def show_secret(
    request: Request[Any, Caller, Any], made: RegisteredHook, *, is_rotated: bool = False
) -> Response[bytes]:
    """
    Show a secret, this once, with what its receiver does with it.
    """
    return page(
        request,
        "staff/hooks/secret.html",
        hook_id=made.hook.id,
        place=card_of(made.hook).place,
        secret=made.secret,
        verifying=VERIFYING,
        is_rotated=is_rotated,
    )
