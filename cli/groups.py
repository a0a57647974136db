"""
See and make groups of channels.
"""

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_group
from cli.terminal.pages import everything, made, show, show_one
from cli.terminal.words import Words, examples
from service.records.channels import ChannelGroup
from service.usecases.channels import GroupDetails, GroupWithChannels


@click.group(cls=Words)
def groups() -> None:
    """
    See and make groups of channels.

    GROUP is a short name, a name, or an id.
    """


@groups.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List groups of channels.
    """

    def row(each: ChannelGroup) -> dict[str, object]:
        return {"short name": each.slug, "name": each.name}

    found = everything(inside.registry.channels.list_channel_groups, inside.caller)
    show(inside, found, row, empty="No group yet: `obstat groups create` makes one.")


@groups.command("show")
@click.argument("group")
@with_registry
def show_group(inside: Inside, group: str) -> None:
    """
    Show GROUP and the channels in it.
    """

    def as_plain(found: GroupWithChannels) -> object:
        return {
            "id": found.group.id,
            "slug": found.group.slug,
            "name": found.group.name,
            "channels": [each.slug for each in found.channels],
        }

    found = inside.registry.channels.get_channel_group(inside.caller, find_group(inside, group))
    show_one(inside, found, as_plain=as_plain)


@groups.command("create", epilog=examples("obstat groups create social 'Social networks'"))
@click.argument("slug")
@click.argument("name")
@with_registry
def create(inside: Inside, slug: str, name: str) -> None:
    """
    Make a group with the short name SLUG and the name NAME.
    """
    group = inside.registry.channels.create_channel_group(
        inside.caller, GroupDetails(slug=slug, name=name)
    )
    made(inside, group.id, "Made", slug=group.slug)
