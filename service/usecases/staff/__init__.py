"""
Verbs about those who work here: invite, sign in, sessions, roles.

    invite_member ─► accept_invitation ─► begin_factor ─► confirm_factor ─► signed in
    sign_in ─► confirm_code ─► signed in ─► identify_session, each page
    request_reset ─► reset_password     through a mailbox; the second factor stays
    renew_invitation   when password and telephone are both lost

An account is told by organisation and e-mail address.  Whatever opens a door is stored
as a digest (`access/tokens.py`), as argon2id, or under a seal.  Start reading at
`sign_in.py`, then `opening.py`; `guessing.py` limits tries.

What we chose, and why:

*   Unknown organisation, unknown address, wrong password, deactivated account: one
    answer, after one argon2 either way.
*   Passwords are hashed outside of any transaction: on SQLite a writer keeps everybody
    else waiting for a tenth of a second otherwise.
*   A step of signing in is a session of its own (`Stage`), with a token of its own.
*   Everything that must happen once takes the member's lock and reads again.
*   Roles are read with every page: taking one away counts at once.
"""

from service.usecases.staff.accept_invitation import AcceptInvitation
from service.usecases.staff.begin_factor import BeginFactor, FactorOffer
from service.usecases.staff.change_member import ChangeMember
from service.usecases.staff.change_password import ChangePassword
from service.usecases.staff.confirm_code import ConfirmCode
from service.usecases.staff.confirm_factor import ConfirmFactor, FactorSet
from service.usecases.staff.deactivate_member import DeactivateMember
from service.usecases.staff.erase_member import EraseMember
from service.usecases.staff.forget_sign_ins import ForgetSignIns
from service.usecases.staff.gate import HERE, Gate, Origin, SessionRules
from service.usecases.staff.get_member import GetMember
from service.usecases.staff.guessing import Guessing
from service.usecases.staff.identify_session import IdentifySession
from service.usecases.staff.invite_member import InviteMember
from service.usecases.staff.letters import Letters
from service.usecases.staff.list_members import ListMembers
from service.usecases.staff.list_sessions import ListSessions
from service.usecases.staff.member_caller import SignedInMember
from service.usecases.staff.member_details import MemberDetails
from service.usecases.staff.note_visit import NoteVisit
from service.usecases.staff.opening import Sessions, SignedIn
from service.usecases.staff.proving import Proving
from service.usecases.staff.renew_invitation import RenewInvitation
from service.usecases.staff.request_reset import RequestReset
from service.usecases.staff.reset_password import ResetPassword
from service.usecases.staff.revoke_session import RevokeSession
from service.usecases.staff.sign_in import SignIn
from service.usecases.staff.sign_out import SignOut
from service.usecases.staff.tickets import OneTimeLink, Tickets
from service.usecases.staff.verbs import staff_verbs

__all__ = [
    "HERE",
    "AcceptInvitation",
    "BeginFactor",
    "ChangeMember",
    "ChangePassword",
    "ConfirmCode",
    "ConfirmFactor",
    "DeactivateMember",
    "EraseMember",
    "FactorOffer",
    "FactorSet",
    "ForgetSignIns",
    "Gate",
    "GetMember",
    "Guessing",
    "IdentifySession",
    "InviteMember",
    "Letters",
    "ListMembers",
    "ListSessions",
    "MemberDetails",
    "NoteVisit",
    "OneTimeLink",
    "Origin",
    "Proving",
    "RenewInvitation",
    "RequestReset",
    "ResetPassword",
    "RevokeSession",
    "SessionRules",
    "Sessions",
    "SignIn",
    "SignOut",
    "SignedIn",
    "SignedInMember",
    "Tickets",
    "staff_verbs",
]
