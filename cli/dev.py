"""
Do what whoever works on Obstat needs.
"""

import os
from pathlib import Path

import click

from cli.first_run import first_run
from cli.terminal.output import emit, say
from cli.terminal.words import Options, Words
from service.app import describe
from service.settings import Settings
from service.wiring import draft_migration

OPENAPI = Path(__file__).parents[1] / "openapi" / "openapi.json"


@click.group(cls=Words)
def dev() -> None:
    """
    Do what whoever works on Obstat needs.
    """


@dev.command("openapi")
@click.pass_obj
def openapi(options: Options) -> None:
    """
    Write openapi/openapi.json anew.
    """
    OPENAPI.parent.mkdir(exist_ok=True)
    OPENAPI.write_bytes(describe())
    told(options, "openapi/openapi.json", "is written.")


@dev.command("first-run")
def first_run_command() -> None:
    """
    Make the demo organisation once, show four checks, and serve.
    """
    first_run(Settings.from_env(os.environ))


@dev.command("migration")
@click.argument("message")
@click.pass_obj
def migration(options: Options, message: str) -> None:
    """
    Draft a migration that brings the database to the tables as they are.
    """
    name = draft_migration(Settings.from_env(os.environ), message)
    told(options, name, "is drafted: complete it, triggers and policies are not in it.")


def told(options: Options, file: str, what: str) -> None:
    """
    Say which file was written.
    """
    if options.json:
        emit({"file": file})
    else:
        say(f"{file} {what}")
