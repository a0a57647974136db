"""
Hand out what somebody answered, to be taken along.
"""

from typing import Any, Final

from litestar import Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import PersonId
from service.decision.powers import Scope
from service.errors import NotFound
from service.usecases.caller import Caller
from service.usecases.interchange import Format
from service.usecases.registry import Registry


@get(
    "/people/{person_id:str}/records/{form:str}",
    sync_to_thread=True,
    operation_id="exportConsentsOfPerson",
)
def get_records(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    person_id: FromPath[str],
    form: FromPath[str],
) -> Response[bytes]:
    """
    Hand out every answer about one person; that it left is recorded.
    """
    caller = request.auth.narrowed(Scope.CONSENTS_READ).narrowed(Scope.PEOPLE_READ)
    if form not in set(Format):
        raise NotFound("There is no such form of file.")
    made = registry.interchange.export_consents(caller, Format(form), PersonId(person_id))
    headers = {"Content-Disposition": f'attachment; filename="{made.filename}"'}
    return Response(made.content, media_type=made.media_type, headers=headers)


ROUTES: Final = (get_records,)
