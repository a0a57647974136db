"""
See the settings of the organisation.
"""

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.pages import show_one
from cli.terminal.words import Words


@click.group(cls=Words)
def settings() -> None:
    """
    See the settings of the organisation.
    """


@settings.command("show")
@with_registry
def show_settings(inside: Inside) -> None:
    """
    Show name, jurisdiction, languages, contacts and policy.
    """
    show_one(inside, inside.registry.get_settings(inside.caller))
