"""
Accounts of the processing: the register, the impact assessment.
"""

from typing import Annotated

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from service.api.files import GIVES
from service.usecases.accountability import DossierKind
from service.usecases.caller import Caller
from service.usecases.registry import Registry

HTML, PDF = "text/html; charset=utf-8", "application/pdf"
Language = Annotated[str, QueryParameter(max_length=35, description="fr, nl, de or en.")]
AsPdf = Annotated[bool, QueryParameter(description="A tagged PDF instead of a page.")]


@get(
    "/accounts/register",
    operation_id="drawUpRegister",
    sync_to_thread=True,
    media_type=HTML,
    opt={GIVES: (HTML, PDF)},
)
def draw_up_register(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    language: Language = "en",
    pdf: AsPdf = False,  # noqa: FBT002  # a query parameter has a name
) -> Response[bytes]:
    """
    Draw up the register of processing (GDPR article 30).

    It tells how this house runs.  What only people know stands in brackets, to be filled in.
    """
    content = registry.draw_up_dossier(caller, DossierKind.REGISTER, language, as_pdf=pdf)
    return Response(content, media_type=PDF if pdf else HTML)


@get(
    "/accounts/dpia",
    operation_id="drawUpDpia",
    sync_to_thread=True,
    media_type=HTML,
    opt={GIVES: (HTML, PDF)},
)
def draw_up_dpia(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    language: Language = "en",
    pdf: AsPdf = False,  # noqa: FBT002  # a query parameter has a name
) -> Response[bytes]:
    """
    Draw up the impact assessment (GDPR article 35).

    It tells how this house runs.  What only people know stands in brackets, to be filled in.
    """
    content = registry.draw_up_dossier(caller, DossierKind.DPIA, language, as_pdf=pdf)
    return Response(content, media_type=PDF if pdf else HTML)


ROUTES = Router("/", route_handlers=[draw_up_register, draw_up_dpia], tags=["accounts"])
