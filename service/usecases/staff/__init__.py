"""
Verbs about those who work here: invite, sign in, sessions, roles.

    invite_member ─► accept_invitation ─► begin_factor ─► confirm_factor ─► signed in
    sign_in ─► confirm_code ─► signed in ─► identify_session, each page
    begin_passkey ─► confirm_passkey      beside the code of an app, or instead of it
    sign_in ─► ask_passkey ─► use_passkey ─► signed in
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
*   What a passkey signs is kept with the session and taken once, be the answer right or
    wrong (`passkey_asking.py`); one that counts backwards is refused, and says so.
*   A step of signing in is a session of its own (`Stage`), with a token of its own.
*   Everything that must happen once takes the member's lock and reads again.
*   Roles are read with every page: taking one away counts at once.
"""

from service.usecases.staff.begin_factor import FactorOffer
from service.usecases.staff.confirm_factor import FactorSet
from service.usecases.staff.deactivate_member import DeactivateMember
from service.usecases.staff.erase_member import EraseMember
from service.usecases.staff.find_factors import Factors
from service.usecases.staff.find_lost_passkeys import LostPasskeys
from service.usecases.staff.gate import HERE, Gate, Origin, SessionRules
from service.usecases.staff.member_caller import SignedInMember
from service.usecases.staff.member_details import MemberDetails
from service.usecases.staff.opening import SignedIn
from service.usecases.staff.passkey_asking import PasskeyOffer
from service.usecases.staff.tickets import OneTimeLink
from service.usecases.staff.verbs import StaffVerbs, staff_verbs

__all__ = [
    "HERE",
    "DeactivateMember",
    "EraseMember",
    "FactorOffer",
    "FactorSet",
    "Factors",
    "Gate",
    "LostPasskeys",
    "MemberDetails",
    "OneTimeLink",
    "Origin",
    "PasskeyOffer",
    "SessionRules",
    "SignedIn",
    "SignedInMember",
    "StaffVerbs",
    "staff_verbs",
]
