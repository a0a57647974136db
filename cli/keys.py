"""
Issue, list and revoke API keys.
"""

from datetime import datetime

import click

from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_unit
from cli.terminal.output import emit, say, say_whole
from cli.terminal.pages import local, made, show
from cli.terminal.reading import instant, one_of
from cli.terminal.words import Words, examples
from service.decision.ids import KeyId
from service.decision.powers import Scope
from service.records.activity import ApiKey
from service.usecases.keys import KeyDetails
from service.usecases.plain import plain


@click.group(cls=Words)
def keys() -> None:
    """
    Issue and revoke keys for programs that ask Obstat.
    """


@keys.command("issue", epilog=examples("obstat keys issue 'Our website' --scope checks"))
@click.argument("name")
@one_of("--scope", "scopes", words=Scope, what="It may", required=True, multiple=True)
@click.option("--unit", "units", multiple=True, metavar="UNIT", help="Only people of these units.")
@click.option("--until", type=instant, metavar="INSTANT", help="When it ends; none: never.")
@with_registry
def issue(
    inside: Inside,
    name: str,
    scopes: tuple[str, ...],
    units: tuple[str, ...],
    until: datetime | None,
) -> None:
    """
    Issue a key called NAME and show its text, this once.
    """
    details = KeyDetails(
        name=name,
        scopes=frozenset(map(Scope, scopes)),
        unit_ids=frozenset(find_unit(inside, each) for each in units) or None,
        expires_at=until,
    )
    issued = inside.registry.keys.issue_key(inside.caller, details)
    if inside.json:
        emit({"id": issued.key.id, "name": issued.key.name, "text": issued.text})
        return
    say_whole(issued.text)
    say("Keep it now: it is stored as a digest and cannot be shown again.", style="dim")


@keys.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List every key there is or was.
    """

    def row(each: ApiKey) -> dict[str, object]:
        return {
            "may": "everything" if each.scopes == set(Scope) else f"{len(each.scopes)} scopes",
            "issued": local(inside, each.issued_at),
            "revoked": local(inside, each.revoked_at),
            "name": each.name,
            "key": each.id,
        }

    keys = inside.registry.keys.list_keys(inside.caller)
    show(inside, keys, row, empty="No keys yet.", as_plain=as_plain)


@keys.command("revoke")
@click.argument("key")
@with_registry
def revoke(inside: Inside, key: str) -> None:
    """
    Revoke KEY, from now on.
    """
    inside.registry.keys.revoke_key(inside.caller, KeyId(key))
    made(inside, key, "Revoked", revoked=True)


def as_plain(key: ApiKey) -> object:
    """
    Give a key without the digest of its secret.
    """
    whole = plain(key)
    return (
        {name: each for name, each in whole.items() if name != "digest"}
        if isinstance(whole, dict)
        else {}
    )
