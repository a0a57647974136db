"""
Register, see and erase photos.
"""

from dataclasses import dataclass
from pathlib import Path

import click

from cli.batch.registering import register_folder
from cli.covering import cover
from cli.refingerprinting import refingerprint
from cli.releasing import markup, release
from cli.stories import attest, people, rename, rights, show_story, story_as_plain
from cli.terminal.claims import as_plain as claims_as_plain
from cli.terminal.claims import said_by, show_claims
from cli.terminal.confirming import YES, confirm
from cli.terminal.door import Inside, with_registry
from cli.terminal.endings import as_plain
from cli.terminal.exits import Exit
from cli.terminal.finding import find_person, find_photo
from cli.terminal.output import emit, refuse, say, show_rows
from cli.terminal.pages import EVERY_ONE, chosen, show_latest
from cli.terminal.reading import THERE, content_of
from cli.terminal.waiting import walking
from cli.terminal.words import Words, examples, with_jobs
from service.decision.ids import PhotoId
from service.errors import InvalidInput, ObstatError, Unavailable
from service.records.photos import PhotoRecord
from service.usecases.checks.question import Upload
from service.usecases.photos import PhotoDetails, RegisteredPhoto

COMPARE = "Look at those that look alike side by side: photos attest --other-than."
STEPS = "Now say who is in it (photos people), whose it is (photos rights), and attest."
NOTHING = Upload(b"")
"""What a folder is described with before a file of it is read."""


@click.group(cls=Words)
def photos() -> None:
    """
    Register photos, say who is in them and whose they are.

    PHOTO is a title or an id.  A photo may be published when it is registered,
    everybody in it is named, somebody attested that, its rights are known, and
    nobody objects.
    """


photos.add_command(people)
photos.add_command(attest)
photos.add_command(rights)
photos.add_command(rename)
photos.add_command(cover)
photos.add_command(release)
photos.add_command(markup)
photos.add_command(refingerprint)


@photos.command(
    "register",
    epilog=examples(
        "obstat photos register holiday/*.jpg --public-place",
        "obstat photos register holiday/ --jobs 4",
    ),
)
@click.argument("files", nargs=-1, required=True, type=THERE)
@click.option("--public-place", is_flag=True, help="Taken where everybody may go.")
@click.option("--intimate", is_flag=True, help="Care, illness, nudity: asked about separately.")
@with_jobs
@with_registry
def register(
    inside: Inside, files: tuple[Path, ...], *, public_place: bool, intimate: bool
) -> None:
    """
    Register FILES, or every picture below a folder.

    The name becomes the title.  A clip (MP4, MOV, WebM) or a PDF is registered whole,
    and found by any moment or page of it.

    What a file says of itself (who made it, who is seen, that a program made it) is
    printed, and recorded nowhere: say it yourself where it is true.

    What is registered already is left alone, so it may be run again: after Ctrl-C or
    a power cut it goes on where it stopped.

    Of a folder, hidden files are left out, and files that are no pictures are named
    at the end.  Ends with 0 when every picture is in, 2 when one could not be read.
    """
    if any(each.is_dir() for each in files):
        common = PhotoDetails(NOTHING, public_place=public_place, intimate=intimate)
        register_folder(inside, only_folder(files), common)
        return
    told: list[Told] = []
    try:
        told.extend(
            registered(inside, file, public_place=public_place, intimate=intimate)
            for file in walking(files, "Registering")
        )
    finally:
        show_registered(inside, told)
    if any(each.refused for each in told):
        raise click.exceptions.Exit(Exit.REFUSED)


def only_folder(files: tuple[Path, ...]) -> Path:
    """
    Give the one folder that was named.

    Raises:
        InvalidInput: More was named beside it.
    """
    if len(files) > 1:
        raise InvalidInput("Name one folder, or files; a folder by itself.")
    return files[0]


