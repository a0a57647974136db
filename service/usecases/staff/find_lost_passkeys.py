"""
Find the passkeys that our address has made useless.
"""

from dataclasses import dataclass

from service.decision.powers import Scope
from service.usecases.caller import Caller
from service.usecases.sight.people import needs_everybody
from service.usecases.staff.gate import Gate
from service.usecases.staff.passkey_asking import opening_here


@dataclass(frozen=True, slots=True)
class LostPasskeys:
    """
    How many passkeys open nothing where the pages are now.
    """

    count: int
    hosts: tuple[str, ...]
    """For which names they were made."""
    here: str
    """The name that the pages have now; empty: none at which passkeys work."""


@dataclass(frozen=True, slots=True)
class FindLostPasskeys:
    """
    Find the passkeys that our address has made useless.
    """

    gate: Gate

    def __call__(self, caller: Caller) -> LostPasskeys:
        """
        Count those of the house; whose they are is not said.

        Raises:
            NotAllowed: No `admin` scope, or for some units only.
            Unavailable: The seal of one does not open.
        """
        caller.needs(Scope.ADMIN)
        needs_everybody(caller)
        with self.gate.desk.database.look(caller.organisation_id) as work:
            known = work.passkeys.list_all()
        good = {each.id for each in opening_here(known, self.gate.devices)}
        lost = [each for each in known if each.id not in good]
        hosts = sorted({each.key.host for each in lost if each.key.host})
        return LostPasskeys(len(lost), tuple(hosts), self.gate.devices.host)
