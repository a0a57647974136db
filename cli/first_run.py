"""
Do all that a fresh machine needs, then serve.
"""

import socket

from cli.demo import house
from cli.demo.doors import show_accounts
from cli.demo.family import path_of_parent
from cli.demo.making import exists, folder_of, make
from cli.demo.tour import take_tour
from cli.serve import listen, serve_on
from cli.terminal.door import opened_registry
from cli.terminal.output import say, say_whole
from service.decision.powers import Scope
from service.errors import SettingsRefused
from service.settings import Settings
from service.usecases.keys import KeyDetails
from service.usecases.registry import Registry

KEY_NAME = "Tour"


def first_run(settings: Settings) -> None:
    """
    Make the demo organisation once, show four checks, serve.
    """
    if not exists(settings):
        make(settings)
    registry = opened_registry(settings)
    try:
        take_tour(registry, folder_of(settings) / "photos")
        key = key_for_today(registry)
        family = path_of_parent(registry)
    finally:
        registry.close()
    listening = own_or_any_port(settings)
    serve_on(settings, listening, lambda address: invite(settings, address, key, family))


def own_or_any_port(settings: Settings) -> socket.socket:
    """
    Listen where the settings say, or on any port that is free.
    """
    try:
        return listen(settings.host, settings.port)
    except SettingsRefused:
        return listen(settings.host, 0)


def invite(settings: Settings, address: str, key: str, family: str) -> None:
    """
    Say what is there and what to try.
    """
    folder = folder_of(settings)
    say(f"\n{house.NAME} is ready. Ctrl-C stops it.", style="bold")
    say_whole(f"  service        {address}")
    say_whole(f"  documentation  {address}/api/v1/docs")
    say_whole(f"  key            {key}")
    say_whole(f"  pictures       {folder}")
    show_accounts(folder, address)
    say_whole(f"  a father       {address}{family}")
    say("                 His code comes by mail: .venv/bin/obstat mail tail", style="dim")
    say("\nTry, in another terminal:", style="dim")
    say_whole(f'  curl {address}/api/v1/checks -H "Authorization: Bearer {key}" \\')
    picture = folder / "essais" / "whatsapp-atelier.jpg"
    say_whole(f"    -F image=@{picture} -F channel=facebook-page")
    say_whole(f"  .venv/bin/obstat check {folder / 'photos' / '02-plage.jpg'} -c facebook-colibris")
    screenshot = folder / "essais" / "capture-plage.png"
    say_whole(f"  .venv/bin/obstat check {screenshot} -c facebook-colibris\n")


def key_for_today(registry: Registry) -> str:
    """
    Issue a key for trying things out; that of the run before ends.
    """
    caller = registry.organisations.act_as_operator(house.SLUG)
    for old in registry.keys.list_keys(caller):
        if old.name == KEY_NAME and old.revoked_at is None:
            registry.keys.revoke_key(caller, old.id)
    scopes = frozenset(Scope) - {Scope.ADMIN}
    return registry.keys.issue_key(caller, KeyDetails(name=KEY_NAME, scopes=scopes)).text
