"""
Show who took what, and what an export would withhold before it is made.
"""

from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery

from service.decision.ids import ComplaintId, PersonId, PublicationId
from service.decision.powers import Scope
from service.errors import NotFound
from service.records.complaints import ExportScope
from service.usecases.caller import Caller
from service.usecases.exports import Export
from service.usecases.registry import Registry
from service.web.fields import Fields
from service.web.listings import everything
from service.web.render import page
from service.web.staff.proof.reading import staff_names, zone_of

PATH: Final = "/exports"
SUBJECTS: Final = ("complaint", "person", "publication")


@get(PATH, sync_to_thread=True, operation_id="showExports")
def show_exports(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List what was taken, and what somebody asks for.
    """
    return exports_page(request, registry)


@get(f"{PATH}/new", sync_to_thread=True, operation_id="showNewExport")
def show_new_export(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    complaint: FromQuery[str] = "",
    person: FromQuery[str] = "",
    publication: FromQuery[str] = "",
    others: FromQuery[str] = "",
) -> Response[bytes]:
    """
    Show what an export would hold and withhold.
    """
    told = {"complaint": complaint, "person": person, "publication": publication}
    scope = _scope(told, is_whole=bool(others))
    subject, subject_id = next((name, each) for name, each in told.items() if each)
    return page(
        request,
        "staff/proof/export.html",
        preview=registry.exports.preview_export(request.auth, scope),
        subject=subject,
        subject_id=subject_id,
        is_whole=bool(others),
    )


@post(PATH, sync_to_thread=True, status_code=200, operation_id="makeExportOnPage")
def make_export(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Make it, and hand it out; who took it is written down.
    """
    scope = _scope({each: fields[each] for each in SUBJECTS}, is_whole="others" in fields)
    return handed_out(registry.exports.make_export(request.auth, scope))


def exports_page(
    request: Request[Any, Caller, Any], registry: Registry, *, fault: str = "", reason: str = ""
) -> Response[bytes]:
    """
    Show the list, and what is wrong with what was asked for.
    """
    caller = request.auth
    caller.needs(Scope.AUDIT)
    requests = everything(registry.exports.list_export_requests, caller)
    return page(
        request,
        "staff/proof/exports.html",
        status=422 if fault else 200,
        made=registry.exports.list_exports(caller),
        requests=tuple(reversed(requests)),
        actors=staff_names(registry, caller),
        me=caller.actor.id,
        fault=fault,
        reason=reason,
        zone=zone_of(registry, caller),
    )


def handed_out(export: Export) -> Response[bytes]:
    """
    Hand out a file that no browser shows or keeps.
    """
    headers = {
        "Content-Disposition": f'attachment; filename="{export.filename}"',
        "Cache-Control": "no-store",
    }
    return Response(export.content, media_type="application/zip", headers=headers)


def _scope(told: dict[str, str], *, is_whole: bool) -> ExportScope:
    """
    Read what it is about: one thing.

    Raises:
        NotFound: It is about nothing, or about several.
    """
    if 1 != sum(bool(each) for each in told.values()):
        raise NotFound("Name one complaint, person or publication.")
    complaint, person, publication = (told[each] for each in SUBJECTS)
    return ExportScope(
        complaint_id=ComplaintId(complaint) if complaint else None,
        person_id=PersonId(person) if person else None,
        publication_id=PublicationId(publication) if publication else None,
        include_others=is_whole,
    )


ROUTES: Final = (show_exports, show_new_export, make_export)
