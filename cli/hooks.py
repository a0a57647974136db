"""
Keep the hooks that tell other programs what happens.
"""

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.output import emit, say, say_whole
from cli.terminal.pages import EVERY_ONE, local, made, show, show_latest
from cli.terminal.reading import one_of
from cli.terminal.words import Words, examples
from service.records.hooks import (
    CHOSEN_EVENTS,
    Hook,
    HookDelivery,
    HookDeliveryId,
    HookEvent,
    HookId,
    LockedHook,
)
from service.records.paging import Listing, Page
from service.usecases.caller import Caller
from service.usecases.hooks import RegisteredHook
from service.usecases.plain import plain

ADDRESS = "https://cms.example/obstat"


@click.group(cls=Words)
def hooks() -> None:
    """
    Tell other programs what happens (webhooks).

    A message says what happened and to which ids; whoever wants to know more asks with
    a key.
    """


@hooks.command("add", epilog=examples(f"obstat hooks add {ADDRESS} --event takedown.opened"))
@click.argument("url")
@one_of(
    "--event", "events", words=CHOSEN_EVENTS, what="It is told of", required=True, multiple=True
)
@with_registry
def add(inside: Inside, url: str, events: tuple[str, ...]) -> None:
    """
    Register URL and show its secret, this once.
    """
    told = frozenset(map(HookEvent, events))
    _show_secret(inside, inside.registry.hooks.register_hook(inside.caller, url, told))


@hooks.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List the hooks, without their secrets.

    Of one that is locked, since another sealing key is here, the host alone is known:
    put that key back, renew or delete it.
    """

    def row(each: Hook | LockedHook) -> dict[str, object]:
        known = {
            "events": ", ".join(sorted(each.events)),
            "url": each.host if isinstance(each, LockedHook) else each.url,
            "hook": each.id,
        }
        if isinstance(each, LockedHook):
            return {"registered": None, "disabled": None, "why": "locked", **known}
        return {
            "registered": local(inside, each.registered_at),
            "disabled": local(inside, each.disabled_at),
            "why": "gone" if each.is_gone else None,
            **known,
        }

    found = inside.registry.hooks.list_hooks(inside.caller)
    show(inside, found, row, empty="No hooks yet.", as_plain=as_plain)


@hooks.command("change", epilog=examples("obstat hooks change HOOK --event photo.erased"))
@click.argument("hook")
@one_of(
    "--event", "events", words=CHOSEN_EVENTS, what="It is told of", required=True, multiple=True
)
@with_registry
def change(inside: Inside, hook: str, events: tuple[str, ...]) -> None:
    """
    Have HOOK told of these events, and of no others.
    """
    told = frozenset(map(HookEvent, events))
    inside.registry.hooks.change_hook(inside.caller, HookId(hook), told)
    made(inside, hook, "Changed")


@hooks.command("rotate")
@click.argument("hook")
@with_registry
def rotate(inside: Inside, hook: str) -> None:
    """
    Give HOOK another secret; the old one signs along for a day.
    """
    _show_secret(inside, inside.registry.hooks.rotate_hook_secret(inside.caller, HookId(hook)))


@hooks.command("renew", epilog=examples(f"obstat hooks renew HOOK {ADDRESS} --event photo.erased"))
@click.argument("hook")
@click.argument("url")
@one_of(
    "--event", "events", words=CHOSEN_EVENTS, what="It is told of", required=True, multiple=True
)
@with_registry
def renew(inside: Inside, hook: str, url: str, events: tuple[str, ...]) -> None:
    """
    Say anew where HOOK leads whose seal does not open.

    Shows its new secret, this once.  What waits for it goes to URL.
    """
    told = frozenset(map(HookEvent, events))
    _show_secret(inside, inside.registry.hooks.renew_hook(inside.caller, HookId(hook), url, told))


@hooks.command("disable")
@click.argument("hook")
@with_registry
def disable(inside: Inside, hook: str) -> None:
    """
    Send nothing to HOOK, until it is enabled.
    """
    inside.registry.hooks.disable_hook(inside.caller, HookId(hook))
    made(inside, hook, "Disabled")


@hooks.command("enable")
@click.argument("hook")
@with_registry
def enable(inside: Inside, hook: str) -> None:
    """
    Send to HOOK again.
    """
    inside.registry.hooks.enable_hook(inside.caller, HookId(hook))
    made(inside, hook, "Enabled")


@hooks.command("delete")
@click.argument("hook")
@with_registry
def delete(inside: Inside, hook: str) -> None:
    """
    Delete HOOK with everything that was sent or is to be sent there.
    """
    inside.registry.hooks.delete_hook(inside.caller, HookId(hook))
    made(inside, hook, "Deleted")


@hooks.command("deliveries", epilog=examples("obstat hooks deliveries HOOK"))
@click.argument("hook")
@EVERY_ONE
@with_registry
def deliveries(inside: Inside, hook: str, *, every_one: bool) -> None:
    """
    List what was sent to HOOK and what became of it, the newest last.
    """

    def list_page(caller: Caller, page: Page) -> Listing[HookDelivery]:
        return inside.registry.hooks.list_hook_deliveries(caller, HookId(hook), page)

    def row(each: HookDelivery) -> dict[str, object]:
        return {
            "happened": local(inside, each.message.happened_at),
            "event": each.message.event.value,
            "became": each.outcome.value if each.outcome else "waiting",
            "code": each.detail,
            "next try": local(inside, each.next_try_at),
            "delivery": each.message.id,
        }

    show_latest(inside, list_page, row, empty="Nothing was sent yet.", every_one=every_one)


@hooks.command("try", epilog=examples("obstat hooks try HOOK"))
@click.argument("hook")
@with_registry
def try_(inside: Inside, hook: str) -> None:
    """
    Send HOOK a message that tells of nothing, to try it.

    `obstat hooks deliveries HOOK` says whether it arrived.
    """
    delivery = inside.registry.hooks.try_hook(inside.caller, HookId(hook))
    made(inside, delivery.message.id, "Will be sent")


@hooks.command("retry")
@click.argument("hook")
@click.argument("delivery")
@with_registry
def retry(inside: Inside, hook: str, delivery: str) -> None:
    """
    Send DELIVERY to HOOK again, whatever became of it.
    """
    inside.registry.hooks.renew_message(inside.caller, HookId(hook), HookDeliveryId(delivery))
    made(inside, delivery, "Will be sent again")


def as_plain(hook: Hook | LockedHook) -> object:
    """
    Give a hook without its secrets.
    """
    whole = plain(hook)
    return (
        {name: each for name, each in whole.items() if name != "secrets"}
        if isinstance(whole, dict)
        else {}
    )


def _show_secret(inside: Inside, registered: RegisteredHook) -> None:
    """
    Show a secret, this once.
    """
    if inside.json:
        emit({"id": registered.hook.id, "secret": registered.secret})
        return
    say_whole(registered.secret)
    say(f"Keep it now, for hook {registered.hook.id}: it cannot be shown again.", style="dim")
