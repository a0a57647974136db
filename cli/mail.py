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
from cli.terminal.pages import EVERY_ONE, chosen, local, made, show, show_latest
from cli.terminal.reading import one_of
from cli.terminal.words import Words, examples
from service.records.mail import LetterId, LetterStory, Outcome
from service.usecases.families.reminding.occasions import Due, Obstacle


@click.group(cls=Words)
def mail() -> None:
    """
    Follow the letters that Obstat sends.
    """


@mail.command("list", epilog=examples("obstat mail list", "obstat mail list --outcome bounced"))
@one_of("--outcome", "outcome", words=Outcome, what="Only what was", default=None)
@EVERY_ONE
@with_registry
def list_(inside: Inside, outcome: str | None, *, every_one: bool) -> None:
    """
    List letters and what became of them, the newest last.

    Never what they say.
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

    show_latest(
        inside,
        inside.registry.mail.list_letters,
        row,
        empty="No letter yet.",
        every_one=every_one,
        filters=chosen(outcome=outcome),
    )


@mail.command("tail")
@click.option("-n", "count", type=click.IntRange(1, 200), default=5, help="How many; 5.")
@with_registry
def tail(inside: Inside, count: int) -> None:
    """
    Print the newest letters in var/mail: there they go without a server.
    """
    inside.registry.mail.deliver_letters()
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
    story = inside.registry.mail.retry_letter(inside.caller, LetterId(letter))
    made(inside, story.id, "Will be sent again")


@mail.command("bounced", epilog=examples("obstat mail bounced"))
@with_registry
def bounced(inside: Inside) -> None:
    """
    Read a delivery report from standard input: a letter that came back.

    For the mailbox of OBSTAT_MAIL_FROM: let its mail server hand every report here.
    """
    letter_id = inside.registry.mail.record_bounce(sys.stdin.buffer.read())
    made(inside, letter_id, "Came back")


@mail.command("remind", epilog=examples("obstat mail remind --dry-run", "obstat mail remind"))
@click.option("--dry-run", is_flag=True, help="Show what would be written; write nothing.")
@with_registry
def remind(inside: Inside, /, *, dry_run: bool) -> None:
    """
    Remind families of what ends, or begins, on a day that comes near.

    A yes that ends; somebody young who answers themselves from then on.  The service
    does so of its own accord, in office hours, each reminder once.
    """
    reminding, organisation_id = inside.registry.families.remind, inside.caller.organisation_id
    if dry_run:
        show(inside, reminding.preview(inside.caller), _due, empty="Nobody is to be reminded.")
        return
    opens_at, count = reminding.opens_at(organisation_id), reminding.write(organisation_id)
    if inside.json:
        emit({"written": count, "office_opens_at": opens_at.isoformat() if opens_at else None})
    elif opens_at is not None:
        say(f"The office is closed until {local(inside, opens_at)}; nothing was written.")
    else:
        say(f"{count} reminders written.")


def _due(each: Due) -> dict[str, object]:
    """
    Say what is due: whom it is about, to whom it goes, and what is in the way.
    """
    return {
        "about": each.person_name,
        "why": each.key.occasion.value.replace("_", " "),
        "on": each.key.falls_on.isoformat(),
        "ahead": each.key.step_days,
        "to": each.to.name,
        "in the way": "" if each.obstacle is Obstacle.NONE else each.obstacle.value,
        "signatory": each.key.signatory_id,
    }


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
