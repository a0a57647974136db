"""
Publications: what was published where, corrected, taken down.
"""

from datetime import datetime
from typing import Annotated

from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta, Struct

from service.api.bodies import BODIES
from service.api.check_structs import PostForm, PostIn
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
from service.api.wire import ID_PATTERN, Id, Incoming, Instant, PageOut, Text
from service.decision.ids import PublicationId
from service.decision.terms import Purpose
from service.records.activity import Publication, PublicationEvent
from service.usecases.caller import Caller
from service.usecases.publications import (
    PublicationDetails,
    PublicationStory,
    people_known_to,
)
from service.usecases.registry import Registry

Where = Annotated[str, Meta(max_length=2_000, examples=["https://facebook.com/posts/1"])]
AltText = Annotated[str, Meta(max_length=2_000, examples=["A girl feeds a goat"])]
IdFilter = Annotated[str | None, QueryParameter(max_length=64, pattern=ID_PATTERN)]


class PublicationIn(PostIn, frozen=True, kw_only=True):
    """
    A publication to record, decided at this very instant.
    """

    where: Where = ""
    alt_text: AltText = ""


class PublicationForm(PostForm, frozen=True, kw_only=True):
    """
    A publication with its pictures.
    """

    where: Where = ""
    alt_text: AltText = ""


class CorrectionIn(Incoming, frozen=True, kw_only=True):
    """
    Which later publication corrects this one.
    """

    corrected_by: Id
    note: Text = ""


class TakeDownIn(Incoming, frozen=True, kw_only=True):
    """
    When it came down, and the proof; left out, now.
    """

    happened_at: Instant | None = None
    note: Text = ""


class PublicationOut(Struct, frozen=True, kw_only=True):
    """
    A publication as recorded.

    `person_ids` is null for whoever may not know.
    """

    id: str
    channel_id: str
    purpose: Purpose
    published_at: datetime
    recorded_at: datetime
    actor_id: str
    check_id: str
    photo_ids: list[str]
    person_ids: list[str] | None
    caption_sha256: str
    where: str
    alt_text: str

    @classmethod
    def of(cls, publication: Publication, caller: Caller) -> "PublicationOut":
        """
        Show a publication, as far as the caller may know it.
        """
        people = people_known_to(caller, publication)
        return cls(
            id=publication.id,
            channel_id=publication.channel_id,
            purpose=publication.purpose,
            published_at=publication.published_at,
            recorded_at=publication.recorded_at,
            actor_id=publication.actor_id,
            check_id=publication.check_id,
            photo_ids=list(publication.photo_ids),
            person_ids=None if people is None else list(people),
            caption_sha256=publication.caption_digest,
            where=publication.where,
            alt_text=publication.alt_text,
        )


class PublicationEventOut(Struct, frozen=True, kw_only=True):
    """
    What happened to a publication later: `corrected` or `taken_down`.
    """

    kind: str
    happened_at: datetime
    recorded_at: datetime
    actor_id: str
    note: str
    corrected_by: str | None

    @classmethod
    def of(cls, event: PublicationEvent) -> "PublicationEventOut":
        """
        Show what happened.
        """
        return cls(**{name: getattr(event, name) for name in cls.__struct_fields__})


class PublicationStoryOut(Struct, frozen=True):
    """
    A publication and what happened to it, oldest first.
    """

    publication: PublicationOut
    events: list[PublicationEventOut]

    @classmethod
    def of(cls, story: PublicationStory, caller: Caller) -> "PublicationStoryOut":
        """
        Show a story.
        """
        events = [PublicationEventOut.of(each) for each in story.events]
        return cls(PublicationOut.of(story.publication, caller), events)


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
    details = PublicationDetails(sent.question, sent.told.where, sent.told.alt_text)
    made = registry.record_publication(once(*sent.parts), details)
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
    story = registry.correct_publication(
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
    story = registry.take_down_publication(
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
    story = registry.get_publication(caller, PublicationId(publication_id))
    return PublicationStoryOut.of(story, caller)


@get("/", operation_id="listPublications", sync_to_thread=True)
def list_publications(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
    channel_id: IdFilter = None,
    person_id: IdFilter = None,
    photo_id: IdFilter = None,
) -> PageOut[PublicationOut]:
    """
    List publications, oldest first.
    """
    asked = page(limit, after, channel_id=channel_id, person_id=person_id, photo_id=photo_id)
    listing = registry.list_publications(caller, asked)
    return PageOut([PublicationOut.of(each, caller) for each in listing.items], listing.next_after)


ROUTES = Router(
    "/publications",
    route_handlers=[
        record_publication,
        correct_publication,
        take_down_publication,
        get_publication,
        list_publications,
    ],
    tags=["publications"],
)
