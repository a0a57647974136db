"""
Look at channels and forms again, and see which are due.
"""

from datetime import date

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_channel
from cli.terminal.pages import made, show
from cli.terminal.reading import day
from cli.terminal.words import Word, examples
from service.usecases.overviews import MAX_DAYS
from service.usecases.reviews import AHEAD_DAYS, ReviewState

NEXT = click.option("--next", "next_on", type=day, metavar="DAY", help="None: in a year.")


@click.command(
    "review", cls=Word, epilog=examples("obstat channels review facebook-page --next 2027-01-15")
)
@click.argument("channel")
@NEXT
@with_registry
def review_channel(inside: Inside, channel: str, next_on: date | None) -> None:
    """
    Say that you looked at CHANNEL, and it still holds.

    At what is registered here, and at the rules of its platform.
    """
    channel_id = find_channel(inside, channel)
    state = inside.registry.reviews.review_channel(inside.caller, channel_id, next_on)
    made(inside, state.subject.id, "Reviewed", due_on=str(state.due_on))


@click.command("review", cls=Word, epilog=examples("obstat forms review accueil"))
@click.argument("form")
@NEXT
@with_registry
def review_form(inside: Inside, form: str, next_on: date | None) -> None:
    """
    Say that you looked at the last words of FORM, and they still hold.
    """
    state = inside.registry.reviews.review_form(inside.caller, form, next_on)
    made(inside, state.subject.id, "Reviewed", due_on=str(state.due_on))


@click.command("reviews", cls=Word, epilog=examples("obstat lists reviews --days 90"))
@click.option(
    "--days",
    type=click.IntRange(0, MAX_DAYS),
    default=AHEAD_DAYS,
    show_default=True,
    help="So many days ahead.",
)
@with_registry
def list_reviews(inside: Inside, *, days: int) -> None:
    """
    List which channels and forms are to be looked at again.

    Those that are due by now, and those that will be soon.
    """

    def row(each: ReviewState) -> dict[str, object]:
        return {
            "due": each.due_on,
            "days": each.days,
            "what": each.subject.kind.value,
            "name": each.subject.name,
            "looked at": each.reviewed_on or "never",
            "id": each.subject.id,
        }

    def as_plain(each: ReviewState) -> dict[str, object]:
        return {
            "kind": each.subject.kind.value,
            "id": each.subject.id,
            "name": each.subject.name,
            "due_on": str(each.due_on),
            "days": each.days,
            "reviewed_on": each.reviewed_on and str(each.reviewed_on),
        }

    found = inside.registry.overviews.list_reviews(inside.caller, days)
    show(inside, found, row, empty="Nothing is to be looked at yet.", as_plain=as_plain)
