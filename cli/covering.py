"""
Cover regions of a picture, and register what came of it.
"""

from pathlib import Path

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_photo
from cli.terminal.output import emit, say, say_whole
from cli.terminal.reading import FILE, content_of, write_anew
from cli.terminal.waiting import waiting
from cli.terminal.words import Word, examples
from service.decision.photos import Cover, CoverKind, Region
from service.errors import InvalidInput
from service.usecases.checks.question import Upload
from service.usecases.numbers import is_whole
from service.usecases.photos import Derivation, PhotoDetails

REGION = "LEFT,TOP,WIDTH,HEIGHT"
SIDES = 4
LOOK = "Look at it: is anybody recognisable? Then `obstat photos attest` it."


def region(words: str) -> Region:
    """
    Read a region, in thousandths of the upright picture.

    Raises:
        BadParameter: It is none.
    """
    parts = words.split(",")
    if len(parts) != SIDES or not all(is_whole(each.strip()) for each in parts):
        raise click.BadParameter(f"a region is {REGION}, in thousandths of the picture.")
    return Region(*(int(each) for each in parts))


@click.command(
    cls=Word,
    epilog=examples(
        "obstat photos cover holiday.jpg covered.jpg --pixelate 100,200,150,200",
        "obstat photos cover holiday.jpg covered.jpg --crop 0,0,500,1000 --of holiday",
    ),
)
@click.argument("file", type=FILE)
@click.argument("result", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--pixelate", multiple=True, type=region, metavar=REGION, help="May be repeated.")
@click.option("--fill", multiple=True, type=region, metavar=REGION, help="May be repeated.")
@click.option("--crop", type=region, metavar=REGION, help="Keep nothing but this.")
@click.option("--of", "photo", metavar="PHOTO", help="Register it, too: as made of this photo.")
@with_registry
def cover(
    inside: Inside,
    file: Path,
    result: Path,
    *,
    pixelate: tuple[Region, ...],
    fill: tuple[Region, ...],
    crop: Region | None,
    photo: str | None,
) -> None:
    """
    Save FILE as RESULT with regions covered, upright and without metadata.

    With --of, RESULT is also registered as made of that photo.  Say then who still
    shows, and attest it with --nobody-under-covers.
    """
    kinds = ((CoverKind.PIXELATE, pixelate), (CoverKind.FILL, fill), (CoverKind.CROP, (crop,)))
    covers = tuple(Cover(kind, at) for kind, several in kinds for at in several if at is not None)
    if not covers:
        raise InvalidInput("Say what to cover: --pixelate, --fill or --crop.", field="covers")
    photo_id = find_photo(inside, photo) if photo is not None else None
    upload = Upload(content_of(file, inside.settings.picture_max_bytes), file.name)
    with waiting("Covering"), write_anew(result) as opened:
        made = inside.registry.photos.cover_picture(inside.caller, upload, covers)
        opened.write(made.content)
    told: dict[str, object] = {"file": str(result), "media_type": made.media_type}
    if photo_id is not None:
        details = PhotoDetails(
            Upload(made.content),
            title=result.stem,
            derived_from=Derivation(photo_id, covers),
        )
        told["id"] = inside.registry.photos.register_photo(inside.caller, details).story.photo.id
    if inside.json:
        emit(told)
    else:
        say_whole(f"Saved: {result} ({made.media_type}).")
        say(LOOK, style="dim")
