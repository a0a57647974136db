"""
Make the demo organisation, and take a newcomer on a tour of it.
"""

import os
from pathlib import Path

import click
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from cli.demo import house
from cli.demo.telling.story import tell_story
from cli.door import Options
from cli.output import ERR, OUT, emit
from service.errors import AlreadyExists
from service.settings import Settings
from service.wiring import build, clock, prepare

FOLDER = "demo"


@click.command()
@click.pass_obj
def demo(options: Options) -> None:
    """
    Make "Les Glycines", an organisation that does not exist, and its pictures.
    """
    settings = Settings.from_env(os.environ)
    prepare(settings)
    if exists(settings):
        message = "Les Glycines is there already: try `obstat people list`, `obstat check`."
        raise AlreadyExists(message, field="organisation")
    key = make(settings)
    folder = folder_of(settings)
    if options.json:
        emit({"organisation": house.SLUG, "key": key, "pictures": str(folder)})
        return
    OUT.print(f"{house.NAME} is ready. Pictures to try: {folder}")
    OUT.print(f"Its first key, shown this once:\n{key}")


def folder_of(settings: Settings) -> Path:
    """
    Give where the pictures of the demo are drawn.
    """
    return settings.var_folder / FOLDER


def exists(settings: Settings) -> bool:
    """
    Tell whether the demo organisation was made before.
    """
    registry = build(settings)
    try:
        return house.SLUG in registry.list_organisations()
    finally:
        registry.close()


def make(settings: Settings) -> str:
    """
    Tell the whole story with a progress bar; give the organisation's first key.
    """
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=ERR, transient=True) as progress:
        task = progress.add_task("Drawing pictures, then telling three years", total=None)
        return tell_story(
            settings,
            clock(),
            folder_of(settings),
            lambda done, total: progress.update(task, completed=done, total=total),
        )