@dataclass(frozen=True, slots=True)
class Told:
    """
    What came of registering one file.
    """

    file: Path
    made: RegisteredPhoto | None = None
    refused: ObstatError | None = None

    def as_plain(self) -> dict[str, object]:
        """
        Give it for scripts.
        """
        if self.made is None:
            return {"file": str(self.file), **(as_plain(self.refused) if self.refused else {})}
        resembles = [{"photo_id": each, "match": match.value} for each, match in self.made.matches]
        return {
            "file": str(self.file),
            "id": self.made.story.photo.id,
            "resembles": resembles,
            "claims": claims_as_plain(self.made.claims),
        }


def registered(inside: Inside, file: Path, *, public_place: bool, intimate: bool) -> Told:
    """
    Register one file; say what came of it.

    Raises:
        Unavailable: Nothing can be registered now, this file or another.
    """
    try:
        content = content_of(file, inside.settings.picture_max_bytes)
        details = PhotoDetails(
            Upload(content, file.name),
            title=file.stem,
            public_place=public_place,
            intimate=intimate,
        )
        return Told(file, made=inside.registry.photos.register_photo(inside.caller, details))
    except Unavailable:
        raise
    except ObstatError as refused:
        return Told(file, refused=refused)


def show_registered(inside: Inside, told: list[Told]) -> None:
    """
    Print what came of each file; refusals on standard error.
    """
    if inside.json:
        emit([each.as_plain() for each in told])
        return
    for each in told:
        if each.refused:
            refuse(each.refused.code, f"{each.file}: {each.refused.message}")
    made = [(each.file, each.made) for each in told if each.made]
    rows = [
        {
            "looks like": [title(inside, photo_id) for photo_id, _ in photo.matches],
            "file": str(file),
            "photo": photo.story.photo.id,
        }
        for file, photo in made
    ]
    if made:
        show_rows(rows, empty="")
        show_claims(said_by((file.name, photo.claims) for file, photo in made))
        say(STEPS, style="dim")
    if any(photo.matches for _, photo in made):
        say(COMPARE, style="dim")


def title(inside: Inside, photo_id: PhotoId) -> str:
    """
    Give the title of a photo, or its id where it has none.
    """
    return inside.registry.photos.get_photo(inside.caller, photo_id).photo.title or photo_id


@photos.command("list")
@click.option("--person", metavar="PERSON", help="Only photos that show this person.")
@EVERY_ONE
@with_registry
def list_(inside: Inside, person: str | None, *, every_one: bool) -> None:
    """
    List photos, the newest last.
    """
    person_id = find_person(inside, person) if person else None

    def row(each: PhotoRecord) -> dict[str, object]:
        return {
            "size": f"{each.width_px} x {each.height_px} {each.format}",
            "title": each.title,
            "photo": each.id,
        }

    def story(each: PhotoRecord) -> object:
        return story_as_plain(inside.registry.photos.get_photo(inside.caller, each.id))

    empty = "No photo is registered yet: `obstat photos register holiday.jpg`."
    show_latest(
        inside,
        inside.registry.photos.list_photos,
        row,
        empty=empty,
        every_one=every_one,
        filters=chosen(person_id=person_id),
        as_plain=story,
    )


@photos.command("show")
@click.argument("photo")
@with_registry
def show_photo(inside: Inside, photo: str) -> None:
    """
    Show who is in PHOTO, who looked, and whose it is.
    """
    show_story(inside, inside.registry.photos.get_photo(inside.caller, find_photo(inside, photo)))


@photos.command("erase")
@click.argument("photo")
@YES
@with_registry
def erase(inside: Inside, photo: str, *, yes: bool) -> None:
    """
    Erase everything PHOTO could be recognised by.
    """
    photo_id = find_photo(inside, photo)
    confirm("Erase this photo from the registry? This cannot be undone.", yes=yes)
    inside.registry.photos.erase_photo(inside.caller, photo_id)
    if inside.json:
        emit({"id": photo_id, "erased": True})
    else:
        say("Erased.")
