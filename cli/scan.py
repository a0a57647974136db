"""
Check every picture of a folder without registering any.
"""

from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import click

from cli.batch.answered import WORST_FIRST
from cli.batch.asking import Asker, Findings, ask_all, walked
from cli.batch.ending import end_early, told
from cli.batch.folder import FOLDER
from cli.batch.page import Asked, page_at, page_of
from cli.batch.state import Header, State, state_in
from cli.batch.stopping import Stop, stopped_gently
from cli.batch.twins import Twins
from cli.batch.unread import show_unread
from cli.check import or_ask
from cli.terminal.door import Inside, with_registry
from cli.terminal.exits import EXIT_OF, Exit
from cli.terminal.output import say, show_rows, sign
from cli.terminal.pages import everything
from cli.terminal.reading import day, one_of
from cli.terminal.verdicts import STYLE
from cli.terminal.waiting import waiting
from cli.terminal.wording import ANSWER
from cli.terminal.words import Word, examples, with_jobs
from service.decision.terms import Answer, Purpose
from service.errors import InvalidInput, TooMany
from service.usecases.checks.question import CheckQuestion
from service.wiring import clock

NEW_FILE = click.Path(dir_okay=False, path_type=Path)


class Wanted(TypedDict):
    """
    The words that say what is asked, and what is written.
    """

    channel: str
    purpose: str
    on: date | None
    report: Path | None
    resume: Path | None


@click.command(
    cls=Word,
    epilog=examples(
        "obstat scan holiday/ --channel facebook-page",
        "obstat scan website/ -c website --report page.html",
        "obstat scan website/ -c website --resume scan.jsonl --jobs 4",
    ),
)
@click.argument("folder", type=FOLDER)
@click.option("--channel", "-c", required=True, metavar="CHANNEL", help="Short name, id, address.")
@one_of("--purpose", words=Purpose, what="What for", default=Purpose.INFORMATION.value)
@click.option("--on", type=day, metavar="DAY", help="Planned day, such as 2026-05-12.")
@click.option("--report", type=NEW_FILE, metavar="FILE", help="Write a page to read and send.")
@click.option("--resume", type=NEW_FILE, metavar="FILE", help="Keep answers here; go on from it.")
@with_jobs
@or_ask
@with_registry
def scan(inside: Inside, /, folder: Path, **wanted: Unpack[Wanted]) -> None:
    """
    Check every picture below FOLDER; register none.

    Hidden files are left out, and so are files that are no pictures.  Each picture is
    a check that is recorded and counts in the budget of the hour
    (OBSTAT_CHECKS_PER_HOUR); the same file twice is one.  Reasons are told as a
    checker is told them; `obstat checks show` says more.

    With --resume, what was answered within a day is not asked again.  The file is
    what --json prints: a line for the question, then one for each picture.

    The worst answer decides: ends with 0 publish, 3 do not publish, 4 ask.  What is
    not answered asks.
    """
    question = CheckQuestion(
        purpose=Purpose(wanted["purpose"]), channel=wanted["channel"], on=wanted["on"]
    )
    own = frozenset(each.resolve() for each in (wanted["report"], wanted["resume"]) if each)
    header = header_of(inside, question)
    with state_in(wanted["resume"], header, clock()) as state, page_at(wanted["report"]) as page:
        with waiting("Looking through the folder"):
            total = sum(1 for _ in walked(folder, own))
        findings = Findings(total, len(state.known))
        with stopped_gently() as stop:
            ask_all(asker_of(inside, folder, question, state, stop), findings, header, own)
        if page is not None:
            page.write(page_of(findings, asked_of(inside, question)))
    if not inside.json:
        show(findings)
    end(inside, findings, stop, folder, wanted["resume"])


def asker_of(
    inside: Inside, folder: Path, question: CheckQuestion, state: State, stop: Stop
) -> Asker:
    """
    Get ready to ask, knowing what was answered before.
    """
    return Asker(inside, folder, question, state, stop, Twins(state.known))


def header_of(inside: Inside, question: CheckQuestion) -> Header:
    """
    Say what is asked about every picture.
    """
    asked = {
        "organisation_id": inside.caller.organisation_id,
        "channel": question.channel,
        "purpose": question.purpose.value,
        "on": question.on.isoformat() if question.on else None,
    }
    return {"scan": asked}


def asked_of(inside: Inside, question: CheckQuestion) -> Asked:
    """
    Say what is asked in the words of the organisation.
    """
    house = inside.registry.organisations.get_settings(inside.caller)
    called = str(question.channel)
    names = {
        word: each.channel.name
        for each in everything(inside.registry.channels.list_channels, inside.caller)
        for word in (each.slug, each.id)
    }
    on = question.on.isoformat() if question.on else ""
    channel = names.get(called, called)
    return Asked(house.name, channel, question.purpose.value, on, inside.zone)


def show(findings: Findings) -> None:
    """
    Print a line for each picture, worst first, and count them.
    """
    rows = [
        {"answer": _answer(answer), "picture": each.file, "why": each.why}
        for answer in WORST_FIRST
        for each in findings.of(answer)
    ]
    if rows:
        show_rows(rows, empty="")
    show_unread([*findings.unread, *findings.left_out])
    counts = [f"{_answer(each)}: {len(findings.of(each))}" for each in WORST_FIRST]
    say(", ".join([*counts, f"not read: {len(findings.unread)}"]))
    if findings.known:
        say(f"Known from an earlier run: {findings.known}.", style="dim")


def _answer(answer: Answer) -> str:
    """
    Write an answer with its shape.
    """
    _, shape, letter = STYLE[answer.value]
    return f"{sign(shape, letter)} {ANSWER[answer.value]}"


def end(inside: Inside, findings: Findings, stop: Stop, folder: Path, resume: Path | None) -> None:
    """
    End with the worst answer, or say why not all have one.

    Raises:
        Exit: Always.
    """
    code = EXIT_OF[findings.worst]
    if findings.count < findings.total:
        end_early(stop, how_far(findings, stop, resume), code, as_json=inside.json)
    if not (findings.answers or findings.unread):
        refused = InvalidInput(f"There is no picture in {folder}.")
        told(refused, Exit.REFUSED, as_json=inside.json)
    raise click.exceptions.Exit(code)


def how_far(findings: Findings, stop: Stop, resume: Path | None) -> str:
    """
    Say how much is done, and how to go on.
    """
    done = f"{findings.count} of {findings.total} files are done"
    if isinstance(stop.trouble, TooMany):
        done += "; an hour has OBSTAT_CHECKS_PER_HOUR of them"
    if resume is None:
        return f"{done}. With --resume FILE a scan goes on where it stopped."
    return f"{done}. Run it again to go on."
