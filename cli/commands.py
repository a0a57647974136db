"""
Offer every verb on the command line.

    obstat demo                                 an example organisation to try
    obstat check holiday.jpg --channel facebook-page
    obstat check --name "Léa D."
    obstat people list
    obstat serve

`--json` before or after any command prints JSON for scripts.
"""

import os
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from pathlib import Path

import click

from cli.terminal.endings import tell_fault
from cli.terminal.front import FrontDoor, Sections
from cli.terminal.words import examples

DISTRIBUTION = "obstat-registry"

SECTIONS: Sections = {
    "Ask": {
        "check": ("cli.check:check", "Ask whether pictures, names, captions may be published."),
        "scan": ("cli.scan:scan", "Check every picture below FOLDER; register none."),
        "checks": ("cli.checks:checks", "Read earlier answers again."),
    },
    "People and their answers": {
        "people": ("cli.people:people", "See, export and erase people."),
        "signatories": (
            "cli.signatories:signatories",
            "See and correct those who answer for others.",
        ),
        "authorities": ("cli.authorities:authorities", "Say on what ground they do."),
        "protections": (
            "cli.protections:protections",
            "Say which judge's order assists or represents an adult.",
        ),
        "import": ("cli.importing:import_", "Enter many people out of a table (CSV, XLSX)."),
        "forms": ("cli.forms:forms", "Publish what people are asked, word for word."),
        "consents": ("cli.consents:consents", "Record and withdraw what they answered."),
        "answers": (
            "cli.unmatched:answers",
            "Take in answers by name, and say who is meant by those that wait.",
        ),
        "families": ("cli.families:families", "Ask families to answer on pages of their own."),
        "evidence": ("cli.evidence:evidence", "Attach the scans and recordings that prove it."),
        "lists": (
            "cli.lists:lists",
            "See what ends soon, who comes of age or is there twice, what waits.",
        ),
        "holds": ("cli.holds:holds", "Stop publication, whatever anybody answered."),
    },
    "Photos and publications": {
        "photos": ("cli.photos:photos", "Register photos, say who is in them and whose they are."),
        "publications": (
            "cli.publications:publications",
            "Record what is published and taken down.",
        ),
        "proposals": ("cli.proposals:proposals", "Propose posts, approve and release them."),
        "takedowns": ("cli.takedowns:takedowns", "See what must come down, and say that it did."),
    },
    "The organisation": {
        "channels": ("cli.channels:channels", "Keep the register of channels."),
        "groups": ("cli.groups:groups", "See and make groups of channels."),
        "units": ("cli.units:units", "See and enter services, classes and wards."),
        "openid": (
            "cli.openid:openid",
            "Let the staff sign in through the organisation's own provider.",
        ),
        "settings": (
            "cli.settings:settings",
            "See the settings of the organisation, and set its office hours.",
        ),
        "staff": ("cli.staff:staff", "Invite those who work here and give them roles."),
        "keys": ("cli.keys:keys", "Issue and revoke keys for programs that ask Obstat."),
        "hooks": ("cli.hooks:hooks", "Tell other programs what happens (webhooks)."),
        "mail": ("cli.mail:mail", "Follow the letters that Obstat sends."),
        "complaints": ("cli.complaints:complaints", "Take in complaints, answer and close them."),
        "story": (
            "cli.story:story",
            "Tell what happened, in plain words, in the order it was recorded.",
        ),
        "audit": ("cli.audit:audit", "Verify the evidence, and hand it out."),
        "dpo": (
            "cli.dpo:dpo",
            "Draw up what a data-protection officer keeps, from how this house runs.",
        ),
        "retention": (
            "cli.retention:retention",
            "See what has been kept long enough, and let it go.",
        ),
    },
    "This machine": {
        "demo": ("cli.demo.command:demo", "Make an organisation to try things on."),
        "found": ("cli.found:found", "Found your organisation."),
        "serve": ("cli.serve:serve", "Run the service."),
        "worker": ("cli.worker:worker", "Send letters and tidy up, without answering."),
        "doctor": ("cli.doctor:doctor", "Look whether this deployment is fit to answer."),
        "backup": (
            "cli.backup:backup",
            "Write everything stored to FILE, locked, while the service runs.",
        ),
        "restore": (
            "cli.backup:restore",
            "Put a backup back where no database is, on SQLite or PostgreSQL.",
        ),
        "dev": ("cli.dev:dev", "Do what whoever works on Obstat needs."),
    },
}


def own_version() -> str:
    """
    Give the version that pyproject.toml states, installed or in a checkout.
    """
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        project = Path(__file__).parents[1] / "pyproject.toml"
        stated: str = tomllib.loads(project.read_text("utf-8"))["project"]["version"]
        return stated


def _show_version(context: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001  # as click calls it
    """
    Print the version and end.
    """
    if value and not context.resilient_parsing:
        click.echo(f"obstat {own_version()}")
        context.exit()


@click.group(
    cls=FrontDoor,
    sections=SECTIONS,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "obstat demo",
        "obstat check holiday.jpg --channel facebook-page",
        "obstat check --name 'Léa D.' --json",
    ),
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_version,
    help="Print the version.",
)
def obstat() -> None:
    """
    May this picture, this name, this caption be published here, today?

    Ends with 0 publish (or: it worked), 3 do not publish, 4 ask, 2 refused,
    1 a fault of ours.
    """


def _open_what_is_closed() -> None:
    """
    Read from nobody and write to nobody where a script closed a stream (`>&-`).

    Its number is free otherwise, and the next file that is opened would have it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nobody = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nobody, mode, encoding="utf-8"))


def run() -> None:
    """
    Run the command that was asked for.
    """
    sys.excepthook = tell_fault
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show a letter shows a question mark instead.
            stream.reconfigure(errors="replace")
    obstat()
