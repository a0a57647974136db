"""
Change a channel: who sees it, for what it is, who publishes and how.
"""

from dataclasses import replace
from typing import TypedDict, TypeVar, Unpack

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_channel, find_group, find_unit
from cli.terminal.pages import made
from cli.terminal.reading import one_of, text_of
from cli.terminal.words import Word, examples
from service.decision.channels import Quota
from service.decision.ids import ChannelId
from service.decision.terms import Audience, Medium, PhotoPublisher, Purpose
from service.usecases.channels import ChannelDetails, ChannelFacts, ChannelPlace
from service.usecases.details import KEEP, Told

T = TypeVar("T")


class ChangedWords(TypedDict):
    """
    What may be said anew of a channel; None and nothing stay as they are.
    """

    slug: str | None
    name: str | None
    medium: str | None
    audience: str | None
    address: str | None
    platform: str | None
    purposes: tuple[str, ...]
    unit: str | None
    no_unit: bool
    groups: tuple[str, ...]
    no_group: bool
    quota: int | None
    no_quota: bool
    special: bool | None
    members: bool | None
    two_approvals: bool | None
    template: str | None


@click.command(
    "change",
    cls=Word,
    epilog=examples(
        "obstat channels change facebook-page --two-approvals --template @line.txt",
        "obstat channels change website --no-quota --publishers",
    ),
)
@click.argument("channel")
@click.option("--slug", metavar="NAME", help="Another short name.")
@click.option("--name", help="Name that people know it by.")
@one_of("--medium", words=Medium, what="By")
@one_of("--audience", words=Audience, what="Seen by")
@click.option("--address", help="Address of the page, or title of what is none.")
@click.option("--platform", help="Such as facebook.")
@one_of("--purpose", "purposes", words=Purpose, what="For", multiple=True)
@click.option("--unit", metavar="UNIT", help="The unit it belongs to.")
@click.option("--no-unit", is_flag=True, help="It belongs to the whole house.")
@click.option("--group", "groups", multiple=True, metavar="GROUP", help="May be repeated.")
@click.option("--no-group", is_flag=True, help="It is in no group.")
@click.option("--quota", type=click.IntRange(1), help="Most publications in its window.")
@click.option("--no-quota", is_flag=True, help="As many publications as there are.")
@click.option("--special/--not-special", default=None, help="It reveals health or belief.")
@click.option("--members/--publishers", default=None, help="Everybody publishes, or publishers.")
@click.option("--two-approvals/--one-approval", default=None, help="Who must approve a post.")
@click.option("--template", help="How posts look there; @FILE reads a file.")
@with_registry
def change(inside: Inside, /, channel: str, **words: Unpack[ChangedWords]) -> None:
    """
    Change CHANNEL; what is left out stays.

    A wider audience or a new purpose makes every earlier yes lapse; a no stays.  Purposes
    and groups that are named take the place of those of before.
    """
    channel_id = find_channel(inside, channel)
    place = ChannelPlace(
        slug=_told(words["slug"]),
        address=_told(words["address"]),
        template=KEEP if words["template"] is None else text_of(words["template"]),
    )
    details = ChannelDetails(_facts(inside, words, channel_id), place)
    found = inside.registry.channels.change_channel(inside.caller, channel_id, details)
    made(inside, found.id, "Changed", slug=found.slug)


def _facts(inside: Inside, words: ChangedWords, channel_id: ChannelId) -> ChannelFacts:
    """
    Put together what counts for the rules, as far as it was said.

    Raises:
        UsageError: One thing is said to be two.
    """
    for name in ("unit", "groups", "quota"):
        flag = f"no_{name.removesuffix('s')}"
        if words[name] and words[flag]:  # type: ignore[literal-required]  # both stand above
            option = name.removesuffix("s")
            raise click.UsageError(f"Say --{option} or --no-{option}, not both.")
    medium, audience, members = words["medium"], words["audience"], words["members"]
    facts = ChannelFacts(
        name=_told(words["name"]),
        medium=Medium(medium) if medium else KEEP,
        platform=_told(words["platform"]),
        audience=Audience(audience) if audience else KEEP,
        purposes=frozenset(map(Purpose, words["purposes"])) or KEEP,
        special_category=_told(words["special"]),
        two_approvals=_told(words["two_approvals"]),
    )
    if members is not None:
        publisher = PhotoPublisher.MEMBERS if members else PhotoPublisher.PUBLISHERS
        facts = replace(facts, photo_publisher=publisher)
    if words["unit"] or words["no_unit"]:
        facts = replace(facts, unit_id=find_unit(inside, words["unit"]) if words["unit"] else None)
    if words["groups"] or words["no_group"]:
        groups = frozenset(find_group(inside, each) for each in words["groups"])
        facts = replace(facts, group_ids=groups)
    if words["quota"] or words["no_quota"]:
        facts = replace(facts, quota=_quota(inside, words["quota"], channel_id))
    return facts


def _quota(inside: Inside, limit: int | None, channel_id: ChannelId) -> Quota | None:
    """
    Give another quota, in the window of before.
    """
    if limit is None:
        return None
    before = inside.registry.channels.get_channel(inside.caller, channel_id).channel.quota
    return replace(before, limit=limit) if before else Quota(limit)


def _told(value: T | None) -> Told[T]:
    return KEEP if value is None else value
