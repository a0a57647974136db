"""
Account for the processing: the register, the impact assessment.
"""

from pathlib import Path

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.output import emit, say
from cli.terminal.reading import write_anew
from cli.terminal.waiting import waiting
from cli.terminal.words import Words, examples
from service.usecases.accountability import LANGUAGES, DossierKind

_OUT = click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write: a PDF if it ends with .pdf, else a page.",
)
_LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), help="Else the first of the organisation."
)


@click.group(cls=Words)
def dpo() -> None:
    """
    Draw up what a data-protection officer keeps, from how this house runs.
    """


@dpo.command("register", epilog=examples("obstat dpo register --language nl --out register.pdf"))
@_LANGUAGE
@_OUT
@with_registry
def register(inside: Inside, language: str | None, out: Path | None) -> None:
    """
    Draw up the register of processing (GDPR article 30).
    """
    _drawn_up(inside, DossierKind.REGISTER, language, out)


@dpo.command("dpia", epilog=examples("obstat dpo dpia --out dpia.html"))
@_LANGUAGE
@_OUT
@with_registry
def dpia(inside: Inside, language: str | None, out: Path | None) -> None:
    """
    Draw up the impact assessment (GDPR article 35), to be completed.
    """
    _drawn_up(inside, DossierKind.DPIA, language, out)


def _drawn_up(inside: Inside, kind: DossierKind, language: str | None, out: Path | None) -> None:
    file = out or Path(f"{kind.value}.html")
    chosen = language or inside.registry.organisations.get_settings(inside.caller).languages[0]
    as_pdf = file.suffix.lower() == ".pdf"
    with waiting("Drawing it up"):
        content = inside.registry.draw_up_dossier(inside.caller, kind, chosen, as_pdf=as_pdf)
    with write_anew(file) as opened:
        opened.write(content)
    if inside.json:
        emit({"file": str(file), "bytes": len(content)})
        return
    say(f"{file} is written. What stands in [brackets] is for you to fill in.")
