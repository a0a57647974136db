"""
Take in answers by name, and say who is meant by those that wait.
"""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import click

from cli.importing import whole_table
from cli.terminal.door import Inside, with_registry
from cli.terminal.exits import Exit
from cli.terminal.finding import find_person, find_signatory, find_version
from cli.terminal.output import emit, say, say_whole
from cli.terminal.pages import local, made, show, show_one
from cli.terminal.reading import FILE, one_of
from cli.terminal.waiting import waiting
from cli.terminal.words import Words, examples
from service.decision.ids import UnmatchedId
from service.errors import InvalidInput
from service.records.unmatched import Discard, UnmatchedAnswer
from service.usecases.caller import Idempotency
from service.usecases.people.csv_text import Row
from service.usecases.people.workbook import read_table
from service.usecases.unmatched import Choice, State
from service.usecases.unmatched.answer_rows import answer_of, check_columns

MOST_ROWS = 5000


@click.group(cls=Words)
def answers() -> None:
    """
    Take in answers by name, and say who is meant by those that wait.
    """


@answers.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List the answers that wait for somebody to say who is meant.
    """

    def row(each: UnmatchedAnswer) -> dict[str, object]:
        return {
            "name": each.person.full_name,
            "born": each.person.born_on,
            "answer": each.kind.value,
            "came in": local(inside, each.received_at),
            "id": each.id,
        }

    found = inside.registry.unmatched.list_unmatched(inside.caller)
    show(inside, found, row, empty="No answer waits for a name.")


@answers.command("show")
@click.argument("answer")
@with_registry
def show_answer(inside: Inside, answer: str) -> None:
    """
    Show ANSWER as it came, and who may be meant.
    """
    show_one(inside, inside.registry.unmatched.get_unmatched(inside.caller, UnmatchedId(answer)))


@answers.command("receive", epilog=examples("obstat answers receive answers.csv"))
@click.argument("table", type=FILE)
@with_registry
def receive(inside: Inside, table: Path) -> None:
    """
    Take in the answers of a CSV or XLSX file, a row each.

    Columns: given_name, family_name, born_on, answer (given, refused, deferred) and
    more.  What names one person for certain is recorded; the rest waits.  It may be
    run again: a row is taken in once.
    """
    content = read_table(whole_table(table), most_rows=MOST_ROWS)
    check_columns(content)
    became, refused = dict.fromkeys(State, 0), []
    with waiting("Taking in answers"):
        for row in content.rows:
            try:
                became[_taken_in(inside, row)] += 1
            except InvalidInput as wrong:
                refused.append({"row": row.number, "field": wrong.field, "message": wrong.message})
    if inside.json:
        emit({**{each.value: count for each, count in became.items()}, "refused": refused})
    else:
        say(", ".join(f"{count} {each.value}" for each, count in became.items()))
        for each in refused:
            say_whole(f"Row {each['row']}, {each['field']}: {each['message']}")
    if refused:
        raise click.exceptions.Exit(Exit.REFUSED)


@answers.command("resolve", epilog=examples("obstat answers resolve 01a1… 'Léa Dupont'"))
@click.argument("answer")
@click.argument("person")
@click.option("--by", metavar="SIGNATORY", help="Who answered; none: whoever it names.")
@with_registry
def resolve(inside: Inside, answer: str, person: str, *, by: str | None) -> None:
    """
    Record ANSWER about PERSON, as it came and under its own date.
    """
    choice = Choice(find_person(inside, person), find_signatory(inside, by) if by else None)
    verbs = inside.registry.unmatched
    act = verbs.resolve_unmatched(inside.caller, UnmatchedId(answer), choice)
    made(inside, act.id, "Recorded")


@answers.command("discard", epilog=examples("obstat answers discard 01a1… --reason nobody_here"))
@click.argument("answer")
@one_of("--reason", words=Discard, what="Why", required=True)
@with_registry
def discard(inside: Inside, answer: str, *, reason: str) -> None:
    """
    Delete ANSWER: nobody here is meant.
    """
    verbs = inside.registry.unmatched
    verbs.discard_unmatched(inside.caller, UnmatchedId(answer), Discard(reason))
    made(inside, answer, "Deleted", discarded=True)


def _taken_in(inside: Inside, row: Row) -> State:
    """
    Take in one row, once however often it is sent.
    """
    received = answer_of(row, lambda called: find_version(inside, called))
    digest = hashlib.sha256(json.dumps(row.cells, sort_keys=True).encode()).digest()
    once = Idempotency(key=f"answer-row-{digest.hex()}", request_digest=digest)
    caller = replace(inside.caller, idempotency=once)
    return inside.registry.unmatched.receive_answer(caller, received).state
