"""
Make the demo organisation.
"""

import os

import click

from cli.demo import house
from cli.demo.accounts import ACCOUNTS, password_in
from cli.demo.doors import show_accounts
from cli.demo.making import exists, folder_of, make
from cli.terminal.output import emit, say, say_whole
from cli.terminal.words import Options, Word
from service.errors import AlreadyExists
from service.settings import Settings


@click.command(cls=Word)
@click.pass_obj
def demo(options: Options) -> None:
    """
    Make an organisation to try things on.

    "Les Glycines" does not exist: three services, some forty people, one of each
    situation that the rules know, and pictures drawn by the program.
    """
    settings = Settings.from_env(os.environ)
    if exists(settings):
        message = "Les Glycines is there already: try `obstat people list`."
        raise AlreadyExists(message)
    key = make(settings)
    folder = folder_of(settings)
    password = password_in(folder)
    if options.json:
        accounts = {"accounts": [each.email for each in ACCOUNTS], "password": password}
        emit({"organisation": house.SLUG, "key": key, "pictures": str(folder), **accounts})
        return
    say(f"{house.NAME} is ready. Its first key, shown this once:")
    say_whole(key)
    show_accounts(folder)
    say("\nTry:", style="dim")
    say_whole(f"  obstat check {folder / 'photos' / '05-atelier.webp'} --channel facebook-page")
    say_whole(f"  obstat check {folder / 'photos' / '02-plage.jpg'} --channel facebook-colibris")
    for name in ("capture-plage.png", "recadrage-ruban.jpg", "rafale-jardin.jpg"):
        say_whole(f"  obstat check {folder / 'essais' / name}")
    say_whole("  obstat check --name 'Emma Peeters'")
    say_whole("  obstat people list")
