"""
Find what second factors somebody has.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.records.passkeys import Passkey
from service.records.staff import Stage
from service.usecases.staff.gate import Gate
from service.usecases.staff.opening import Sessions
from service.usecases.staff.passkey_asking import opening_here


@dataclass(frozen=True, slots=True)
class Factors:
    """
    What second factors somebody has, and where passkeys work.
    """

    has_codes: bool
    """Whether an app shows codes."""
    passkeys: Sequence[Passkey]
    usable: Sequence[Passkey]
    """Those of them that were made for the name in that address."""
    address: str
    """The only address at which passkeys work; empty: at none that we have."""


@dataclass(frozen=True, slots=True)
class FindFactors:
    """
    Find what second factors somebody has.
    """

    gate: Gate
    sessions: Sessions

    def __call__(self, token: str) -> Factors:
        """
        Give one's own, once the password was said.

        Raises:
            NotIdentified: No session, or one that is over.
        """
        carried = self.sessions.carried(token)
        with self.gate.desk.database.look(carried.organisation_id) as work:
            now = self.gate.desk.clock()
            _, member = self.sessions.held(work, carried, now, *Stage)
            credentials = work.staff.find_credentials(member.id)
            passkeys = work.passkeys.list_of(member.id)
            return Factors(
                has_codes=bool(credentials and credentials.factor_secret),
                passkeys=passkeys,
                usable=opening_here(passkeys, self.gate.devices),
                address=self.gate.devices.address,
            )
