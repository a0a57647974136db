"""
Publications on the wire.
"""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from service.api.check_structs import PostForm, PostIn
from service.api.wire import Id, Incoming, Instant, Text
from service.decision.terms import Purpose
from service.records.activity import Publication, PublicationEvent, PublishedAs
from service.usecases.caller import Caller
from service.usecases.publications import PublicationStory, people_known_to

Where = Annotated[str, Meta(max_length=2_000, examples=["https://facebook.com/posts/1"])]
As = Annotated[PublishedAs, Meta(description="In whose name it is there; no rule decides by it.")]
AltText = Annotated[str, Meta(max_length=2_000, examples=["A girl feeds a goat"])]


class PublicationIn(PostIn, frozen=True, kw_only=True):
    """
    A publication to record, decided at this very instant.
    """

    where: Where = ""
    alt_text: AltText = ""
    published_as: As = PublishedAs.ORGANISATION


class PublicationForm(PostForm, frozen=True, kw_only=True):
    """
    A publication with its pictures.
    """

    where: Where = ""
    alt_text: AltText = ""
    published_as: As = PublishedAs.ORGANISATION


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


class ReshareIn(Incoming, frozen=True, kw_only=True):
    """
    Where a publication was shared again: channel, and address there.
    """

    channel: Annotated[str, Meta(max_length=2_000, examples=["facebook"])]
    where: Where = ""
    happened_at: Instant | None = None
    published_as: As = PublishedAs.ORGANISATION


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
    reshare_of: str | None
    published_as: PublishedAs

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
            reshare_of=publication.reshare_of,
            published_as=publication.published_as,
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

    `reshares` are publications of their own.
    """

    publication: PublicationOut
    events: list[PublicationEventOut]
    reshares: list[str]

    @classmethod
    def of(cls, story: PublicationStory, caller: Caller) -> "PublicationStoryOut":
        """
        Show a story.
        """
        events = [PublicationEventOut.of(each) for each in story.events]
        return cls(PublicationOut.of(story.publication, caller), events, list(story.reshares))
