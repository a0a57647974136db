"""
See the register of channels.
"""

import click

from cli.door import Inside, with_registry
from cli.pages import everything, show, show_one
from service.decision.ids import ChannelId


@click.group()
def channels() -> None:
    """
    Look at the register of channels.
    """


@channels.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List channels.
    """
    rows = [
        {
            "slug": each.slug,
            "name": each.channel.name,
            "audience": each.channel.audience.value,
            "purposes": sorted(purpose.value for purpose in each.channel.purposes),
            "address": each.address,
            "closed": "closed" if each.channel.closed else "",
            "id": each.channel.id,
        }
        for each in everything(inside.registry.list_channels, inside.caller, {})
    ]
    headings = {
        "slug": "short name",
        "name": "name",
        "audience": "who sees it",
        "purposes": "purposes",
        "closed": "",
    }
    show(inside, rows, headings, "No channel is registered, so nothing may be published.")


@channels.command("show")
@click.argument("channel_id")
@with_registry
def show_channel(inside: Inside, channel_id: str) -> None:
    """
    Show the channel CHANNEL_ID.
    """
    show_one(inside, inside.registry.get_channel(inside.caller, ChannelId(channel_id)))
