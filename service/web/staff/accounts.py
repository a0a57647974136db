"""
Hand out the register of processing and the impact assessment.
"""

from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.powers import Scope
from service.errors import NotFound
from service.usecases.accountability import DossierKind
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.web.downloads import download
from service.web.language import language_of
from service.web.render import page

_KINDS: Final = {each.value for each in DossierKind}
_FORMS: Final = {"pdf": "application/pdf", "html": "text/html; charset=utf-8"}


@get("/accounts", sync_to_thread=True, operation_id="showAccountsPage")
def show_accounts(request: Request[Any, Caller, Any]) -> Response[bytes]:
    """
    Say what there is, and in which form.
    """
    request.auth.needs_in(Scope.AUDIT, None)
    return page(request, "staff/accounts.html", kinds=sorted(_KINDS), forms=sorted(_FORMS))


@get("/accounts/{kind:str}/{form:str}", sync_to_thread=True, operation_id="downloadAccount")
def download_account(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    kind: FromPath[str],
    form: FromPath[str],
) -> Response[bytes]:
    """
    Draw one up, in the language of whoever asks.
    """
    if kind not in _KINDS or form not in _FORMS:
        raise NotFound("There is no such account.")
    content = registry.draw_up_dossier(
        request.auth, DossierKind(kind), language_of(request), as_pdf=form == "pdf"
    )
    return download(content, _FORMS[form], f"{kind}.{form}")


ROUTES: Final = (show_accounts, download_account)
