"""
Keep who works here: invite, give roles, let in no more.
"""

from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.decision.ids import MemberId, SessionId, UnitId
from service.decision.powers import Appointment, Role, Scope
from service.errors import AlreadyExists, InvalidInput
from service.records.staff import Member
from service.usecases.caller import Caller
from service.usecases.registry import Registry
from service.usecases.sight.staff import is_over
from service.usecases.staff import MemberDetails
from service.web.catalogue import LANGUAGES, Catalogue
from service.web.fields import Fields
from service.web.listings import everything
from service.web.redirects import see_other
from service.web.render import page, texts_of
from service.web.staff.browsers import browsers_of

PATH: Final = "/members"
ROLES: Final = tuple(each.value for each in Role)
_SEPARATOR: Final = "|"


@get(PATH, sync_to_thread=True, operation_id="showMembers")
def show_members(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    List those who work here, those who left last.
    """
    found = everything(registry.staff.list_members, request.auth)
    ordered = sorted(found, key=lambda each: (_has_left(each), each.name.casefold()))
    return page(
        request,
        "staff/members.html",
        members=ordered,
        units=_units(registry, request.auth),
        may_invite=request.auth.may(Scope.ADMIN),
        keeps_units=Scope.ADMIN in request.auth.actor.scopes,
        keeps_settings=request.auth.actor.unit_ids is None and request.auth.may(Scope.ADMIN),
        may_audit=request.auth.has_in(Scope.AUDIT, None),
    )


@get(f"{PATH}/new", sync_to_thread=True, operation_id="showNewMember")
def show_new_member(
    request: Request[Any, Caller, Any], registry: NamedDependency[Registry]
) -> Response[bytes]:
    """
    Show an empty invitation.
    """
    request.auth.narrowed(Scope.ADMIN)
    return _invitation(request, registry, Fields({"language": ["fr"]}))


@post(PATH, sync_to_thread=True, status_code=200, operation_id="inviteMemberOnPage")
def invite_member(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
) -> Response[bytes]:
    """
    Invite somebody; the link goes to their mailbox alone.
    """
    language = fields["language"]
    details = MemberDetails(
        email=fields["email"],
        name=fields["name"],
        language=language if language in LANGUAGES else "",
        appointments=_added(fields),
    )
    try:
        link = registry.staff.invite_member(request.auth, details)
    except (InvalidInput, AlreadyExists) as refused:
        return _invitation(request, registry, fields, refused.field or "email")
    return see_other(f"{PATH}/{link.member.id}?invited")


@get(f"{PATH}/{{member_id:str}}", sync_to_thread=True, operation_id="showMember")
def show_member(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    member_id: FromPath[str],
) -> Response[bytes]:
    """
    Show a member with their roles, and where they are signed in.
    """
    return _member(request, registry, MemberId(member_id))


@post(
    f"{PATH}/{{member_id:str}}/roles",
    sync_to_thread=True,
    status_code=200,
    operation_id="changeRolesOnPage",
)
def change_roles(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    fields: NamedDependency[Fields],
    member_id: FromPath[str],
) -> Response[bytes]:
    """
    Keep the roles that stay ticked, add the one that was chosen.
    """
    kept = tuple(filter(None, map(_appointment, fields.many("kept"))))
    details = MemberDetails(appointments=kept + _added(fields))
    try:
        registry.staff.change_member(request.auth, MemberId(member_id), details)
    except InvalidInput:
        return _member(request, registry, MemberId(member_id), fault="roles")
    return see_other(f"{PATH}/{member_id}?changed")


@post(f"{PATH}/{{member_id:str}}/invitation", sync_to_thread=True, operation_id="inviteAgainOnPage")
def renew_invitation(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    member_id: FromPath[str],
) -> Response[bytes]:
    """
    Send another invitation.
    """
    registry.staff.renew_invitation(request.auth, MemberId(member_id))
    return see_other(f"{PATH}/{member_id}?invited")


@post(f"{PATH}/{{member_id:str}}/leave", sync_to_thread=True, operation_id="deactivateOnPage")
def deactivate_member(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    member_id: FromPath[str],
) -> Response[bytes]:
    """
    Let a member in no more.
    """
    registry.staff.deactivate_member(request.auth, MemberId(member_id))
    return see_other(f"{PATH}/{member_id}?changed")


@post(
    f"{PATH}/{{member_id:str}}/sessions/{{session_id:str}}/end",
    sync_to_thread=True,
    operation_id="endSessionOnPage",
)
def end_session(
    request: Request[Any, Caller, Any],
    registry: NamedDependency[Registry],
    member_id: FromPath[str],
    session_id: FromPath[str],
) -> Response[bytes]:
    """
    End a session of a member.
    """
    registry.staff.revoke_session(request.auth, SessionId(session_id))
    return see_other(f"{PATH}/{member_id}?changed")


def _member(
    request: Request[Any, Caller, Any],
    registry: Registry,
    member_id: MemberId,
    *,
    fault: str = "",
) -> Response[bytes]:
    """
    Show one member; whoever may not change anything sees no button.
    """
    member = registry.staff.get_member(request.auth, member_id)
    may_change = is_over(request.auth, member)
    sessions = registry.staff.list_sessions(request.auth, member_id) if may_change else ()
    return page(
        request,
        "staff/member.html",
        status=422 if fault else 200,
        member=member,
        fault=fault,
        invited="invited" in request.query_params,
        changed="changed" in request.query_params,
        held=[(f"{each.role}{_SEPARATOR}{each.unit_id or ''}", each) for each in _held(member)],
        may_change=may_change,
        roles=ROLES,
        units=_units(registry, request.auth),
        places=_places(registry, request.auth, texts_of(request)),
        sessions=sessions,
        browsers=browsers_of(sessions, texts_of(request)),
        zone=ZoneInfo(registry.organisations.get_settings(request.auth).time_zone),
    )


def _invitation(
    request: Request[Any, Caller, Any], registry: Registry, typed: Fields, fault: str = ""
) -> Response[bytes]:
    """
    Show the form of an invitation.
    """
    return page(
        request,
        "staff/member_form.html",
        status=422 if fault else 200,
        typed=typed,
        fault=fault,
        roles=ROLES,
        places=_places(registry, request.auth, texts_of(request)),
    )


def _units(registry: Registry, caller: Caller) -> dict[str, str]:
    """
    Give the name of each unit.
    """
    return {each.id: each.name for each in everything(registry.units.list_units, caller)}


def _places(registry: Registry, caller: Caller, texts: Catalogue) -> list[tuple[str, str]]:
    """
    Give where the caller may give somebody a role.
    """
    everywhere = [("", texts("members.everywhere"))] if caller.has_in(Scope.ADMIN, None) else []
    units = _units(registry, caller).items()
    return everywhere + [each for each in units if caller.has_in(Scope.ADMIN, UnitId(each[0]))]


def _held(member: Member) -> tuple[Appointment, ...]:
    """
    Give what a member is, the whole organisation first.
    """
    return tuple(sorted(member.appointments, key=lambda each: (each.unit_id or "", each.role)))


def _has_left(member: Member) -> bool:
    """
    Tell whether somebody is let in no more.
    """
    return member.deactivated_at is not None


def _added(fields: Fields) -> tuple[Appointment, ...]:
    """
    Give the role that was chosen, if there is one.
    """
    found = _appointment(f"{fields['role']}{_SEPARATOR}{fields['unit']}")
    return (found,) if found else ()


def _appointment(text: str) -> Appointment | None:
    """
    Read a role and its place.
    """
    role, _, unit = text.partition(_SEPARATOR)
    return Appointment(Role(role), UnitId(unit) if unit else None) if role in ROLES else None


ROUTES: Final = (
    show_members,
    show_new_member,
    invite_member,
    show_member,
    change_roles,
    renew_invitation,
    deactivate_member,
    end_session,
)
