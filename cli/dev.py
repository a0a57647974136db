"""
Do what whoever works on Obstat needs.
"""

import os
from pathlib import Path

import click

from cli.first_run import first_run
from cli.output import OUT
from service.app import describe
from service.settings import Settings
from service.wiring import draft_migration

OPENAPI = Path(__file__).parent.parent / "openapi" / "openapi.json"


@click.group()
def dev() -> None:
    """
    For whoever works on Obstat itself.
    """


@dev.command("openapi")
def openapi() -> None:
    """
    Write openapi/openapi.json anew.
    """
    OPENAPI.parent.mkdir(exist_ok=True)
    OPENAPI.write_bytes(describe())
    OUT.print("openapi/openapi.json is written.")


@dev.command("first-run")
def first_run_command() -> None:
    """
    Make the demo organisation once, show four checks, and serve.
    """
    first_run(Settings.from_env(os.environ))


@dev.command("migration")
@click.argument("message")
def migration(message: str) -> None:
    """
    Draft a migration that brings the database to the tables as they are.
    """
    name = draft_migration(Settings.from_env(os.environ), message)
    OUT.print(f"Read {name} and complete it: triggers and policies are not drafted.")
