"""
Do what nobody asks for, without answering anybody.
"""

import logging
import os
import signal
from threading import Event

import click

from cli.terminal.door import opened_registry
from cli.terminal.output import emit, say
from cli.terminal.wording import counted
from cli.terminal.words import Options, Word, examples
from service.repeating import repeaters_of
from service.settings import Settings
from service.usecases.registry import Registry


@click.command(cls=Word, epilog=examples("obstat worker", "obstat worker --once"))
@click.option("--once", is_flag=True, help="Send what is due, forget what is old, and end.")
@click.pass_obj
def worker(options: Options, /, *, once: bool) -> None:
    """
    Send letters and tidy up, without answering.

    `obstat serve` does all of that too; this is for machines that should not answer,
    and `--once` for a timer.  Any number may run.
    """
    settings = Settings.from_env(os.environ)
    registry = opened_registry(settings)
    try:
        if once:
            _once(registry, as_json=options.json)
        else:
            _until_stopped(settings, registry)
    finally:
        registry.close()


def _once(registry: Registry, *, as_json: bool) -> None:
    """
    Take each step that is due.
    """
    registry.families.remind()
    registry.remind_staff()
    sent, forgotten = registry.mail.deliver_letters(), registry.mail.forget_letters()
    registry.ledger.sequence_ledger()
    if as_json:
        emit({"sent": sent, "forgotten": forgotten})
    else:
        say(f"{counted(sent, 'letter')} sent, the words of {forgotten} destroyed.")


def _until_stopped(settings: Settings, registry: Registry) -> None:
    """
    Repeat every step until a signal comes, then finish what is under way.
    """
    logging.basicConfig(level=settings.log_level.upper(), format="%(message)s")
    stopping = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    repeaters = repeaters_of(settings, registry)
    for each in repeaters:
        each.start()
    stopping.wait()
    for each in reversed(repeaters):
        each.stop()
