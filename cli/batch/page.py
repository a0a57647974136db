"""
Write the report of a scan: one page that needs nothing but itself.

No picture, no script, nothing fetched from elsewhere: it can be sent by e-mail and
opened on a phone.  Whatever people typed, file names above all, is escaped.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from html import escape
from pathlib import Path
from string import Template
from tempfile import mkstemp
from typing import IO
from zoneinfo import ZoneInfo

from cli.batch.answered import WORST_FIRST
from cli.batch.asking import Findings
from cli.batch.looks import STYLE
from cli.batch.unread import Unread
from cli.terminal.output import visible
from service.decision.terms import Answer
from service.errors import InvalidInput

HEADING = {
    Answer.DO_NOT_PUBLISH: "Do not publish",
    Answer.ASK: "Ask first",
    Answer.PUBLISH: "Publish",
}
SHAPE = {Answer.DO_NOT_PUBLISH: "\u2718", Answer.ASK: "?", Answer.PUBLISH: "\u2714"}
"""Beside the word: colour alone tells nothing (WCAG 1.4.1)."""
BEGINNING = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="generator" content="obstat scan"/>
"""
"""By this a page of ours is known: nothing else is ever replaced."""
PAGE = Template(
    BEGINNING
    + """\
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="robots" content="noindex"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>Pictures for $channel</title>
<style>$style</style>
</head>
<body>
<main>
<h1>May these pictures be published on <bdi>$channel</bdi>?</h1>
<p class="about">$about</p>
$unfinished<nav aria-label="Answers"><ul>
$tally
</ul></nav>
$sections
$left_out<footer>An answer holds for the moment it was given: people change their minds.
Ask again right before you publish.</footer>
</main>
</body>
</html>
"""
)


@dataclass(frozen=True, slots=True)
class Asked:
    """
    What the page is about.
    """

    organisation: str
    channel: str
    purpose: str
    on: str
    """The planned day; empty: when it was asked."""
    zone: ZoneInfo


@contextmanager
def page_at(path: Path | None) -> Iterator[IO[str] | None]:
    """
    Give what a page can be written to; it replaces an older one as a whole.

    Opened before the first picture is read: nobody waits for an hour to hear that the
    page cannot be written.

    Raises:
        InvalidInput: It cannot, or would replace something else.
    """
    if path is None:
        yield None
        return
    with ExitStack() as undo:
        file = undo.enter_context(_beside(path))
        undo.callback(Path(file.name).unlink, missing_ok=True)
        yield file
        file.flush()
        if file.tell():
            Path(file.name).replace(path)


def _beside(path: Path) -> IO[str]:
    """
    Open a file for oneself alone, which is to become *path*.

    Raises:
        InvalidInput: It cannot be, or would replace something else.
    """
    try:
        if path.exists():
            with path.open("rb") as older:
                is_page = older.read(len(BEGINNING)) == BEGINNING.encode()
            if not is_page:
                raise InvalidInput(f"{path} is no page of a scan: choose another name.")
        descriptor, name = mkstemp(dir=path.parent, prefix=".obstat-")
    except OSError as trouble:
        raise InvalidInput(f"{path} cannot be written: {trouble.strerror}.") from trouble
    os.close(descriptor)
    return Path(name).open("w", encoding="utf-8")


def page_of(findings: Findings, asked: Asked) -> str:
    """
    Write the whole page.
    """
    count, total = findings.count, findings.total
    unfinished = (
        f'<p class="stop">Not finished: {count} of {total} files were looked at. What is not '
        "listed here has no answer.</p>\n"
    )
    return PAGE.substitute(
        channel=_safe(asked.channel),
        style=STYLE,
        about=_about(findings, asked),
        unfinished=unfinished if count < total else "",
        tally="\n".join(_tile(each, _count(findings, each)) for each in WORST_FIRST),
        sections="\n".join(_section(findings, each) for each in WORST_FIRST),
        left_out=_left_out(findings.left_out),
    )


def _about(findings: Findings, asked: Asked) -> str:
    """
    Say for what and when it was asked.
    """
    at = sorted(each.evaluated_at.astimezone(asked.zone) for each in findings.answers)
    parts = [asked.organisation, f"purpose: {asked.purpose}"]
    if asked.on:
        parts.append(f"planned for {asked.on}")
    if at:
        parts.append(f"answered {_span(at[0], at[-1])} ({asked.zone.key})")
    return _safe(" · ".join(parts))


def _span(first: datetime, last: datetime) -> str:
    """
    Write from when to when.
    """
    begun, ended = f"{first:%Y-%m-%d %H:%M}", f"{last:%Y-%m-%d %H:%M}"
    return begun if begun == ended else f"{begun} to {ended}"


def _count(findings: Findings, answer: Answer) -> int:
    """
    Count the pictures with an answer; one that cannot be read asks.
    """
    missed = len(findings.unread) if answer is Answer.ASK else 0
    return len(findings.of(answer)) + missed


def _tile(answer: Answer, count: int) -> str:
    """
    Write a number that leads to its pictures.
    """
    return (
        f'<li class="{answer.value}"><a href="#{answer.value}"><b>{count}</b> '
        f'<span aria-hidden="true">{SHAPE[answer]}</span> {HEADING[answer]}</a></li>'
    )


def _section(findings: Findings, answer: Answer) -> str:
    """
    Write every picture with one answer.
    """
    missed = findings.unread if answer is Answer.ASK else ()
    items = [
        *(_item(each.file, each.why, each.steps) for each in findings.of(answer)),
        *(_item(each.file, "It could not be read.", (each.refused.message,)) for each in missed),
    ]
    if not items:
        return ""
    heading = f'<span aria-hidden="true">{SHAPE[answer]}</span> {HEADING[answer]}'
    listed = "\n".join(items)
    return (
        f'<section id="{answer.value}" class="{answer.value}"><h2>{heading}</h2>\n'
        f"<ul>\n{listed}\n</ul></section>"
    )


def _item(file: str, why: str, steps: Sequence[str]) -> str:
    """
    Write one picture: its name, why, and what to do.
    """
    told = "".join(f'<p class="step">{_safe(each)}</p>' for each in steps)
    return f"<li><h3><bdi>{_safe(file)}</bdi></h3><p>{_safe(why)}</p>{told}</li>"


def _left_out(left_out: Sequence[Unread]) -> str:
    """
    Name the files that are no pictures, for whoever wonders.
    """
    if not left_out:
        return ""
    names = "\n".join(f"<li><bdi>{_safe(each.file)}</bdi></li>" for each in left_out)
    summary = f"Files that are no pictures: {len(left_out)}"
    return f"<details><summary>{summary}</summary><ul>\n{names}\n</ul></details>\n"


def _safe(words: str) -> str:
    """
    Give words as text, whatever stands in them.
    """
    return escape(visible(words.replace("\n", " ")))
