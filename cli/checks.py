"""
Read earlier answers again.
"""

from collections.abc import Mapping
from typing import Any

import click

from cli.check import names_of_channels, show_whom
from cli.terminal.door import Inside, with_registry
from cli.terminal.exits import Exit
from cli.terminal.finding import find_person
from cli.terminal.output import emit, refuse, say
from cli.terminal.pages import EVERY_ONE, chosen, local, show_latest
from cli.terminal.reading import one_of
from cli.terminal.verdicts import show_outcome
from cli.terminal.wording import ANSWER
from cli.terminal.words import Words, examples
from service.decision.ids import CheckId
from service.decision.terms import Answer
from service.records.activity import CheckRecord


@click.group(cls=Words)
def checks() -> None:
    """
    Read earlier answers again.
    """


@checks.command("list", epilog=examples("obstat checks list --answer ask --person 'Léa Dupont'"))
@click.option("--person", metavar="PERSON", help="Only what touched this person.")
@one_of("--answer", words=Answer, what="Only")
@EVERY_ONE
@with_registry
def list_(inside: Inside, person: str | None, answer: str | None, *, every_one: bool) -> None:
    """
    List what was asked and answered, the newest last.
    """
    person_id = find_person(inside, person) if person else None

    def row(each: CheckRecord) -> dict[str, object]:
        return {
            "asked": local(inside, each.asked_at),
            "answer": ANSWER[each.answer.value],
            "about": subject(each.question),
            "check": each.id,
        }

    show_latest(
        inside,
        inside.registry.checks.list_checks,
        row,
        empty="Nothing was asked yet.",
        every_one=every_one,
        filters=chosen(person_id=person_id, answer=answer),
    )


def subject(question: Mapping[str, Any]) -> str:
    """
    Say what a question was about; the words themselves are not kept.
    """
    counted = [(question["pictures"], "picture"), (question["names"], "name")]
    counted.append((int(question["text_digest"] != ""), "caption"))
    things = [f"{count} {what}{'s' * (count > 1)}" for count, what in counted if count]
    return f"{', '.join(things)} for {question['channel'] or 'every channel'}"


@checks.command("show")
@click.argument("check_id", metavar="CHECK")
@click.option("--who", is_flag=True, help="Say whom each reason is about.")
@with_registry
def show_check(inside: Inside, check_id: str, *, who: bool) -> None:
    """
    Show the answer of CHECK as it was given.
    """
    outcome = inside.registry.checks.get_check(inside.caller, CheckId(check_id))
    if inside.json:
        emit(outcome)
        return
    say(f"Asked at {outcome['evaluated_at']} for {outcome['for_date']}.", style="dim")
    show_outcome(outcome, names_of_channels(inside))
    if who:
        show_whom(inside, outcome)


@checks.command("replay", epilog=examples("obstat checks replay CHECK"))
@click.argument("check_id", metavar="CHECK")
@with_registry
def replay(inside: Inside, check_id: str) -> None:
    """
    Answer CHECK again, by the facts of then and the rules of today.

    Ends with 2 where the same rules give another answer.
    """
    found = inside.registry.checks.replay_check(inside.caller, CheckId(check_id))
    now = str(found.outcome["answer"])
    if inside.json:
        emit(
            {
                "is_same": found.is_same,
                "has_same_rules": found.has_same_rules,
                "answer_then": found.check.answer.value,
                "answer_now": now,
                "engine": list(found.engine),
                "law": list(found.law),
            }
        )
    else:
        same = "the same answer" if found.is_same else "another answer, or other reasons"
        say(f"Then: {ANSWER[found.check.answer.value]}. Now: {ANSWER[now]}. That is {same}.")
        if not found.has_same_rules:
            say("The rules or the law table have changed since: that may be why.")
    if not found.is_same and found.has_same_rules:
        refuse("ledger-broken", "the facts that are stored do not give the answer on record")
        raise click.exceptions.Exit(Exit.REFUSED)
