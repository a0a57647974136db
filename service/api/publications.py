"""
Publications: what was published where, corrected, taken down.
"""

from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody, QueryParameter

from service.api.bodies import BODIES
from service.api.publication_structs import (
    CorrectionIn,
    PublicationForm,
    PublicationIn,
    PublicationOut,
    PublicationStoryOut,
    ReshareIn,
    TakeDownIn,
)
from service.api.requests import (
    FORM,
    JSON,
    READS,
    After,
    Limit,
    Once,
    StrictRequest,
    page,
    utc,
)
from service.api.sent_posts import MAX_FORM_BYTES, PostReader, SentPost
from service.api.wire import ID_PATTERN, PageOut
from service.decision.ids import PublicationId
from service.usecases.caller import Caller
from service.usecases.publications import (
    PublicationDetails,
    ReshareDetails,
)
from service.usecases.registry import Registry

IdFilter = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]

LiveFilter = Annotated[
    bool | None,
    QueryParameter(description="Only what is still out, or only what was taken down."),
]

read_publication = PostReader(PublicationIn)


async def provide_post(request: StrictRequest) -> SentPost[PublicationIn]:
    """
    Read a publication, as JSON or as a form with pictures.
    """
    return await read_publication(request)


@post(
    "/",
    operation_id="recordPublication",
    sync_to_thread=True,
    request_max_body_size=MAX_FORM_BYTES,
    dependencies={"sent": Provide(provide_post)},
    opt={READS: (JSON, FORM), BODIES: {JSON: PublicationIn, FORM: PublicationForm}},
)
def record_publication(
    sent: NamedDependency[SentPost[PublicationIn]],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> PublicationOut:
    """
    Record a publication: decided again now, counted, all or nothing.

    When the verdict at this instant is not `publish`, 409 names the check that says
    why, and nothing is recorded.
    """
    told = sent.told
    details = PublicationDetails(sent.question, told.where, told.alt_text, told.published_as)
    made = registry.publications.record_publication(once(*sent.parts), details)
    return PublicationOut.of(made, once.caller)


@post("/{publication_id:str}/reshares", operation_id="recordReshare", sync_to_thread=True)
def record_reshare(
    publication_id: FromPath[str],
    data: JSONBody[ReshareIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> PublicationOut:
    """
    Record that a publication was shared again, with its photos and people.

    It has happened, so it is recorded whatever the verdict: where its people may not be
    shown, a takedown opens with it.
    """
    happened_at = utc(data.happened_at, "happened_at")
    details = ReshareDetails(data.channel, data.where, happened_at, data.published_as)
    made = registry.publications.record_reshare(once(data), PublicationId(publication_id), details)
    return PublicationOut.of(made, once.caller)


@post(
    "/{publication_id:str}/correct",
    operation_id="correctPublication",
    status_code=200,
    sync_to_thread=True,
)
def correct_publication(
    publication_id: FromPath[str],
    data: JSONBody[CorrectionIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> PublicationStoryOut:
    """
    Say which later publication corrects this one; history stays.
    """
    story = registry.publications.correct_publication(
        once(data), PublicationId(publication_id), PublicationId(data.corrected_by), data.note
    )
    return PublicationStoryOut.of(story, once.caller)


@post(
    "/{publication_id:str}/take-down",
    operation_id="takeDownPublication",
    status_code=200,
    sync_to_thread=True,
)
def take_down_publication(
    publication_id: FromPath[str],
    data: JSONBody[TakeDownIn],
    once: NamedDependency[Once],
    registry: NamedDependency[Registry],
) -> PublicationStoryOut:
    """
    Record that a publication was taken down, with the proof.
    """
    happened_at = utc(data.happened_at, "happened_at")
    story = registry.publications.take_down_publication(
        once(data), PublicationId(publication_id), happened_at, data.note
    )
    return PublicationStoryOut.of(story, once.caller)


@get("/{publication_id:str}", operation_id="getPublication", sync_to_thread=True)
def get_publication(
    publication_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> PublicationStoryOut:
    """
    Give one publication and what happened to it.
    """
    story = registry.publications.get_publication(caller, PublicationId(publication_id))
    return PublicationStoryOut.of(story, caller)


@get("/", operation_id="listPublications", sync_to_thread=True)
def list_publications(  # one argument a query parameter
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    channel_id: IdFilter = None,
    person_id: IdFilter = None,
    photo_id: IdFilter = None,
    live: LiveFilter = None,
) -> PageOut[PublicationOut]:
    """
    List publications, oldest first.
    """
    state = {} if live is None else {"live" if live else "down": "yes"}
    which = {"channel_id": channel_id, "person_id": person_id, "photo_id": photo_id}
    asked = page(limit, after, **which, **state)
    listing = registry.publications.list_publications(caller, asked)
    return PageOut([PublicationOut.of(each, caller) for each in listing.items], listing.next_after)


ROUTES = Router(
    "/publications",
    route_handlers=[
        record_publication,
        record_reshare,
        correct_publication,
        take_down_publication,
        get_publication,
        list_publications,
    ],
    tags=["publications"],
)
