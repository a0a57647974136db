"""
Ask families to answer.
"""

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_unit
from cli.terminal.output import emit, say, say_whole
from cli.terminal.pages import local, show
from cli.terminal.words import Words, examples
from service.decision.ids import PersonId, SignatoryId
from service.usecases.families.asking import AskedOne


@click.group(cls=Words)
def families() -> None:
    """
    Ask families to answer on pages of their own.
    """


@families.command("invite", epilog=examples("obstat families invite SIGNATORY --paper"))
@click.argument("signatory")
@click.option("--about", metavar="PERSON", help="Ask about this person alone.")
@click.option("--paper", is_flag=True, help="Print the link instead of sending it.")
@with_registry
def invite(inside: Inside, /, *, signatory: str, about: str | None, paper: bool) -> None:
    """
    Send SIGNATORY, or a person who answers alone, a link to their answers.

    The link shows nothing by itself: a code goes to the registered contact.  While a hold
    lies on whom they would be asked about, nothing is sent: a human decides.
    """
    invitation = inside.registry.families.invite_signatory(
        inside.caller,
        SignatoryId(signatory),
        PersonId(about) if about else None,
        on_paper=paper,
    )
    if inside.json:
        emit({"signatory_id": signatory, "address": invitation.address, "sent": not paper})
        return
    if paper:
        say_whole(invitation.address)
    else:
        say("The link is on its way; `obstat mail list` says what became of it.")


@families.command("ask", epilog=examples("obstat families ask 'Les Colibris'"))
@click.argument("unit")
@with_registry
def ask(inside: Inside, unit: str) -> None:
    """
    Send a link to everybody who may answer for UNIT and has yet to.

    Run again it reminds, nobody twice within five days.
    """
    _tell(inside, inside.registry.families.ask_unit(inside.caller, find_unit(inside, unit)))


@families.command("follow")
@click.argument("unit")
@with_registry
def follow(inside: Inside, unit: str) -> None:
    """
    Say how far everybody is who may answer for UNIT, never what they said.
    """
    ask_unit = inside.registry.families.ask_unit
    _tell(inside, ask_unit.follow(inside.caller, find_unit(inside, unit)))


def _tell(inside: Inside, asked: tuple[AskedOne, ...]) -> None:
    """
    Print how far everybody is.
    """

    def row(each: AskedOne) -> dict[str, object]:
        return {
            "who": each.name,
            "about": ", ".join(each.about),
            "not about": ", ".join(each.left_out),
            "is": each.progress.value.replace("_", " "),
            "asked": local(inside, each.asked_at),
            "signatory": each.signatory_id,
        }

    show(inside, asked, row, empty="Nobody may answer for this unit.")
