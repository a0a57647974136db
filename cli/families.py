"""
Ask families to answer.
"""

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.output import emit, say, say_whole
from cli.terminal.words import Words, examples
from service.decision.ids import SignatoryId


@click.group(cls=Words)
def families() -> None:
    """
    Ask families to answer on pages of their own.
    """


@families.command("invite", epilog=examples("obstat families invite SIGNATORY --paper"))
@click.argument("signatory")
@click.option("--paper", is_flag=True, help="Print the link instead of sending it.")
@with_registry
def invite(inside: Inside, /, *, signatory: str, paper: bool) -> None:
    """
    Send SIGNATORY, or a person who answers alone, a link to their answers.

    The link shows nothing by itself: a code goes to the registered contact.
    """
    invitation = inside.registry.families.invite_signatory(
        inside.caller, SignatoryId(signatory), on_paper=paper
    )
    if inside.json:
        emit({"signatory_id": signatory, "address": invitation.address, "sent": not paper})
        return
    if paper:
        say_whole(invitation.address)
    else:
        say("The link is on its way; `obstat mail list` says what became of it.")
