"""
Staff: those who work here and sign in to the pages.

What opens an account never passes through here: links go by mail.
"""

from datetime import datetime
from typing import Annotated

from litestar import Router, delete, get, patch, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import UNSET, Meta, Struct, UnsetType

from service.api.requests import After, Limit, Once, page
from service.api.wire import Email, Id, Incoming, Language, Line, PageOut
from service.decision.ids import MemberId, UnitId
from service.decision.powers import Appointment, Role
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.details import KEEP
from service.usecases.registry import Registry
from service.usecases.staff import MemberDetails


class RoleIn(Incoming, frozen=True, kw_only=True):
    """
    A role; without a unit, in the whole organisation.
    """

    role: Role
    unit_id: Id | None = None


Roles = Annotated[
    list[RoleIn], Meta(min_length=1, max_length=100, examples=[[{"role": "checker"}]])
]


class MemberIn(Incoming, frozen=True, kw_only=True):
    """
    Somebody to invite; the link to their account goes to their address.
    """

    email: Email
    name: Line
    language: Language
    roles: Roles


class MemberChange(Incoming, frozen=True, kw_only=True):
    """
    What changes about a member; what is left out stays.
    """

    name: Line | UnsetType = UNSET
    language: Language | UnsetType = UNSET
    roles: Roles | UnsetType = UNSET


class RoleOut(Struct, frozen=True):
    """
    A role, and the unit in which it holds.
    """

    role: Role
    unit_id: str | None


class MemberOut(Struct, frozen=True, kw_only=True):
    """
    A member as recorded; `joined_at` is null while the invitation waits.
    """

    id: str
    email: str
    name: str
    language: str
    roles: list[RoleOut]
    joined_at: datetime | None
    deactivated_at: datetime | None

    @classmethod
    def of(cls, member: Member) -> "MemberOut":
        """
        Show a member.
        """
        return cls(
            id=member.id,
            email=member.email,
            name=member.name,
            language=member.language,
            roles=[RoleOut(each.role, each.unit_id) for each in member.appointments],
            joined_at=member.joined_at,
            deactivated_at=member.deactivated_at,
        )


def _appointments(roles: list[RoleIn]) -> tuple[Appointment, ...]:
    """
    Give roles as the verbs take them.
    """
    return tuple(
        Appointment(each.role, UnitId(each.unit_id) if each.unit_id else None) for each in roles
    )


@post("/", operation_id="inviteMember", sync_to_thread=True)
def invite_member(
    data: JSONBody[MemberIn], once: NamedDependency[Once], registry: NamedDependency[Registry]
) -> MemberOut:
    """
    Invite somebody: a link to choose a password goes to their address.
    """
    details = MemberDetails(
        email=data.email,
        name=data.name,
        language=data.language,
        appointments=_appointments(data.roles),
    )
    return MemberOut.of(registry.staff.invite_member(once(data), details).member)


@get("/", operation_id="listMembers", sync_to_thread=True)
def list_members(
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
    limit: Limit = 50,
    after: After = None,
) -> PageOut[MemberOut]:
    """
    List those who work here, those who left too.
    """
    listing = registry.staff.list_members(caller, page(limit, after))
    return PageOut([MemberOut.of(each) for each in listing.items], listing.next_after)


@get("/{member_id:str}", operation_id="getMember", sync_to_thread=True)
def get_member(
    member_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> MemberOut:
    """
    Give one member.
    """
    return MemberOut.of(registry.staff.get_member(caller, MemberId(member_id)))


@patch("/{member_id:str}", operation_id="changeMember", sync_to_thread=True)
def change_member(
    member_id: FromPath[str],
    data: JSONBody[MemberChange],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> MemberOut:
    """
    Change a member; other roles count at once.
    """
    details = MemberDetails(
        name=KEEP if data.name is UNSET else data.name,
        language=KEEP if data.language is UNSET else data.language,
        appointments=KEEP if data.roles is UNSET else _appointments(data.roles),
    )
    return MemberOut.of(registry.staff.change_member(caller, MemberId(member_id), details))


@post(
    "/{member_id:str}/invitation",
    operation_id="renewInvitation",
    status_code=200,
    sync_to_thread=True,
)
def renew_invitation(
    member_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> MemberOut:
    """
    Invite a member again, to choose password and second factor anew.
    """
    return MemberOut.of(registry.staff.renew_invitation(caller, MemberId(member_id)).member)


@delete("/{member_id:str}", operation_id="deactivateMember", status_code=200, sync_to_thread=True)
def deactivate_member(
    member_id: FromPath[str],
    caller: NamedDependency[Caller],
    registry: NamedDependency[Registry],
) -> MemberOut:
    """
    Let a member in no more: every session ends; what they did stays.
    """
    return MemberOut.of(registry.staff.deactivate_member(caller, MemberId(member_id)))


ROUTES = Router(
    "/staff",
    route_handlers=[
        invite_member,
        list_members,
        get_member,
        change_member,
        renew_invitation,
        deactivate_member,
    ],
    tags=["staff"],
)
