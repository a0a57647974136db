"""
Attach and take out what proves an answer.
"""

from pathlib import Path

import click

from cli.answers import told
from cli.scans import scan_of
from cli.terminal.door import Inside, with_registry
from cli.terminal.output import emit, say_whole
from cli.terminal.reading import FILE, write_anew
from cli.terminal.waiting import waiting
from cli.terminal.words import Words, examples
from service.decision.ids import ActId


@click.group(cls=Words)
def evidence() -> None:
    """
    Attach the scans and recordings that prove it.

    ACT is the id of an answer: see `obstat consents list`.
    """


@evidence.command("attach", epilog=examples("obstat evidence attach 01a1… form.pdf"))
@click.argument("act")
@click.argument("file", type=FILE)
@click.option("--media-type", metavar="TYPE", help="Such as application/pdf; none: by its ending.")
@click.option("--note", default="", help="What is on it.")
@with_registry
def attach(inside: Inside, act: str, file: Path, media_type: str | None, note: str) -> None:
    """
    Attach FILE to the answer ACT: from now on it has its proof.
    """
    scan = scan_of(file, media_type, note)
    with waiting("Keeping the file"):
        proven = inside.registry.consents.attach_evidence(inside.caller, ActId(act), scan)
    told(inside, proven, "Attached to")


@evidence.command("save", epilog=examples("obstat evidence save 01a1… copy.pdf"))
@click.argument("act")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@with_registry
def save(inside: Inside, act: str, file: Path) -> None:
    """
    Save the evidence of ACT as FILE; that it was taken is recorded.
    """
    with write_anew(file) as opened:
        found = inside.registry.consents.get_evidence(inside.caller, ActId(act))
        opened.write(found.content)
    if inside.json:
        emit({"file": str(file), "media_type": found.media_type, "digest": found.digest})
    else:
        say_whole(f"Saved: {file} ({found.media_type}, SHA-256 {found.digest}).")
