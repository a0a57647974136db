"""
Invite those who work here, give them roles, let them in no more.
"""

from collections.abc import Sequence

import click

from cli.terminal.confirming import YES, confirm
from cli.terminal.door import Inside, with_registry
from cli.terminal.finding import find_member, find_unit
from cli.terminal.output import emit, say_whole
from cli.terminal.pages import everything, local, made, show
from cli.terminal.reading import one_of
from cli.terminal.words import Words, examples
from service.decision.ids import SessionId
from service.decision.powers import Appointment, Role
from service.errors import InvalidInput
from service.records.staff import Member, StaffSession, TicketKind
from service.usecases.plain import plain
from service.usecases.staff import MemberDetails, OneTimeLink


@click.group(cls=Words)
def staff() -> None:
    """
    Invite those who work here and give them roles.

    MEMBER is an e-mail address or an id.
    """


@staff.command("list")
@with_registry
def list_(inside: Inside) -> None:
    """
    List those who work here, those who left too.
    """
    names = {
        each.id: each.name for each in everything(inside.registry.units.list_units, inside.caller)
    }

    def row(each: Member) -> dict[str, object]:
        roles = (
            each.role.value + (f" in {names[each.unit_id]}" if each.unit_id else "")
            for each in each.appointments
        )
        return {
            "name": each.name,
            "e-mail": each.email,
            "roles": ", ".join(roles),
            "joined": local(inside, each.joined_at),
            "left": local(inside, each.deactivated_at),
        }

    found = everything(inside.registry.staff.list_members, inside.caller)
    show(inside, found, row, empty="Nobody yet: `obstat staff invite` invites somebody.")


@staff.command(
    "invite",
    epilog=examples(
        "obstat staff invite ann@house.example --name 'Ann Vos' --role administrator",
        "obstat staff invite tom@house.example --name Tom --role checker",
        "obstat staff invite ann@house.example --again",
    ),
)
@click.argument("email")
@click.option("--name", default="", help="Given name and family name.")
@click.option("--language", default="fr", show_default=True, help="What the pages speak.")
@one_of("--role", "roles", words=Role, what="What they do", multiple=True)
@click.option("--unit", "units", multiple=True, metavar="UNIT", help="Only in these units.")
@click.option("--again", is_flag=True, help="A new link for a member: password and code anew.")
@with_registry
def invite(  # each word of a person is an argument
    inside: Inside,
    *,
    email: str,
    name: str,
    language: str,
    roles: tuple[str, ...],
    units: tuple[str, ...],
    again: bool,
) -> None:
    """
    Invite somebody at EMAIL and show the link that goes there.
    """
    verbs, caller = inside.registry, inside.caller
    if again:
        show_link(inside, verbs.staff.renew_invitation(caller, find_member(inside, email)))
        return
    details = MemberDetails(
        email=email,
        name=name,
        language=language,
        appointments=appointments_of(inside, roles, units),
    )
    show_link(inside, verbs.staff.invite_member(caller, details))


@staff.command(
    "roles", epilog=examples("obstat staff roles tom@house.example --role publisher --unit Kitchen")
)
@click.argument("member")
@one_of("--role", "roles", words=Role, what="What they do from now on", multiple=True)
@click.option("--unit", "units", multiple=True, metavar="UNIT", help="Only in these units.")
@with_registry
def change_roles(
    inside: Inside, member: str, roles: tuple[str, ...], units: tuple[str, ...]
) -> None:
    """
    Give MEMBER these roles in place of all others.
    """
    details = MemberDetails(appointments=appointments_of(inside, roles, units))
    member_id = find_member(inside, member)
    made(
        inside, inside.registry.staff.change_member(inside.caller, member_id, details).id, "Changed"
    )


@staff.command("deactivate")
@click.argument("member")
@with_registry
def deactivate(inside: Inside, member: str) -> None:
    """
    Let MEMBER in no more; every session ends.
    """
    member_id = find_member(inside, member)
    inside.registry.staff.deactivate_member(inside.caller, member_id)
    made(inside, member_id, "Deactivated", deactivated=True)


@staff.command("erase")
@click.argument("member")
@YES
@with_registry
def erase(inside: Inside, member: str, *, yes: bool) -> None:
    """
    Erase name and address of MEMBER, who was deactivated before.
    """
    member_id = find_member(inside, member)
    confirm(f"Erase {member}? This cannot be undone.", yes=yes)
    inside.registry.staff.erase_member(inside.caller, member_id)
    made(inside, member_id, "Erased", erased=True)


@staff.command("sessions")
@click.argument("member")
@click.option("--end", "ended", metavar="SESSION", help="End this one; `all` ends every one.")
@with_registry
def sessions(inside: Inside, member: str, ended: str | None) -> None:
    """
    List where MEMBER is signed in.
    """
    verbs, caller = inside.registry, inside.caller
    member_id = find_member(inside, member)

    def row(each: StaffSession) -> dict[str, object]:
        return {
            "since": local(inside, each.started_at),
            "used": local(inside, each.seen_at),
            "browser": each.client,
            "session": each.id,
        }

    if ended is not None:
        everywhere = [each.id for each in verbs.staff.list_sessions(caller, member_id)]
        for session_id in everywhere if ended == "all" else [SessionId(ended)]:
            verbs.staff.revoke_session(caller, session_id)
    found = verbs.staff.list_sessions(caller, member_id)
    show(inside, found, row, empty="Signed in nowhere.", as_plain=without_secrets)


def appointments_of(
    inside: Inside, roles: Sequence[str], units: Sequence[str]
) -> tuple[Appointment, ...]:
    """
    Give each role in each unit, or in the whole organisation.

    Raises:
        InvalidInput: No role was given.
    """
    if not roles:
        raise InvalidInput("Say at least one --role.", field="roles")
    places = [find_unit(inside, each) for each in units] if units else [None]
    return tuple(Appointment(Role(role), place) for role in roles for place in places)


def show_link(inside: Inside, link: OneTimeLink) -> None:
    """
    Show a link, this once; with a mail server, it goes by mail too.
    """
    letters = inside.registry.staff.invite_member.letters
    address = letters.address_of(link, TicketKind.INVITATION)
    if inside.json:
        emit({"id": link.member.id, "address": address, "expires_at": plain(link.expires_at)})
        return
    say_whole(address)
    to = link.member.email
    way = f"It is on its way to {to}"
    if not inside.settings.mail_host:
        way = f"No mail server is set, so nothing is sent: give it to {to} yourself. It is secret"
    say_whole(f"{way}, and works once, for a week.")


def without_secrets(session: StaffSession) -> object:
    """
    Give a session without what proves it.
    """
    whole = plain(session)
    if not isinstance(whole, dict):
        return {}
    return {name: each for name, each in whole.items() if name not in {"digest", "factor_secret"}}
