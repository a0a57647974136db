"""
Offer every verb on the command line.

    obstat demo                                 an example organisation to try
    obstat check holiday.jpg --channel facebook-public
    obstat check --name "Léa D."
    obstat people list
    obstat serve

Every command takes `--json` before its name: `obstat --json people list`.
"""

import click

from cli.audit import audit
from cli.channels import channels
from cli.check import check
from cli.consents import consents
from cli.demo.command import demo
from cli.dev import dev
from cli.doctor import doctor
from cli.door import Options, Refusing
from cli.found import found
from cli.holds import holds
from cli.importing import import_
from cli.keys import keys
from cli.people import people
from cli.photos import photos
from cli.publications import publications
from cli.serve import serve


@click.group(cls=Refusing, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--organisation", "-o", metavar="SLUG", help="Act for this organisation.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for scripts.")
@click.version_option(package_name=None, version="0.1.0", prog_name="obstat")
@click.pass_context
def obstat(ctx: click.Context, organisation: str | None, *, as_json: bool) -> None:
    """
    May this picture, this name, this caption be published here, today?

    Exit codes: 0 publish, 3 do not publish, 4 ask, 2 refused, 1 a fault of ours.
    """
    ctx.obj = Options(organisation, as_json)


COMMANDS = (
    audit,
    channels,
    check,
    consents,
    demo,
    dev,
    doctor,
    found,
    holds,
    import_,
    keys,
    people,
    photos,
    publications,
    serve,
)
for command in COMMANDS:
    obstat.add_command(command)


def main() -> None:
    """
    Run the command line.
    """
    obstat()
