"""
See, enter and correct those who answer for others.
"""

from typing import TypedDict, Unpack

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_signatory, name_of
from cli.terminal.pages import everything, made, show, show_one
from cli.terminal.words import Words, examples
from service.records.people import Signatory
from service.usecases.signatories import SignatoryDetails


class SignatoryWords(TypedDict):
    """
    The words that describe a signatory.
    """

    email: str
    phone: str
    language: str
    external_id: str


@click.group(cls=Words)
def signatories() -> None:
    """
    See and correct those who answer for others.

    SIGNATORY is an outside number, a name, or an id.
    """


@signatories.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List signatories.
    """

    def row(each: Signatory) -> dict[str, object]:
        reach = each.email or each.phone
        return {"name": name_of(each), "reached at": reach, "number": each.external_id or each.id}

    found = everything(inside.registry.signatories.list_signatories, inside.caller)
    show(inside, found, row, empty="Nobody answers for others yet.")


@signatories.command("show")
@click.argument("signatory")
@with_registry
def show_signatory(inside: Inside, signatory: str) -> None:
    """
    Show SIGNATORY.
    """
    found = inside.registry.signatories.get_signatory(
        inside.caller, find_signatory(inside, signatory)
    )
    show_one(inside, found)


@signatories.command(
    "register", epilog=examples("obstat signatories register Marc Dupont --number mother-of-lea")
)
@click.argument("given_name")
@click.argument("family_name")
@click.option("--email", default="", metavar="ADDRESS")
@click.option("--phone", default="", metavar="NUMBER")
@click.option("--language", default="", metavar="TAG", help="In which they are written to.")
@click.option("--number", "external_id", default="", help="Your own number for them.")
@with_registry
def register(
    inside: Inside, /, given_name: str, family_name: str, **words: Unpack[SignatoryWords]
) -> None:
    """
    Enter GIVEN_NAME FAMILY_NAME, who answers for somebody.
    """
    details = SignatoryDetails(given_name=given_name, family_name=family_name, **words)
    signatory = inside.registry.signatories.register_signatory(inside.caller, details)
    made(inside, signatory.id, "Entered")


@signatories.command(
    "change", epilog=examples("obstat signatories change 'Anne Dupont' --email anne@example.org")
)
@click.argument("signatory")
@click.option("--given-name", metavar="NAME")
@click.option("--family-name", metavar="NAME")
@click.option("--email", metavar="ADDRESS", help="The one of before is told.")
@click.option("--phone", metavar="NUMBER")
@click.option("--language", metavar="TAG", help="In which they are written to.")
@click.option("--number", "external_id", help="Your own number for them.")
@with_registry
def change(inside: Inside, /, signatory: str, **words: str | None) -> None:
    """
    Correct what is known of SIGNATORY; what is left out stays.
    """
    told = {name: text for name, text in words.items() if text is not None}
    found = inside.registry.signatories.change_signatory(
        inside.caller, find_signatory(inside, signatory), SignatoryDetails(**told)
    )
    made(inside, found.id, "Changed", **told)
