"""
Follow letters.
"""

import email
import sys
from email.policy import default
from pathlib import Path

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.output import emit, say, say_whole
from cli.terminal.pages import chosen, everything, local, made, show
from cli.terminal.reading import one_of
from cli.terminal.words import Words, examples
from service.records.mail import LetterId, LetterStory, Outcome


@click.group(cls=Words)
def mail() -> None:
    """
    Follow the letters that Obstat sends.
    """


@mail.command("list", epilog=examples("obstat mail list", "obstat mail list --outcome bounced"))
@one_of("--outcome", "outcome", words=Outcome, what="Only what was", default=None)
@with_registry
def list_(inside: Inside, outcome: str | None) -> None:
    """
    List letters and what became of them, never what they say.
    """

    def row(each: LetterStory) -> dict[str, object]:
        return {
            "written": local(inside, each.written_at),
            "why": each.kind.value,
            "became": each.outcome.value if each.outcome else "waiting",
            "code": each.detail,
            "next try": local(inside, each.next_try_at),
            "to": each.recipient_id,
            "letter": each.id,
        }

    found = everything(inside.registry.list_letters, inside.caller, chosen(outcome=outcome))
    show(inside, found, row, empty="No letter yet.")


@mail.command("tail")
@click.option("-n", "count", type=click.IntRange(1, 200), default=5, help="How many; 5.")
@with_registry
def tail(inside: Inside, count: int) -> None:
    """
    Print the newest letters in var/mail: there they go without a server.
    """
    inside.registry.deliver_letters()
    folder = inside.settings.mail_folder
    newest = sorted(
        [*folder.glob("*.eml"), *folder.glob("*.txt")], key=lambda each: each.stat().st_mtime
    )[-count:]
    letters = [_read(each) for each in newest]
    if inside.json:
        emit(letters)
        return
    if not letters:
        say("No letter there. With OBSTAT_MAIL_HOST they leave by mail.", style="dim")
    for each in letters:
        say_whole(f"── {each['to']}  {each['subject']}", style="bold")
        for line in each["text"].rstrip().splitlines():
            say_whole(line)
        say_whole("")


@mail.command("retry")
@click.argument("letter")
@with_registry
def retry(inside: Inside, letter: str) -> None:
    """
    Send LETTER again, to the address that is known by now.
    """
    story = inside.registry.retry_letter(inside.caller, LetterId(letter))
    made(inside, story.id, "Will be sent again")


@mail.command("bounced", epilog=examples("obstat mail bounced"))
@with_registry
def bounced(inside: Inside) -> None:
    """
    Read a delivery report from standard input: a letter that came back.

    For the mailbox of OBSTAT_MAIL_FROM: let its mail server hand every report here.
    """
    letter_id = inside.registry.record_bounce(sys.stdin.buffer.read())
    made(inside, letter_id, "Came back")


def _read(path: Path) -> dict[str, str]:
    """
    Read a letter as its reader would.
    """
    if path.suffix == ".txt":
        to, _, text = path.read_text("utf-8").partition("\n\n")
        return {"to": to, "subject": "", "text": text}
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    body = message.get_body(("plain",))
    text = body.get_content() if body else ""
    return {"to": str(message["To"]), "subject": str(message["Subject"]), "text": text}
