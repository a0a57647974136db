"""
Bring what photos are found by up to the program.
"""

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.exits import Exit
from cli.terminal.output import emit, say
from cli.terminal.waiting import counting
from cli.terminal.words import Word, examples
from service.usecases.photos import Renewal

MOST_NAMED = 10


@click.command("refingerprint", cls=Word, epilog=examples("obstat photos refingerprint"))
@with_registry
def refingerprint(inside: Inside) -> None:
    """
    Make anew what photos are found by, where it is of an earlier kind.

    To be run after an upgrade, when `obstat doctor` says so; checks are answered
    meanwhile.  After Ctrl-C or a power cut run it again: it goes on where it stopped.

    It works from the preview of each photo: what was registered without one stays as
    it is.  Ends with 2 when a preview could not be read.
    """
    renewed = 0
    unread: list[str] = []
    with counting("Making fingerprints anew") as counter:
        for progress in inside.registry.photos.refingerprint_photos(inside.caller):
            counter(progress.done, progress.total)
            renewed += progress.renewal is Renewal.MADE
            if progress.renewal is Renewal.UNREAD:
                unread.append(progress.photo_id)
    if inside.json:
        emit({"renewed": renewed, "unread": unread})
    else:
        _tell(renewed, unread)
    if unread:
        raise click.exceptions.Exit(Exit.REFUSED)


def _tell(renewed: int, unread: list[str]) -> None:
    """
    Say what was done, and what to do about the rest.
    """
    if not renewed and not unread:
        say("Everything is up to date.")
        return
    say(f"{renewed} made anew.")
    if unread:
        named = ", ".join(unread[:MOST_NAMED])
        say(f"{len(unread)} could not be read; register them anew from their files: {named}")
