"""
Close a form, and open it again.
"""

from typing import Any, Final

from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.redirects import see_other
from service.web.staff.forms import PATH


@post(f"{PATH}/{{template_id:str}}/close", sync_to_thread=True, operation_id="closeFormOnPage")
def close_form(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    template_id: FromPath[str],
) -> Response[bytes]:
    """
    Close a form: nobody is asked in its words from now on.
    """
    registry.forms.close_form(request.auth, template_id)
    return see_other(f"{PATH}/{template_id}")


@post(f"{PATH}/{{template_id:str}}/reopen", sync_to_thread=True, operation_id="reopenFormOnPage")
def reopen_form(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    template_id: FromPath[str],
) -> Response[bytes]:
    """
    Open a closed form again.
    """
    registry.forms.reopen_form(request.auth, template_id)
    return see_other(f"{PATH}/{template_id}")


ROUTES: Final = (close_form, reopen_form)
