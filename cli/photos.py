"""
Register and see photos.
"""

from pathlib import Path

import click
from rich.progress import track

from cli.door import Inside, with_registry
from cli.output import ERR, OUT, emit
from cli.pages import everything, show, show_one
from service.decision.ids import PhotoId
from service.usecases.checks.question import Upload
from service.usecases.photos import PhotoDetails


@click.group()
def photos() -> None:
    """
    Look after registered photos.
    """


@photos.command("register")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@with_registry
def register(inside: Inside, files: tuple[Path, ...]) -> None:
    """
    Register FILES; then say who is in them and attest.
    """
    made = []
    for file in track(files, "Registering", console=ERR, transient=True, disable=len(files) == 1):
        details = PhotoDetails(upload=Upload(file.read_bytes(), file.name), title=file.stem)
        registered = inside.registry.register_photo(inside.caller, details)
        made.append({"file": file.name, "id": registered.story.photo.id})
    if inside.json:
        emit(made)
        return
    for each in made:
        OUT.print(f"{each['file']}: {each['id']}")


@photos.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List photos.
    """
    rows = [
        {
            "id": each.id,
            "title": each.title,
            "size": f"{each.width_px} x {each.height_px}",
            "format": each.format,
        }
        for each in everything(inside.registry.list_photos, inside.caller, {})
    ]
    headings = {"id": "id", "title": "title", "size": "size", "format": "format"}
    show(inside, rows, headings, "No photo is registered yet.")


@photos.command("show")
@click.argument("photo_id")
@with_registry
def show_photo(inside: Inside, photo_id: str) -> None:
    """
    Show what was said of the photo PHOTO_ID.
    """
    story = inside.registry.get_photo(inside.caller, PhotoId(photo_id))
    show_one(
        inside,
        {
            "title": story.photo.title,
            "people": [each.person_id for each in story.depictions],
            "attested": story.is_attested,
            "rights": story.rights,
        },
    )
