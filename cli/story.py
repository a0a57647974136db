"""
Tell what the log knows of a person or a publication.
"""

from datetime import datetime

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_person, find_photo
from cli.terminal.pages import local, show
from cli.terminal.reading import instant
from cli.terminal.words import Word, examples
from service.decision.ids import PhotoId, PublicationId
from service.usecases.stories import LANGUAGES, StoryLine, Viewpoint


@click.command(
    cls=Word,
    epilog=examples("obstat story --person 'Léa Dupont'", "obstat story --publication ID -l nl"),
)
@click.option("--person", metavar="PERSON", help="Number, id or name.")
@click.option("--publication", metavar="ID", help="Id of a publication.")
@click.option("--photo", metavar="PHOTO", help="Id or title of a photo.")
@click.option("--language", "-l", type=click.Choice(LANGUAGES), help="Else the organisation's.")
@click.option("--as-of", type=instant, metavar="INSTANT", help="What had happened by then.")
@click.option("--known-at", type=instant, metavar="INSTANT", help="What was recorded by then.")
@with_registry
def story(
    inside: Inside,
    person: str | None,
    publication: str | None,
    photo: str | None,
    language: str | None,
    as_of: datetime | None,
    known_at: datetime | None,
) -> None:
    """
    Tell what happened, in plain words, in the order it was recorded.
    """
    lines = inside.registry.show_story(
        inside.caller,
        find_person(inside, person) if person else None,
        PublicationId(publication) if publication else None,
        language or "",
        Viewpoint(as_of, known_at),
        PhotoId(find_photo(inside, photo)) if photo else None,
    )

    def row(each: StoryLine) -> dict[str, object]:
        return {"entry": each.index, "when": local(inside, each.at), "what": each.sentence}

    show(inside, lines, row, empty="Nothing was recorded yet.")
