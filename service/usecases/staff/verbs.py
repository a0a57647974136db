"""
Hold the verbs about those who work here.
"""

from dataclasses import dataclass

from service.usecases.staff.accept_invitation import AcceptInvitation
from service.usecases.staff.ask_passkey import AskPasskey
from service.usecases.staff.begin_factor import BeginFactor
from service.usecases.staff.begin_passkey import BeginPasskey
from service.usecases.staff.change_member import ChangeMember
from service.usecases.staff.change_password import ChangePassword
from service.usecases.staff.confirm_code import ConfirmCode
from service.usecases.staff.confirm_factor import ConfirmFactor
from service.usecases.staff.confirm_passkey import ConfirmPasskey
from service.usecases.staff.deactivate_member import DeactivateMember
from service.usecases.staff.erase_member import EraseMember
from service.usecases.staff.find_factors import FindFactors
from service.usecases.staff.find_lost_passkeys import FindLostPasskeys
from service.usecases.staff.forget_sign_ins import ForgetSignIns
from service.usecases.staff.gate import Gate
from service.usecases.staff.get_member import GetMember
from service.usecases.staff.guessing import Guessing
from service.usecases.staff.identify_session import IdentifySession
from service.usecases.staff.invite_member import InviteMember
from service.usecases.staff.letters import Letters
from service.usecases.staff.list_members import ListMembers
from service.usecases.staff.list_sessions import ListSessions
from service.usecases.staff.note_visit import NoteVisit
from service.usecases.staff.opening import Sessions
from service.usecases.staff.passkey_asking import PasskeyAsking
from service.usecases.staff.proving import Proving
from service.usecases.staff.remove_factor import RemoveFactor
from service.usecases.staff.remove_passkey import RemovePasskey
from service.usecases.staff.removing import Removing
from service.usecases.staff.renew_invitation import RenewInvitation
from service.usecases.staff.request_reset import RequestReset
from service.usecases.staff.reset_password import ResetPassword
from service.usecases.staff.revoke_session import RevokeSession
from service.usecases.staff.sign_in import SignIn
from service.usecases.staff.sign_out import SignOut
from service.usecases.staff.tickets import Tickets
from service.usecases.staff.use_passkey import UsePasskey


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffVerbs:
    """
    Every such verb as a field: `registry.staff.sign_in`.
    """

    invite_member: InviteMember
    renew_invitation: RenewInvitation
    accept_invitation: AcceptInvitation
    begin_factor: BeginFactor
    confirm_factor: ConfirmFactor
    remove_factor: RemoveFactor
    begin_passkey: BeginPasskey
    confirm_passkey: ConfirmPasskey
    remove_passkey: RemovePasskey
    find_factors: FindFactors
    find_lost_passkeys: FindLostPasskeys
    sign_in: SignIn
    confirm_code: ConfirmCode
    ask_passkey: AskPasskey
    use_passkey: UsePasskey
    identify_session: IdentifySession
    note_visit: NoteVisit
    sign_out: SignOut
    list_sessions: ListSessions
    revoke_session: RevokeSession
    request_reset: RequestReset
    reset_password: ResetPassword
    change_password: ChangePassword
    list_members: ListMembers
    get_member: GetMember
    change_member: ChangeMember
    deactivate_member: DeactivateMember
    erase_member: EraseMember
    forget_sign_ins: ForgetSignIns


def staff_verbs(gate: Gate, pages_url: str) -> StaffVerbs:
    """
    Give each verb its ports.
    """
    guessing, sessions, tickets = Guessing(gate.desk), Sessions(gate), Tickets(gate)
    proving, letters = Proving(gate, guessing), Letters(gate.desk.new_id, pages_url)
    asking, removing = PasskeyAsking(gate), Removing(gate, sessions, proving)
    return StaffVerbs(
        invite_member=InviteMember(gate, tickets, letters),
        renew_invitation=RenewInvitation(gate, tickets, letters),
        accept_invitation=AcceptInvitation(gate, tickets, sessions),
        begin_factor=BeginFactor(gate, sessions, proving),
        confirm_factor=ConfirmFactor(gate, guessing, sessions),
        remove_factor=RemoveFactor(removing),
        begin_passkey=BeginPasskey(gate, sessions, proving, asking),
        confirm_passkey=ConfirmPasskey(gate, guessing, sessions, asking),
        remove_passkey=RemovePasskey(removing),
        find_factors=FindFactors(gate, sessions),
        find_lost_passkeys=FindLostPasskeys(gate),
        sign_in=SignIn(gate, guessing, sessions),
        confirm_code=ConfirmCode(gate, guessing, sessions),
        ask_passkey=AskPasskey(gate, sessions, asking),
        use_passkey=UsePasskey(gate, guessing, sessions, asking),
        note_visit=NoteVisit(gate),
        identify_session=IdentifySession(gate, sessions),
        sign_out=SignOut(gate, sessions),
        list_sessions=ListSessions(gate),
        revoke_session=RevokeSession(gate),
        request_reset=RequestReset(gate, guessing, tickets, letters),
        reset_password=ResetPassword(gate, tickets),
        change_password=ChangePassword(gate, sessions, proving),
        list_members=ListMembers(gate),
        get_member=GetMember(gate),
        change_member=ChangeMember(gate),
        deactivate_member=DeactivateMember(gate),
        erase_member=EraseMember(gate),
        forget_sign_ins=ForgetSignIns(gate),
    )
