"""
Found an organisation on this deployment.
"""

import os

import click

from cli.door import Options, registry_of
from cli.output import OUT, emit
from service.decision.channels import Contact
from service.settings import Settings
from service.usecases.organisations import OrganisationDetails


@click.command()
@click.argument("slug")
@click.option("--name", required=True, help="Full name of the organisation.")
@click.option("--jurisdiction", required=True, metavar="CODE", help="Such as BE, FR, CA-QC.")
@click.option("--time-zone", required=True, metavar="ZONE", help="Such as Europe/Brussels.")
@click.option("--language", "languages", multiple=True, required=True, metavar="TAG")
@click.option("--contact", required=True, help="Name of the contact for image rights.")
@click.option("--email", required=True, help="Address of the contact.")
@click.pass_obj
def found(
    options: Options,
    slug: str,
    name: str,
    jurisdiction: str,
    time_zone: str,
    languages: tuple[str, ...],
    contact: str,
    email: str,
) -> None:
    """
    Found the organisation SLUG and show its first key, this once.

    The contact also answers for press and legal matters until the settings say
    otherwise.
    """
    person = Contact(contact, "image rights", email)
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
        made = registry.found_organisation(slug, details)
    if options.json:
        emit({"id": made.organisation.id, "slug": slug, "key": made.first_key.text})
        return
    OUT.print(f"{name} is founded. The first key, shown this once:")
    OUT.print(made.first_key.text)
