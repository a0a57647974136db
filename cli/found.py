"""
Found an organisation on this deployment.
"""

import os
from typing import Unpack

import click

from cli.terminal.contacts import ContactWords, contact_of, with_contact
from cli.terminal.door import registry_of
from cli.terminal.output import emit, say, say_whole
from cli.terminal.words import Options, Word, examples
from service.settings import Settings
from service.usecases.organisations import OrganisationDetails


@click.command(
    cls=Word,
    epilog=examples(
        "obstat found lilas --name 'Les Lilas' --jurisdiction BE \\",
        "    --time-zone Europe/Brussels --language fr --language nl \\",
        "    --contact 'Ann Vos' --email ann@lilas.example",
    ),
)
@click.argument("slug")
@click.option("--name", required=True, help="Full name of the organisation.")
@click.option("--jurisdiction", required=True, metavar="CODE", help="Such as BE, FR, CA-QC.")
@click.option("--time-zone", required=True, metavar="ZONE", help="Such as Europe/Brussels.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    required=True,
    metavar="TAG",
    help="Such as fr; may be repeated.",
)
@with_contact
@click.pass_obj
def found(
    options: Options,
    /,
    slug: str,
    name: str,
    jurisdiction: str,
    time_zone: str,
    languages: tuple[str, ...],
    **contact: Unpack[ContactWords],
) -> None:
    """
    Found your organisation.

    Under the short name SLUG; its first key is shown, this once.  The contact also
    answers for press and legal matters until the settings say otherwise.
    """
    person = contact_of(contact)
    details = OrganisationDetails(
        name=name,
        jurisdiction=jurisdiction,
        time_zone=time_zone,
        languages=languages,
        contact=person,
        press=person,
        legal=person,
    )
    with registry_of(Settings.from_env(os.environ)) as registry:
        made = registry.organisations.found_organisation(slug, details)
    if options.json:
        emit({"id": made.organisation.id, "slug": slug, "key": made.first_key.text})
        return
    say(f"{name} is founded. The first key, shown this once:")
    say_whole(made.first_key.text)
    say(
        "Next: obstat staff invite EMAIL --name NAME --role administrator, obstat serve;\n"
        "then obstat units enrol, obstat channels register, obstat import.",
        style="dim",
    )
