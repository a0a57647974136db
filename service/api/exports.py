"""
Exports and stories: everything that is known, with its proof.
"""

from typing import Annotated

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter

from service.api.export_structs import (
    ExportIn,
    ExportMadeOut,
    ExportPreviewOut,
    ExportRequestIn,
    ExportRequestOut,
    StoryLineOut,
    WithheldOut,
)
from service.api.requests import After, AsOf, KnownAt, Limit, Once, instant, page, utc
from service.api.wire import ID_PATTERN, PageOut
from service.decision.ids import ExportId, PersonId, PhotoId, PublicationId
from service.records.complaints import ExportScope
from service.usecases.caller import Caller
from service.usecases.exports import Export
from service.usecases.registry import Registry
from service.usecases.stories import Viewpoint

ZIP = "application/zip"
IdFilter = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]
Language = Annotated[str, QueryParameter(max_length=35, description="fr, nl, de or en.")]


@post("/exports", operation_id="makeExport", status_code=200, sync_to_thread=True)
def make_export(
    data: JSONBody[ExportIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> Response[bytes]:
    """
    Export a person, publication or complaint as a file that proves itself.

    Who took it is written down, and stands in the file.  Other people are withheld
    unless `include_others` says otherwise.
    """
    return _download(registry.exports.make_export(caller, data.to_scope()))


@post("/exports/preview", operation_id="previewExport", status_code=200, sync_to_thread=True)
def preview_export(
    data: JSONBody[ExportIn],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ExportPreviewOut:
    """
    Count what an export would hold and withhold; nothing is handed out.
    """
    found = registry.exports.preview_export(caller, data.to_scope())
    return ExportPreviewOut(dict(found.holds), [WithheldOut(*each) for each in found.withheld])


@get("/exports", operation_id="listExports", sync_to_thread=True)
def list_exports(
    caller: NamedDependency[Caller], registry: NamedDependency[Registry]
) -> list[ExportMadeOut]:
    """
    List who took what, the latest first.
    """
    names = ExportMadeOut.__struct_fields__[1:]
    return [
        ExportMadeOut(each.index, *(getattr(each, name) for name in names))
        for each in registry.exports.list_exports(caller)
    ]


@post("/exports/requests", operation_id="requestExport", sync_to_thread=True)
def request_export(
    data: JSONBody[ExportRequestIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> ExportRequestOut:
    """
    Ask for an export of everyone; somebody else must approve it.
    """
    scope = ExportScope(
        from_at=utc(data.from_at, "from_at"), until_at=utc(data.until_at, "until_at")
    )
    return ExportRequestOut.of(registry.exports.request_export(once(data), scope, data.reason))


@get("/exports/requests", operation_id="listExportRequests", sync_to_thread=True)
def list_export_requests(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
) -> PageOut[ExportRequestOut]:
    """
    List requests for exports of everyone, and what became of them.
    """
    listing = registry.exports.list_export_requests(caller, page(limit, after))
    return PageOut([ExportRequestOut.of(each) for each in listing.items], listing.next_after)


@post(
    "/exports/requests/{export_id:str}/approve",
    operation_id="approveExport",
    status_code=200,
    sync_to_thread=True,
)
def approve_export(
    export_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> ExportRequestOut:
    """
    Agree to an export that somebody else asked for; good for one.
    """
    return ExportRequestOut.of(registry.exports.approve_export(caller, ExportId(export_id)))


@post(
    "/exports/requests/{export_id:str}/make",
    operation_id="makeApprovedExport",
    status_code=200,
    sync_to_thread=True,
)
def make_approved_export(
    export_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> Response[bytes]:
    """
    Make an export of everyone that was approved.
    """
    return _download(registry.exports.make_export(caller, ExportScope(), ExportId(export_id)))


@get("/stories", operation_id="showStory", sync_to_thread=True)
def show_story(  # one argument a query parameter
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    person_id: IdFilter = None,
    publication_id: IdFilter = None,
    language: Language = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    photo_id: IdFilter = None,
) -> list[StoryLineOut]:
    """
    Tell in plain words what the log knows.

    Of a person, a publication or a photo: one of them is named.

    With `as_of` what had happened by then, with `known_at` what was recorded by then.
    """
    lines = registry.show_story(
        caller,
        None if person_id is None else PersonId(person_id),
        None if publication_id is None else PublicationId(publication_id),
        language,
        Viewpoint(instant(as_of, "as_of"), instant(known_at, "known_at")),
        None if photo_id is None else PhotoId(photo_id),
    )
    return [StoryLineOut.of(each) for each in lines]


def _download(export: Export) -> Response[bytes]:
    headers = {"Content-Disposition": f'attachment; filename="{export.filename}"'}
    return Response(export.content, media_type=ZIP, headers=headers)


ROUTES = Router(
    "/",
    route_handlers=[
        make_export,
        preview_export,
        list_exports,
        request_export,
        list_export_requests,
        approve_export,
        make_approved_export,
        show_story,
    ],
    tags=["exports"],
)
