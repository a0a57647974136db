"""
Make the file that is published, and what stands beside it.
"""

from pathlib import Path

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_channel, find_photo
from cli.terminal.output import emit, say, say_whole
from cli.terminal.reading import FILE, content_of, one_of, write_anew
from cli.terminal.waiting import waiting
from cli.terminal.words import Word, examples
from service.decision.terms import Purpose
from service.errors import NotFound
from service.usecases.checks.question import Upload
from service.usecases.releases import ADDRESS_TO_FILL_IN, ReleaseWish


@click.command(
    cls=Word,
    epilog=examples(
        "obstat photos release holiday.jpg post.jpg --channel facebook-page",
        "obstat photos release holiday.jpg site.jpg -c website --alt-text 'A goat'",
    ),
)
@click.argument("file", type=FILE)
@click.argument("result", type=click.Path(dir_okay=False, path_type=Path))
@click.option("-c", "--channel", required=True, metavar="CHANNEL", help="Where it goes.")
@click.option("--alt-text", default="", help="What it shows, for who cannot see it.")
@click.option("--language", default="", help="Of that text, such as fr-BE.")
@one_of("--purpose", words=Purpose, what="What for", default=Purpose.INFORMATION.value)
@with_registry
def release(
    inside: Inside,
    file: Path,
    result: Path,
    *,
    channel: str,
    alt_text: str,
    language: str,
    purpose: str,
) -> None:
    """
    Save FILE, a registered photo, as RESULT, ready for CHANNEL.

    Only where it may be published now.  Upright, as large as the platform shows it;
    nothing is written in it but creator, credit, copyright, licence and what it shows.
    """
    upload = Upload(content_of(file, inside.settings.picture_max_bytes), file.name)
    photo_id = inside.registry.photos.find_photo(inside.caller, upload.content)
    if photo_id is None:
        raise NotFound("This very file is not registered: `obstat photos register` it first.")
    wish = ReleaseWish(
        upload=upload,
        channel=find_channel(inside, channel),
        purpose=Purpose(purpose),
        alt_text=alt_text,
        language=language,
    )
    with waiting("Making the copy"), write_anew(result) as opened:
        made = inside.registry.make_release_copy(inside.caller, photo_id, wish)
        opened.write(made.content)
    told = {
        "file": str(result),
        "media_type": made.media_type,
        "width_px": made.width_px,
        "height_px": made.height_px,
        "check_id": made.check_id,
    }
    if inside.json:
        emit(told)
    else:
        say_whole(f"Saved: {result} ({made.width_px} x {made.height_px}, {made.media_type}).")


@click.command(
    cls=Word,
    epilog=examples("obstat photos markup holiday --address https://www.house.example/goat.jpg"),
)
@click.argument("photo")
@click.option("--address", default="", metavar="URL", help="Where the picture itself will be.")
@with_registry
def markup(inside: Inside, photo: str, *, address: str) -> None:
    """
    Print what a web page says of PHOTO for search engines.

    Creator, credit line, copyright and licence as schema.org JSON-LD, the same as in the
    released file; never who is shown.  It does not say that PHOTO may be published.
    """
    photo_id = find_photo(inside, photo)
    made = inside.registry.get_licence_markup(inside.caller, photo_id, content_url=address)
    if inside.json:
        emit(made.json_ld)
        return
    say(made.script)
    if not made.has_address:
        click.echo(f"Put the address of the picture for {ADDRESS_TO_FILL_IN}.", err=True)
