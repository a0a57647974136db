"""
Exports and stories: everything that is known, with its proof.
"""

from datetime import datetime
from typing import Annotated

from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Struct

from service.api.requests import After, Limit, Once, page, utc
from service.api.wire import ID_PATTERN, Id, Incoming, Instant, PageOut, Text
from service.decision.ids import ComplaintId, ExportId, PersonId, PublicationId
from service.records.complaints import ExportEventKind, ExportScope
from service.usecases.caller import Caller
from service.usecases.exports import Export, RequestStory
from service.usecases.registry import Registry
from service.usecases.stories import StoryLine

ZIP = "application/zip"
IdFilter = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]
Language = Annotated[str, QueryParameter(max_length=35, description="fr, nl, de or en.")]


class ExportIn(Incoming, frozen=True, kw_only=True):
    """
    What an export is about: one of the three.
    """

    person_id: Id | None = None
    publication_id: Id | None = None
    complaint_id: Id | None = None
    include_others: bool = False

    def to_scope(self) -> ExportScope:
        """
        Give it as the verb takes it.
        """
        return ExportScope(
            person_id=None if self.person_id is None else PersonId(self.person_id),
            publication_id=(
                None if self.publication_id is None else PublicationId(self.publication_id)
            ),
            complaint_id=None if self.complaint_id is None else ComplaintId(self.complaint_id),
            include_others=self.include_others,
        )


class ExportRequestIn(Incoming, frozen=True, kw_only=True):
    """
    An export of everyone, or of all that was recorded in a period; and why.
    """

    reason: Text
    from_at: Instant | None = None
    until_at: Instant | None = None


class ExportEventOut(Struct, frozen=True):
    """
    What became of a request.
    """

    kind: ExportEventKind
    recorded_at: datetime
    actor_id: str


class ExportRequestOut(Struct, frozen=True, kw_only=True):
    """
    A request for an export that two people are needed for.
    """

    id: str
    requested_at: datetime
    requested_by: str
    reason: str
    from_at: datetime | None
    until_at: datetime | None
    is_approved: bool
    events: list[ExportEventOut]

    @classmethod
    def of(cls, story: RequestStory) -> "ExportRequestOut":
        """
        Show a request.
        """
        request = story.request
        return cls(
            id=request.id,
            requested_at=request.requested_at,
            requested_by=request.requested_by,
            reason=request.reason,
            from_at=request.scope.from_at,
            until_at=request.scope.until_at,
            is_approved=story.is_approved,
            events=[
                ExportEventOut(each.kind, each.recorded_at, each.actor_id) for each in story.events
            ],
        )


class StoryLineOut(Struct, frozen=True):
    """
    One entry of the log in one sentence.
    """

    entry: int
    at: datetime
    kind: str
    sentence: str

    @classmethod
    def of(cls, line: StoryLine) -> "StoryLineOut":
        """
        Show a line.
        """
        return cls(line.index, line.at, line.kind, line.sentence)


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
    return _download(registry.make_export(caller, data.to_scope()))


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
    return ExportRequestOut.of(registry.request_export(once(data), scope, data.reason))


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
    listing = registry.list_export_requests(caller, page(limit, after))
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
    return ExportRequestOut.of(registry.approve_export(caller, ExportId(export_id)))


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
    return _download(registry.make_export(caller, ExportScope(), ExportId(export_id)))


@get("/stories", operation_id="showStory", sync_to_thread=True)
def show_story(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    person_id: IdFilter = None,
    publication_id: IdFilter = None,
    language: Language = "",
) -> list[StoryLineOut]:
    """
    Tell what the log knows of a person or a publication, in plain words.
    """
    lines = registry.show_story(
        caller,
        None if person_id is None else PersonId(person_id),
        None if publication_id is None else PublicationId(publication_id),
        language,
    )
    return [StoryLineOut.of(each) for each in lines]


def _download(export: Export) -> Response[bytes]:
    headers = {"Content-Disposition": f'attachment; filename="{export.filename}"'}
    return Response(export.content, media_type=ZIP, headers=headers)


ROUTES = Router(
    "/",
    route_handlers=[
        make_export,
        request_export,
        list_export_requests,
        approve_export,
        make_approved_export,
        show_story,
    ],
    tags=["exports"],
)
