"""
Issue, list and revoke API keys.
"""

import click

from cli.door import Inside, with_registry
from cli.output import OUT, emit, show_rows
from service.decision.ids import KeyId
from service.decision.powers import Scope
from service.usecases.keys import KeyDetails


@click.group()
def keys() -> None:
    """
    Keys for programs that ask Obstat.
    """


@keys.command("issue")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    required=True,
    type=click.Choice([each.value for each in Scope]),
    help="What the key may do; may be repeated.",
)
@with_registry
def issue(inside: Inside, name: str, scopes: tuple[str, ...]) -> None:
    """
    Issue a key called NAME and show its text, this once.
    """
    details = KeyDetails(name=name, scopes=frozenset(Scope(each) for each in scopes))
    issued = inside.registry.issue_key(inside.caller, details)
    if inside.json:
        emit({"id": issued.key.id, "name": issued.key.name, "text": issued.text})
        return
    OUT.print(issued.text)
    OUT.print("Keep it now: it is stored as a digest and cannot be shown again.", style="dim")


@keys.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List every key there is or was.
    """
    rows = [
        {
            "id": each.id,
            "name": each.name,
            "scopes": sorted(scope.value for scope in each.scopes),
            "issued_at": each.issued_at.isoformat(timespec="minutes"),
            "revoked_at": each.revoked_at.isoformat(timespec="minutes")
            if each.revoked_at
            else None,
        }
        for each in inside.registry.list_keys(inside.caller)
    ]
    if inside.json:
        emit(rows)
        return
    headings = {
        "id": "id",
        "name": "name",
        "scopes": "scopes",
        "issued_at": "issued",
        "revoked_at": "revoked",
    }
    show_rows(rows, headings, empty="No keys yet.")


@keys.command("revoke")
@click.argument("key_id")
@with_registry
def revoke(inside: Inside, key_id: str) -> None:
    """
    Revoke the key KEY_ID, from now on.
    """
    inside.registry.revoke_key(inside.caller, KeyId(key_id))
    if inside.json:
        emit({"id": key_id, "revoked": True})
    else:
        OUT.print("The key is revoked.")
