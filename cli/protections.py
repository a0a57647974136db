"""
See and keep the orders that protect adults.
"""

from datetime import date
from enum import StrEnum
from typing import TypedDict, Unpack

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_person
from cli.terminal.pages import made, show
from cli.terminal.reading import day, one_of
from cli.terminal.words import Words, examples
from service.decision.ids import ProtectionId
from service.decision.terms import ProtectionKind
from service.records.people import ProtectionRecord
from service.usecases.protections import ProtectionDetails


class Covers(StrEnum):
    """
    Whether image and privacy are in an order; in doubt they are.
    """

    IMAGE = "image"
    OTHER = "other"
    """Money and goods alone, for instance."""


class ProtectionWords(TypedDict):
    """
    The words that describe an order.
    """

    kind: str
    covers: str
    from_on: date | None
    until_on: date | None
    review_on: date | None
    intimacy_authorised: bool
    proof: str


@click.group(cls=Words)
def protections() -> None:
    """
    Say which judge's order assists or represents an adult.

    Whom it names is recorded, too: `obstat authorities record`.
    """


@protections.command("list")
@click.argument("person")
@with_registry
def list_(inside: Inside, person: str) -> None:
    """
    List the orders that protect, or protected, PERSON.
    """

    def row(each: ProtectionRecord) -> dict[str, object]:
        order = each.protection
        return {
            "gives": order.kind.value,
            "covers": Covers.IMAGE if order.covers_image else Covers.OTHER,
            "from": order.from_on,
            "until": order.until_on,
            "review": order.review_on,
            "proof": each.proof,
            "order": each.id,
        }

    verbs = inside.registry.protections
    found = verbs.list_protections(inside.caller, find_person(inside, person))
    show(inside, found, row, empty="No order protects this person.")


@protections.command(
    "record",
    epilog=examples(
        "obstat protections record 'Luc Hermans' --kind representation \\",
        "    --covers image --review 2029-03-01 --proof 'order 12/2024'",
    ),
)
@click.argument("person")
@one_of("--kind", words=ProtectionKind, what="It gives", required=True)
@one_of("--covers", words=Covers, what="Is it over image or not", required=True)
@click.option("--from", "from_on", type=day, metavar="DAY")
@click.option("--until", "until_on", type=day, metavar="DAY", help="First day it no longer holds.")
@click.option("--review", "review_on", type=day, metavar="DAY", help="From then on a human looks.")
@click.option("--intimate", "intimacy_authorised", is_flag=True, help="Allows intimate pictures.")
@click.option("--proof", default="", help="What was seen.")
@with_registry
def record(inside: Inside, /, person: str, **words: Unpack[ProtectionWords]) -> None:
    """
    Record an order that protects PERSON; whom it names must agree, too.
    """
    details = ProtectionDetails(
        kind=ProtectionKind(words["kind"]),
        covers_image=Covers(words["covers"]) is Covers.IMAGE,
        from_on=words["from_on"],
        until_on=words["until_on"],
        review_on=words["review_on"],
        intimacy_authorised=words["intimacy_authorised"],
        proof=words["proof"],
    )
    verbs = inside.registry.protections
    kept = verbs.record_protection(inside.caller, find_person(inside, person), details)
    made(inside, kept.id, "Recorded")


@protections.command("end")
@click.argument("order")
@click.option("--on", type=day, metavar="DAY", help="First day it no longer holds; none: today.")
@with_registry
def end(inside: Inside, order: str, on: date | None) -> None:
    """
    End ORDER: what others allowed under it lapses that day.
    """
    ended = inside.registry.protections.end_protection(inside.caller, ProtectionId(order), on)
    made(inside, ended.id, "Ended", until_on=f"{ended.protection.until_on}")
