"""
Make the file that is handed out to be published.
"""

from pathlib import Path

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_channel
from cli.terminal.output import emit, say_whole
from cli.terminal.reading import FILE, content_of, one_of, write_anew
from cli.terminal.waiting import waiting
from cli.terminal.words import Word, examples
from service.decision.terms import Purpose
from service.errors import NotFound
from service.usecases.checks.question import Upload
from service.usecases.releases import ReleaseWish


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
