"""
Do all that a fresh machine needs, then serve.
"""

from cli.demo import house
from cli.demo.command import exists, folder_of, make
from cli.demo.tour import take_tour
from cli.output import OUT
from cli.serve import listen, serve_on
from service.decision.powers import Scope
from service.settings import Settings
from service.usecases.keys import KeyDetails
from service.usecases.registry import Registry
from service.wiring import build, prepare

KEY_NAME = "Tour"


def first_run(settings: Settings) -> None:
    """
    Prepare the storage, make the demo organisation once, show four checks, serve.
    """
    prepare(settings)
    if not exists(settings):
        make(settings)
    registry = build(settings)
    try:
        take_tour(registry, folder_of(settings) / "photos")
        key = key_for_today(registry)
    finally:
        registry.close()
    listening = listen(settings.host, 0)
    address = f"http://{settings.host}:{listening.getsockname()[1]}"
    folder = folder_of(settings)
    OUT.print(f"\n[bold]{house.NAME} is ready.[/]")
    OUT.print(f"  service   {address}\n  key       {key}\n  pictures  {folder}")
    OUT.print("\nTry:", style="dim")
    OUT.print(
        f'  curl {address}/api/v1/checks -H "Authorization: Bearer {key}" \\\n'
        f"    -F image=@{folder / 'essais' / 'whatsapp-atelier.jpg'} -F channel=facebook-page"
    )
    OUT.print(
        f"  .venv/bin/obstat check {folder / 'photos' / '02-plage.jpg'} -c facebook-colibris\n"
    )
    serve_on(settings, listening)


def key_for_today(registry: Registry) -> str:
    """
    Issue a key for trying things out; that of the run before ends.
    """
    caller = registry.act_as_operator(house.SLUG)
    for old in registry.list_keys(caller):
        if old.name == KEY_NAME and old.revoked_at is None:
            registry.revoke_key(caller, old.id)
    scopes = frozenset(Scope) - {Scope.ADMIN}
    return registry.issue_key(caller, KeyDetails(name=KEY_NAME, scopes=scopes)).text
