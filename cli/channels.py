"""
See and keep the register of channels.
"""

from typing import TypedDict, Unpack

import click

from cli.changing_channels import change
from cli.reviews import review_channel
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_channel, find_group, find_unit
from cli.terminal.pages import everything, made, show, show_one
from cli.terminal.reading import one_of, text_of
from cli.terminal.words import Words, examples
from service.decision.channels import Quota
from service.decision.terms import Audience, Medium, PhotoPublisher, Purpose
from service.records.channels import ChannelRecord
from service.usecases.channels import ChannelDetails, ChannelFacts, ChannelPlace
from service.usecases.organisations.operator import OPERATOR
from service.usecases.plain import plain_fields


class ChannelWords(TypedDict):
    """
    The words that describe a channel.
    """

    name: str
    medium: str
    audience: str
    address: str
    platform: str
    purposes: tuple[str, ...]
    unit: str | None
    groups: tuple[str, ...]
    quota: int | None
    special: bool
    members: bool
    two_approvals: bool
    template: str | None


@click.group(cls=Words)
def channels() -> None:
    """
    Keep the register of channels.

    CHANNEL is a short name, a name, or an id.
    """


channels.add_command(change)
channels.add_command(review_channel)


@channels.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List channels.
    """

    def row(each: ChannelRecord) -> dict[str, object]:
        return {
            "short name": each.slug,
            "name": each.channel.name,
            "seen by": each.channel.audience.value,
            "": "closed" if each.channel.closed else None,
        }

    found = everything(inside.registry.channels.list_channels, inside.caller)
    empty = "No channel is registered, so nothing may be published: `obstat channels register`."
    show(inside, found, row, empty=empty, as_plain=as_plain)


@channels.command("show", epilog=examples("obstat channels show facebook-page"))
@click.argument("channel")
@with_registry
def show_channel(inside: Inside, channel: str) -> None:
    """
    Show CHANNEL with its rules.
    """
    register, caller = inside.registry.channels, inside.caller
    found = register.get_channel(caller, find_channel(inside, channel))
    counted = register.count_quota(caller, found.channel.id)
    left = counted.left if counted else None
    show_one(inside, found, as_plain=lambda each: {**as_plain(each), "quota_left": left})


@channels.command(
    "register",
    epilog=examples(
        "obstat channels register website --name 'Our site' --medium web \\",
        "    --audience public --address https://www.house.example \\",
        "    --purpose information --members",
    ),
)
@click.argument("slug")
@click.option("--name", required=True, help="Name that people know it by.")
@one_of("--medium", words=Medium, what="By", required=True)
@one_of("--audience", words=Audience, what="Seen by", required=True)
@click.option("--address", required=True, help="Address of the page, or title of what is none.")
@click.option("--platform", default="", help="Such as facebook.")
@one_of("--purpose", "purposes", words=Purpose, what="For", required=True, multiple=True)
@click.option("--unit", metavar="UNIT", help="The unit it belongs to.")
@click.option("--group", "groups", multiple=True, metavar="GROUP", help="May be repeated.")
@click.option("--quota", type=click.IntRange(1), help="Most publications in a week.")
@click.option("--special", is_flag=True, help="To appear here reveals health or belief.")
@click.option("--members", is_flag=True, help="Everybody may publish, not publishers alone.")
@click.option("--two-approvals", is_flag=True, help="Two members must approve a post first.")
@click.option("--template", help="How posts look there; @FILE reads a file.")
@with_registry
def register(inside: Inside, /, slug: str, **words: Unpack[ChannelWords]) -> None:
    """
    Register a channel under the short name SLUG.
    """
    facts = facts_of(inside, words)
    template = text_of(words["template"])
    place = ChannelPlace(slug=slug, address=words["address"], template=template)
    found = inside.registry.channels.register_channel(inside.caller, ChannelDetails(facts, place))
    made(inside, found.id, "Registered", slug=found.slug)


@channels.command("close")
@click.argument("channel")
@with_registry
def close(inside: Inside, channel: str) -> None:
    """
    Take CHANNEL out of the register: nothing may be published there.
    """
    closed = inside.registry.channels.close_channel(inside.caller, find_channel(inside, channel))
    made(inside, closed.id, "Closed", closed=True)


@channels.command("reopen")
@click.argument("channel")
@with_registry
def reopen(inside: Inside, channel: str) -> None:
    """
    Put CHANNEL back in the register; every answer given for it holds again.
    """
    opened = inside.registry.channels.reopen_channel(inside.caller, find_channel(inside, channel))
    made(inside, opened.id, "Reopened", closed=False)


def facts_of(inside: Inside, words: ChannelWords) -> ChannelFacts:
    """
    Put together what counts for the rules; the operator may always publish.
    """
    return ChannelFacts(
        name=words["name"],
        medium=Medium(words["medium"]),
        platform=words["platform"],
        audience=Audience(words["audience"]),
        purposes=frozenset(map(Purpose, words["purposes"])),
        unit_id=find_unit(inside, words["unit"]) if words["unit"] else None,
        group_ids=frozenset(find_group(inside, each) for each in words["groups"]),
        quota=Quota(words["quota"]) if words["quota"] else None,
        publisher_ids=frozenset({OPERATOR.id}),
        photo_publisher=(PhotoPublisher.MEMBERS if words["members"] else PhotoPublisher.PUBLISHERS),
        special_category=words["special"],
        two_approvals=words["two_approvals"],
    )


def as_plain(record: ChannelRecord) -> dict[str, object]:
    """
    Give a channel as one flat record.
    """
    return {**plain_fields(record.channel), **plain_fields(record, without="channel")}
