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

from service.usecases.staff.begin_factor import FactorOffer
from service.usecases.staff.deactivate_member import DeactivateMember
from service.usecases.staff.erase_member import EraseMember
from service.usecases.staff.gate import HERE, Gate, Origin, SessionRules
from service.usecases.staff.member_caller import SignedInMember
from service.usecases.staff.member_details import MemberDetails
from service.usecases.staff.opening import SignedIn
from service.usecases.staff.tickets import OneTimeLink
from service.usecases.staff.verbs import StaffVerbs, staff_verbs

__all__ = [
    "HERE",
    "DeactivateMember",
    "EraseMember",
    "FactorOffer",
    "Gate",
    "MemberDetails",
    "OneTimeLink",
    "Origin",
    "SessionRules",
    "SignedIn",
    "SignedInMember",
    "StaffVerbs",
    "staff_verbs",
]
