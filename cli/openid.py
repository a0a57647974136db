"""
Let the staff sign in through the organisation's own provider.
"""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from cli.terminal.confirming import YES, ask_secret, confirm
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_member
from cli.terminal.output import emit, remark, say
from cli.terminal.pages import local, made, show, show_one
from cli.terminal.reading import FILE, content_of
from cli.terminal.words import Words, examples
from service.errors import InvalidInput
from service.records.openid import Provider
from service.usecases.openid import LinkedMember, ProviderDetails
from service.usecases.plain import plain, plain_fields

MAX_SECRET_BYTES = 4096
ISSUER = "https://id.house.example"


class ProviderWords(TypedDict):
    """
    What the command says of a provider.
    """

    issuer: str
    client_id: str
    name: str
    trusts_addresses: bool
    asks_factor: bool
    is_only_way: bool


@click.group(cls=Words)
def openid() -> None:
    """
    Let the staff sign in through the organisation's own provider.

    Any that speaks OpenID Connect: Entra, Google Workspace, Keycloak.
    """


@openid.command(
    "set",
    epilog=examples(
        f"obstat openid set {ISSUER} --client-id obstat \\",
        "    --name 'Our house' --asks-factor",
        f"obstat openid set {ISSUER} --client-id obstat \\",
        "    --name House --keep-secret",
    ),
)
@click.argument("issuer")
@click.option("--client-id", required=True, help="What the provider calls Obstat.")
@click.option("--name", required=True, help="What the button says after `Sign in with`.")
@click.option("--secret-file", type=FILE, help="A file with the client secret; else it is asked.")
@click.option("--keep-secret", is_flag=True, help="The one that is known stays.")
@click.option("--trusts-addresses", is_flag=True, help="We verify its addresses ourselves.")
@click.option("--asks-factor", is_flag=True, help="It asks everybody for a second factor.")
@click.option("--only-way", "is_only_way", is_flag=True, help="Passwords: administrators only.")
@with_registry
def set_(
    inside: Inside,
    /,
    *,
    secret_file: Path | None,
    keep_secret: bool,
    **told: Unpack[ProviderWords],
) -> None:
    """
    Say that the provider is ISSUER, in place of what was said before.
    """
    secret = None if keep_secret else _secret(secret_file)
    details = ProviderDetails(client_secret=secret, **told)
    provider = inside.registry.openid.set_provider(inside.caller, details)
    _show(inside, provider)


@openid.command("show")
@with_registry
def show_(inside: Inside) -> None:
    """
    Show the provider, without its secret, and the address to enter there.
    """
    _show(inside, inside.registry.openid.get_provider(inside.caller))


@openid.command("try")
@with_registry
def try_(inside: Inside) -> None:
    """
    Ask the provider what it says of itself, and for its keys.
    """
    trial = inside.registry.openid.try_provider(inside.caller)
    if inside.json:
        emit(plain(trial))
    elif trial.endpoints is None:
        say(f"It does not work yet: {trial.trouble}.")
    else:
        ways = ", ".join(trial.endpoints.algorithms)
        say(f"It answers as it should: {trial.keys} keys, signatures by {ways}.")


@openid.command("remove")
@YES
@with_registry
def remove(inside: Inside, *, yes: bool) -> None:
    """
    Let nobody sign in through it any more; passwords open again.
    """
    provider = inside.registry.openid.get_provider(inside.caller)
    confirm(f"Remove {provider.issuer}?", yes=yes)
    inside.registry.openid.remove_provider(inside.caller)
    made(inside, provider.issuer, "Removed")


@openid.command("links")
@with_registry
def links(inside: Inside) -> None:
    """
    List who signed in through it so far.
    """

    def row(each: LinkedMember) -> dict[str, object]:
        return {
            "name": each.member.name,
            "e-mail": each.member.email,
            "since": local(inside, each.linked_at),
        }

    found = inside.registry.openid.list_links(inside.caller)
    show(inside, found, row, empty="Nobody yet.")


@openid.command("unlink")
@click.argument("member")
@with_registry
def unlink(inside: Inside, member: str) -> None:
    """
    Forget which account there MEMBER has; their next sign-in links anew.
    """
    member_id = find_member(inside, member)
    inside.registry.openid.unlink_member(inside.caller, member_id)
    made(inside, member_id, "Forgotten")


def _secret(file: Path | None) -> str:
    """
    Read the secret from its file, or ask for it: arguments are seen by everybody.

    Raises:
        InvalidInput: It is no text.
    """
    if file is None:
        return ask_secret("Client secret", "--secret-file")
    try:
        return content_of(file, MAX_SECRET_BYTES).decode("ascii").strip()
    except UnicodeDecodeError:
        message = "A secret is one line of ASCII characters."
        raise InvalidInput(message, field="client_secret") from None


def _show(inside: Inside, provider: Provider) -> None:
    callback = inside.registry.openid.get_callback(inside.caller)
    show_one(inside, provider, as_plain=lambda it: {**plain_fields(it), "callback": callback})
    if not inside.json:
        remark("Enter the callback at the provider, letter by letter.")
