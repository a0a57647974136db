"""
Record what was published, corrected and taken down.
"""

from datetime import datetime
from pathlib import Path
from typing import TypedDict, Unpack

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_channel, find_person, find_photo
from cli.terminal.pages import (
    EVERY_ONE,
    chosen,
    everything,
    local,
    made,
    show_latest,
    show_one,
)
from cli.terminal.reading import FILE, instant, one_of, text_of, uploads_of
from cli.terminal.waiting import waiting
from cli.terminal.words import Words, examples
from service.decision.ids import PublicationId
from service.decision.terms import Purpose
from service.errors import NotPublishable
from service.records.activity import Publication, PublishedAs
from service.usecases.checks.question import CheckQuestion
from service.usecases.plain import plain_fields
from service.usecases.publications import PublicationDetails, PublicationStory, ReshareDetails

AS = one_of(
    "--as",
    "published_as",
    words=PublishedAs,
    what="In the name of",
    default=PublishedAs.ORGANISATION.value,
)


class PostWords(TypedDict):
    """
    The words that describe a post.
    """

    photos: tuple[str, ...]
    names: tuple[str, ...]
    channel: str
    text: str | None
    purpose: str
    where: str
    alt_text: str
    published_as: str


@click.group(cls=Words)
def publications() -> None:
    """
    Record what is published and taken down.
    """


@publications.command("list", epilog=examples("obstat publications list --person 'Léa Dupont'"))
@click.option("--person", metavar="PERSON", help="Only what shows or names this person.")
@click.option("--channel", metavar="CHANNEL", help="Only on this channel.")
@click.option("--live/--down", default=None, help="Only what is still out, or was taken down.")
@EVERY_ONE
@with_registry
def list_(
    inside: Inside, person: str | None, channel: str | None, *, live: bool | None, every_one: bool
) -> None:
    """
    List publications, the newest last.
    """
    verbs, caller = inside.registry, inside.caller
    asked = chosen(
        person_id=find_person(inside, person) if person else None,
        channel_id=find_channel(inside, channel) if channel else None,
        live="yes" if live else None,
        down="yes" if live is False else None,
    )
    slugs = {each.id: each.slug for each in everything(verbs.channels.list_channels, caller)}

    def row(each: Publication) -> dict[str, object]:
        return {
            "published": local(inside, each.published_at),
            "channel": slugs.get(each.channel_id, each.channel_id),
            "where": each.where,
            "publication": each.id,
        }

    show_latest(
        inside,
        verbs.publications.list_publications,
        row,
        empty="Nothing was published yet.",
        every_one=every_one,
        filters=asked,
    )


@publications.command("show")
@click.argument("publication")
@with_registry
def show_publication(inside: Inside, publication: str) -> None:
    """
    Show PUBLICATION and what happened to it.
    """
    show_one(
        inside,
        inside.registry.publications.get_publication(inside.caller, PublicationId(publication)),
        as_plain=_whole,
    )


def _whole(story: PublicationStory) -> dict[str, object]:
    """
    Give a publication with all its fields, and its story.
    """
    return {**plain_fields(story), "publication": plain_fields(story.publication)}


@publications.command(
    "record",
    epilog=examples(
        "obstat publications record holiday.jpg --text @caption.txt -c website \\",
        "    --where https://www.house.example/holiday",
    ),
)
@click.argument("pictures", nargs=-1, type=FILE)
@click.option("--photo", "photos", multiple=True, metavar="PHOTO", help="Id or title, registered.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name; may be repeated.")
@click.option("--channel", "-c", required=True, help="Short name, id or address.")
@click.option("--text", help="The caption; @FILE reads a file, @- standard input.")
@one_of("--purpose", words=Purpose, what="What for", default=Purpose.INFORMATION.value)
@click.option("--where", default="", help="Address of the post, print run or issue.")
@click.option("--alt-text", default="", help="The picture in words.")
@AS
@with_registry
def record(inside: Inside, /, pictures: tuple[Path, ...], **words: Unpack[PostWords]) -> None:
    """
    Record that PICTURES and a caption are published, if they may be now.
    """
    question = CheckQuestion(
        purpose=Purpose(words["purpose"]),
        channel=words["channel"],
        uploads=uploads_of(pictures, inside.settings.picture_max_bytes),
        photo_ids=tuple(find_photo(inside, each) for each in words["photos"]),
        names=words["names"],
        text=text_of(words["text"]),
    )
    published_as = PublishedAs(words["published_as"])
    details = PublicationDetails(question, words["where"], words["alt_text"], published_as)
    with waiting("Looking"):
        published = recorded(inside, details)
    made(inside, published.id, "Recorded", check_id=published.check_id)


def recorded(inside: Inside, details: PublicationDetails) -> Publication:
    """
    Record, or say how to read why not.

    Raises:
        NotPublishable: It may not be published now.
    """
    try:
        return inside.registry.publications.record_publication(inside.caller, details)
    except NotPublishable as refused:
        message = f"{refused.message} Read it with `obstat checks show`."
        raise NotPublishable(message) from refused


@publications.command("reshare")
@click.argument("publication")
@click.option("--channel", "-c", required=True, help="Where it was shared: short name or id.")
@click.option("--where", default="", help="Address of the post there.")
@click.option("--at", type=instant, metavar="INSTANT", help="When it was shared; none: now.")
@AS
@with_registry
def reshare(
    inside: Inside,
    /,
    publication: str,
    channel: str,
    where: str,
    at: datetime | None,
    published_as: str,
) -> None:
    """
    Record that PUBLICATION was shared again.

    Where its people may not be shown, it must come down at once.
    """
    details = ReshareDetails(channel, where, at, PublishedAs(published_as))
    shared = inside.registry.publications.record_reshare(
        inside.caller, PublicationId(publication), details
    )
    made(inside, shared.id, "Recorded", reshare_of=shared.reshare_of)


@publications.command("take-down")
@click.argument("publication")
@click.option("--at", type=instant, metavar="INSTANT", help="When it came down; none: now.")
@click.option("--note", default="", help="How it was taken down.")
@with_registry
def take_down(inside: Inside, publication: str, at: datetime | None, note: str) -> None:
    """
    Record that PUBLICATION was taken down.
    """
    publication_id = PublicationId(publication)
    inside.registry.publications.take_down_publication(inside.caller, publication_id, at, note)
    made(inside, publication_id, "Taken down", taken_down=True)


@publications.command("correct")
@click.argument("publication")
@click.argument("correction")
@click.option("--note", default="", help="What was wrong.")
@with_registry
def correct(inside: Inside, publication: str, correction: str, note: str) -> None:
    """
    Record that the publication CORRECTION corrects PUBLICATION.
    """
    publication_id = PublicationId(publication)
    inside.registry.publications.correct_publication(
        inside.caller, publication_id, PublicationId(correction), note
    )
    made(inside, publication_id, "Corrected", corrected_by=correction)
