"""
Print the lists that staff look through.
"""

from datetime import datetime

import click

from cli.reviews import list_reviews
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_person, name_of
from cli.terminal.output import emit
from cli.terminal.pages import local, made, show
from cli.terminal.reading import instant
from cli.terminal.words import Words, examples
from service.decision.ids import PendingId
from service.decision.twins import PairVerdict
from service.records.people import PersonRecord
from service.usecases.checks import UsedUp
from service.usecases.consents import Waiting
from service.usecases.overviews import (
    MAX_DAYS,
    MAX_MONTHS,
    MONTHS,
    NOTICE_DAYS,
    Alike,
    Change,
    Expiring,
    Milestone,
    Unanimous,
    Way,
)
from service.usecases.plain import plain

AHEAD = click.option(
    "--days",
    type=click.IntRange(0, MAX_DAYS),
    default=NOTICE_DAYS,
    show_default=True,
    help="So many days ahead.",
)


@click.group(cls=Words)
def lists() -> None:
    """
    See what ends soon, who comes of age or is there twice, what waits.
    """


lists.add_command(list_reviews)


@lists.command("expiring", epilog=examples("obstat lists expiring --days 30"))
@AHEAD
@with_registry
def expiring(inside: Inside, *, days: int) -> None:
    """
    List which yes ends soon.
    """

    def row(each: Expiring) -> dict[str, object]:
        return {
            "until": each.on,
            "days": each.days,
            "because": "its scan is missing" if each.lacks_scan else "it ends",
            "person": name_of(each.person),
            "answered by": each.signatory_name,
            "act": each.act.id,
        }

    found = inside.registry.overviews.list_expiring(inside.caller, days)
    show(inside, found, row, empty="No yes ends soon.")


@lists.command("coming-of-age", epilog=examples("obstat lists coming-of-age --days 365"))
@AHEAD
@with_registry
def coming_of_age(inside: Inside, *, days: int) -> None:
    """
    List whose age soon changes who must answer.
    """

    def row(each: Milestone) -> dict[str, object]:
        return {
            "on": each.on,
            "days": each.days,
            "person": name_of(each.person),
            "reaches": each.threshold.value,
        }

    found = inside.registry.overviews.list_coming_of_age(inside.caller, days)
    show(inside, found, row, empty="Nobody in these days.")


@lists.command("changes", epilog=examples("obstat lists changes --since 2026-05-12T09:00+02:00"))
@click.option("--since", type=instant, metavar="INSTANT", help="None: in the last week.")
@with_registry
def changes(inside: Inside, *, since: datetime | None) -> None:
    """
    List what was recorded, the newest first.
    """

    def row(each: Change) -> dict[str, object]:
        return {
            "at": local(inside, each.at),
            "what": f"{each.kind.value} {each.what}",
            "person": each.person_name,
            "by": each.by,
        }

    found = inside.registry.overviews.list_changes(inside.caller, since)
    show(inside, found, row, empty="Nothing changed.")


@lists.command("duplicates")
@with_registry
def duplicates(inside: Inside) -> None:
    """
    List who may be entered twice.

    Who has the same name and was born the same day; without a date of birth, who has the
    same name and is in the same unit.
    """
    found = inside.registry.overviews.list_duplicates(inside.caller)
    if inside.json:
        emit(plain([each.people for each in found]))
        return

    def row(each: tuple[int, Alike, PersonRecord]) -> dict[str, object]:
        number, alike, person = each
        return {
            "alike": number,
            "said": alike.verdict.value if alike.verdict else "",
            "name": name_of(person),
            "born": person.born_on,
            "number": person.external_id,
            "id": person.id,
        }

    rows = [(number, alike, each) for number, alike in enumerate(found, 1) for each in alike.people]
    show(inside, rows, row, empty="Nobody seems to be entered twice.")


@lists.command("settle", epilog=examples("obstat lists settle 2026-0117 2026-0118 same"))
@click.argument("person")
@click.argument("other")
@click.argument("verdict", type=click.Choice([each.value for each in PairVerdict]))
@with_registry
def settle(inside: Inside, person: str, other: str, verdict: str) -> None:
    """
    Say whether PERSON and OTHER are one person, entered twice.

    VERDICT is apart (two people) or same (one).  Of one person a no on either record holds
    for both; a yes counts for its own only.
    """
    one, another = (find_person(inside, each) for each in (person, other))
    pair = inside.registry.people.settle_pair(inside.caller, one, another, PairVerdict(verdict))
    made(inside, pair.id, "Recorded", verdict=pair.verdict.value)


@lists.command("used-up")
@with_registry
def used_up(inside: Inside) -> None:
    """
    List who used up their questions of an hour, in the last 30 days.

    It may be long and honest work, or somebody who tries all names to learn who refused.
    """

    def row(each: UsedUp) -> dict[str, object]:
        return {
            "at": local(inside, each.at),
            "who": each.name or each.actor_kind.value,
            "questions": each.per_hour,
            "about people": each.people,
            "id": each.actor_id,
        }

    found = inside.registry.checks.list_used_up(inside.caller)
    show(inside, found, row, empty="Nobody asked too much.")


@lists.command("unanimous", epilog=examples("obstat lists unanimous --months 3"))
@click.option(
    "--months",
    type=click.IntRange(1, MAX_MONTHS),
    default=MONTHS,
    show_default=True,
    help="So many months back, this one included.",
)
@with_registry
def unanimous(inside: Inside, *, months: int) -> None:
    """
    List units and months in which everybody who answered said yes.

    Families may be content; or they were told to tick all, or somebody answered for them.
    """

    def row(each: tuple[Unanimous, Way]) -> dict[str, object]:
        found, way = each
        entered = way.recorder or way.recorded_by
        return {
            "unit": found.unit.name,
            "month": f"{found.month:%Y-%m}",
            "people": f"{found.people} of {found.members}",
            "method": way.method.value.replace("_", " "),
            "by": "themselves" if way.is_own else entered,
            "so": way.people,
        }

    found = inside.registry.overviews.list_unanimous(inside.caller, months)
    if inside.json:
        emit(plain(found))
        return
    rows = [(each, way) for each in found for way in each.ways]
    show(inside, rows, row, empty="Nowhere did everybody say yes.")


@lists.command("confirmations")
@with_registry
def confirmations(inside: Inside) -> None:
    """
    List the answers that wait for a second member of staff.
    """

    def row(each: Waiting) -> dict[str, object]:
        return {
            "person": each.person_name,
            "answered by": each.signatory_name,
            "signed": each.pending.signed_on,
            "entered by": each.proposed_by,
            "id": each.pending.id,
        }

    found = inside.registry.consents.list_pending_answers(inside.caller)
    show(inside, found, row, empty="Nothing waits.")


@lists.command("confirm", epilog=examples("obstat lists confirm 01a1…"))
@click.argument("answer")
@with_registry
def confirm(inside: Inside, answer: str) -> None:
    """
    Confirm ANSWER, which a colleague entered: it counts from now on.
    """
    acts = inside.registry.consents.confirm_answer(inside.caller, PendingId(answer))
    for each in acts:
        made(inside, each.id, "Recorded")


@lists.command("decline", epilog=examples("obstat lists decline 01a1…"))
@click.argument("answer")
@with_registry
def decline(inside: Inside, answer: str) -> None:
    """
    Decline ANSWER: it is deleted with its scan, and never counted.
    """
    inside.registry.consents.decline_answer(inside.caller, PendingId(answer))
    made(inside, answer, "Declined", declined=True)
